import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Words } from '../../data/model/words.ts'
import { Refusal } from '../problems.ts'
import { isOutOfMemory, runThread } from '../run_thread.ts'
import type { Dataset } from './dataset.ts'
import { GDAL_FORMS, type GdalEnding } from './gdal_forms.ts'
import type { GdalErrand, GdalTold } from './messages.ts'
import { writeParts } from './parts.ts'
import { vrtOf } from './vrt.ts'

/** Beside the server, above it where the bundler put this file into a chunk, or as the tests' setup builds it. */
const PLACES = ['./export_worker.js', '../export_worker.js', '../../dist/worker/export_worker.js']

const findFile = (): URL => {
  const found = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url))
  if (!found) throw new Error('export_worker.js is missing beside the server. Run npm run build, then start again.')
  return found
}

/** A hundred thousand areas take ten seconds on an idle machine. */
const LIMIT_MS = 300_000
/** Of its own; what GDAL uses lies outside of it. */
const HEAP_MB = 256

const refuse = (words: Words): Refusal => new Refusal('too-slow', words, { 'Retry-After': '60' })
const tooLong = () =>
  refuse({
    id: 'Berkas ini terlalu lama dibuat. Persempit dengan saringan, atau pilih GeoJSON atau CSV.',
    en: 'This file takes too long to make. Narrow it with filters, or choose GeoJSON or CSV.',
  })
const tooBig = () =>
  refuse({
    id: 'Berkas ini memerlukan terlalu banyak memori. Persempit dengan saringan, atau pilih GeoJSON atau CSV.',
    en: 'This file needs too much memory. Narrow it with filters, or choose GeoJSON or CSV.',
  })

/** Makes a file in the folder with GDAL, in a thread that ends when `signal` fires; resolves to its path. */
export const makeWithGdal = async (
  data: Dataset,
  ending: GdalEnding,
  folder: string,
  signal: AbortSignal,
): Promise<string> => {
  const form = GDAL_FORMS[ending]
  const parts = await writeParts(data, folder, { isDivided: form.isDivided, signal })
  const { vrt, files } = vrtOf(data, parts, { isStyled: form.isStyled, nameOf: form.nameOf(data) })
  for (const [name, text] of Object.entries({ ...files, 'source.vrt': vrt })) await writeFile(join(folder, name), text)
  const errand: GdalErrand = {
    folder,
    runs: form.runs(data, parts),
    archive: form.beside?.(data) ?? null,
    insert: form.insert?.(data) ?? null,
  }
  let made = ''
  await runThread<GdalTold>({
    open: () =>
      new Worker(findFile(), {
        name: 'export',
        execArgv: [],
        workerData: errand,
        resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
        // What libraries print belongs to nobody.
        stdout: true,
        stderr: true,
      }),
    signal,
    limitMs: LIMIT_MS,
    late: tooLong,
    lost: (error) => (isOutOfMemory(error) ? tooBig() : (error as Error)),
    hear: (told) => {
      if (told.kind === 'loaded') return 'again'
      if (told.kind === 'fault')
        return Object.assign(new Error(`The export thread: ${told.fault}`), { code: told.code })
      made = join(folder, told.file)
      return 'done'
    },
  })
  return made
}
