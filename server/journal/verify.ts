import { join } from 'node:path'
import type { Words } from '../../data/model/words.ts'
import { JOURNAL_FILE } from './file.ts'
import { codeOf, type Files, nodeFiles } from './files.ts'
import { findHash, GENESIS, readEntry } from './line.ts'
import type { JournalPlace } from './place.ts'
import { openTableReader } from './postgres/journal.ts'
import { type Break, scanJournal } from './scan.ts'
import { checksumOf, loadSnapshot, takeSnapshot } from './snapshot.ts'
import { applyEntry, emptyState, type State } from './state.ts'

/** What a full replay proves. `broken` is null when every byte belongs to the chain. */
export type JournalReport = {
  readonly seq: number
  readonly hash: string
  readonly bytes: number
  readonly state: State
  readonly broken: Break | null
  /** `agrees`: the snapshot says what the replay says at the same entry. */
  readonly snapshot: { readonly seq: number; readonly agrees: boolean } | null
  readonly snapshotReason: Words | null
}

type ProvenLine = { readonly seq: number; readonly hash: string; readonly line: Buffer }
type Read = { readonly seq: number; readonly hash: string; readonly end: number; readonly broken: Break | null }

/** Folds what `read` proves, and compares with the snapshot in the folder. */
const reportOn = async (
  folder: string,
  files: Files,
  read: (onLine: (proven: ProvenLine) => void) => Promise<Read>,
): Promise<JournalReport> => {
  const { snapshot, reason } = await loadSnapshot(folder, files)
  const state = emptyState()
  let agrees = snapshot?.seq === 0
  const { seq, hash, end, broken } = await read((proven) => {
    applyEntry(state, readEntry(proven.line))
    if (proven.seq === snapshot?.seq) agrees = checksumOf(takeSnapshot(state, proven.hash)) === checksumOf(snapshot)
  })
  const kept = snapshot && { seq: snapshot.seq, agrees }
  return { seq, hash, bytes: end, state, broken, snapshot: kept, snapshotReason: reason }
}

/** Reads everything, changes nothing, takes no lock: safe beside a running server. */
export const verifyJournal = (folder: string, files: Files = nodeFiles): Promise<JournalReport> =>
  reportOn(folder, files, async (onLine) => {
    const file = await files.open(join(folder, JOURNAL_FILE), 'read').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    })
    try {
      return file ? await scanJournal(file, onLine) : { seq: 0, hash: GENESIS, end: 0, broken: null }
    } finally {
      await file?.close()
    }
  })

const verifyTable = (folder: string, database: string): Promise<JournalReport> =>
  reportOn(folder, nodeFiles, async (onLine) => {
    const reader = await openTableReader(database)
    let [seq, hash, end] = [0, GENESIS, 0]
    try {
      for await (const bytes of reader.lines()) {
        const line = bytes.subarray(0, -1)
        const next = findHash(hash, line)
        // Whatever is in the table was acknowledged.
        if (next === null) return { seq, hash, end, broken: { offset: end, seq: seq + 1, acknowledged: true } }
        seq += 1
        hash = next
        end += bytes.length
        onLine({ seq, hash, line })
      }
      const last = reader.head().seq
      const broken = seq < last ? { offset: end, seq: seq + 1, acknowledged: true } : null
      return { seq, hash, end, broken }
    } finally {
      await reader.close()
    }
  })

/** The same wherever the journal lies. */
export const verifyAt = ({ folder, database }: JournalPlace): Promise<JournalReport> =>
  database === null ? verifyJournal(folder) : verifyTable(folder, database)
