import { setImmediate as breathe } from 'node:timers/promises'
import type { Change, Draft } from './entry.ts'

/** A draft as its line will say it, each change written and read back: whatever becomes of the draft meanwhile, this is kept. */
export type WrittenDraft = {
  readonly head: Omit<Draft, 'changes'>
  readonly texts: readonly string[]
  readonly changes: readonly Change[]
}

/** So many changes are written at once; an import of twenty thousand would hold everybody up for half a second. */
const AT_ONCE = 250

/** Writes a small draft at once, a large one between the requests of others. */
export const writeDraft = ({ changes, ...head }: Draft): WrittenDraft | Promise<WrittenDraft> => {
  const written: { head: WrittenDraft['head']; texts: string[]; changes: Change[] } = { head, texts: [], changes: [] }
  const write = (change: Change): void => {
    const text = JSON.stringify(change)
    written.texts.push(text)
    written.changes.push(JSON.parse(text) as Change)
  }
  if (changes.length <= AT_ONCE) {
    changes.forEach(write)
    return written
  }
  const writeAll = async (): Promise<WrittenDraft> => {
    for (const [at, change] of changes.entries()) {
      if (at > 0 && at % AT_ONCE === 0) await breathe()
      write(change)
    }
    return written
  }
  return writeAll()
}
