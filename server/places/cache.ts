import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Log } from './download.ts'
import { writeWhole } from './folder.ts'

/** What was computed from the input with this key, or null; a damaged file is as good as none. */
const findKept = async <T>(file: string, key: string): Promise<T | null> => {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (!text.startsWith(`{"key":${JSON.stringify(key)},`)) return null
  try {
    return (JSON.parse(text) as { value: T }).value
  } catch {
    return null
  }
}

/** Computes once for each key; `name` has room for one result under the home's cache. A full or read-only disk only costs time. */
export const computedOnce = async <T>(
  { home, name, key, log }: { home: string; name: string; key: string; log: Log },
  compute: () => Promise<T>,
): Promise<T> => {
  const file = join(home, 'cache', `${name}.json`)
  const kept = await findKept<T>(file, key)
  if (kept !== null) return kept
  const value = await compute()
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeWhole(file, JSON.stringify({ key, value }))
  } catch (error) {
    log(`${file} tidak dapat ditulis (${(error as Error).message}); isinya dihitung lagi pada awal berikutnya.`)
  }
  return value
}
