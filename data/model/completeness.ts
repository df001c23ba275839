import type { AnyRecord, Kind, RecordByKind } from './record.ts'

type Names<K extends Kind> = readonly (keyof RecordByKind[K] & string)[]

/** What a reader of each kind of record expects to find beyond what is required of it anyway. */
export const EXPECTED_FIELDS: { readonly [K in Kind]: Names<K> } = {
  organisation: ['shortName', 'region', 'urusan', 'themes'],
  activity: ['themes', 'organisations', 'sites', 'budgetIdr', 'beneficiaries', 'planningDocument'],
  target: ['indicator', 'unit', 'baseline', 'budgetIdr', 'document'],
  zone: ['owner', 'actions'],
  authority: ['holder', 'areaHaReported', 'decree'],
  agreement: ['parties', 'fields', 'stages', 'scope', 'period'],
  meeting: ['place', 'organisations', 'persons', 'themes', 'outcome'],
  figure: ['asOf', 'unit'],
  convergence: ['places', 'parties', 'steps', 'cells'],
  match: ['reason'],
  plan: ['actions', 'agreement'],
  story: ['scenes', 'author'],
}

/** A department has a tupoksi, everyone else has themes: neither is asked for the other's. */
const isAsked = (record: object, name: string): boolean => {
  // A report on a programme has no steps of its own, and one on works no cells.
  if ('programme' in record) return name !== 'steps' && !('works' in record && (name === 'parties' || name === 'cells'))
  if (!('kind' in record) || (name !== 'urusan' && name !== 'themes') || !('urusan' in record)) return true
  return (record.kind === 'opd') === (name === 'urusan')
}

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Share of the expected fields that are filled, 0-1, and the names of those that are not; the source counts as one. */
export const completenessOf = ({
  kind,
  record,
}: AnyRecord): { readonly share: number; readonly missing: readonly string[] } => {
  const values: Readonly<Record<string, unknown>> = { ...record }
  const expected = (EXPECTED_FIELDS[kind] as readonly string[]).filter((name) => isAsked(record, name))
  const missing = [
    ...expected.filter((name) => !isFilled(values[name])),
    ...(record.source.url || record.source.date ? [] : ['source']),
  ]
  return { share: 1 - missing.length / (expected.length + 1), missing }
}
