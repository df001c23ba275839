import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, type Files, makeLastingFolder, nodeFiles } from '../journal/files.ts'
import { replaceFile } from '../journal/replace_file.ts'

/** Where the private state is kept between starts: one text, replaced whole. */
export type PrivateFile = {
  /** Null when there is none yet. */
  load(): Promise<string | null>
  /** Resolves when the text is on disk. */
  save(text: string): Promise<void>
}

/** In the home, beside the journal. */
export const PRIVATE_FOLDER = 'private'
export const PRIVATE_FILE = 'people.json'

const OWNER_ONLY_FOLDER = 0o700

/** The folder, for the owner of the process alone. */
export const makePrivateFolder = async (folder: string, files: Files = nodeFiles): Promise<void> => {
  await makeLastingFolder(folder, files, 'owner')
  await chmod(folder, OWNER_ONLY_FOLDER)
}

export const openPrivateFile = (folder: string, files: Files = nodeFiles): PrivateFile => ({
  async load() {
    try {
      return (await files.load(join(folder, PRIVATE_FILE))).toString('utf8')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }
  },
  async save(text) {
    await makePrivateFolder(folder, files)
    await replaceFile(join(folder, PRIVATE_FILE), [text], { files })
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
