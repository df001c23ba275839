import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { type FlatArea, flatten, planeHectares } from './equal_area.ts'
import { projectUnits, roomFor, snap, snapPath, toUnits, UNITS_PER_DEGREE } from './grid.ts'
import { type Box, boxOf, lengthM } from './locate.ts'
import type { Overlay } from './overlay.ts'

/** A geometry ready to be measured: degrees for points and lines, metres of the equal-area plane for areas. */
export type Shape =
  | PointShape
  | { readonly kind: 'line'; readonly degrees: Float64Array; readonly lengthM: number; readonly box: Box }
  | AreaShape
export type PointShape = { readonly kind: 'point'; readonly lng: number; readonly lat: number; readonly box: Box }
export type AreaShape = {
  readonly kind: 'area'
  /** Polygons of rings, the outer one first, in units of 1e-7 degree. */
  readonly units: UnitArea
  readonly metres: FlatArea
  readonly areaHa: number
  /** It was not valid as it was given. */
  readonly repaired: boolean
  /** In degrees. */
  readonly box: Box
  /** The same rings in degrees; made when first asked for. */
  readonly degrees: FlatArea
}
export type UnitArea = readonly (readonly Int32Array[])[]

/** Why a geometry cannot be used. */
export type Fault = 'not_finite' | 'out_of_range' | 'too_few_positions' | 'no_area' | 'not_supported' | 'not_measurable'

const faultOf = (positions: readonly Position[], atLeast: number): Fault | null => {
  if (positions.length < atLeast) return 'too_few_positions'
  if (positions.some(([lng, lat]) => !Number.isFinite(lng) || !Number.isFinite(lat))) return 'not_finite'
  return positions.some(([lng, lat]) => Math.abs(lng!) > 180 || Math.abs(lat!) > 90) ? 'out_of_range' : null
}

const MOST_LNG = 180 * UNITS_PER_DEGREE
const MOST_LAT = 90 * UNITS_PER_DEGREE

/** A ring on the grid, closed if it was not. */
const ringOf = (positions: readonly Position[]): Int32Array | Fault => {
  const { length } = positions
  if (length === 0) return 'too_few_positions'
  const [first, last] = [positions[0]!, positions[length - 1]!]
  const isClosed = first[0] === last[0] && first[1] === last[1]
  const closed = isClosed ? length : length + 1
  if (closed < 4) return 'too_few_positions'
  const ring = new Int32Array(2 * closed)
  for (let index = 0; index < length; index += 1) {
    const lng = toUnits(positions[index]![0]!)
    const lat = toUnits(positions[index]![1]!)
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) return 'not_finite'
    if (lng > MOST_LNG || lng < -MOST_LNG || lat > MOST_LAT || lat < -MOST_LAT) return 'out_of_range'
    ring[2 * index] = lng
    ring[2 * index + 1] = lat
  }
  ring[2 * closed - 2] = ring[0]!
  ring[2 * closed - 1] = ring[1]!
  return ring
}

let room = new Float64Array(4096)

const projectRing = (ring: Int32Array): Float64Array => {
  const length = roomFor(ring, 0, ring.length)
  if (room.length < length) room = new Float64Array(2 * length)
  return room.slice(0, projectUnits(ring, 0, ring.length, room))
}

const ringInDegrees = (ring: Int32Array): Float64Array => Float64Array.from(ring, (units) => units / UNITS_PER_DEGREE)

const boxOfUnits = (units: UnitArea): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const rings of units)
    for (const ring of rings)
      for (let i = 0; i < ring.length; i += 2) {
        west = Math.min(west, ring[i]!)
        east = Math.max(east, ring[i]!)
        south = Math.min(south, ring[i + 1]!)
        north = Math.max(north, ring[i + 1]!)
      }
  return [west / UNITS_PER_DEGREE, south / UNITS_PER_DEGREE, east / UNITS_PER_DEGREE, north / UNITS_PER_DEGREE]
}

/** An area of rings that stand on the grid and are valid there. */
export const shapeOfUnits = (units: UnitArea, repaired = false): AreaShape => {
  const metres = units.map((rings) => rings.map(projectRing))
  let degrees: FlatArea | null = null
  return {
    kind: 'area',
    units,
    metres,
    areaHa: planeHectares(metres),
    repaired,
    box: boxOfUnits(units),
    get degrees() {
      degrees ??= units.map((rings) => rings.map(ringInDegrees))
      return degrees
    },
  }
}

// Put on the grid first, because rounding is what makes a valid polygon cross itself; and once more after the repair, whose
// crossings lie off the grid. What still crosses itself by a hair then, or once projected, changes no area that can be told.
const shapeOfArea = (geometry: Polygon | MultiPolygon, overlay: Overlay): AreaShape | Fault => {
  const given = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const units: Int32Array[][] = []
  for (const polygon of given) {
    const rings: Int32Array[] = []
    for (const positions of polygon) {
      const ring = ringOf(positions)
      if (typeof ring === 'string') return ring
      rings.push(ring)
    }
    if (rings.length > 0) units.push(rings)
  }
  if (units.length === 0) return 'no_area'
  const flat = units.map((rings) => rings.map((ring) => Float64Array.from(ring)))
  const sound = overlay.repair(flat)
  const shape =
    sound === flat
      ? shapeOfUnits(units)
      : shapeOfUnits(
          sound.map((rings) => rings.map((ring) => Int32Array.from(ring, Math.round))),
          true,
        )
  return shape.areaHa > 0 ? shape : 'no_area'
}

export const shapeOfPoint = ([lng = 0, lat = 0]: Position): PointShape => ({
  kind: 'point',
  lng: snap(lng),
  lat: snap(lat),
  box: [snap(lng), snap(lat), snap(lng), snap(lat)],
})

const shapeOf = (geometry: Geometry, overlay: Overlay): Shape | Fault => {
  switch (geometry.type) {
    case 'Point': {
      return faultOf([geometry.coordinates], 1) ?? shapeOfPoint(geometry.coordinates)
    }
    case 'LineString': {
      const fault = faultOf(geometry.coordinates, 2)
      if (fault) return fault
      const degrees = snapPath(flatten(geometry.coordinates))
      return { kind: 'line', degrees, lengthM: lengthM(degrees), box: boxOf([degrees]) }
    }
    case 'Polygon':
    case 'MultiPolygon':
      return shapeOfArea(geometry, overlay)
    default:
      return 'not_supported'
  }
}

/** Repairs what can be repaired and names the fault of what cannot; it never throws, whatever stands in the record. */
export const parseShape = (geometry: Geometry, overlay: Overlay): Shape | Fault => {
  try {
    return shapeOf(geometry, overlay)
  } catch {
    return 'not_measurable'
  }
}
