import type { Geometry, Position } from 'geojson'

const TYPES = { Point: 1, LineString: 2, Polygon: 3, MultiPolygon: 6 } as const
type Kind = keyof typeof TYPES
type Drawn = Extract<Geometry, { type: Kind }>

const HEADER_BYTES = 9
const POSITION_BYTES = 16

const sizeOfRings = (rings: readonly (readonly Position[])[]): number =>
  rings.reduce((sum, ring) => sum + 4 + ring.length * POSITION_BYTES, HEADER_BYTES)

const sizeOf = (geometry: Drawn): number => {
  switch (geometry.type) {
    case 'Point':
      return 5 + POSITION_BYTES
    case 'LineString':
      return HEADER_BYTES + geometry.coordinates.length * POSITION_BYTES
    case 'Polygon':
      return sizeOfRings(geometry.coordinates)
    case 'MultiPolygon':
      return geometry.coordinates.reduce((sum, rings) => sum + sizeOfRings(rings), HEADER_BYTES)
  }
}

/** Well-known binary as hexadecimal text, the form PostGIS reads fastest; numbers keep every bit. */
export const wkbOf = (geometry: Geometry): string => {
  if (!(geometry.type in TYPES))
    throw new Error(`The comparison draws points, lines and areas, not a ${geometry.type}.`)
  const drawn = geometry as Drawn
  const buffer = Buffer.allocUnsafe(sizeOf(drawn))
  let at = 0
  const uint = (value: number) => {
    at = buffer.writeUInt32LE(value, at)
  }
  const head = (kind: Kind) => {
    at = buffer.writeUInt8(1, at)
    uint(TYPES[kind])
  }
  const position = ([lng, lat]: Position) => {
    at = buffer.writeDoubleLE(lng!, at)
    at = buffer.writeDoubleLE(lat!, at)
  }
  const path = (positions: readonly Position[]) => {
    uint(positions.length)
    for (const each of positions) position(each)
  }
  const polygon = (rings: readonly Position[][]) => {
    head('Polygon')
    uint(rings.length)
    for (const ring of rings) path(ring)
  }
  if (drawn.type === 'Polygon') polygon(drawn.coordinates)
  else {
    head(drawn.type)
    if (drawn.type === 'Point') position(drawn.coordinates)
    else if (drawn.type === 'LineString') path(drawn.coordinates)
    else {
      uint(drawn.coordinates.length)
      for (const rings of drawn.coordinates) polygon(rings)
    }
  }
  return buffer.toString('hex')
}
