import type { Geometry } from 'geojson'
import loadGeos from 'geos-wasm'
import { geojsonToGeosGeom } from 'geos-wasm/helpers'
import { type Bounds, boundsOf, meet } from '../bounds.ts'
import { closedRing } from '../engine/validity.ts'
import type { SpatialOp } from './expression.ts'
import { filterRefusal } from './refusal.ts'

type Geos = Awaited<ReturnType<typeof loadGeos>>

/** A geometry of a filter, kept for many questions; release it when done. */
export type HeldGeometry = {
  /** Whether `op` is true with the geometry of a feature first and this one second. */
  answers(op: SpatialOp, geometry: Geometry, bounds: Bounds): boolean
  release(): void
}

export type Spatial = {
  /** Throws a refusal for a geometry that cannot be judged, such as an area whose outline crosses itself. */
  hold(geometry: Geometry): HeldGeometry
}

const TANGLED = {
  id: 'Garis luar geometri memotong dirinya sendiri. Gambar ulang tanpa perpotongan.',
  en: 'The outline of the geometry crosses itself. Draw it without crossings.',
}

/** Each predicate asked of the prepared geometry, which stands second in the filter and first here. */
const ASKED: { readonly [op in SpatialOp]: keyof Geos } = {
  s_intersects: 'GEOSPreparedIntersects',
  s_disjoint: 'GEOSPreparedDisjoint',
  s_within: 'GEOSPreparedContains',
  s_contains: 'GEOSPreparedWithin',
  s_touches: 'GEOSPreparedTouches',
  s_crosses: 'GEOSPreparedCrosses',
  s_overlaps: 'GEOSPreparedOverlaps',
  s_equals: 'GEOSEquals',
}

const closed = (geometry: Geometry): Geometry => {
  switch (geometry.type) {
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(closedRing) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(closedRing)) }
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(closed) }
    default:
      return geometry
  }
}

const bind = (geos: Geos): Spatial => ({
  hold(geometry) {
    const pointer = geojsonToGeosGeom(closed(geometry), geos)
    const box = boundsOf([geometry])
    if (pointer === 0 || box === null || geos.GEOSisValid(pointer) !== 1) {
      if (pointer !== 0) geos.GEOSGeom_destroy(pointer)
      throw filterRefusal(TANGLED)
    }
    const prepared = geos.GEOSPrepare(pointer)
    return {
      answers(op, other, bounds) {
        if (!meet(box, bounds)) return op === 's_disjoint'
        const asked = geojsonToGeosGeom(other, geos)
        const ask = geos[ASKED[op]] as (a: number, b: number) => number
        const answer = ask(op === 's_equals' ? pointer : prepared, asked)
        geos.GEOSGeom_destroy(asked)
        return answer === 1
      },
      release() {
        geos.GEOSPreparedGeom_destroy(prepared)
        geos.GEOSGeom_destroy(pointer)
      },
    }
  },
})

let opened: Promise<Spatial> | null = null

/** GEOS, opened when the first filter with a geometry comes; in the plane of degrees, as the standard wants it. */
export const openSpatial = (): Promise<Spatial> => {
  opened ??= loadGeos({ noticeHandler: () => {}, errorHandler: () => {} }).then(bind)
  return opened
}
