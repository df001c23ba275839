import { zipSync } from 'fflate'
import { goodCollection, goodFeature, goodPlacemark, kmlOf } from './good.ts'
import { bytes, type Hostile, random, text, utf8 } from './hostile.ts'

/** So many positions that packing finds nothing in them twice, and the whole is made in a second. */
const CHUNK = 20_000
const chunkOf = (write: (x: number, y: number) => string): string => {
  const digits = random(11, 2 * CHUNK)
  return Array.from({ length: CHUNK }, (_, at) => write(digits[2 * at]! % 10, digits[2 * at + 1]! % 10)).join('')
}
const many = (count: number, write: (x: number, y: number) => string): string =>
  chunkOf(write).repeat(Math.ceil(count / CHUNK))

const TEN_MILLION = 10_000_000
const packed = (name: string, content: () => string): Uint8Array => zipSync({ [name]: utf8(content()) }, { level: 1 })

const corners = (count: number, radius: (at: number) => number): string =>
  Array.from({ length: count + 1 }, (_, at) => {
    const angle = (2 * Math.PI * (at % count)) / count
    const reach = radius(at % count)
    return `[${(110.01 + reach * Math.cos(angle)).toFixed(7)},${(0.01 + reach * Math.sin(angle)).toFixed(7)}]`
  }).join(',')
const comb = (count: number): string =>
  `{"type":"Polygon","coordinates":[[${corners(count, (at) => (at % 2 === 0 ? 0.008 : 0.0079))}]]}`

export const LARGE: readonly Hostile[] = [
  bytes(
    'a ring of ten million corners in GeoJSON',
    () =>
      packed('data.geojson', () =>
        goodCollection(
          goodFeature(`{"type":"Polygon","coordinates":[[${many(TEN_MILLION, (x, y) => `[${x},${y}],`)}[1,1]]]}`),
        ),
      ),
    /more than 2000000 positions/,
  ),
  bytes(
    'a ring of ten million corners in KMZ',
    () =>
      packed('doc.kml', () =>
        kmlOf(
          goodPlacemark(
            `<Polygon><outerBoundaryIs><LinearRing><coordinates>${many(TEN_MILLION, (x, y) => `${x},${y} `)}</coordinates></LinearRing></outerBoundaryIs></Polygon>`,
          ),
        ),
      ),
    /more than 2000000 positions/,
  ),
  {
    ...text('an area like a comb of eighty thousand teeth', () => goodCollection(goodFeature(comb(80_000)))),
    rows: 1,
  },
]
