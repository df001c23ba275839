import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CsvPlaces, ExportEnding } from '../../data/model/export_format.ts'
import { formatOf } from '../../data/model/export_format.ts'
import { codeOf, NO_ROOM } from '../journal/files.ts'
import { notFound, Refusal } from '../problems.ts'
import type { Dataset } from './dataset.ts'
import type { GdalEnding } from './gdal_forms.ts'
import { makeWithGdal } from './make_gdal.ts'
import { makeParquet } from './make_parquet.ts'
import { createTurns } from './turns.ts'
import { writeCsv } from './write_csv.ts'
import { writeGeojson, writeGeojsonLines } from './write_geojson.ts'
import { writeXlsx } from './write_xlsx.ts'

/** A made file is one that GDAL or DuckDB had in memory a moment ago: one at a time is what a small machine bears. */
const MADE_AT_ONCE = 1
const MAY_WAIT = 8
/** Each holds on to its records, or to a file. */
const OPEN_AT_ONCE = 24

const busy = () =>
  new Refusal(
    'too-slow',
    {
      id: 'Terlalu banyak unduhan sedang dibuat. Coba lagi dalam satu menit.',
      en: 'Too many downloads are being made. Try again in a minute.',
    },
    { 'Retry-After': '60' },
  )

const tooMany = (data: Dataset, most: number, name: string) =>
  new Refusal('bad-request', {
    id: `${name} memuat paling banyak ${most} fitur, sedangkan yang diminta ${data.count}. Persempit dengan saringan, atau pilih bentuk lain.`,
    en: `${name} holds at most ${most} features and ${data.count} were asked for. Narrow it with filters, or choose another form.`,
  })

const nothing = (name: string) =>
  notFound({
    id: `Tidak ada fitur yang cocok, sehingga ${name} tidak dapat dibuat. Longgarkan saringan, atau minta .geojson untuk jawaban kosong.`,
    en: `Nothing matches, so no ${name} can be made. Loosen the filters, or ask for .geojson to get an empty answer.`,
  })

const noRoom = () =>
  new Refusal(
    'disk-full',
    {
      id: 'Disk server penuh, berkas ini tidak dapat dibuat. Unduh sebagai GeoJSON atau CSV, yang tidak memerlukan ruang, atau coba lagi nanti.',
      en: 'The disk is full on the server, this file cannot be made. Download GeoJSON or CSV, which need no room, or try again later.',
    },
    { 'Retry-After': '60' },
  )

/** Bytes to send, and how many where that is known before. */
export type Sent = { readonly body: ReadableStream<Uint8Array>; readonly bytes: number | null }

export type ExportDesk = {
  send(data: Dataset, ending: ExportEnding, places: CsvPlaces, signal: AbortSignal): Promise<Sent>
  /** Exports that somebody waits for or reads. */
  underWay(): number
  /** Removes what an earlier run left behind. */
  clear(): Promise<void>
}

const encoder = new TextEncoder()

type Way = {
  readonly leaving: AbortController
  readonly signal: AbortSignal
  readonly free: () => void | Promise<void>
}

/** One chunk each time the reader asks; what is behind it ends when the reader leaves or `signal` fires. */
const streamOf = (
  chunks: AsyncGenerator<string | Uint8Array>,
  { leaving, signal, free }: Way,
): ReadableStream<Uint8Array> => {
  signal.addEventListener('abort', () => void free(), { once: true })
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await chunks.next()
          if (!done) return controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
          await free()
          controller.close()
        } catch (error) {
          await free()
          controller.error(error)
        }
      },
      async cancel(reason) {
        leaving.abort(reason)
        await chunks.return(undefined)
        await free()
      },
    },
    // Nothing is made before somebody reads.
    { highWaterMark: 0 },
  )
}

const written = (
  data: Dataset,
  ending: ExportEnding,
  places: CsvPlaces,
  signal: AbortSignal,
): AsyncGenerator<string | Uint8Array> => {
  if (ending === 'csv') return writeCsv(data, places, signal)
  if (ending === 'xlsx') return writeXlsx(data, signal)
  if (ending === 'geojson') return writeGeojson(data, signal)
  return writeGeojsonLines(data, signal, ending === 'geojsons')
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield chunk as Uint8Array
}

/** Where files are written for whoever asks: streamed while they are read, or made in `folder` first and always removed. */
export const createExportDesk = (folder: string = join(tmpdir(), 'bentang-exports')): ExportDesk => {
  const making = createTurns({ atOnce: MADE_AT_ONCE, room: MAY_WAIT, full: busy })
  const open = createTurns({ atOnce: OPEN_AT_ONCE, room: 0, full: busy })

  /** A file in a folder of its own, which is gone when it could not be made. */
  const make = async (data: Dataset, ending: ExportEnding, signal: AbortSignal) => {
    const free = await making.take(signal)
    let own: string | null = null
    const remove = async () => {
      if (own !== null) await rm(own, { recursive: true, force: true })
    }
    try {
      await mkdir(folder, { recursive: true })
      own = await mkdtemp(join(folder, 'export-'))
      const path =
        ending === 'parquet'
          ? await makeParquet(data, own, signal)
          : await makeWithGdal(data, ending as GdalEnding, own, signal)
      const { size } = await stat(path)
      return { path, size, remove }
    } catch (error) {
      await remove()
      throw NO_ROOM.has(codeOf(error)) ? noRoom() : error
    } finally {
      free()
    }
  }

  return {
    underWay: () => open.underWay(),
    clear: () => rm(folder, { recursive: true, force: true }),
    async send(data, ending, places, signal) {
      const { way, most, name } = formatOf(ending)
      if (most !== undefined && data.count > most) throw tooMany(data, most, name)
      const leaving = new AbortController()
      const either = AbortSignal.any([signal, leaving.signal])
      if (way === 'made' && data.count === 0) throw nothing(name)
      const giveBack = await open.take(signal)
      if (way === 'streamed')
        return {
          body: streamOf(written(data, ending, places, either), { leaving, signal, free: giveBack }),
          bytes: null,
        }
      try {
        const { path, size, remove } = await make(data, ending, either)
        const free = async () => {
          giveBack()
          await remove()
        }
        if (!signal.aborted) return { body: streamOf(bytesOf(path), { leaving, signal, free }), bytes: size }
        await free()
        throw signal.reason
      } catch (error) {
        giveBack()
        throw error
      }
    },
  }
}
