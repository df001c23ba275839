import { openReaderAt } from '../journal/open.ts'
import type { JournalPlace } from '../journal/place.ts'
import { applyEntry, emptyState } from '../journal/state.ts'
import type { RecordStore } from '../journal/store.ts'

const READ_ONLY = 'This store is for reading only.'

/** The records of a journal as they stand now, without its lock: beside a running server as well. Nothing is ever written. */
export const openForReading = async (place: JournalPlace): Promise<RecordStore> => {
  const reader = await openReaderAt(place)
  const state = emptyState()
  for await (const entry of reader.replay()) applyEntry(state, entry)
  const refuse = async () => {
    throw new Error(READ_ONLY)
  }
  return {
    journal: { ...reader, append: refuse, adopt: refuse, follow: () => () => {}, reasons: () => [] },
    state,
    commit: refuse,
    onEntry: () => () => {},
    asOf: () => ({ seq: state.seq, time: state.time }),
    waiting: () => 0,
    reasons: () => [],
    close: () => reader.close(),
  }
}
