import type { JournalReader } from './entry.ts'
import { JournalDamaged } from './errors.ts'
import { LOST } from './file.ts'
import { openFileReader } from './file_reader.ts'
import { makeLastingFolder, nodeFiles } from './files.ts'
import type { JournalPlace } from './place.ts'
import { openTableJournal, openTableReader } from './postgres/journal.ts'
import { openFileStore, openStoreWithSnapshot, type RecordStore, type StoreSettings } from './store.ts'

/** The store on a journal wherever it lies. */
export const openStoreAt = (
  { folder, database }: JournalPlace,
  { isReadOnly = false, ...settings }: StoreSettings & { readonly isReadOnly?: boolean } = {},
): Promise<RecordStore> =>
  database === null
    ? openFileStore({ folder, ...settings })
    : openStoreWithSnapshot(
        folder,
        async (snapshot) => {
          await makeLastingFolder(folder, nodeFiles)
          return openTableJournal({ url: database, snapshot, isReadOnly, ...settings })
        },
        settings,
      )

/** For looking only: takes no lock, changes nothing, and may stand beside a running server. */
export const openReaderAt = async ({ folder, database }: JournalPlace): Promise<JournalReader> => {
  if (database !== null) return openTableReader(database)
  const reader = await openFileReader(folder)
  const { broken } = reader
  if (!broken?.acknowledged) return reader
  await reader.close()
  throw new JournalDamaged(broken.offset, broken.seq, LOST)
}
