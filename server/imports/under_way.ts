import type { RecordStore } from '../journal/store.ts'
import type { ImportShelf } from './shelf.ts'
import type { StoredImport } from './stored.ts'

/** A batch that was sent to the journal when the server stopped: the journal says whether its rows are on record. */
export const settleUnderWay = async (
  stored: StoredImport,
  { state }: Pick<RecordStore, 'state'>,
  shelf: ImportShelf,
): Promise<StoredImport> => {
  const { underWay } = stored
  if (!underWay) return stored
  const isDone = state.operations.has(underWay.operation)
  const settled: StoredImport = {
    ...stored,
    underWay: null,
    ...(isDone ? { done: { ...stored.done, ...underWay.rows }, operation: underWay.operation } : {}),
  }
  await shelf.keep(settled)
  return settled
}
