import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEmbedSites } from '../server/embed/sites.ts'
import { openImportShelf } from '../server/imports/shelf.ts'
import { openFileStore } from '../server/journal/store.ts'
import { openPrivateFile } from '../server/people/private_file.ts'
import { openPhotoShelf } from '../server/work/photos/shelf.ts'
import { everyChange } from './crash/changes.ts'
import { gatedFiles } from './crash/gated_files.ts'
import { ownFolder } from './journal/own_folder.ts'
import { serve } from './served.ts'
import { sit } from './work/desk.ts'

test('while the disk takes its time nobody who reads waits for it, and no change is answered before it', async () => {
  const home = ownFolder()
  const { files, shut, open } = gatedFiles()
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
  const reader = await sit(served, 'partner', 'akar')
  const waiting: Record<string, () => unknown> = {}
  for (const [row, prepare] of Object.entries(await everyChange(served))) waiting[row] = await prepare()

  const before = store.asOf()
  shut()
  const answered = new Map<string, number>()
  const changing = Object.entries(waiting).map(async ([row, change]) => {
    const { status } = (await change()) as Response
    answered.set(row, status)
  })
  const reads = [
    '/healthz',
    '/api/features/activities',
    '/api/coverage?region=99.01&theme=stunting&period=2026',
    '/tiles/villages/8/206/127',
    '/api/export/activities.csv',
    '/api/session',
    '/api/imports',
    '/api/sessions',
  ]
  for (let round = 0; round < 20; round += 1)
    for (const path of reads) {
      const response = await reader.ask('GET', path)
      await response.arrayBuffer()
      expect([path, response.status]).toEqual([path, 200])
    }
  expect([[...answered], store.asOf()]).toEqual([[], before])
  open()
  await Promise.all(changing)
  expect([...answered].filter(([, status]) => status < 200 || status > 299)).toEqual([])
  expect(answered.size).toBe(Object.keys(waiting).length)
  served.world.close()
  await served.people.close()
  await store.close()
}, 60_000)
