import { join } from 'node:path'
import { openImportShelf } from '../../server/imports/shelf.ts'
import { NO_COUNTS, type StoredImport } from '../../server/imports/stored.ts'
import type { Files } from '../../server/journal/files.ts'
import { openFileStore } from '../../server/journal/store.ts'
import { openPrivateFile } from '../../server/people/private_file.ts'
import { openPrivateStore } from '../../server/people/private_store.ts'
import { openPhotoShelf } from '../../server/work/photos/shelf.ts'
import { draft, enter } from '../journal/world.ts'
import { jpeg } from '../work/pictures.ts'

const [JOURNAL, PRIVATE, UPLOADS, IMPORTS] = ['journal', 'private', 'uploads', 'imports']
export const BATCH = 30
const PICTURES = [jpeg(8, 8), jpeg(9, 9)]
const ROOM = 'o akar'
const stored = (file: string): StoredImport => ({
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  room: ROOM,
  file,
  created: '2026-11-22T03:00:00.000Z',
  choices: null,
  edits: {},
  left: [],
  done: {},
  underWay: null,
  operation: null,
  counts: NO_COUNTS,
  fault: null,
})

/** Everything of a home that must last, on one layer. */
export const openHome = async (home: string, files: Files) => ({
  journal: join(home, JOURNAL),
  store: await openFileStore({ folder: join(home, JOURNAL), files, every: 3 }),
  people: await openPrivateStore(openPrivateFile(join(home, PRIVATE), files)),
  photos: openPhotoShelf(join(home, UPLOADS), files),
  imports: openImportShelf(join(home, IMPORTS), files),
})
export type Home = Awaited<ReturnType<typeof openHome>>

/** What was promised, as words: an operation of the journal, an organisation that is trusted, a photo, a state of the import. */
export type Told = `operation ${string}` | `trusted ${string}` | `photo ${string}` | `import ${string}`

/** Two days of a server: edits one by one and together, a batch, an invitation accepted, photos, an import, a stop and a start. */
export const runSession = async (home: string, files: Files, tell: (told: Told) => void): Promise<void> => {
  for (const day of ['one', 'two']) {
    const { store, people, photos, imports } = await openHome(home, files)
    const commit = async (name: string, ids: readonly string[]) => {
      const operation = `${day}-${name}`
      await store.commit(draft(operation, ...ids.map((id) => enter(`${day}-${name}-${id}`))))
      tell(`operation ${operation}`)
    }
    await commit('edit', ['left', 'right'])
    await Promise.all(['a', 'b', 'c'].map((name) => commit(name, ['left', 'right'])))
    await commit(
      'batch',
      Array.from({ length: BATCH }, (_, n) => `${n}`),
    )
    await people.change((state) => [{ ...state, trusted: [...state.trusted, day] }, undefined])
    tell(`trusted ${day}`)
    tell(`photo ${await photos.keep(PICTURES[day === 'one' ? 0 : 1]!)}`)
    await imports.keepFile(ROOM, stored(day).id, Buffer.from(`berkas ${day}`))
    await imports.keep(stored(day))
    tell(`import ${day}`)
    await people.close()
    await store.close()
  }
}

const FIRST: readonly StoredImport['file'][] = ['one', 'two']

/** What was promised and is not there, or is there by half; empty where all is well. */
export const findLost = async (
  { store, people, photos, imports }: Home,
  told: readonly Told[],
): Promise<readonly string[]> => {
  const { records, operations } = store.state
  const found = await imports.find(ROOM, stored('').id)
  const file = found && (await imports.loadFile(ROOM, found.id)).toString()
  const has = async (one: Told): Promise<boolean> => {
    const [kind, name = ''] = one.split(' ')
    if (kind === 'operation') return operations.has(name)
    if (kind === 'trusted') return people.state().trusted.includes(name)
    if (kind === 'photo') return (await photos.find(name)) !== null
    return found !== null && FIRST.indexOf(found.file) >= FIRST.indexOf(name)
  }
  const missing: string[] = []
  for (const one of told) if (!(await has(one))) missing.push(one)
  const changed = [...operations.keys()].map((operation) => {
    const count = [...records.values()].filter(({ id }) => id.startsWith(`${operation}-`)).length
    return [operation, count, operation.endsWith('batch') ? BATCH : 2] as const
  })
  return [
    ...missing,
    ...changed.filter(([, count, all]) => count !== all).map(([operation]) => `half of ${operation}`),
    ...(people.trouble() ? ['the file of accounts'] : []),
    ...(found && !/^berkas (one|two)$/.test(file ?? '') ? ['the file of the import'] : []),
  ]
}
