import type { Feature, Geometry, LineString, Polygon, Position } from 'geojson'
import type { Code } from '../../data/model/codes.ts'

/** `a` and, where another place lies beyond, `b`: the codes on either side. */
export type Border = Feature<LineString, { a: string } | { a: string; b: string }>

type Shape = { readonly code: Code; readonly geometry: Geometry }

const ringsOf = ({ geometry }: Pick<Shape, 'geometry'>): readonly Position[][] =>
  geometry.type === 'Polygon'
    ? geometry.coordinates
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat()
      : []

/** Numbers for positions and for the segments between two of them, whichever way they run: texts as keys cost ten times more. */
const createNumbering = () => {
  const columns = new Map<number, Map<number, number>>()
  let positions = 0
  const numberOf = ([lng, lat]: Position): number => {
    let column = columns.get(lng!)
    if (!column) {
      column = new Map()
      columns.set(lng!, column)
    }
    const known = column.get(lat!)
    if (known !== undefined) return known
    column.set(lat!, positions)
    return positions++
  }
  return (from: Position, to: Position): number => {
    const [a, b] = [numberOf(from), numberOf(to)]
    return Math.min(a, b) * 2 ** 26 + Math.max(a, b)
  }
}

const segmentsOf = function* (place: Shape): Generator<readonly [Position, Position]> {
  for (const ring of ringsOf(place)) for (let i = 1; i < ring.length; i++) yield [ring[i - 1]!, ring[i]!]
}

/**
 * The outlines of places as lines, each shared stretch once: two dashes drawn over each other would close the gaps, and a
 * polygon's own outline would also draw the edges where a tile cut it. `a` and `b` are the codes on either side.
 */
export const bordersOf = (places: readonly Shape[]): Border[] => {
  const segmentKey = createNumbering()
  const owners = new Map<number, string[]>()
  for (const place of places)
    for (const [from, to] of segmentsOf(place)) {
      const key = segmentKey(from, to)
      const codes = owners.get(key)
      if (!codes) owners.set(key, [place.code])
      else if (!codes.includes(place.code)) codes.push(place.code)
    }

  const borders: Border[] = []
  const drawn = new Set<number>()
  for (const place of places) {
    for (const ring of ringsOf(place)) {
      let line: Position[] = []
      let beside = ''
      const finish = () => {
        const [a, b] = beside.split(' ')
        if (line.length > 1)
          borders.push({
            type: 'Feature',
            geometry: { type: 'LineString', coordinates: line },
            properties: b ? { a: a!, b } : { a: a! },
          })
        line = []
      }
      for (let i = 1; i < ring.length; i++) {
        const [from, to] = [ring[i - 1]!, ring[i]!]
        const key = segmentKey(from, to)
        const sides = owners.get(key)!.join(' ')
        if (drawn.has(key) || sides !== beside) finish()
        if (drawn.has(key)) continue
        drawn.add(key)
        beside = sides
        if (line.length === 0) line.push(from)
        line.push(to)
      }
      finish()
    }
  }
  return borders
}

/** Rings as lines, without the stretches that run along what `isFrame` calls the frame. */
export const shoresOf = (
  land: readonly Feature<Polygon>[],
  isFrame: (position: Position) => boolean,
): Feature<LineString, Record<string, never>>[] =>
  land.flatMap(ringsOf).flatMap((ring) => {
    const lines: Position[][] = [[]]
    ring.forEach((position, at) => {
      const before = ring[at - 1]
      if (before && isFrame(before) && isFrame(position)) lines.push([])
      lines.at(-1)!.push(position)
    })
    return lines
      .filter((line) => line.length > 1)
      .map((coordinates) => ({
        type: 'Feature' as const,
        geometry: { type: 'LineString' as const, coordinates },
        properties: {},
      }))
  })
