import type { AsOf } from '../../data/model/answers.ts'
import type { Words } from '../../data/model/words.ts'
import type { Draft, Entry, Journal } from './entry.ts'
import { JournalReadOnly, RevisionConflict } from './errors.ts'
import { openFileJournal } from './file.ts'
import { type Files, nodeFiles } from './files.ts'
import { loadSnapshot, type Snapshot, stateOf, takeSnapshot, writeSnapshot } from './snapshot.ts'
import { applyEntry, emptyState, type State } from './state.ts'

/** The journal with its present state. Everything that shows records follows `onEntry`. */
export type RecordStore = {
  readonly journal: Journal
  readonly state: State
  /** Resolves after the entry is on disk, folded into `state`, and every listener has seen it. */
  commit(draft: Draft): Promise<Entry>
  /** Calls the listener with each entry, in order, before its `commit` resolves. Returns how to stop. */
  onEntry(listener: (entry: Entry) => void): () => void
  asOf(): AsOf
  /** Changes that wait for the disk. */
  waiting(): number
  /** What an operator should know; empty while all is well. */
  reasons(): readonly Words[]
  /** Finishes what was asked for, keeps a snapshot, and lets the journal go. */
  close(): Promise<void>
}

const DEFAULT_EVERY = 1000

const CLOSED: Words = { id: 'Penyimpanan sudah ditutup.', en: 'The store is closed.' }
const NOT_KEPT: Words = {
  id: 'Snapshot gagal ditulis; start berikutnya membaca seluruh jurnal. Periksa ruang disk.',
  en: 'The snapshot could not be written; the next start reads the whole journal. Check the disk space.',
}

/** Folds the journal from the snapshot on. `keep` writes a snapshot, every `every` entries and on close. */
export const openStore = async ({
  journal,
  snapshot = null,
  keep = async () => {},
  every = DEFAULT_EVERY,
  report = console.error,
}: {
  readonly journal: Journal
  readonly snapshot?: Snapshot | null
  readonly keep?: (snapshot: Snapshot) => Promise<void>
  readonly every?: number
  /** Hears of faults that do not undo a commit. */
  readonly report?: (error: unknown) => void
}): Promise<RecordStore> => {
  const state = snapshot ? stateOf(snapshot) : emptyState()
  const late: Entry[] = []
  let take = (entry: Entry): void => void late.push(entry)
  const unfollow = journal.follow((entry) => take(entry))
  for await (const entry of journal.replay(state.seq)) applyEntry(state, entry)
  for (const entry of late) if (entry.seq > state.seq) applyEntry(state, entry)

  const listeners = new Set<(entry: Entry) => void>()
  const underWay = new Set<Promise<Entry>>()
  let keptSeq = snapshot?.seq ?? 0
  let triedSeq = keptSeq
  let keeping: Promise<void> | null = null
  let notKept: Words | null = null
  let closing: Promise<void> | null = null

  const keepNow = async (): Promise<void> => {
    const taken = takeSnapshot(state, journal.head().hash)
    triedSeq = taken.seq
    try {
      await keep(taken)
      keptSeq = taken.seq
      notKept = null
    } catch (error) {
      notKept = NOT_KEPT
      report(error)
    }
    keeping = null
  }

  const tell = (entry: Entry): void => {
    for (const listener of listeners)
      try {
        listener(entry)
      } catch (error) {
        report(error)
      }
  }

  // Whoever wrote it: an entry of this server is folded in here too, before its `append` resolves.
  take = (entry) => {
    if (entry.seq <= state.seq) return
    applyEntry(state, entry)
    tell(entry)
    // Only the last entry of a group stands at the head, whose hash the snapshot needs.
    if (state.seq - triedSeq >= every && journal.head().seq === state.seq) keeping ??= keepNow()
  }

  const finish = async (): Promise<void> => {
    await Promise.allSettled(underWay)
    await keeping
    if (state.seq > keptSeq) await keepNow()
    unfollow()
    await journal.close()
  }

  return {
    journal,
    state,
    async commit(draft) {
      if (closing) throw new JournalReadOnly(CLOSED)
      const accepted = journal.append(draft)
      underWay.add(accepted)
      try {
        return await accepted
      } catch (error) {
        // What it lost against may still be on its way to disk: whoever is told can then read it.
        if (error instanceof RevisionConflict) await Promise.allSettled(underWay)
        throw error
      } finally {
        underWay.delete(accepted)
      }
    },
    onEntry(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    asOf: () => ({ seq: state.seq, time: state.time }),
    waiting: () => underWay.size,
    reasons: () => [...journal.reasons(), ...(notKept ? [notKept] : [])],
    close() {
      closing ??= finish()
      return closing
    },
  }
}

const FOREIGN: Words = {
  id: 'Snapshot bukan dari jurnal ini; semua dibaca ulang dari jurnal.',
  en: 'The snapshot is not of this journal; everything was read again from the journal.',
}

export type StoreSettings = {
  readonly now?: () => Date
  readonly files?: Files
  readonly every?: number
  readonly report?: (error: unknown) => void
}

/** The store on a journal whose snapshot lies in a folder. */
export const openStoreWithSnapshot = async (
  folder: string,
  openJournal: (
    snapshot: Snapshot | null,
  ) => Promise<Journal & { readonly snapshotFits: boolean; canKeep?(): boolean }>,
  { files = nodeFiles, every = DEFAULT_EVERY, report = console.error }: StoreSettings,
): Promise<RecordStore> => {
  const { snapshot, reason } = await loadSnapshot(folder, files)
  const journal = await openJournal(snapshot)
  const store = await openStore({
    journal,
    snapshot: journal.snapshotFits ? snapshot : null,
    every,
    report,
    async keep(taken) {
      if (journal.canKeep?.() ?? true) await writeSnapshot(folder, taken, files)
    },
  }).catch(async (error: unknown) => {
    await journal.close()
    throw error
  })
  const found: Words[] = [...(reason ? [reason] : []), ...(snapshot && !journal.snapshotFits ? [FOREIGN] : [])]
  return { ...store, reasons: () => [...found, ...store.reasons()] }
}

/** The store on a folder: the file journal, and its snapshot beside it. */
export const openFileStore = async ({
  folder,
  ...settings
}: StoreSettings & { readonly folder: string }): Promise<RecordStore> =>
  openStoreWithSnapshot(
    folder,
    async (snapshot) => {
      const journal = await openFileJournal({ folder, snapshot, ...settings })
      // A displaced or failed writer must not touch a folder that may be another's by now.
      return { ...journal, canKeep: () => journal.trouble() === null }
    },
    settings,
  )
