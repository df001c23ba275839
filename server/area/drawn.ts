import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { badRequest, quote, Refusal } from '../problems.ts'
import { crossesTooOften } from './tangle.ts'

/** What somebody may draw; points and lines become areas by a buffer. */
export type Drawn = Exclude<Geometry, { type: 'GeometryCollection' }>
export const isArea = (drawn: Drawn): drawn is Polygon | MultiPolygon =>
  drawn.type === 'Polygon' || drawn.type === 'MultiPolygon'

export const MOST_VERTICES = 10_000

/** How many lists lie between `coordinates` and a position, and the different positions that a path needs. */
const FORMS: { readonly [T in Drawn['type']]: { readonly depth: number; readonly least: number } } = {
  Point: { depth: 0, least: 1 },
  MultiPoint: { depth: 1, least: 1 },
  LineString: { depth: 1, least: 2 },
  MultiLineString: { depth: 2, least: 2 },
  Polygon: { depth: 2, least: 3 },
  MultiPolygon: { depth: 3, least: 3 },
}
const isForm = (type: unknown): type is Drawn['type'] => typeof type === 'string' && Object.hasOwn(FORMS, type)
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const unreadable = (value: unknown): Refusal => {
  const given = isObject(value) && typeof value.type === 'string' ? value.type : typeof value
  return badRequest({
    id: `Bentuk ${quote(given)} belum dapat dipakai. Kirim geometri GeoJSON: ${Object.keys(FORMS).join(', ')}.`,
    en: `A shape ${quote(given)} cannot be used. Send a GeoJSON geometry: ${Object.keys(FORMS).join(', ')}.`,
  })
}
const nested = (type: string): Refusal =>
  badRequest({
    id: `"coordinates" tidak bersusun seperti ${type} pada GeoJSON. Kirim daftar posisi [bujur, lintang] sesuai jenisnya.`,
    en: `"coordinates" is not nested as in a GeoJSON ${type}. Send lists of [lng, lat] positions as its type wants them.`,
  })
const EMPTY = {
  id: 'Bentuknya kosong. Gambar paling sedikit satu titik, garis atau bidang, lalu kirim lagi.',
  en: 'The shape is empty. Draw at least one point, line or area, then send it again.',
}
const TANGLED = {
  id: 'Garis batas bentuk ini terlalu kusut untuk diukur. Gambar ulang garis luarnya saja, lalu kirim lagi.',
  en: 'The boundary of this shape is too tangled to be measured. Draw only its outline again, then send it.',
}
const SPLIT = {
  id: 'Bentuk ini melintasi garis bujur 180. Pecah menjadi dua bagian, di barat dan di timur garis itu, sebagai MultiPolygon.',
  en: 'This shape crosses the 180th meridian. Split it into two parts, west and east of that line, as a MultiPolygon.',
}

/** The paths of positions that lie `depth` lists deep, one list at a time: nesting deeper than the type wants is refused, not followed. */
const pathsIn = (type: string, coordinates: unknown, depth: number): readonly (readonly unknown[])[] => {
  if (depth === 0) return [[coordinates]]
  let level: readonly unknown[] = [coordinates]
  for (let at = 0; at < depth; at += 1) {
    if (!level.every(Array.isArray)) throw nested(type)
    if (at < depth - 1) level = level.flat()
  }
  return level as readonly (readonly unknown[])[]
}

const requirePosition = (position: unknown, index: number): Position => {
  const [lng, lat] = Array.isArray(position) ? position : []
  if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat))
    throw badRequest({
      id: `Posisi ke-${index} bukan dua bilangan. Tulis [bujur, lintang] dalam derajat, misalnya [111.5, -0.1].`,
      en: `Position ${index} is not two numbers. Write [lng, lat] in degrees, such as [111.5, -0.1].`,
    })
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
    throw badRequest({
      id: `Posisi ke-${index} [${lng}, ${lat}] di luar bumi. Tulis bujur -180 sampai 180 lebih dulu, lalu lintang -90 sampai 90.`,
      en: `Position ${index} [${lng}, ${lat}] is not on earth. Write the longitude, -180 to 180, first, then the latitude, -90 to 90.`,
    })
  return position as Position
}

const differing = (path: readonly Position[]): number => new Set(path.map(([lng, lat]) => `${lng} ${lat}`)).size

const refuseTooFew = (type: Drawn['type'], paths: readonly (readonly Position[])[]): void => {
  const { least } = FORMS[type]
  const short = paths.find((path) => differing(path) < least)
  if (!short) return
  throw badRequest({
    id: `Satu bagian bentuk hanya punya ${differing(short)} titik yang berbeda; ${type} perlu paling sedikit ${least}. Tambah titiknya atau hapus bagian itu.`,
    en: `One part of the shape has only ${differing(short)} different positions; a ${type} needs at least ${least}. Add some or remove that part.`,
  })
}

const leapsAcross = (path: readonly Position[]): boolean =>
  path.some(([lng], index) => index > 0 && Math.abs(lng! - path[index - 1]![0]!) > 180)

/** A GeoJSON geometry that can be measured; refuses anything else in words that say what to do. Crossings stay: the engine mends them. */
export const readDrawn = (value: unknown): Drawn => {
  if (!isObject(value) || !isForm(value.type)) throw unreadable(value)
  const { type, coordinates } = value
  const raw = pathsIn(type, coordinates, FORMS[type].depth)
  const count = raw.reduce((sum, path) => sum + path.length, 0)
  if (count === 0) throw badRequest(EMPTY)
  if (count > MOST_VERTICES)
    throw new Refusal('too-large', {
      id: `Bentuk ini punya ${count} titik; paling banyak ${MOST_VERTICES}. Sederhanakan, atau bagi menjadi beberapa bentuk.`,
      en: `This shape has ${count} positions; at most ${MOST_VERTICES} are taken. Simplify it, or divide it into several shapes.`,
    })
  let index = 0
  const paths = raw.map((path) =>
    path.map((position) => {
      index += 1
      return requirePosition(position, index)
    }),
  )
  if (type !== 'MultiPoint') refuseTooFew(type, paths)
  if (type !== 'MultiPoint' && paths.some(leapsAcross)) throw badRequest(SPLIT)
  const drawn = { type, coordinates } as Drawn
  if (type !== 'MultiPoint' && crossesTooOften(paths)) throw badRequest(TANGLED)
  return drawn
}
