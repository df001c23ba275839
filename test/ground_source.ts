import type { MultiPolygon, Polygon } from 'geojson'
import { implementersOf } from '../data/model/activity.ts'
import type { Engine, Place } from '../server/engine/engine.ts'
import { type FlatArea, flattenArea, planeHectares, projectArea } from '../server/engine/equal_area.ts'
import type { GroundSource, GroundUnit } from '../server/engine/grounds.ts'
import { loadOverlay } from '../server/engine/overlay.ts'
import type { Entered } from './world.ts'

type Drawn = Polygon | MultiPolygon
const plane = (geometry: Drawn): FlatArea => projectArea(flattenArea(geometry))
const isDrawn = (geometry: { type: string }): geometry is Drawn =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'

/** Verdicts by the engine, shapes straight from the places and records: what the ground of villages is cut from. */
export const groundSourceOf = async (
  engine: Engine,
  places: readonly Place[],
  records: readonly Entered[],
): Promise<GroundSource> => {
  const overlay = await loadOverlay()
  const byId = new Map(records.map((record) => [record.id, record]))
  const shapes = new Map(
    places.flatMap(({ code, geometry }) => (isDrawn(geometry) ? [[code, plane(geometry)] as const] : [])),
  )

  const layersOf = (ids: readonly string[]): GroundUnit['layers'] =>
    ids.flatMap((id) => {
      const record = byId.get(id)
      if (!record || !('sites' in record)) return []
      const sites = record.sites.flatMap((site) =>
        'geometry' in site && isDrawn(site.geometry) ? [plane(site.geometry)] : [],
      )
      return sites.length === 0 ? [] : [{ id, organisations: implementersOf(record), area: overlay.unite(sites) }]
    })

  const withinOf = (unit: FlatArea, ids: readonly string[]): readonly FlatArea[] | null => {
    const areas = ids.flatMap((id) => {
      const record = byId.get(id)
      if (!record || !('indicator' in record) || record.measure !== 'area') return []
      return ['geometry' in record.area ? plane(record.area.geometry as Drawn) : unit]
    })
    return areas.length === 0 ? null : areas
  }

  return (question) =>
    engine.coverage(question).map(({ code, verdict, activities, targets }) => {
      const whole = shapes.get(code) ?? []
      return {
        code,
        unitHa: planeHectares(whole),
        unit: whole,
        within: withinOf(whole, targets),
        unitId: targets.join(','),
        verdict: verdict.kind,
        layers: layersOf(activities),
      }
    })
}
