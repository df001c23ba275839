import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { readPicture } from './picture.ts'

/** Pictures in a folder of the home, by the hash of their bytes: the same one twice is kept once. */
export type PhotoShelf = {
  /** Resolves to the id when the bytes are on disk. */
  keep(bytes: Uint8Array): Promise<string>
  find(id: string): Promise<{ readonly bytes: Buffer<ArrayBuffer>; readonly type: string } | null>
  has(id: string): boolean
}

const ID = /^[0-9a-f]{64}$/
const idOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const draft = `${path}.${randomUUID()}.new`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.datasync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

/** In `uploads/` of the home, spread over folders by the first two letters of the id. */
export const openPhotoShelf = (folder: string): PhotoShelf => {
  const pathOf = (id: string): string => join(folder, id.slice(0, 2), id)
  const has = (id: string): boolean => ID.test(id) && existsSync(pathOf(id))
  return {
    has,
    async keep(bytes) {
      const id = idOf(bytes)
      if (has(id)) return id
      await mkdir(join(folder, id.slice(0, 2)), { recursive: true, mode: 0o700 })
      await writeWhole(pathOf(id), bytes)
      return id
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
