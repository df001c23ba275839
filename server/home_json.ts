import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** What a file of the home says; undefined where there is no such file, null where it is no JSON or cannot be read. */
export const readHomeJson = async (home: string, file: string): Promise<unknown> => {
  const text = await readFile(resolve(home, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    return error.code === 'ENOENT' ? undefined : null
  })
  if (text === undefined || text === null) return text
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
