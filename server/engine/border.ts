import Flatbush from 'flatbush'
import type { Code } from '../../data/model/codes.ts'
import type { Place } from './engine.ts'
import { type FlatArea, flattenArea } from './equal_area.ts'
import { type Box, boxesMeet, boxOf, lengthM, whereIn } from './locate.ts'

/** A village as the rings of its boundary, in degrees. */
export type Outline = { readonly code: Code; readonly area: FlatArea; readonly box: Box }

export type CommonBoundary = {
  /** Stretches of the first side's edges, in degrees. */
  readonly paths: readonly Float64Array[]
  readonly lengthM: number
  /** Villages of either side that have a part of it. */
  readonly touching: ReadonlySet<Code>
}

/** Places known by a position only have no boundary to share. */
export const outlineOf = ({ code, geometry }: Place): Outline[] => {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return []
  const area = flattenArea(geometry)
  return [{ code, area, box: boxOf(area.flat()) }]
}

/**
 * How far beyond an edge the neighbour may begin: files draw one boundary twice, a hair apart or over each other. Between
 * Seruyan and Kotawaringin Timur 1 m finds 290 km, 5 m 304, and everything from 10 to 100 m 305.
 */
const HAIR_M = 50
const M_PER_DEGREE = 111_320
const HAIR_DEGREES = HAIR_M / M_PER_DEGREE
/** Where a neighbour is looked for, from the edge outwards; most begin at once. */
const PROBES = [0.5, 1, 0].map((share) => share * HAIR_DEGREES)
/** An edge is cut into pieces no longer than this, each of them wholly common or not at all. */
const PIECE_DEGREES = 2 * HAIR_DEGREES

type Edge = { readonly from: readonly [number, number]; readonly to: readonly [number, number] }

const along = ({ from: [x1, y1], to: [x2, y2] }: Edge, share: number): [lng: number, lat: number] => [
  x1 + (x2 - x1) * share,
  y1 + (y2 - y1) * share,
]

const widen = ([west, south, east, north]: Box): Box => [
  west - HAIR_DEGREES,
  south - HAIR_DEGREES,
  east + HAIR_DEGREES,
  north + HAIR_DEGREES,
]

const boxAround = ({ from: [x1, y1], to: [x2, y2] }: Edge): Box =>
  widen([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)])

/** Those of one side that could touch a village of the other. */
const facing = (outlines: readonly Outline[], others: readonly Outline[]): readonly Outline[] =>
  outlines.filter(({ box }) => {
    const reach = widen(box)
    return others.some((other) => boxesMeet(reach, other.box))
  })

/** Positive where the ring has its inside to the left. */
const turnOf = (ring: Float64Array): number => {
  let doubled = 0
  for (let i = 2; i + 3 < ring.length; i += 2)
    doubled += (ring[i]! - ring[0]!) * (ring[i + 3]! - ring[1]!) - (ring[i + 2]! - ring[0]!) * (ring[i + 1]! - ring[1]!)
  return doubled
}

/** The edges of an area, each with its outer side on the right. */
const edgesOf = function* (area: FlatArea): Generator<Edge> {
  for (const rings of area)
    for (const [index, ring] of rings.entries()) {
      const isLeftInside = turnOf(ring) > 0 === (index === 0)
      for (let i = 0; i + 3 < ring.length; i += 2) {
        if (ring[i] === ring[i + 2] && ring[i + 1] === ring[i + 3]) continue
        const [start, end] = [[ring[i]!, ring[i + 1]!] as const, [ring[i + 2]!, ring[i + 3]!] as const]
        yield isLeftInside ? { from: start, to: end } : { from: end, to: start }
      }
    }
}

/** Unit vector to the right of an edge, as degrees of longitude and latitude for each degree of distance. */
const rightOf = ({ from: [x1, y1], to: [x2, y2] }: Edge): readonly [number, number] => {
  const shrink = Math.cos((y1 * Math.PI) / 180)
  const [east, north] = [(x2 - x1) * shrink, y2 - y1]
  const length = Math.hypot(east, north)
  return [north / length / shrink, -east / length]
}

type Side = {
  /** True where an edge of the side comes within a hair of the box. */
  comesNear(box: Box): boolean
  holderAt(lng: number, lat: number): Outline | undefined
}

const sideOf = (outlines: readonly Outline[]): Side => {
  const villages = new Flatbush(outlines.length)
  for (const { box } of outlines) villages.add(...box)
  villages.finish()
  const boxes = outlines.flatMap(({ area }) => [...edgesOf(area)].map(boxAround))
  const edges = new Flatbush(boxes.length)
  for (const box of boxes) edges.add(...box)
  edges.finish()
  return {
    comesNear: (box) => edges.search(...box).length > 0,
    holderAt: (lng, lat) => {
      const found = villages.search(lng, lat, lng, lat, (at) => whereIn(outlines[at]!.area, lng, lat) !== 'outside')
      return found.length > 0 ? outlines[Math.min(...found)] : undefined
    },
  }
}

/** The village of the other side that begins at the middle of an edge, or a hair beyond it. */
const neighbourOf = (edge: Edge, side: Side): Outline | undefined => {
  const [lng, lat] = along(edge, 0.5)
  const [outLng, outLat] = rightOf(edge)
  // Far from every edge of the other side all of this one lies in the same village of it, or in none.
  for (const probe of side.comesNear(boxAround(edge)) ? PROBES : [0]) {
    const neighbour = side.holderAt(lng + outLng * probe, lat + outLat * probe)
    if (neighbour) return neighbour
  }
  return undefined
}

/** The stretches of one edge beyond which the other side begins, and the villages that begin there. */
const stretchesOf = (edge: Edge, side: Side): { paths: Float64Array[]; neighbours: Outline[] } => {
  const length = Math.hypot(edge.to[0] - edge.from[0], edge.to[1] - edge.from[1])
  const pieces = side.comesNear(boxAround(edge)) ? Math.ceil(length / PIECE_DEGREES) : 1
  const paths: Float64Array[] = []
  const neighbours: Outline[] = []
  let started: number | null = null
  for (let piece = 0; piece <= pieces; piece++) {
    const part: Edge = { from: along(edge, piece / pieces), to: along(edge, (piece + 1) / pieces) }
    const neighbour = piece < pieces ? neighbourOf(part, side) : undefined
    if (neighbour) {
      neighbours.push(neighbour)
      started ??= piece
    } else if (started !== null) {
      paths.push(Float64Array.from([...along(edge, started / pieces), ...part.from]))
      started = null
    }
  }
  return { paths, neighbours }
}

/** What of the first side's edges is also the second's boundary; null where they have none in common. */
export const commonBoundary = (ours: readonly Outline[], theirs: readonly Outline[]): CommonBoundary | null => {
  const first = facing(ours, theirs)
  const second = facing(theirs, first)
  if (second.length === 0) return null
  const side = sideOf(second)
  const paths: Float64Array[] = []
  const touching = new Set<Code>()
  for (const { code, area } of first)
    for (const edge of edgesOf(area)) {
      const found = stretchesOf(edge, side)
      paths.push(...found.paths)
      for (const neighbour of found.neighbours) touching.add(code).add(neighbour.code)
    }
  return paths.length > 0 ? { paths, lengthM: paths.reduce((sum, path) => sum + lengthM(path), 0), touching } : null
}
