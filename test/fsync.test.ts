import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RIGHTS } from '../server/access/rights.ts'
import { openEmbedSites } from '../server/embed/sites.ts'
import { openImportShelf } from '../server/imports/shelf.ts'
import { openFileStore } from '../server/journal/store.ts'
import { openPrivateFile } from '../server/people/private_file.ts'
import { openPhotoShelf } from '../server/work/photos/shelf.ts'
import { everyChange, KEPT_NOWHERE } from './crash/changes.ts'
import { syncedFiles } from './crash/synced_files.ts'
import { ownFolder } from './journal/own_folder.ts'
import { serve } from './served.ts'

const CHANGING = Object.entries(RIGHTS)
  .filter(([row, { isOpen, isReading }]) => !row.startsWith('GET ') && !isOpen && !isReading)
  .map(([row]) => row)

test('what a request changed is on disk for good before it is answered, whichever of all changing routes it was', async () => {
  const home = ownFolder()
  const { files, count, unsynced } = syncedFiles()
  const store = await openFileStore({ folder: join(home, 'journal'), files })
  const served = await serve(
    [],
    {
      store,
      photos: openPhotoShelf(join(home, 'uploads'), files),
      imports: openImportShelf(join(home, 'imports'), files),
      embedSites: await openEmbedSites(home, files),
    },
    [],
    { file: openPrivateFile(join(home, 'private'), files) },
  )
  const changes = await everyChange(served)
  expect([...Object.keys(changes), ...KEPT_NOWHERE].sort()).toEqual([...CHANGING].sort())
  for (const [row, prepare] of Object.entries(changes)) {
    const change = await prepare()
    const before = count()
    const { status } = await change()
    const answered = { row, isGood: status >= 200 && status < 300, isSynced: count() > before, unsynced: unsynced() }
    expect(answered).toEqual({ row, isGood: true, isSynced: true, unsynced: [] })
  }
  served.world.close()
  await served.people.close()
  await store.close()
}, 60_000)
