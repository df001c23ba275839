import type { MultiPolygon, Point, Polygon } from 'geojson'
import { type Code, isWithin, levelOf, parentOf } from '../../data/model/codes.ts'
import { flattenArea, projectArea } from '../engine/equal_area.ts'
import { geojsonOf } from '../engine/from_plane.ts'
import type { GeometryWorker } from '../engine/geometry_worker/index.ts'
import type { Geography } from '../geography.ts'

type Area = Polygon | MultiPolygon
export type UnitGround = {
  /** The ground of places, united; null where they are known by positions only, which `points` then tells. */
  areaOf(units: readonly Code[], signal: AbortSignal): Promise<Area | null>
  /** Those of the places that are known by a position only. */
  points(units: readonly Code[]): readonly { readonly code: Code; readonly name: string; readonly geometry: Point }[]
}

/**
 * Districts, regencies and provinces are their villages: boundaries of higher levels are coarser and never mixed with these.
 * They are united a level at a time and once, because places never change while a server lives.
 */
export const createUnitGround = (geography: Geography, worker: Pick<GeometryWorker, 'unite'>): UnitGround => {
  const known = new Map<Code, Promise<Area | null>>()

  const unite = async (areas: readonly Area[], signal?: AbortSignal): Promise<Area | null> => {
    if (areas.length <= 1) return areas[0] ?? null
    const polygons = areas.flatMap((area) => projectArea(flattenArea(area)))
    return geojsonOf(await worker.unite(polygons, { signal }))
  }

  /** The units one level down that a larger unit is made of. */
  const partsOf = (unit: Code): readonly Code[] => {
    const level = levelOf(unit)
    if (level === 'region') return geography.within(unit, 'regency').map(({ code }) => code)
    const villages = geography.within(unit, 'village').map(({ code }) => code)
    return level === 'regency' ? [...new Set(villages.map((code) => parentOf(code)!))] : villages
  }

  const gather = async (units: readonly Code[], signal?: AbortSignal): Promise<Area[]> => {
    const areas: Area[] = []
    // One after another: each has the whole patience of the geometry thread, and none crowds out other readers.
    for (const unit of units) {
      const area = await groundOf(unit, signal)
      if (area) areas.push(area)
    }
    return areas
  }

  const groundOf = async (unit: Code, signal?: AbortSignal): Promise<Area | null> => {
    const level = levelOf(unit)
    if (level === 'village' || level === 'island') {
      const geometry = geography.find(unit)?.geometry
      return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : null
    }
    // Not given up when one reader leaves: the next will ask for the same.
    const making = known.get(unit) ?? gather(partsOf(unit)).then((parts) => unite(parts))
    known.set(unit, making)
    making.catch(() => known.delete(unit))
    const area = await making
    signal?.throwIfAborted()
    return area
  }

  return {
    areaOf: async (units, signal) => {
      const outermost = units.filter((unit) => !units.some((other) => other !== unit && isWithin(unit, other)))
      return unite(await gather(outermost, signal), signal)
    },
    points: (units) =>
      units.flatMap((unit) => {
        const place = geography.find(unit)
        return place?.geometry.type === 'Point' ? [{ code: unit, name: place.name, geometry: place.geometry }] : []
      }),
  }
}
