import type { AnyRecord } from '../../model/record.ts'
import { OPD_SINTANG } from '../opd.ts'
import { AGREEMENT_RECORDS } from './agreements.ts'
import { CONVERGENCES } from './convergences.ts'
import { FIGURES } from './figures.ts'
import { MEETING_RECORDS } from './meetings.ts'
import { ORGANISATIONS } from './organisations.ts'

/** Every published fact we keep as a record, organisations first. */
export const SOURCED: readonly AnyRecord[] = [
  ...OPD_SINTANG.map((record): AnyRecord => ({ kind: 'organisation', record })),
  ...ORGANISATIONS,
  ...AGREEMENT_RECORDS,
  ...MEETING_RECORDS,
  ...FIGURES,
  ...CONVERGENCES,
]
