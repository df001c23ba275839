import type { ChangeAnswer } from '../../data/model/answers.ts'
import type { World } from '../world.ts'
import { writeTable } from './csv.ts'

const COLUMNS = [
  'code',
  'name',
  'within',
  'level',
  'theme',
  'period_before',
  'period_after',
  'verdict_before',
  'verdict_after',
  'arrived',
  'left',
  'gained_ids',
  'lost_ids',
  'as_of_before',
  'as_of_after',
] as const

/** One row a unit that differs; lists are joined by "; ". */
export const writeChangeCsv = ({ level, theme, before, after, units }: ChangeAnswer, { everyone }: World): string => {
  const named = (ids: readonly string[]) =>
    ids.map((id) => everyone.find('organisation', id)?.record.name ?? id).join('; ')
  return writeTable(
    COLUMNS,
    units.map((unit) => ({
      code: unit.code,
      name: unit.name,
      within: unit.within,
      level,
      theme,
      period_before: before.period,
      period_after: after.period,
      verdict_before: unit.before.kind,
      verdict_after: unit.after.kind,
      arrived: named(unit.arrived),
      left: named(unit.left),
      gained_ids: unit.gained.join('; '),
      lost_ids: unit.lost.join('; '),
      as_of_before: before.asOf.seq,
      as_of_after: after.asOf.seq,
    })),
  )
}
