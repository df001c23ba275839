import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { JournalFull } from '../journal/errors.ts'
import { codeOf, NO_ROOM, nodeFiles } from '../journal/files.ts'

/** Where the private state is kept between starts: one text, replaced whole. */
export type PrivateFile = {
  /** Null when there is none yet. */
  load(): Promise<string | null>
  /** Resolves when the text is on disk; throws JournalFull when there is no room. */
  save(text: string): Promise<void>
}

/** In the home, beside the journal. */
export const PRIVATE_FOLDER = 'private'
export const PRIVATE_FILE = 'people.json'

const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_FOLDER = 0o700

/** The folder, for the owner of the process alone. */
export const makePrivateFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER })
  await chmod(folder, OWNER_ONLY_FOLDER)
}

/** Writes beside, syncs, renames, syncs the folder: at every moment the old text or the new one is there whole. */
export const replaceFile = async (folder: string, name: string, text: string): Promise<void> => {
  const draft = join(folder, `${name}.new`)
  try {
    const handle = await open(draft, 'w', OWNER_ONLY_FILE)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, join(folder, name))
    await nodeFiles.syncFolder(folder)
  } catch (error) {
    throw NO_ROOM.has(codeOf(error)) ? new JournalFull(error) : error
  }
}

export const openPrivateFile = (folder: string): PrivateFile => ({
  async load() {
    try {
      return await readFile(join(folder, PRIVATE_FILE), 'utf8')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }
  },
  async save(text) {
    await makePrivateFolder(folder)
    await replaceFile(folder, PRIVATE_FILE, text)
  },
})

/** Keeps nothing beyond the process. */
export const memoryFile = (): PrivateFile => {
  let kept: string | null = null
  return {
    load: async () => kept,
    async save(text) {
      kept = text
    },
  }
}
