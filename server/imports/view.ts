import type { Feature } from 'geojson'
import type { Activity } from '../../data/model/activity.ts'
import type { ImportAnswer, ImportRow, ImportRows, ImportSummary, RowState } from '../../data/model/importing.ts'
import type { Member } from '../access/caller.ts'
import { twinsOf } from '../work/checks/twins.ts'
import { namesIn, othersFor, placed } from '../work/others.ts'
import { reachOfSites } from '../work/reach.ts'
import { detectedOf } from './asking/questions.ts'
import { defaultsOf } from './choices.ts'
import { givenOf } from './judging/cells.ts'
import type { Known } from './judging/known.ts'
import { createPlan } from './judging/plan.ts'
import type { RowActivity } from './judging/row.ts'
import { type ImportRoom, knownFor, type OpenImport, pacing } from './open_import.ts'
import type { RawRow } from './reading/table.ts'
import type { StoredImport } from './stored.ts'
import { judge, questionsFor, stateOfRow } from './verdicts.ts'

export const summaryOf = ({ id, file, created, counts, fault }: StoredImport): ImportSummary => ({
  id,
  file,
  created,
  counts,
  fault,
})

const EXAMPLES = 3
/** Enough rows to find a few examples in a sparse column. */
const LOOKED_AT = 500

const columnsOf = ({ content }: OpenImport): ImportAnswer['columns'] =>
  (content?.table.columns ?? []).map((name, at) => {
    const texts = new Set<string>()
    for (const { cells } of content!.rows.slice(0, LOOKED_AT)) {
      if (cells[at]) texts.add(cells[at].slice(0, 120))
      if (texts.size === EXAMPLES) break
    }
    const { field, isRemembered } = content!.guesses[at]!
    return { name, examples: [...texts], guess: field, isRemembered }
  })

const stateOf = (
  { stage, stored }: OpenImport,
  questions: ImportAnswer['questions'],
  answers: { readonly [name: string]: string },
): ImportAnswer['state'] => {
  if (stage === 'failed' || stage === 'committing') return stage
  if (stage !== 'open') return 'reading'
  const { good, faulty, asked, left } = stored.counts
  if (good + faulty + asked + left === 0) return 'done'
  const isOpen = questions.some(({ name, guess }) => guess === null && !Object.hasOwn(answers, name))
  return isOpen && asked > 0 ? 'asking' : 'ready'
}

const NO_CHOICES = { mapping: {}, answers: {}, defaults: {} }

/** Everything about an import except its rows. */
export const answerOf = (job: OpenImport, imports: ImportRoom): ImportAnswer => {
  const { stored, content, progress, fault } = job
  const choices = stored.choices ?? NO_CHOICES
  const questions = questionsFor(job, imports)
  const plan = content && createPlan(content.table, choices, defaultsOf(choices))
  return {
    id: stored.id,
    file: stored.file,
    created: stored.created,
    state: stateOf(job, questions, choices.answers),
    progress,
    fault,
    detected: content && plan && detectedOf(content.table, content.rows.length, content.shown, plan.answers),
    columns: columnsOf(job),
    questions,
    choices,
    counts: stored.counts,
    operation: stored.operation,
  }
}

const asActivity = (activity: RowActivity, id: string, today: string): Activity => ({
  ...activity,
  id,
  origin: 'entered',
  enteredBy: '',
  confirmed: today,
  verification: 'draft',
})

const twinsFor = (
  activity: RowActivity | null,
  updates: string | null,
  { room, caller }: Known,
): ImportRow['twins'] => {
  if (!activity) return []
  const own = placed(asActivity(activity, updates ?? '', room.today()), room)
  return twinsOf(own, othersFor(own, caller, room), namesIn(room))
}

/** Regencies and districts are called by their own name, not by each of their villages. */
const reachesOf = ({ sites }: RowActivity, { room: { world } }: Known): ImportRow['reaches'] => {
  const { nameOf } = world.geography
  const [coded, drawn] = [sites.filter((site) => 'code' in site), sites.filter((site) => 'geometry' in site)]
  const codes = [...coded.map(({ code }) => code), ...reachOfSites(drawn, world).map(({ code }) => code)]
  return [...new Set(codes.map(nameOf))]
}

/** A row as it is shown: what was written, what it would become, and what has to be said about it. */
export const viewRow = (job: OpenImport, raw: RawRow, known: Known): ImportRow => {
  const { verdicts, stored, content } = job
  const state = stateOfRow(job, raw.row)
  const given = givenOf(raw, stored.edits[raw.row] ?? {}, content!.table.columns)
  const record = stored.done[raw.row] ?? null
  if (state === 'done')
    return {
      row: raw.row,
      given,
      activity: null,
      reaches: [],
      findings: [],
      state,
      joins: null,
      updates: null,
      record,
      twins: [],
    }
  const { activity, findings, updates } = judge(job, raw, known, verdicts!.plan)
  const standing = verdicts!.standing(raw.row)
  return {
    row: raw.row,
    given,
    activity,
    reaches: activity ? reachesOf(activity, known) : [],
    findings: [...findings, ...standing.findings],
    state,
    joins: standing.joins,
    updates: updates?.id ?? null,
    record,
    twins: twinsFor(activity, updates?.id ?? null, known),
  }
}

const featuresOf = ({ row, state, activity }: ImportRow): readonly Feature[] =>
  (activity?.sites ?? []).flatMap((site) =>
    'geometry' in site ? [{ type: 'Feature' as const, properties: { row, state }, geometry: site.geometry }] : [],
  )

export type RowsAsked = { readonly state: RowState | null; readonly after: number; readonly limit: number }

/** A page of rows in the order of the file. */
export const viewRows = async (
  job: OpenImport,
  { state, after, limit }: RowsAsked,
  imports: ImportRoom,
  caller: Member,
): Promise<ImportRows> => {
  const known = knownFor(job, imports, caller)
  const pace = pacing(job)
  const rows: ImportRow[] = []
  let next: number | null = null
  for (const raw of job.content!.rows) {
    if (raw.row <= after || (state !== null && stateOfRow(job, raw.row) !== state)) continue
    if (rows.length === limit) {
      next = rows.at(-1)!.row
      break
    }
    await pace.step()
    rows.push(viewRow(job, raw, known))
  }
  return { rows, next, features: rows.flatMap(featuresOf) }
}
