import type { MultiPolygon, Polygon } from 'geojson'
import type { ShapeAsked } from '../../../data/model/shape.ts'
import { type FlatArea, flatten, flattenArea, planeHectares, projectArea } from '../equal_area.ts'
import type { Geos, Pointer, Scope } from '../geos.ts'

/** Seven decimals of a degree are a centimetre. */
const DECIMALS = 7
/** A splinter that only rounding made: a square metre. */
const LEAST_HA = 0.0001

const positionsOf = (ring: Float64Array): number[][] =>
  Array.from({ length: ring.length / 2 }, (_, at) => [
    Number(ring[2 * at]!.toFixed(DECIMALS)),
    Number(ring[2 * at + 1]!.toFixed(DECIMALS)),
  ])

const asGeojson = (area: FlatArea): Polygon | MultiPolygon => {
  const polygons = area.map((rings) => rings.map(positionsOf))
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}

const hectaresOf = (area: FlatArea): number => planeHectares(projectArea(area))

/** Parts areas along lines and cuts holes into them, straight in degrees as they are drawn. An answer without parts: nothing was cut. */
export const createCarve = ({ raw, scoped, read, line, byStructure }: Geos) => {
  const valid = ({ keep, write }: Scope, area: FlatArea): Pointer => {
    const given = write(area)
    return raw.GEOSisValid(given) === 1 ? given : keep(raw.GEOSMakeValidWithParams(given, byStructure))
  }

  /** Boundary and line, noded, close around faces; those inside the area are its pieces. */
  const split = (area: FlatArea, along: Float64Array): readonly FlatArea[] =>
    scoped((scope) => {
      const { keep, gather } = scope
      const whole = valid(scope, area)
      const edges = gather([keep(raw.GEOSBoundary(whole)), keep(line(along))])
      const faces = read(keep(polygonized(keep(raw.GEOSUnaryUnion(edges)))))
      const inside = faces.filter((rings) => {
        const middle = keep(raw.GEOSPointOnSurface(scope.write([rings])))
        return raw.GEOSContains(whole, middle) === 1
      })
      return inside.length > read(whole).length ? inside.map((rings) => [rings]) : []
    })

  const polygonized = (edges: Pointer): Pointer => {
    const array = raw.Module._malloc(4)
    raw.Module.HEAPU32[array / 4] = edges
    const faces = raw.GEOSPolygonize(array, 1)
    raw.Module._free(array)
    return faces
  }

  const hole = (area: FlatArea, by: FlatArea): readonly FlatArea[] =>
    scoped((scope) => {
      const whole = valid(scope, area)
      const taken = valid(scope, by)
      if (raw.GEOSIntersects(whole, taken) !== 1) return []
      const left = read(scope.keep(raw.GEOSDifference(whole, taken)))
      return hectaresOf(area) - hectaresOf(left) >= LEAST_HA && left.length > 0 ? [left] : []
    })

  return (asked: ShapeAsked): readonly (Polygon | MultiPolygon)[] => {
    const area = flattenArea(asked.geometry)
    const parts =
      asked.kind === 'split' ? split(area, flatten(asked.by.coordinates)) : hole(area, flattenArea(asked.by))
    const whole = parts.filter((part) => hectaresOf(part) >= LEAST_HA)
    if (asked.kind === 'split' && whole.length < 2) return []
    return whole.toSorted((a, b) => hectaresOf(b) - hectaresOf(a)).map(asGeojson)
  }
}
