import { join } from 'node:path'
import type { Words } from '../../data/model/words.ts'
import { JOURNAL_FILE } from './file.ts'
import { codeOf, type Files, nodeFiles } from './files.ts'
import { GENESIS, readEntry } from './line.ts'
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

/** Reads everything, changes nothing, takes no lock: safe beside a running server. */
export const verifyJournal = async (folder: string, files: Files = nodeFiles): Promise<JournalReport> => {
  const { snapshot, reason } = await loadSnapshot(folder, files)
  const state = emptyState()
  let agrees = snapshot?.seq === 0
  const file = await files.open(join(folder, JOURNAL_FILE), 'read').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  try {
    const scan = file
      ? await scanJournal(file, ({ seq, hash, line }) => {
          applyEntry(state, readEntry(line))
          if (seq === snapshot?.seq) agrees = checksumOf(takeSnapshot(state, hash)) === checksumOf(snapshot)
        })
      : { seq: 0, hash: GENESIS, end: 0, broken: null }
    return {
      seq: scan.seq,
      hash: scan.hash,
      bytes: scan.end,
      state,
      broken: scan.broken,
      snapshot: snapshot && { seq: snapshot.seq, agrees },
      snapshotReason: reason,
    }
  } finally {
    await file?.close()
  }
}
