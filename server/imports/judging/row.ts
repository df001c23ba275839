import type { Activity } from '../../../data/model/activity.ts'
import type { ImportField, ImportRow, RowFinding, RowState } from '../../../data/model/importing.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Finding } from '../../../data/model/work.ts'
import { sumsOf } from '../../work/checks/sums.ts'
import { limitsOf } from '../../work/limits.ts'
import { valuesOf } from '../../work/values.ts'
import type { RowCells } from './cells.ts'
import type { Existing } from './existing.ts'
import type { Known } from './known.ts'
import type { Plan } from './plan.ts'
import { type Settled, say, told } from './settle.ts'
import * as what from './what.ts'
import { spanOf } from './when.ts'
import { placesOf } from './where.ts'
import { partiesOf } from './who.ts'

/** What a row says of an activity. */
export type RowActivity = NonNullable<ImportRow['activity']>

export type Judged = {
  /** Null while something that every activity needs is not there or not understood. */
  readonly activity: RowActivity | null
  readonly findings: readonly RowFinding[]
  readonly state: Exclude<RowState, 'left' | 'done'>
  readonly updates: Existing | null
}

const FIELD_OF: { readonly [field: string]: ImportField } = {
  budgetIdr: 'budgetIdr',
  beneficiaries: 'beneficiaries',
  'source.url': 'sourceUrl',
  'source.date': 'sourceDate',
  title: 'title',
  note: 'note',
  planningDocument: 'planningDocument',
  'source.text': 'sourceText',
  externalId: 'externalId',
}

const IT_IS_SO: Words = { id: 'Memang benar begitu', en: 'It is right as it is' }
const NOT_NEEDED: ReadonlySet<string> = new Set(['confirmed'])

/** Questions about what is possible but unlikely can be answered with yes. */
const accepting = (finding: Finding, row: RowCells): RowFinding => {
  const field = FIELD_OF[finding.field]
  const column = (field && row.of(field)[0]?.column) ?? null
  const accepts = [...row.accepts, finding.name].filter((name) => name !== '').join(' ')
  return told(
    finding,
    column,
    finding.severity === 'question' ? [{ words: IT_IS_SO, given: { '@accepts': accepts } }] : [],
  )
}

const asRecord = (activity: RowActivity, today: string): Activity => ({
  ...activity,
  id: '',
  origin: 'entered',
  enteredBy: '',
  confirmed: today,
  verification: 'draft',
})

/** The checks that every record passes, whoever enters it. */
const checks = (activity: RowActivity, row: RowCells, { room }: Known): readonly RowFinding[] => {
  const record = asRecord(activity, room.today())
  const found = [...sumsOf(record), ...valuesOf({ kind: 'activity', record }, room.now()), ...limitsOf(activity)]
  return found.filter(({ field }) => !NOT_NEEDED.has(field)).map((finding) => accepting(finding, row))
}

const ARCHIVED: Words = {
  id: 'Kegiatan dengan nomor ini sudah diarsipkan. Pulihkan dahulu, atau beri nomor lain.',
  en: 'The activity of this number is archived. Restore it first, or give another number.',
}

const existingOf = (
  { organisations, externalId }: Pick<RowActivity, 'organisations' | 'externalId'>,
  known: Known,
): Existing | null => {
  const [first] = known.isSekber ? organisations : organisations.filter(({ id }) => id === known.caller.organisation)
  return first && externalId ? known.find(first.id, externalId) : null
}

const stateOf = (findings: readonly RowFinding[], isWhole: boolean): Judged['state'] => {
  if (findings.some(({ severity }) => severity === 'error')) return 'faulty'
  if (findings.some(({ severity }) => severity === 'question')) return 'asked'
  return isWhole ? 'good' : 'faulty'
}

type Parts = { readonly [F in keyof RowActivity]-?: Settled<Exclude<RowActivity[F], undefined>> }

const NEEDED: readonly (keyof RowActivity)[] = [
  'title',
  'themes',
  'organisations',
  'sites',
  'period',
  'status',
  'source',
  'visibility',
]

const partsOf = (row: RowCells, known: Known, plan: Plan, file: string): Parts => {
  const { beside: parties, ...organisations } = partiesOf(row, known, plan)
  const { beside: agreements, ...agreement } = what.agreementOf(row, known)
  return {
    title: what.titleOf(row),
    themes: what.themesOf(row, known, plan),
    organisations,
    sites: placesOf(row, known, plan),
    period: spanOf(row, plan),
    status: what.statusOf(row, plan),
    budgetIdr: what.budgetOf(row, plan),
    beneficiaries: what.peopleOf(row, plan),
    agreement,
    planningDocument: what.planningDocumentOf(row),
    source: what.sourceOf(row, plan, file),
    visibility: what.visibilityOf(row, plan),
    note: what.noteOf(row, [...parties, ...agreements]),
    externalId: what.externalIdOf(row),
  }
}

const activityOf = (parts: Parts): RowActivity | null => {
  if (NEEDED.some((field) => parts[field].value === null)) return null
  const filled = Object.entries(parts).flatMap(([field, { value }]) =>
    value === null ? [] : [[field, value] as const],
  )
  return Object.fromEntries(filled) as RowActivity
}

const archivedIn = (updates: Existing | null, row: RowCells): readonly RowFinding[] =>
  updates?.record.verification === 'archived'
    ? [say('error', 'externalId', 'archived', ARCHIVED, row.of('externalId')[0]?.column ?? null)]
    : []

const isSameList = (one: readonly object[], other: readonly object[]): boolean =>
  one.length === other.length &&
  one.every((item) => other.some((each) => JSON.stringify(item) === JSON.stringify(each)))

/** What no column says of a record stays as it is on it: who sees it above all. */
const besideRecord = (activity: RowActivity, { id, record }: Existing, row: RowCells, plan: Plan): RowActivity => {
  const { externalId, ...said } = activity
  const number = externalId === id ? record.externalId : externalId
  const isSeenBy = row.of('visibility').length > 0 || plan.defaults.visibility !== null
  return {
    ...said,
    organisations: isSameList(said.organisations, record.organisations) ? record.organisations : said.organisations,
    source: said.source.text === record.source.text ? record.source : said.source,
    visibility: isSeenBy ? said.visibility : record.visibility,
    ...(number === undefined ? {} : { externalId: number }),
  }
}

/** What a row would become, and everything that has to be said about it first. */
export const judgeRow = (row: RowCells, known: Known, plan: Plan, file: string): Judged => {
  const parts = partsOf(row, known, plan, file)
  const read = Object.values(parts).flatMap(({ findings }) => findings)
  const said = activityOf(parts)
  const updates = said && existingOf(said, known)
  const activity = said && updates ? besideRecord(said, updates, row, plan) : said
  const checked = activity ? checks(activity, row, known) : []
  const findings = [...read, ...archivedIn(updates, row), ...checked].filter(
    ({ severity, name }) => severity !== 'question' || !row.accepts.has(name),
  )
  return { activity, findings, state: stateOf(findings, activity !== null), updates }
}
