import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Words } from '../../../data/model/words.ts'
import { isOutOfMemory, runThread } from '../../run_thread.ts'
import { THREAD } from './limits.ts'
import type { Errand, Told } from './messages.ts'
import { FileRefusal } from './refusal.ts'
import type { RawRow, RawTable, ReadChoices } from './table.ts'

/** An entry of its own in each bundle, beside the server or above it; tests take the one that their setup builds. */
const PLACES = ['./import_worker.js', '../import_worker.js', '../../../dist/worker/import_worker.js']

const findFile = (): URL => {
  const found = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url))
  if (!found) throw new Error('import_worker.js is missing beside the server. Run npm run build, then start again.')
  return found
}

const TOO_LONG: Words = {
  id: `Berkas ini tidak selesai dibaca dalam ${THREAD.limitMs / 1000} detik. Bagi menjadi beberapa berkas, lalu unggah satu per satu.`,
  en: `This file could not be read within ${THREAD.limitMs / 1000} seconds. Divide it into several files and upload them one by one.`,
}
const TOO_BIG: Words = {
  id: 'Berkas ini memerlukan terlalu banyak memori. Bagi menjadi beberapa berkas, lalu unggah satu per satu.',
  en: 'This file needs too much memory. Divide it into several files and upload them one by one.',
}
const UNREADABLE: Words = {
  id: 'Berkas ini tidak dapat dibaca. Ekspor lagi datanya ke jenis lain, misalnya XLSX atau GeoJSON, lalu unggah ulang.',
  en: 'This file cannot be read. Export the data again in another form, such as XLSX or GeoJSON, then upload it.',
}

export type Reader = {
  onTable(table: RawTable): void
  onRows(rows: readonly RawRow[]): void
  readonly signal: AbortSignal
  /** Hears of what nobody foresaw; whoever sent the file is told in words. */
  report(error: unknown): void
  readonly limitMs?: number
}

/**
 * Reads a file in a thread of its own, which takes the bytes over: they are gone for the caller. Resolves when all its rows were told; rejects with a FileRefusal, or with the reason
 * of `signal` once that is aborted.
 */
export const readInThread = async (bytes: Uint8Array, choices: ReadChoices, reader: Reader): Promise<void> => {
  const { signal, limitMs = THREAD.limitMs } = reader
  const isWhole = bytes.byteLength === bytes.buffer.byteLength
  const errand: Errand = { bytes: isWhole ? bytes : Uint8Array.from(bytes), choices }
  const lost = (error: unknown): FileRefusal => {
    if (!isOutOfMemory(error)) reader.report(error)
    return new FileRefusal(isOutOfMemory(error) ? TOO_BIG : UNREADABLE)
  }
  await runThread<Told>({
    open: () =>
      new Worker(findFile(), {
        name: 'import',
        execArgv: [],
        workerData: errand,
        transferList: [errand.bytes.buffer as ArrayBuffer],
        resourceLimits: { maxOldGenerationSizeMb: THREAD.heapMb },
        // What libraries print belongs to nobody.
        stdout: true,
        stderr: true,
      }),
    signal,
    limitMs,
    late: () => new FileRefusal(TOO_LONG),
    lost,
    hear: (told) => {
      switch (told.kind) {
        case 'loaded':
          // What our own library takes to load is no fault of the file.
          return 'again'
        case 'table':
          reader.onTable(told.table)
          return 'more'
        case 'rows':
          reader.onRows(told.rows)
          return 'more'
        case 'end':
          return 'done'
        case 'refused':
          return new FileRefusal(told.words)
        case 'fault':
          return lost(new Error(`The import thread: ${told.fault}`))
      }
    },
  })
}
