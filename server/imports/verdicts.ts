import type { ImportCounts, ImportQuestion, RowState } from '../../data/model/importing.ts'
import type { Member } from '../access/caller.ts'
import type { Room } from '../work/room.ts'
import { questionsOf } from './asking/questions.ts'
import { openRow, type RowCells } from './judging/cells.ts'
import { type Brief, briefOf, standRows, stateBeside } from './judging/groups.ts'
import type { Known } from './judging/known.ts'
import type { Plan } from './judging/plan.ts'
import { type Judged, judgeRow } from './judging/row.ts'
import { type ImportRoom, knownFor, type OpenImport, pacing, planOf, type Verdicts } from './open_import.ts'
import type { RawRow } from './reading/table.ts'
import { NO_COUNTS, type StoredImport } from './stored.ts'

export const rowAt = ({ stored }: OpenImport, raw: RawRow, { columns, fields }: Plan): RowCells =>
  openRow(raw, stored.edits[raw.row] ?? {}, columns, fields)

export const judge = (job: OpenImport, raw: RawRow, known: Known, plan: Plan): Judged =>
  judgeRow(rowAt(job, raw, plan), known, plan, job.stored.file)

export const briefFor = (job: OpenImport, raw: RawRow, judged: Judged, plan: Plan): Brief => {
  const row = rowAt(job, raw, plan)
  return briefOf(raw.row, judged, row.of('externalId')[0]?.text ?? null, row.accepts)
}

/** Rows whose record was taken away again, by undoing the batch, are open again. */
const isDone = (row: number, { stored }: OpenImport, { store }: Room): boolean => {
  const id = Object.hasOwn(stored.done, row) ? stored.done[row] : undefined
  return id !== undefined && store.state.records.has(`activity/${id}`)
}

/** Whether a record that came from this file was taken away again. */
export const hasUndone = ({ stored }: OpenImport, { store }: Room): boolean =>
  Object.values(stored.done).some((id) => !store.state.records.has(`activity/${id}`))

const without = (done: StoredImport['done'], rows: readonly number[]): StoredImport['done'] => {
  const gone = new Set(rows.map(String))
  return gone.size === 0 ? done : Object.fromEntries(Object.entries(done).filter(([row]) => !gone.has(row)))
}

/** Sets the rows beside each other anew. */
export const regroup = (
  job: OpenImport,
  verdicts: Pick<Verdicts, 'plan' | 'briefs' | 'swapped' | 'positioned'>,
): void => {
  const left = new Set(job.stored.left)
  const open = verdicts.briefs.filter((brief) => brief !== null && !left.has(brief.row)) as Brief[]
  const { of, repeated } = standRows(open, verdicts.plan.answers)
  const { swapped, positioned } = verdicts
  job.verdicts = { ...verdicts, standing: of, patterns: { swapped, positioned, repeated } }
  job.stored = { ...job.stored, counts: countRows(job) }
}

/** Judges every row that is not on record yet, between the requests of others. */
export const judgeAll = async (job: OpenImport, imports: ImportRoom, caller: Member): Promise<void> => {
  const { rows, table, shown } = job.content!
  job.stage = 'judging'
  const pace = pacing(job)
  const plan = planOf({ table, shown }, job.stored)
  const briefs: (Brief | null)[] = []
  const undone: number[] = []
  let known: Known | null = null
  let [swapped, positioned] = [0, 0]
  for (const raw of rows) {
    await pace.step()
    job.progress = { done: briefs.length, of: rows.length }
    if (isDone(raw.row, job, imports.room)) {
      briefs.push(null)
      continue
    }
    if (Object.hasOwn(job.stored.done, raw.row)) undone.push(raw.row)
    known ??= knownFor(job, imports, caller)
    const judged = judge(job, raw, known, plan)
    briefs.push(briefFor(job, raw, judged, plan))
    if (judged.findings.some(({ name }) => name === 'swapped')) swapped += 1
    if (judged.activity?.sites.some((site) => 'geometry' in site)) positioned += 1
  }
  job.stored = { ...job.stored, done: without(job.stored.done, undone) }
  regroup(job, { plan, briefs, swapped, positioned })
}

const stateOfBrief = (brief: Brief | null, left: ReadonlySet<number>, { verdicts }: OpenImport): RowState => {
  if (brief === null) return 'done'
  return left.has(brief.row) ? 'left' : stateBeside(brief.state, verdicts!.standing(brief.row))
}

/** The state in which a row is shown; it has to be one of the file. */
export const stateOfRow = (job: OpenImport, row: number): RowState =>
  stateOfBrief(job.verdicts!.briefs[job.content!.places.get(row)!]!, new Set(job.stored.left), job)

export const countRows = (job: OpenImport): ImportCounts => {
  const counts: { -readonly [K in keyof ImportCounts]: number } = { ...NO_COUNTS }
  const left = new Set(job.stored.left)
  for (const brief of job.verdicts?.briefs ?? []) {
    const state = stateOfBrief(brief, left, job)
    counts[state] += 1
    if (brief?.updates && state === 'good') counts.updates += 1
  }
  return counts
}

export const questionsFor = ({ content, verdicts }: OpenImport, { room }: ImportRoom): readonly ImportQuestion[] =>
  content && verdicts
    ? questionsOf(content.table, content.rows, content.shown, verdicts.patterns, verdicts.plan.answers, room.world)
    : []
