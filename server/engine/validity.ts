import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import type { Words } from '../../data/model/words.ts'
import { type FlatArea, flattenArea, planeHectares, projectArea } from './equal_area.ts'
import { geojsonOf, latOf, lngOf, wound } from './from_plane.ts'
import { createOnGrid } from './geometry_worker/publish.ts'
import type { Geos } from './geos.ts'
import {
  acrossDateLineWords,
  type LngLat,
  NO_AREA,
  NOT_MEASURABLE,
  NOT_SUPPORTED,
  notFiniteWords,
  nothingLeftWords,
  outOfRangeWords,
  reasonWords,
  repairedWords,
  TOO_FEW_FOR_AREA,
  TOO_FEW_FOR_LINE,
  unclosedWords,
} from './validity_words.ts'

/** What is wrong with a geometry as it was given; `words` is null where nothing is. `at` is the first place of the fault. */
export type Inspection = {
  readonly usable: boolean
  readonly repaired: boolean
  readonly words: Words | null
  readonly at: LngLat | null
  /** What may be kept in its place, of seven decimals; only where something was wrong with it as it was drawn. */
  readonly mended?: Polygon | MultiPolygon
}

const SOUND: Inspection = { usable: true, repaired: false, words: null, at: null }
const refused = (words: Words, at: LngLat | null = null): Inspection => ({ usable: false, repaired: false, words, at })
const repairedTo = (geometry: Polygon | MultiPolygon | null, words: Words, at: LngLat | null): Inspection => ({
  usable: true,
  repaired: true,
  words: repairedWords(words),
  at,
  ...(geometry ? { mended: geometry } : {}),
})

const isPair = (position: unknown): position is LngLat =>
  Array.isArray(position) && position.length >= 2 && Number.isFinite(position[0]) && Number.isFinite(position[1])

const faultOf = (positions: readonly Position[]): Inspection | null => {
  for (const [index, position] of positions.entries()) {
    if (!isPair(position)) return refused(notFiniteWords(index + 1))
    const at: LngLat = [position[0], position[1]]
    if (Math.abs(at[0]) > 180 || Math.abs(at[1]) > 90) return refused(outOfRangeWords(index + 1, at), at)
  }
  return null
}

/** Half the world in one step is drawn across the date line: the plane would take the long way round, over everybody. */
const MOST_STEP_DEGREES = 180

const crossingOf = (path: readonly Position[]): Inspection | null => {
  const at = path.findIndex(([lng = 0], index) => Math.abs(lng - path[Math.max(0, index - 1)]![0]!) > MOST_STEP_DEGREES)
  if (at < 0) return null
  const [lng = 0, lat = 0] = path[at]!
  return refused(acrossDateLineWords([lng, lat]), [lng, lat])
}

const differing = (positions: readonly Position[]): number =>
  new Set(positions.map(([lng, lat]) => `${lng} ${lat}`)).size

/** The ring as it is, or with its first position at its end as well. */
export const closedRing = (ring: Position[]): Position[] => (isClosed(ring) ? ring : [...ring, ring[0]!])

const isClosed = (ring: readonly Position[]): boolean =>
  ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1]

/** Where GEOS finds the area invalid, in the area's own coordinates; null when it is valid. */
const invalidity = ({ raw, scoped, takeText }: Geos, area: FlatArea) =>
  scoped(({ write }) => {
    const given = write(area)
    if (raw.GEOSisValid(given) === 1) return null
    const text = takeText(raw.GEOSisValidReason(given))
    const place = /\[(\S+) (\S+)\]/.exec(text)
    return { text, at: place ? ([Number(place[1]), Number(place[2])] as const) : null }
  })

const repair = ({ raw, scoped, read, byStructure }: Geos, area: FlatArea): FlatArea =>
  scoped(({ keep, write }) => read(keep(raw.GEOSMakeValidWithParams(write(area), byStructure))))

const inspectArea = (geos: Geos, { type, coordinates }: Polygon | MultiPolygon): Inspection => {
  const given = type === 'Polygon' ? [coordinates] : coordinates
  const rings = given.flat()
  if (rings.length === 0) return refused(NO_AREA)
  const fault = faultOf(rings.flat()) ?? rings.map(crossingOf).find((found) => found !== null)
  if (fault) return fault
  if (rings.some((ring) => ring.length < 3 || differing(ring) < 3)) return refused(TOO_FEW_FOR_AREA)

  const open = rings.find((ring) => !isClosed(ring))
  const closed = given.map((polygon) => polygon.map(closedRing))
  const degrees = flattenArea({ type: 'MultiPolygon', coordinates: closed })
  const drawn = invalidity(geos, degrees)
  const whole = drawn ? repair(geos, degrees) : degrees
  // What is valid in degrees can cross itself by a hair once projected.
  const metres = projectArea(whole)
  const projected = invalidity(geos, metres)
  const leftHa = planeHectares(projected ? repair(geos, metres) : metres)

  const at = drawn?.at ?? (projected?.at ? ([lngOf(projected.at[0]), latOf(projected.at[1])] as const) : null)
  const found = drawn ?? projected
  const kept = () => (drawn || open ? geojsonOf(createOnGrid(geos)(wound(whole))) : null)
  if (!found && leftHa > 0) {
    if (!open) return SOUND
    const end: LngLat = [open.at(-1)![0]!, open.at(-1)![1]!]
    return repairedTo(kept(), unclosedWords(end), end)
  }
  if (!found) return refused(NO_AREA)
  const reason = reasonWords(found.text, at)
  return leftHa > 0 ? repairedTo(kept(), reason, at) : refused(nothingLeftWords(reason), at)
}

const inspect = (geos: Geos, geometry: Geometry): Inspection => {
  switch (geometry.type) {
    case 'Point':
      return faultOf([geometry.coordinates]) ?? SOUND
    case 'LineString':
      return (
        faultOf(geometry.coordinates) ??
        crossingOf(geometry.coordinates) ??
        (differing(geometry.coordinates) < 2 ? refused(TOO_FEW_FOR_LINE) : SOUND)
      )
    case 'Polygon':
    case 'MultiPolygon':
      return inspectArea(geos, geometry)
    default:
      return refused(NOT_SUPPORTED)
  }
}

/** Says in words what is wrong with a geometry and whether it can be repaired; never throws for what stands in it. */
export const createInspect =
  (geos: Geos) =>
  (geometry: Geometry): Inspection => {
    try {
      return inspect(geos, geometry)
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) throw error
      return refused(NOT_MEASURABLE)
    }
  }
