import type { RecordBase, Source } from '../../model/record.ts'

/** A published fact: public and verified by its source, last confirmed on the day it was published unless told otherwise. */
export const sourcedBase = (id: string, source: Source, confirmed = source.date): RecordBase => ({
  id,
  origin: 'sourced',
  source,
  enteredBy: 'bentang',
  confirmed: confirmed ?? '2026-11-01',
  verification: 'verified',
  visibility: 'public',
})
