import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../journal/files.ts'
import { PRIVATE_FILE, PRIVATE_FOLDER } from '../people/private_file.ts'
import { BOUNDARY_FOLDER } from '../places/folder.ts'

/** The journal of a backup is a file, wherever that of the server lies. */
export const JOURNAL_FOLDER = 'journal'
export const ACCOUNTS = `${PRIVATE_FOLDER}/${PRIVATE_FILE}`

/** Photos never change and come before the records that name them. */
const AFTER_JOURNAL = [ACCOUNTS, 'uploads']
/**
 * These may say less than the journal, never more: an import that the journal lacks would be lost, a webhook that is ahead of it would
 * keep silent about what comes next.
 */
const BEFORE_JOURNAL = ['imports', PRIVATE_FOLDER, BOUNDARY_FOLDER]
/** Can be made again, or belongs to the process. */
const DERIVED: ReadonlySet<string> = new Set(['cache', 'exports', 'snapshot', 'gallery', 'lost+found'])
/** Half of something, or held by the process that runs. */
const PASSING = /(\.new|\.part|\.etag)$|(^|\/)lock$/

/** Paths of the files of a home, with slashes, in the order in which they are copied. */
export type Contents = {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Names at the top of the home that nobody knows. */
  readonly unknown: readonly string[]
}

/** All files below a path, or the file itself; nothing where there is nothing. */
export const filesBelow = async (home: string, path: string): Promise<string[]> => {
  const entries = await readdir(join(home, path), { withFileTypes: true }).catch((error: unknown) => {
    const code = codeOf(error)
    if (code === 'ENOENT') return []
    if (code === 'ENOTDIR') return null
    throw error
  })
  if (entries === null) return [path]
  const found: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = path === '' ? entry.name : `${path}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await filesBelow(home, inside)))
    else if (entry.isFile()) found.push(inside)
  }
  return found
}

const below = async (home: string, paths: readonly string[]): Promise<string[]> =>
  (await Promise.all(paths.map((path) => filesBelow(home, path)))).flat().filter((path) => !PASSING.test(path))

export const listContents = async (home: string): Promise<Contents> => {
  const names = (await readdir(home)).sort()
  const settings = names.filter((name) => name.endsWith('.json'))
  const known = new Set([...settings, ...BEFORE_JOURNAL, ...AFTER_JOURNAL, JOURNAL_FOLDER])
  const before = await below(home, [...settings, ...BEFORE_JOURNAL])
  return {
    before: before.filter((path) => path !== ACCOUNTS),
    after: await below(home, AFTER_JOURNAL),
    unknown: names.filter((name) => !known.has(name) && !DERIVED.has(name) && !PASSING.test(name)),
  }
}
