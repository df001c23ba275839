import type { Geometry, Position } from 'geojson'
import type { Reader } from './text.ts'

const NUMBERS = {
  id: 'koordinat berupa bilangan, misalnya 111.5 -0.1',
  en: 'coordinates as numbers, such as 111.5 -0.1',
}

const position = ({ peek, next, takes, fail }: Reader): Position => {
  const numbers: number[] = []
  for (;;) {
    const isBelow = takes('-')
    const { kind, value } = peek()
    if (kind !== 'number') break
    next()
    numbers.push(isBelow ? -Number(value) : Number(value))
  }
  if (numbers.length < 2 || numbers.length > 3) fail(NUMBERS.id, NUMBERS.en)
  // Heights limit nothing here.
  return numbers.slice(0, 2)
}

const listed =
  <T>(read: (reader: Reader) => T) =>
  (reader: Reader): T[] => {
    reader.requires('(')
    const items = [read(reader)]
    while (reader.takes(',')) items.push(read(reader))
    reader.requires(')')
    return items
  }

const path = listed(position)
const rings = listed(path)

const only = (reader: Reader): Position => {
  reader.requires('(')
  const found = position(reader)
  reader.requires(')')
  return found
}

/** The members of a multipoint stand in brackets of their own, or do not. */
const member = (reader: Reader): Position => (reader.peek().value === '(' ? only(reader) : position(reader))

const anyGeometry = (reader: Reader): Geometry =>
  readGeometry(reader.next().value.toLowerCase(), reader) ??
  reader.fail('geometri, misalnya POINT(111.5 -0.1)', 'a geometry, such as POINT(111.5 -0.1)')

/** The rest of a geometry whose first word (lower case) was taken; null where that is no geometry's, or no bracket follows. */
export const readGeometry = (word: string, reader: Reader): Geometry | null => {
  if (!GEOMETRIES.includes(word)) return null
  const isMarked = reader.takes('z')
  if (reader.peek().value !== '(' && !isMarked) return null
  switch (word) {
    case 'point':
      return { type: 'Point', coordinates: only(reader) }
    case 'linestring':
      return { type: 'LineString', coordinates: path(reader) }
    case 'polygon':
      return { type: 'Polygon', coordinates: rings(reader) }
    case 'multipoint':
      return { type: 'MultiPoint', coordinates: listed(member)(reader) }
    case 'multilinestring':
      return { type: 'MultiLineString', coordinates: rings(reader) }
    case 'multipolygon':
      return { type: 'MultiPolygon', coordinates: listed(rings)(reader) }
    default:
      return { type: 'GeometryCollection', geometries: listed(anyGeometry)(reader) }
  }
}

const GEOMETRIES: readonly string[] = [
  'point',
  'linestring',
  'polygon',
  'multipoint',
  'multilinestring',
  'multipolygon',
  'geometrycollection',
]
