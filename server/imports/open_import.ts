import type { Words } from '../../data/model/words.ts'
import type { Member } from '../access/caller.ts'
import { createPace, type Pace } from '../engine/pace.ts'
import type { Room } from '../work/room.ts'
import { lookAt, type Shown } from './asking/evidence.ts'
import type { Patterns } from './asking/questions.ts'
import { defaultsOf, readChoicesOf } from './choices.ts'
import type { Brief, Standing } from './judging/groups.ts'
import { createKnown, type Known } from './judging/known.ts'
import { createPlan, NO_EVIDENCE, type Plan } from './judging/plan.ts'
import { type Guess, guessFields, mappingOf, type Remembered } from './mapping.ts'
import { FileRefusal } from './reading/refusal.ts'
import type { RawRow, RawTable } from './reading/table.ts'
import { readInThread } from './reading/thread.ts'
import type { ImportShelf } from './shelf.ts'
import type { StoredImport } from './stored.ts'

/** What every import stands on. */
export type ImportRoom = {
  readonly room: Room
  readonly shelf: ImportShelf
  report(error: unknown): void
}

/** An import whose file has been read: everything that is found anew each time it is opened. */
export type Content = {
  readonly table: RawTable
  readonly rows: readonly RawRow[]
  /** Places of the rows in `rows`, by their number in the file. */
  readonly places: ReadonlyMap<number, number>
  readonly guesses: readonly Guess[]
  readonly shown: Shown
}

/** How the rows stand now. */
export type Verdicts = {
  readonly plan: Plan
  /** In the order of the rows; null for rows that are on record. */
  readonly briefs: (Brief | null)[]
  readonly swapped: number
  readonly positioned: number
  standing(row: number): Standing
  readonly patterns: Patterns
}

export type OpenImport = {
  stored: StoredImport
  stage: 'reading' | 'judging' | 'open' | 'committing' | 'failed'
  progress: { done: number; of: number }
  content: Content | null
  verdicts: Verdicts | null
  fault: Words | null
  readonly leaving: AbortController
  /** The journal up to here was looked through for what was undone. */
  followed: number
  known: { readonly seq: number; readonly person: string; readonly known: Known } | null
}

export const openImport = (stored: StoredImport): OpenImport => ({
  stored,
  stage: 'reading',
  progress: { done: 0, of: 0 },
  content: null,
  verdicts: null,
  fault: stored.fault,
  leaving: new AbortController(),
  followed: 0,
  known: null,
})

/** What rows are compared with, made anew when the journal went on. */
export const knownFor = (job: OpenImport, { room }: ImportRoom, caller: Member): Known => {
  const { seq } = room.store.state
  if (job.known?.seq !== seq || job.known.person !== caller.person)
    job.known = { seq, person: caller.person, known: createKnown(room, caller) }
  return job.known.known
}

export const pacing = (job: OpenImport): Pace =>
  createPace({ deadlineMs: Number.POSITIVE_INFINITY, signal: job.leaving.signal })

/** Reads the file in the thread, as far as was chosen; rejects with a FileRefusal. */
const readContent = async (
  job: OpenImport,
  bytes: Uint8Array,
  remembered: Remembered,
  { report }: ImportRoom,
): Promise<Omit<Content, 'shown'>> => {
  const rows: RawRow[] = []
  let table: RawTable | null = null
  await readInThread(bytes, readChoicesOf(job.stored.choices), {
    onTable: (found) => {
      table = found
    },
    onRows: (found) => {
      rows.push(...found)
      job.progress = { done: rows.length, of: 0 }
    },
    signal: job.leaving.signal,
    report,
  })
  if (!table) throw new Error('The import thread told no table')
  const found: RawTable = table
  return {
    table: found,
    rows,
    places: new Map(rows.map(({ row }, at) => [row, at])),
    guesses: guessFields(found, remembered),
  }
}

export const planOf = (
  { table, shown }: Pick<Content, 'table'> & { readonly shown: Shown | null },
  { choices }: StoredImport,
): Plan => createPlan(table, choices!, defaultsOf(choices!), shown?.evidence ?? NO_EVIDENCE)

/** Takes the file in: read, mapped by guess where nobody mapped it, looked at for what it leaves open. */
export const takeIn = async (job: OpenImport, imports: ImportRoom, caller: Member): Promise<void> => {
  const { shelf } = imports
  const { room, id } = job.stored
  job.stage = 'reading'
  const [bytes, remembered] = [await shelf.loadFile(room, id), await shelf.remembered(room)]
  const content = await readContent(job, bytes, remembered, imports)
  const { table, guesses, rows } = content
  const fits =
    job.stored.choices && Object.keys(job.stored.choices.mapping).every((column) => table.columns.includes(column))
  const { answers = {}, defaults = {} } = job.stored.choices ?? {}
  if (!fits) job.stored = { ...job.stored, choices: { mapping: mappingOf(table.columns, guesses), answers, defaults } }
  const known = knownFor(job, imports, caller)
  const shown = await lookAt(rows, known, planOf({ table, shown: null }, job.stored), pacing(job))
  job.content = { ...content, shown }
}

/** Ends an opening that failed: in words where the file was at fault. */
export const fail = (job: OpenImport, error: unknown, { report }: ImportRoom): void => {
  const isFile = error instanceof FileRefusal
  if (!isFile) report(error)
  job.stage = 'failed'
  job.fault = isFile ? error.words : NOT_OPENED
  job.stored = { ...job.stored, fault: isFile ? job.fault : null }
}

const NOT_OPENED: Words = {
  id: 'Impor ini tidak dapat dibuka sekarang. Coba lagi sebentar lagi, atau unggah berkasnya sekali lagi.',
  en: 'This import cannot be opened now. Try again shortly, or upload the file once more.',
}
