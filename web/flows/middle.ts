import type { Geometry, Position } from 'geojson'

type Rings = readonly (readonly Position[])[]

const LINES = 12

const areaOf = ([outer = []]: Rings): number => {
  let twice = 0
  for (let at = 0; at + 1 < outer.length; at += 1)
    twice += outer[at]![0]! * outer[at + 1]![1]! - outer[at + 1]![0]! * outer[at]![1]!
  return Math.abs(twice) / 2
}

/** Where the rings cross a parallel, from west to east; between each pair lies the inside. */
const crossings = (rings: Rings, y: number): readonly number[] =>
  rings
    .flatMap((ring) =>
      ring.slice(1).flatMap((to, at) => {
        const from = ring[at]!
        if (from[1]! > y === to[1]! > y) return []
        return [from[0]! + ((y - from[1]!) / (to[1]! - from[1]!)) * (to[0]! - from[0]!)]
      }),
    )
    .sort((a, b) => a - b)

/** The middle of the widest stretch inside, among parallels that nears its middle first. */
const insideOf = (rings: Rings): Position | null => {
  const ys = rings[0]?.map(([, y]) => y!) ?? []
  const [south, north] = [Math.min(...ys), Math.max(...ys)]
  let best: { readonly place: Position; readonly score: number } | null = null
  for (let line = 1; line < LINES; line += 1) {
    const y = south + ((north - south) * line) / LINES
    const found = crossings(rings, y)
    const central = 1 - Math.abs(line / LINES - 0.5)
    for (let at = 0; at + 1 < found.length; at += 2) {
      const [west, east] = [found[at]!, found[at + 1]!]
      const score = (east - west) * central
      if (!best || score > best.score) best = { place: [(west + east) / 2, y], score }
    }
  }
  return best && best.score > 0 ? best.place : null
}

/** A place well inside a geometry, in its largest part; null for a line. */
export const middleOf = (geometry: Geometry): Position | null => {
  if (geometry.type === 'Point') return geometry.coordinates
  const parts =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  const [largest] = parts.toSorted((a, b) => areaOf(b) - areaOf(a))
  return largest ? (insideOf(largest) ?? largest[0]?.[0] ?? null) : null
}
