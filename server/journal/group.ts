import type { WrittenDraft } from './draft.ts'
import type { Entry } from './entry.ts'
import { checkRevisions, emptyLedger, type Ledger, note } from './ledger.ts'
import { formatLine } from './line.ts'

export type Asker = {
  readonly resolve: (entry: Entry | Promise<Entry>) => void
  readonly reject: (error: unknown) => void
}
export type Waiting = { readonly draft: WrittenDraft; readonly asker: Asker }
/** Without the draft: of a large one nothing but its line shall be held while the disk works. */
export type Staged = {
  readonly bytes: Buffer
  readonly hash: string
  readonly entry: Entry
  readonly askers: Asker[]
}
/** Lines that are kept together or not at all; `pending` are the drafts that they answer, for whoever has to try again. */
export type Group = { readonly lines: readonly Staged[]; readonly pending: readonly Waiting[] }

/** What a group is judged by and chained to: the journal as far as it is on disk. */
export type Ground = {
  readonly seq: number
  readonly hash: string
  readonly ledger: Ledger
  readonly now: () => Date
  readonly entryAt: (seq: number) => Promise<Entry>
}

/** Enough to share an fsync among hundreds of writers, little enough to hold twice in memory. */
const GROUP_BYTES = 8 << 20
/** A statement of PostgreSQL takes 65,535 parameters. */
const GROUP_DRAFTS = 5_000

const sizeOf = ({ pieces }: WrittenDraft): number => pieces.reduce((sum, { length }) => sum + length, 0)

/** Takes from the queue what shall share one write. */
export const takeGroup = (queue: Waiting[]): Waiting[] => {
  const taken: Waiting[] = []
  for (let bytes = 0; queue.length > 0 && bytes < GROUP_BYTES && taken.length < GROUP_DRAFTS; ) {
    const waiting = queue.shift()!
    bytes += sizeOf(waiting.draft)
    taken.push(waiting)
  }
  return taken
}

/** Writes the lines of these drafts, one chained to the other; who sent an operation that is known or cannot be is answered at once. */
export const stageGroup = (drafts: readonly Waiting[], { seq: durable, hash, ledger, now, entryAt }: Ground): Group => {
  const [lines, pending, staged]: [Staged[], Waiting[], Ledger] = [[], [], emptyLedger()]
  const place = (waiting: Waiting): void => {
    const { draft, asker } = waiting
    const known = ledger.operations.get(draft.head.operation)
    if (known !== undefined) {
      asker.resolve(entryAt(known))
      return
    }
    const twin = staged.operations.get(draft.head.operation)
    if (twin === undefined) {
      checkRevisions(ledger, staged, draft)
      const seq = durable + lines.length + 1
      const line = formatLine(lines.at(-1)?.hash ?? hash, { seq, durable, time: now().toISOString() }, draft)
      lines.push({ ...line, askers: [asker] })
      note(staged, line.entry)
    } else lines[twin - durable - 1]?.askers.push(asker)
    pending.push(waiting)
  }
  for (const waiting of drafts)
    try {
      place(waiting)
    } catch (error) {
      waiting.asker.reject(error)
    }
  return { lines, pending }
}

/** Tells everybody who waits for these lines what became of them. */
export const answerAll = (lines: readonly Staged[]): void => {
  for (const { entry, askers } of lines) for (const { resolve } of askers) resolve(entry)
}
