import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { seenBy } from '../../data/model/seen.ts'
import { crowdsNow } from '../crowds.ts'
import { codeOf } from '../journal/files.ts'
import type { State } from '../journal/state.ts'
import { verifyAt } from '../journal/verify.ts'
import { officialPoints } from '../places/index.ts'
import { exportParquet } from './export_parquet.ts'
import { readOptions } from './options.ts'
import { Misuse, tell, type Verb } from './verb.ts'

/** By the gazetteer alone: an export needs no boundaries. */
const pointOf = officialPoints({ places: [] })

const publicRecords = (state: State) => {
  const crowds = crowdsNow(state, pointOf)
  return [...state.records.values()].flatMap((kept) => {
    const seen = seenBy('everyone', kept, crowds)
    return seen ? [{ kind: kept.kind, id: kept.id, revision: seen.revision, record: seen.record }] : []
  })
}

function* publicLines(state: State): Generator<string> {
  for (const shown of publicRecords(state)) yield `${JSON.stringify(shown)}\n`
}

const writeFile = async (state: State, path: string): Promise<void> => {
  const draft = `${path}.new`
  await pipeline(Readable.from(publicLines(state)), createWriteStream(draft, { flush: true }))
  await rename(draft, path)
}

/** A reader that has seen enough (`| head`) is no failure. */
const writeOut = async (state: State, out: Writable): Promise<void> => {
  try {
    await pipeline(Readable.from(publicLines(state)), out, { end: false })
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error
  }
}

export const exportRecords: Verb = {
  takes: '[--to FILE | --parquet FOLDER]',
  about: {
    id: 'Menulis semua catatan publik, satu baris JSON tiap catatan; atau semua lapisan sebagai GeoParquet per kabupaten dan tahun.',
    en: 'Writes every public record, one line of JSON each; or all layers as GeoParquet by regency and year.',
  },
  async run(args, desk) {
    const { to, parquet } = readOptions(args, { to: { type: 'string' }, parquet: { type: 'string' } })
    if (parquet !== undefined) {
      if (to === undefined) return exportParquet(parquet, desk)
      throw new Misuse({
        id: 'Pilih salah satu: --to FILE atau --parquet FOLDER.',
        en: 'Choose one: --to FILE or --parquet FOLDER.',
      })
    }
    const { state, broken } = await verifyAt(desk.config.journal)
    if (to === undefined) await writeOut(state, desk.out)
    else await writeFile(state, to)
    const count = publicRecords(state).length
    tell(desk, {
      id: `${count} catatan publik, sampai entri ${state.seq}${to === undefined ? '' : `, ditulis ke ${to}`}.`,
      en: `${count} public records, up to entry ${state.seq}${to === undefined ? '' : `, written to ${to}`}.`,
    })
    if (!broken?.acknowledged) return 0
    tell(desk, {
      id: `Jurnal rusak setelah entri ${state.seq}; yang ditulis hanya yang terbukti. Jalankan \`bentang verify\`.`,
      en: `The journal is damaged after entry ${state.seq}; only what is proven was written. Run \`bentang verify\`.`,
    })
    return 1
  },
}
