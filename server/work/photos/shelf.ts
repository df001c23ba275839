import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { type Files, makeLastingFolder, nodeFiles } from '../../journal/files.ts'
import { replaceFile } from '../../journal/replace_file.ts'
import { readPicture } from './picture.ts'

/** Pictures in a folder of the home, by the hash of their bytes: the same one twice is kept once. */
export type PhotoShelf = {
  /** Resolves to the id when the bytes are on disk. */
  keep(bytes: Uint8Array): Promise<string>
  find(id: string): Promise<{ readonly bytes: Buffer<ArrayBuffer>; readonly type: string } | null>
  has(id: string): boolean
}

/** One whose pictures can go again. */
export type LastingPhotoShelf = PhotoShelf & {
  /** Ids of those that nobody sent since then, in milliseconds. */
  unsentSince(ms: number): Promise<readonly string[]>
  /** Only where it was not sent meanwhile. */
  remove(id: string, unsentSinceMs: number): Promise<void>
}

const ID = /^[0-9a-f]{64}$/
const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** In `uploads/` of the home, spread over folders by the first two letters of the id. */
export const openPhotoShelf = (folder: string, files: Files = nodeFiles): LastingPhotoShelf => {
  const pathOf = (id: string): string => join(folder, id.slice(0, 2), id)
  const has = (id: string): boolean => ID.test(id) && existsSync(pathOf(id))
  const isUnsent = async (id: string, sinceMs: number): Promise<boolean> => (await stat(pathOf(id))).mtimeMs <= sinceMs
  return {
    has,
    async keep(bytes) {
      const id = idOf(bytes)
      if (has(id)) {
        // Sent again, it is as good as new.
        const now = new Date()
        await utimes(pathOf(id), now, now)
        return id
      }
      await makeLastingFolder(join(folder, id.slice(0, 2)), files, 'owner')
      // Two may send the same picture at the same moment.
      await replaceFile(pathOf(id), [bytes], { files, draft: `${pathOf(id)}.${randomUUID()}.new` })
      return id
    },
    async unsentSince(ms) {
      const folders = await readdir(folder).catch((): string[] => [])
      const names = await Promise.all(folders.map((name) => readdir(join(folder, name)).catch((): string[] => [])))
      const found: string[] = []
      for (const id of names.flat().filter(has)) if (await isUnsent(id, ms)) found.push(id)
      return found
    },
    async remove(id, unsentSinceMs) {
      if (has(id) && (await isUnsent(id, unsentSinceMs))) await rm(pathOf(id))
    },
    async find(id) {
      if (!has(id)) return null
      const bytes = Buffer.from(await readFile(pathOf(id)))
      const picture = readPicture(bytes)
      return picture && { bytes, type: picture.type }
    },
  }
}

/** Kept only while the process runs. */
export const memoryShelf = (): PhotoShelf => {
  const kept = new Map<string, Buffer<ArrayBuffer>>()
  return {
    has: (id) => kept.has(id),
    async keep(bytes) {
      const id = idOf(bytes)
      kept.set(id, Buffer.from(bytes))
      return id
    },
    async find(id) {
      const bytes = kept.get(id)
      const picture = bytes && readPicture(bytes)
      return picture ? { bytes, type: picture.type } : null
    },
  }
}
