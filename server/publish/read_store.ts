import { join } from 'node:path'
import type { Entry } from '../journal/entry.ts'
import { JOURNAL_FILE } from '../journal/file.ts'
import { nodeFiles } from '../journal/files.ts'
import { readEntry } from '../journal/line.ts'
import { scanJournal } from '../journal/scan.ts'
import type { RecordStore } from '../journal/store.ts'
import { verifyJournal } from '../journal/verify.ts'

const READ_ONLY = 'This store is for reading only.'

/** The records of a journal as they stand now, without its lock: beside a running server as well. Nothing is ever written. */
export const openForReading = async (folder: string): Promise<RecordStore> => {
  const { state, seq, hash } = await verifyJournal(folder)
  const head = () => ({ seq, hash, time: state.time })
  const refuse = async () => {
    throw new Error(READ_ONLY)
  }
  async function* replay(afterSeq = 0): AsyncGenerator<Entry> {
    const file = await nodeFiles.open(join(folder, JOURNAL_FILE), 'read')
    const entries: Entry[] = []
    try {
      await scanJournal(file, (line) => {
        if (line.seq > afterSeq && line.seq <= seq) entries.push(readEntry(line.line))
      })
    } finally {
      await file.close()
    }
    yield* entries
  }
  return {
    journal: { append: refuse, replay, hashAt: async (at) => (at === seq ? hash : null), head, close: async () => {} },
    state,
    commit: refuse,
    onEntry: () => () => {},
    asOf: () => ({ seq: state.seq, time: state.time }),
    reasons: () => [],
    close: async () => {},
  }
}
