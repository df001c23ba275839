import type { MultiPolygon, Polygon } from 'geojson'
import { type Code, levelOf } from '../../data/model/codes.ts'
import type { Place } from '../engine/engine.ts'
import { flattenArea, projectArea } from '../engine/equal_area.ts'
import { geojsonOf } from '../engine/from_plane.ts'
import { badRequest } from '../problems.ts'
import type { World } from '../world.ts'
import type { AreaAsked } from './asked.ts'
import { type Buffered, bufferAround } from './buffer.ts'
import { type Drawn, isArea } from './drawn.ts'

type Area = Polygon | MultiPolygon
type Shaped = Place & { readonly geometry: Area }

const isShaped = (place: Place): place is Shaped =>
  place.geometry.type === 'Polygon' || place.geometry.type === 'MultiPolygon'

/** Larger units are their villages: boundaries of districts and regencies are coarser and never mixed with these. */
const placesOf = (units: readonly Code[], { geography }: World): readonly Place[] => {
  const codes = units.flatMap((unit) => {
    const level = levelOf(unit)
    return level === 'village' || level === 'island'
      ? [unit]
      : geography.within(unit, 'village').map(({ code }) => code)
  })
  return [...new Set(codes)].flatMap((code) => geography.find(code) ?? [])
}

const withoutShape = (places: readonly Place[]) => {
  const named = places.map(({ code, name }) => `${code} (${name})`).join(', ')
  return badRequest({
    id: `${named} hanya dikenal sebagai titik, tanpa luas. Minta tersendiri dengan "bufferKm", atau hapus dari "units".`,
    en: `${named} is known as a point only, without an area. Ask for it alone with "bufferKm", or remove it from "units".`,
  })
}

/** Villages side by side as one area, united in the geometry thread. */
const unite = async (places: readonly Shaped[], { geometry: worker }: World, signal: AbortSignal): Promise<Area> => {
  if (places.length === 1) return places[0]!.geometry
  const found: Area[] = []
  await worker.dissolve(
    () => [
      {
        unit: places.flatMap(({ geometry }) => projectArea(flattenArea(geometry))),
        within: null,
        layers: [],
        kind: 'gap',
      },
    ],
    ([whole]) => found.push(geojsonOf(whole!.degrees)),
    { signal },
  )
  return found[0]!
}

const drawnFrom = async (units: readonly Code[], hasBuffer: boolean, world: World, signal: AbortSignal) => {
  const places = placesOf(units, world)
  const points = places.filter((place) => !isShaped(place))
  if (points.length === 0) return unite(places.filter(isShaped), world, signal)
  if (!hasBuffer || points.length < places.length) throw withoutShape(points)
  const coordinates = points.flatMap(({ geometry }) => (geometry.type === 'Point' ? [geometry.coordinates] : []))
  return { type: 'MultiPoint', coordinates } satisfies Drawn
}

/** The ground that a report is asked about. */
export const groundOf = async (
  { subject, bufferKm }: AreaAsked,
  world: World,
  signal: AbortSignal,
): Promise<Buffered> => {
  const drawn = 'drawn' in subject ? subject.drawn : await drawnFrom(subject.units, bufferKm > 0, world, signal)
  return bufferKm === 0 && isArea(drawn)
    ? { geometry: drawn, repaired: false }
    : bufferAround(drawn, bufferKm, world.geometry, signal)
}
