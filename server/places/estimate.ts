import { Delaunay } from 'd3-delaunay'
import type { Position } from 'geojson'
import type { Code } from '../../data/model/codes.ts'
import { boundsOf, meet } from '../bounds.ts'
import { hectares } from '../engine/equal_area.ts'
import { LAND } from './basemap.ts'
import type { GazetteerRow } from './gazetteer.ts'
import type { Outline } from './outline.ts'
import { type Area, areaOfParts, type Held, type Plane, partsOf } from './plane.ts'

const KM_PER_DEGREE = 111.32
const HA_PER_KM2 = 100
const CIRCLE_CORNERS = 48
const HALVINGS = 14
/** A cell may lie this much above its known area before it is cut. */
const CLOSE_ENOUGH = 1.005

const circle = ([lng, lat]: readonly [number, number], radiusKm: number): Area => {
  const north = radiusKm / KM_PER_DEGREE
  const east = north / Math.cos((lat * Math.PI) / 180)
  const ring = Array.from({ length: CIRCLE_CORNERS }, (_, corner): Position => {
    const angle = (2 * Math.PI * corner) / CIRCLE_CORNERS
    return [lng + east * Math.cos(angle), lat + north * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

const areaHaOf = (area: Area | null): number => (area ? hectares(area) : 0)

/** The part of a cell around its village that has the known hectares, or the whole cell when it has fewer. */
const limit = (plane: Plane, cell: Area, { position, areaHa }: GazetteerRow): Area | null => {
  if (areaHaOf(cell) <= areaHa * CLOSE_ENOUGH) return cell
  let [low, high] = [0, reachKm(cell, position)]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (areaHaOf(plane.intersection(cell, circle(position, middle))) < areaHa) low = middle
    else high = middle
  }
  return plane.intersection(cell, circle(position, high))
}

/** A radius that holds the whole area. */
const reachKm = (area: Area, [lng, lat]: readonly [number, number]): number => {
  const [west, south, east, north] = boundsOf([area])!
  return 1.05 * KM_PER_DEGREE * Math.hypot(Math.max(lng - west, east - lng), Math.max(lat - south, north - lat))
}

const landIn = (plane: Plane, land: Held, cell: Area): Area | null => {
  if (land.contains(cell)) return cell
  // The window keeps the overlay away from the 8,000 points of the main shore.
  const window = land.within(boundsOf([cell])!)
  return window && plane.intersection(cell, plane.repair(window) ?? window)
}

/** What neighbours with a real boundary leave of a cell. */
const beside = (plane: Plane, area: Area, known: readonly Outline[]): Area | null => {
  const box = boundsOf([area])!
  return known
    .filter((outline) => meet(boundsOf([outline.area])!, box))
    .reduce<Area | null>((left, outline) => left && plane.difference(left, outline.area), area)
}

/**
 * Indicative areas for the villages that `isWanted`, of which only the position and the hectares are known: the Voronoi cell among
 * all the rows, on land, beside what is known better, within the circle around the position that leaves the known hectares. A village
 * off every shore keeps its circle.
 */
export const estimateOutlines = (
  plane: Plane,
  rows: readonly GazetteerRow[],
  isWanted: (code: Code) => boolean = () => true,
  known: readonly Outline[] = [],
): Outline[] => {
  const cells = Delaunay.from(
    rows,
    ({ position }) => position[0],
    ({ position }) => position[1],
  ).voronoi([...boundsOf(LAND.features.map(({ geometry }) => geometry))!])
  const land = plane.hold(areaOfParts(LAND.features.flatMap(({ geometry }) => partsOf(geometry)))!)
  const outlines = rows.flatMap((row, index): Outline[] => {
    const ring = isWanted(row.code) ? cells.cellPolygon(index) : null
    if (!ring) return []
    const cell = beside(plane, { type: 'Polygon', coordinates: [ring] }, known)
    const ashore = cell && landIn(plane, land, cell)
    const area = ashore
      ? limit(plane, ashore, row)
      : cell && plane.intersection(cell, circle(row.position, Math.sqrt(row.areaHa / HA_PER_KM2 / Math.PI)))
    return area ? [{ code: row.code, name: row.name, area }] : []
  })
  land.release()
  return outlines
}
