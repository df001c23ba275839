import type { ForGdal } from './layers.ts'
import { refuseManyPositions } from './positions.ts'
import { refuse } from './refusal.ts'
import type { ReadChoices } from './table.ts'
import { decodeLoosely } from './text.ts'
import { baseName, type Part } from './zip.ts'

const NEEDED = ['shp', 'shx', 'dbf', 'prj', 'cpg'] as const
const HEADER_LENGTH_AT = 8
/** Two numbers of eight bytes. */
const POSITION_BYTES = 16

/** Text of the attribute table that is no ASCII, with a little around it; null where all of it is. */
const findForeign = (dbf: Uint8Array): Uint8Array | null => {
  if (dbf.length < HEADER_LENGTH_AT + 2) return null
  const begin = dbf[HEADER_LENGTH_AT]! + 256 * dbf[HEADER_LENGTH_AT + 1]!
  const at = dbf.subarray(begin).findIndex((byte) => byte >= 0x80)
  return at < 0 ? null : dbf.subarray(Math.max(begin, begin + at - 20), begin + at + 20)
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** GDAL's names for what a person may choose; without a .cpg the table does not say. */
const ENCODINGS: { readonly [encoding: string]: string } = { 'windows-1252': 'CP1252', 'utf-8': 'UTF-8' }

const encodingOf = (dbf: Uint8Array | undefined, hasCpg: boolean, chosen: string | undefined) => {
  const foreign = dbf && !hasCpg ? findForeign(dbf) : null
  if (!dbf || !foreign) return { openOptions: [], known: {} }
  const encoding =
    chosen && chosen in ENCODINGS
      ? chosen
      : isUtf8(dbf.subarray(dbf[HEADER_LENGTH_AT]! + 256 * dbf[HEADER_LENGTH_AT + 1]!))
        ? 'utf-8'
        : 'windows-1252'
  const encodings = Object.keys(ENCODINGS).map((one) => ({
    encoding: one,
    example: decodeLoosely(foreign, one).replace(/\s+/g, ' ').trim(),
  }))
  return { openOptions: [`ENCODING=${ENCODINGS[encoding]}`], known: { encoding, encodings } }
}

/** The shapefile of an archive as GDAL wants it; with several, the one that was chosen. */
export const shapefileIn = (parts: readonly Part[], { layer, encoding }: ReadChoices): ForGdal => {
  const stems = parts.flatMap(({ name }) => (/\.shp$/i.test(name) ? [name.slice(0, -4)] : []))
  const names = stems.map(baseName)
  const stem = stems[Math.max(0, names.indexOf(layer ?? ''))]!
  const beside = NEEDED.flatMap((ending) => {
    const part = parts.find(({ name }) => name.toLowerCase() === `${stem}.${ending}`.toLowerCase())
    return part ? [[ending, part.bytes()] as const] : []
  })
  const has = new Map(beside)
  if (!has.has('dbf') || !has.has('shx'))
    refuse(
      'Zip Shapefile ini tidak lengkap. Sertakan berkas .shp, .shx, .dbf dan .prj dengan nama yang sama.',
      'This zipped Shapefile is not whole. Include the .shp, .shx, .dbf and .prj files of the same name.',
    )
  refuseManyPositions(Math.floor((has.get('shp')?.length ?? 0) / POSITION_BYTES))
  const { openOptions, known } = encodingOf(has.get('dbf'), has.has('cpg'), encoding)
  return {
    format: 'shapefile',
    driver: 'ESRI Shapefile',
    files: beside.map(([ending, bytes]) => [`read.${ending}`, bytes] as const),
    openOptions,
    known: {
      ...known,
      layer: baseName(stem),
      layers: names,
      mustChooseLayer: names.length > 1 && layer === undefined,
    },
  }
}
