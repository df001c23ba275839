import { closeSync, createReadStream, createWriteStream, openSync, readdirSync, readSync } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { Zip, ZipDeflate } from 'fflate'
import { type Gdal, loadGdal } from '../imports/reading/gdal.ts'
import { codeOf, NO_ROOM } from '../journal/files.ts'
import type { GdalErrand, GdalTold } from './messages.ts'
import { INPUT } from './vrt.ts'

/* The thread itself: GDAL writes here, where it can be stopped at any moment and holds nobody up. */

const tell = (told: GdalTold): void => parentPort?.postMessage(told)

const OUTPUT = '/output'
const MADE = 'made'
const PORTION = 1_000_000

/** Codes after which a file is not whole, whatever its driver says. */
const LOSING: ReadonlySet<string> = new Set([...NO_ROOM, 'EIO'])

/** What the disk refused to take, if anything: a driver that closes its file says nothing of it, and half of one would pass for whole. */
const watchDisk = ({ Module: { NODEFS } }: Gdal): (() => Error | null) => {
  const convert = NODEFS.convertNodeCode
  let refused: Error | null = null
  NODEFS.convertNodeCode = (error) => {
    if (LOSING.has(codeOf(error))) refused ??= error
    return convert(error)
  }
  return () => refused
}

const mount = ({ Module: { FS, NODEFS } }: Gdal, folder: string, path: string): void => {
  FS.mount(NODEFS, { root: folder }, path)
}

/** Every made file and text in one archive, a portion at a time. */
const pack = async (folder: string, texts: Readonly<Record<string, string>>): Promise<string> => {
  const file = 'result.zip'
  const out = await open(join(folder, file), 'w')
  const ready: Uint8Array[] = []
  const flush = async () => {
    for (const bytes of ready.splice(0)) await out.write(bytes)
  }
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  const add = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 5 })
    zip.add(part)
    return part
  }
  for (const [name, text] of Object.entries(texts)) add(name).push(new TextEncoder().encode(text), true)
  for (const name of readdirSync(join(folder, MADE)).sort()) {
    const part = add(name)
    const source = openSync(join(folder, MADE, name), 'r')
    for (;;) {
      // A chunk of its own each time: the archive keeps what it was given until it is written.
      const chunk = new Uint8Array(PORTION)
      const length = readSync(source, chunk)
      part.push(chunk.subarray(0, length), length < PORTION)
      await flush()
      if (length < PORTION) break
    }
    closeSync(source)
  }
  zip.end()
  await flush()
  await out.close()
  return file
}

/** Puts text behind the first place in the file where `after` stands, which is near its beginning. */
const insertInto = async (path: string, to: string, { after, text }: NonNullable<GdalErrand['insert']>) => {
  const head = new Uint8Array(4_096)
  const source = openSync(path, 'r')
  const begun = Buffer.from(head.subarray(0, readSync(source, head))).toString('latin1')
  closeSync(source)
  const at = begun.indexOf(after) + after.length
  await pipeline(createReadStream(path, { start: 0, end: at - 1 }), createWriteStream(to))
  await pipeline([text], createWriteStream(to, { flags: 'a' }))
  await pipeline(createReadStream(path, { start: at }), createWriteStream(to, { flags: 'a' }))
}

// GDAL is large and a form needs little of it: what is not called is not compiled, and what is called often is compiled better
// one function after another. All at once that took 60 MB more, for no time that can be measured.
setFlagsFromString('--wasm-lazy-compilation')
setFlagsFromString('--wasm-num-compilation-tasks=1')
setFlagsFromString('--wasm-tiering-budget=20000000')

const make = async (gdal: Gdal, { folder, runs }: GdalErrand): Promise<void> => {
  const refused = watchDisk(gdal)
  await mkdir(join(folder, MADE))
  mount(gdal, folder, INPUT)
  mount(gdal, join(folder, MADE), OUTPUT)
  try {
    const { datasets } = await gdal.open(`${INPUT}/source.vrt`)
    for (const { options, output } of runs) await gdal.ogr2ogr(datasets[0]!, options, output)
  } catch (error) {
    throw refused() ?? error
  }
  const lost = refused()
  if (lost) throw lost
}

const write = async (errand: GdalErrand): Promise<string> => {
  const { folder, archive, insert } = errand
  const gdal = await loadGdal()
  tell({ kind: 'loaded' })
  await make(gdal, errand)
  if (archive) return pack(folder, archive)
  const [made] = readdirSync(join(folder, MADE))
  if (!made) throw new Error('GDAL made no file')
  if (!insert) return `${MADE}/${made}`
  await insertInto(join(folder, MADE, made), join(folder, 'result'), insert)
  return 'result'
}

write(workerData as GdalErrand).then(
  (file) => tell({ kind: 'done', file }),
  (error: unknown) =>
    tell({
      kind: 'fault',
      fault: error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error),
      code: codeOf(error),
    }),
)
