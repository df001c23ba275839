import type { JournalReader } from './entry.ts'
import { openFileReader } from './file_reader.ts'
import { nodeFiles } from './files.ts'
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
          await nodeFiles.makeFolder(folder)
          return openTableJournal({ url: database, snapshot, isReadOnly, ...settings })
        },
        settings,
      )

/** For looking only: takes no lock, changes nothing, and may stand beside a running server. */
export const openReaderAt = ({ folder, database }: JournalPlace): Promise<JournalReader> =>
  database === null ? openFileReader(folder) : openTableReader(database)
