import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Facts } from './engine/index.ts'
import type { Journal } from './journal/entry.ts'
import { replaceFile } from './journal/replace_file.ts'

/** Facts and the journal they were found from. */
type Kept = { readonly seq: number; readonly hash: string; readonly facts: Facts }

/** Where an engine's facts wait for the next start. Derived: losing them costs only time. */
export type KeptFacts = {
  /** Null when there are none, when they are damaged, or when they are not of this journal. */
  load(): Promise<Facts | null>
  /** The facts of the records as they stand at entry `seq`. */
  save(seq: number, facts: Facts): Promise<void>
}

const FILE = 'facts.bin'
const SUM_BYTES = 32

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const read = (bytes: Buffer): Kept | null => {
  const body = bytes.subarray(SUM_BYTES)
  return bytes.length > SUM_BYTES && sumOf(body).equals(bytes.subarray(0, SUM_BYTES))
    ? (deserialize(body) as Kept)
    : null
}

/**
 * In the cache of the home. A copy of the home put back from an earlier day may carry facts of entries that were never
 * written in this journal, so they count only where the journal has the very line they were kept at.
 */
export const openKeptFacts = (home: string, journal: Pick<Journal, 'hashAt'>): KeptFacts => {
  const folder = join(home, 'cache')
  const file = join(folder, FILE)
  return {
    async load() {
      try {
        const kept = read(await readFile(file))
        return kept && (await journal.hashAt(kept.seq)) === kept.hash ? kept.facts : null
      } catch {
        // Not there yet, or written by a version of Node that this one cannot read.
        return null
      }
    },
    async save(seq, facts) {
      const hash = await journal.hashAt(seq)
      if (hash === null) return
      const body = serialize({ seq, hash, facts } satisfies Kept)
      await mkdir(folder, { recursive: true })
      await replaceFile(file, [sumOf(body), body], { draft: `${file}.${process.pid}.new` })
    },
  }
}
