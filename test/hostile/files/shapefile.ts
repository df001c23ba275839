import type { Position } from 'geojson'
import { GOOD } from './good.ts'
import { type Hostile, utf8, zip } from './hostile.ts'

/** The parts of a Shapefile by their endings. */
export type Shapefile = { readonly [ending: string]: Uint8Array }

export const [NULL_SHAPE, POINT, AREA] = [0, 1, 5] as const
const [HEADER, FILE_CODE, VERSION] = [100, 9994, 1000]

type Shape = { readonly type: number; readonly rings: readonly (readonly Position[])[] }

/** One shape as it stands behind its type: little-endian, bounds first, then where each ring begins, then the positions. */
const contentOf = ({ type, rings }: Shape): Uint8Array => {
  const points = rings.flat()
  const length = type === NULL_SHAPE ? 4 : type === POINT ? 20 : 44 + 4 * rings.length + 16 * points.length
  const view = new DataView(new ArrayBuffer(length))
  view.setInt32(0, type, true)
  if (type === NULL_SHAPE) return new Uint8Array(view.buffer)
  const put = (at: number, [x = 0, y = 0]: Position) => {
    view.setFloat64(at, x, true)
    view.setFloat64(at + 8, y, true)
  }
  if (type === POINT) put(4, points[0]!)
  else {
    const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]!)) as [number[], number[]]
    put(4, [Math.min(...xs), Math.min(...ys)])
    put(20, [Math.max(...xs), Math.max(...ys)])
    view.setInt32(36, rings.length, true)
    view.setInt32(40, points.length, true)
    rings.reduce((begin, ring, at) => {
      view.setInt32(44 + 4 * at, begin, true)
      return begin + ring.length
    }, 0)
    for (const [at, point] of points.entries()) put(44 + 4 * rings.length + 16 * at, point)
  }
  return new Uint8Array(view.buffer)
}

/** The header that .shp and .shx share; lengths count words of two bytes. */
const header = (type: number, bytes: number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(HEADER))
  view.setInt32(0, FILE_CODE)
  view.setInt32(24, bytes / 2)
  view.setInt32(28, VERSION, true)
  view.setInt32(32, type, true)
  return new Uint8Array(view.buffer)
}

const pair = (first: number, second: number): Uint8Array => {
  const view = new DataView(new ArrayBuffer(8))
  view.setInt32(0, first)
  view.setInt32(4, second)
  return new Uint8Array(view.buffer)
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

const FIELD_BYTES = 32
const WIDTH = 60

/** A dBase table of texts; letters are written by `encode`. */
const tableOf = (
  rows: readonly Readonly<Record<string, string>>[],
  encode: (text: string) => Uint8Array,
): Uint8Array => {
  const names = Object.keys(rows[0] ?? GOOD)
  const begin = 32 + FIELD_BYTES * names.length + 1
  const width = 1 + WIDTH * names.length
  const made = new Uint8Array(begin + width * rows.length + 1).fill(32)
  const view = new DataView(made.buffer)
  made.fill(0, 0, begin)
  made.set([3, 124, 1, 1])
  view.setUint32(4, rows.length, true)
  view.setUint16(8, begin, true)
  view.setUint16(10, width, true)
  for (const [at, name] of names.entries()) {
    made.set(utf8(name.slice(0, 10)), 32 + FIELD_BYTES * at)
    made.set([67], 32 + FIELD_BYTES * at + 11)
    made.set([WIDTH], 32 + FIELD_BYTES * at + 16)
  }
  made[begin - 1] = 13
  for (const [row, cells] of rows.entries())
    for (const [at, name] of names.entries())
      made.set(encode(cells[name] ?? '').subarray(0, WIDTH), begin + width * row + 1 + WIDTH * at)
  made[made.length - 1] = 26
  return made
}

/** A Shapefile of good activities, one for each shape, as the specification of 1998 has it. */
export const shapefileOf = (
  shapes: readonly Shape[],
  {
    rows = shapes.map((_, at): Readonly<Record<string, string>> => ({ ...GOOD, nomor: `S-${at}` })),
    encode = utf8,
    more = { cpg: utf8('UTF-8') },
  }: {
    readonly rows?: readonly Readonly<Record<string, string>>[]
    readonly encode?: (text: string) => Uint8Array
    readonly more?: Shapefile
  } = {},
): Shapefile => {
  const type = shapes.find((shape) => shape.type !== NULL_SHAPE)?.type ?? NULL_SHAPE
  const contents = shapes.map(contentOf)
  const records = contents.map((content, at) => joined([pair(at + 1, content.length / 2), content]))
  const begins = records.map((_, at) => HEADER + records.slice(0, at).reduce((sum, { length }) => sum + length, 0))
  const index = begins.map((begin, at) => pair(begin / 2, contents[at]!.length / 2))
  const end = HEADER + records.reduce((sum, { length }) => sum + length, 0)
  return {
    shp: joined([header(type, end), ...records]),
    shx: joined([header(type, HEADER + 8 * index.length), ...index]),
    dbf: tableOf(rows, encode),
    ...more,
  }
}

/** A file whose parts lie in one archive under one name. */
export const zipped = (name: string, file: Shapefile, says?: RegExp): Hostile =>
  zip(name, () => Object.fromEntries(Object.entries(file).map(([ending, bytes]) => [`peta.${ending}`, bytes])), says)
