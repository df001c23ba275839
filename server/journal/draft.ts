import { setImmediate as breathe } from 'node:timers/promises'
import type { Change, Draft } from './entry.ts'

/** A draft as its line will say it, each change written and read back: whatever becomes of the draft meanwhile, this is kept. */
export type WrittenDraft = {
  readonly head: Omit<Draft, 'changes'>
  /** What stands between the brackets of "changes", in pieces: one string of a large batch would take its memory once more. */
  readonly pieces: readonly Buffer[]
  readonly changes: readonly Change[]
}

/** So many changes are written at once; an import of twenty thousand would hold everybody up for half a second. */
const AT_ONCE = 250

/** Writes a small draft at once, a large one between the requests of others. */
export const writeDraft = ({ changes, ...head }: Draft): WrittenDraft | Promise<WrittenDraft> => {
  const written: { head: WrittenDraft['head']; pieces: Buffer[]; changes: Change[] } = { head, pieces: [], changes: [] }
  const write = (some: readonly Change[]): void => {
    const texts = some.map((change) => JSON.stringify(change))
    written.pieces.push(Buffer.from(`${written.pieces.length > 0 ? ',' : ''}${texts.join()}`))
    for (const text of texts) written.changes.push(JSON.parse(text) as Change)
  }
  if (changes.length <= AT_ONCE) {
    write(changes)
    return written
  }
  const writeAll = async (): Promise<WrittenDraft> => {
    for (let from = 0; from < changes.length; from += AT_ONCE) {
      if (from > 0) await breathe()
      write(changes.slice(from, from + AT_ONCE))
    }
    return written
  }
  return writeAll()
}
