import type { Position } from 'geojson'
import type { Code } from '../../data/model/codes.ts'
import { type Bounds, boundsOf, meet } from '../bounds.ts'
import { balancedCells, disc, type Point, reachKmOf, type Site, signedKm2 } from './balance.ts'
import { LAND } from './basemap.ts'
import type { GazetteerRow } from './gazetteer.ts'
import type { Outline } from './outline.ts'
import { type Area, areaOfParts, type Held, type Plane, partsOf } from './plane.ts'

// Near the equator one scale each way is true to 0.4 %, which is more than the positions are.
const KM_PER_DEGREE_LNG = 111.2
const KM_PER_DEGREE_LAT = 110.58
const HA_PER_KM2 = 100

const toKm = ([lng, lat]: Position): Point => [lng! * KM_PER_DEGREE_LNG, lat! * KM_PER_DEGREE_LAT]
const toDegrees = ([x, y]: Point): Position => [x / KM_PER_DEGREE_LNG, y / KM_PER_DEGREE_LAT]

const polygonOf = (ring: readonly Point[]): Area => ({
  type: 'Polygon',
  coordinates: [[...ring, ring[0]!].map(toDegrees)],
})

const windowAround = ([x, y]: Point, reachKm: number): Bounds => {
  const [west, south] = toDegrees([x - reachKm, y - reachKm])
  const [east, north] = toDegrees([x + reachKm, y + reachKm])
  return [west!, south!, east!, north!]
}

const boxArea = ([west, south, east, north]: Bounds): Area => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

const shoresOf = (land: Area): Point[][] =>
  partsOf(land).flatMap((rings) =>
    rings.map((ring, index) => {
      const shore = ring.slice(0, -1).map(toKm)
      return signedKm2(shore) > 0 === (index === 0) ? shore : shore.reverse()
    }),
  )

/** A village and the land it can reach; `land` is null where nothing else is in reach. */
type Home = { readonly row: GazetteerRow; readonly site: Site; readonly land: Area | null }

const homeOf = (plane: Plane, allLand: Held, row: GazetteerRow): Home => {
  const inland: Site = { at: toKm([...row.position]), areaKm2: row.areaHa / HA_PER_KM2, shores: null }
  if (allLand.contains(boxArea(windowAround(inland.at, reachKmOf(inland))))) return { row, site: inland, land: null }
  const reachKm = reachKmOf({ ...inland, shores: [] })
  const window = allLand.within(windowAround(inland.at, reachKm))
  const land = window && (plane.isValid(window) ? window : plane.repair(window))
  return { row, site: { ...inland, shores: land ? shoresOf(land) : [] }, land }
}

const inTheSea = ({ at, areaKm2 }: Site): Area => polygonOf(disc(at, Math.sqrt(areaKm2 / Math.PI)))

/** What neighbours with a real boundary leave of an area. */
const beside = (plane: Plane, area: Area, known: readonly Outline[]): Area | null => {
  const box = boundsOf([area])!
  return known
    .filter((outline) => meet(boundsOf([outline.area])!, box))
    .reduce<Area | null>((left, outline) => left && plane.difference(left, outline.area), area)
}

/**
 * Indicative areas for the villages that `isWanted`, of which only the position and the hectares are known: weighted Voronoi cells
 * among all the rows, each holding its position and, within a circle, its hectares of land (see `balancedCells`), beside what is
 * known better. A village off every shore gets a circle in the sea.
 */
export const estimateOutlines = (
  plane: Plane,
  rows: readonly GazetteerRow[],
  isWanted: (code: Code) => boolean = () => true,
  known: readonly Outline[] = [],
): Outline[] => {
  const allLand = plane.hold(areaOfParts(LAND.features.flatMap(({ geometry }) => partsOf(geometry)))!)
  const homes = rows.map((row) => homeOf(plane, allLand, row))
  allLand.release()
  const cells = balancedCells(homes.map(({ site }) => site))
  return homes.flatMap(({ row, site, land }, index): Outline[] => {
    const ring = cells[index]!
    if (!isWanted(row.code) || ring.length < 3) return []
    const cell = polygonOf(ring)
    const ashore = site.shores ? land && plane.intersection(cell, land) : cell
    const area = beside(plane, ashore ?? plane.intersection(cell, inTheSea(site)) ?? cell, known)
    return area ? [{ code: row.code, name: row.name, area }] : []
  })
}
