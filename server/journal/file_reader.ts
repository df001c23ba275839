import { join } from 'node:path'
import type { JournalReader } from './entry.ts'
import { JOURNAL_FILE, readerOf } from './file.ts'
import { codeOf, type Files, nodeFiles } from './files.ts'
import { GENESIS, readEntry } from './line.ts'
import { type Break, scanJournal } from './scan.ts'
import { NO_TIME } from './state.ts'

export type FileReader = JournalReader & { readonly broken: Break | null }

/** The proven part of a journal file, without its lock: beside a running server as well. An absent file has no entries. */
export const openFileReader = async (folder: string, files: Files = nodeFiles): Promise<FileReader> => {
  const file = await files.open(join(folder, JOURNAL_FILE), 'read').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  const ends: number[] = []
  if (!file) {
    const nothing = { read: async () => Buffer.alloc(0) }
    const head = () => ({ seq: 0, hash: GENESIS, time: NO_TIME })
    return { ...readerOf(nothing, ends), head, broken: null, close: async () => {} }
  }
  let last: Buffer | null = null
  const { seq, hash, broken } = await scanJournal(file, (proven) => {
    ends.push(proven.end)
    last = proven.line
  })
  const time = last === null ? NO_TIME : readEntry(last).time
  return { ...readerOf(file, ends), head: () => ({ seq, hash, time }), broken, close: () => file.close() }
}
