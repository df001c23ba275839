import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Files, makeLastingFolder, nodeFiles } from '../journal/files.ts'
import { replaceFile } from '../journal/replace_file.ts'
import type { Remembered } from './mapping.ts'
import type { StoredImport } from './stored.ts'

/** Where imports are kept between their steps, and what each organisation mapped before. */
export type ImportShelf = {
  list(room: string): Promise<readonly StoredImport[]>
  find(room: string, id: string): Promise<StoredImport | null>
  /** Resolves when it is on disk. */
  keep(stored: StoredImport): Promise<void>
  keepFile(room: string, id: string, bytes: Uint8Array): Promise<void>
  loadFile(room: string, id: string): Promise<Uint8Array>
  remove(room: string, id: string): Promise<void>
  remembered(room: string): Promise<Remembered>
  remember(room: string, remembered: Remembered): Promise<void>
}

/** One whose imports can go again. */
export type LastingImportShelf = ImportShelf & {
  /** Removes those of which this is true, given when they were last worked on; null for half of one. Resolves to how many. */
  sweep(isOver: (stored: StoredImport | null, touchedMs: number) => boolean): Promise<number>
}

const ID = /^[\w-]{20,40}$/
const [STATE, FILE, MAPPING] = ['import.json', 'file', 'mapping.json']

/** Names of organisations make no folders; their hashes do. */
const folderOf = (room: string): string => createHash('sha256').update(room).digest('hex').slice(0, 32)

const readJson = async <T>(path: string): Promise<T | null> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T
  } catch {
    // Never written, or thrown away meanwhile; a file that was cut short was never renamed into place.
    return null
  }
}

/** In `imports/` of the home, a folder for each organisation. */
export const openImportShelf = (folder: string, files: Files = nodeFiles): LastingImportShelf => {
  const write = (path: string, content: string | Uint8Array): Promise<void> =>
    replaceFile(path, [content], { files, draft: `${path}.${randomUUID()}.new` })
  const own = (room: string): string => join(folder, folderOf(room))
  const at = (room: string, id: string, name: string): string => join(own(room), id, name)
  const find = async (room: string, id: string): Promise<StoredImport | null> =>
    ID.test(id) ? readJson<StoredImport>(at(room, id, STATE)) : null
  const namesIn = (path: string): Promise<string[]> => readdir(path).catch(() => [])
  const touchedMs = async (path: string): Promise<number> => {
    const times = await Promise.all(
      ['', ...(await namesIn(path))].map(async (name) => (await stat(join(path, name))).mtimeMs),
    )
    return Math.max(...times)
  }
  return {
    find,
    async sweep(isOver) {
      let removed = 0
      for (const room of await namesIn(folder)) {
        for (const id of (await namesIn(join(folder, room))).filter((name) => ID.test(name))) {
          const path = join(folder, room, id)
          if (!isOver(await readJson(join(path, STATE)), await touchedMs(path))) continue
          await rm(path, { recursive: true, force: true })
          await files.syncFolder(join(folder, room))
          removed += 1
        }
      }
      return removed
    },
    async list(room) {
      const names = await namesIn(own(room))
      const found = await Promise.all(names.map((name) => find(room, name)))
      return found.filter((one) => one !== null)
    },
    keep: (stored) => write(at(stored.room, stored.id, STATE), JSON.stringify(stored)),
    async keepFile(room, id, bytes) {
      await makeLastingFolder(join(own(room), id), files, 'owner')
      await write(at(room, id, FILE), bytes)
    },
    loadFile: (room, id) => readFile(at(room, id, FILE)),
    async remove(room, id) {
      await rm(join(own(room), id), { recursive: true, force: true })
      await files.syncFolder(own(room))
    },
    remembered: async (room) => (await readJson<Remembered>(join(own(room), MAPPING))) ?? {},
    async remember(room, remembered) {
      await makeLastingFolder(own(room), files, 'owner')
      await write(join(own(room), MAPPING), JSON.stringify(remembered))
    },
  }
}

/** Kept only while the process runs. */
export const memoryImportShelf = (): ImportShelf => {
  const states = new Map<string, string>()
  const files = new Map<string, Uint8Array>()
  const mappings = new Map<string, Remembered>()
  const key = (room: string, id: string): string => `${room}\n${id}`
  const find = async (room: string, id: string): Promise<StoredImport | null> => {
    const text = states.get(key(room, id))
    return text === undefined ? null : (JSON.parse(text) as StoredImport)
  }
  return {
    find,
    list: async (room) => {
      const all = [...states.values()].map((text) => JSON.parse(text) as StoredImport)
      return all.filter((one) => one.room === room)
    },
    async keep(stored) {
      states.set(key(stored.room, stored.id), JSON.stringify(stored))
    },
    async keepFile(room, id, bytes) {
      files.set(key(room, id), Uint8Array.from(bytes))
    },
    async loadFile(room, id) {
      const bytes = files.get(key(room, id))
      if (!bytes) throw new Error(`No file of import ${id}`)
      return Uint8Array.from(bytes)
    },
    async remove(room, id) {
      states.delete(key(room, id))
      files.delete(key(room, id))
    },
    remembered: async (room) => mappings.get(room) ?? {},
    async remember(room, remembered) {
      mappings.set(room, remembered)
    },
  }
}
