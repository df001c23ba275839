import type { Journal, JournalReader } from './entry.ts'
import { JournalForeign } from './errors.ts'

/** How far a copy has come: entries of the target, of so many. */
export type CopyProgress = { readonly seq: number; readonly of: number }

/** Enough for one write, little enough to hold in memory. */
const BATCH_BYTES = 8 << 20

/**
 * Brings the target to where the source stands; each line is checked against the chain as it is taken over. Throws
 * JournalForeign, and changes nothing, unless what the target has is the beginning of the source.
 */
export const copyJournal = async (
  from: JournalReader,
  to: Pick<Journal, 'adopt' | 'head'>,
  told: (progress: CopyProgress) => void = () => {},
): Promise<{ readonly copied: number; readonly seq: number; readonly hash: string }> => {
  const begin = to.head()
  const of = from.head().seq
  if (begin.seq > 0 && (await from.hashAt(begin.seq)) !== begin.hash) throw new JournalForeign(begin.seq)
  let [batch, bytes]: [Buffer[], number] = [[], 0]
  const flush = async () => {
    await to.adopt(batch)
    told({ seq: to.head().seq, of })
    ;[batch, bytes] = [[], 0]
  }
  for await (const line of from.lines(begin.seq)) {
    batch.push(line)
    bytes += line.length
    if (bytes >= BATCH_BYTES || batch.length >= 2_000) await flush()
  }
  if (batch.length > 0) await flush()
  const { seq, hash } = to.head()
  return { copied: seq - begin.seq, seq, hash }
}
