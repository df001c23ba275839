import type { Code } from '../../data/model/codes.ts'
import { type Cell, type Fact, isNamedBy, PRESENCE, wholeOf } from './cell.ts'
import { type FlatArea, planeHectares } from './equal_area.ts'
import type { Footprint } from './footprint.ts'
import type { Ground } from './ground.ts'
import { type Box, boxesMeet, distanceM, lengthM, whereIn } from './locate.ts'
import type { Overlay } from './overlay.ts'
import type { AreaShape, PointShape, Shape } from './shape.ts'

/** An area reaches a unit only from both bounds on: what is smaller is a fault of the boundaries, not work. */
export type Sliver = { readonly minHa: number; readonly minShare: number }
export const SLIVER: Sliver = { minHa: 1, minShare: 0.01 }

/** Our reading of "a line reaches a unit": 100 m of it lie inside, or half of a line that is shorter than that. */
const LINE_MIN_M = 100
/** An island too small for a boundary is known by one position; work within this distance of it is work there. */
const ISLET_RADIUS_M = 500
/** A little more than that radius, to find the candidates. */
const ISLET_RADIUS_DEGREES = 0.006

/** A set, because two codes of one record may name the same unit. */
type Found = { present: boolean; readonly areas: Set<FlatArea> }

const areaInside = (shape: AreaShape, unit: AreaShape, sliver: Sliver, overlay: Overlay): FlatArea | null => {
  if (!boxesMeet(shape.box, unit.box)) return null
  const part = overlay.intersect(shape.metres, unit.metres)
  const partHa = planeHectares(part)
  const smallerHa = Math.min(shape.areaHa, unit.areaHa)
  return partHa >= sliver.minHa && partHa >= sliver.minShare * smallerHa ? part : null
}

const isLineInside = (shape: Shape & { kind: 'line' }, unit: AreaShape, overlay: Overlay): boolean => {
  if (!boxesMeet(shape.box, unit.box)) return false
  const insideM = overlay.pathInside(shape.degrees, unit.degrees).reduce((sum, path) => sum + lengthM(path), 0)
  return insideM > 0 && insideM >= (shape.lengthM < LINE_MIN_M ? shape.lengthM / 2 : LINE_MIN_M)
}

/** A point belongs to one unit: the one it lies inside, else one whose boundary it is on; the first code settles a tie. */
const holderOf = ({ lng, lat }: PointShape, cells: readonly Cell[], level: Cell['level']): Cell | undefined => {
  const where = (cell: Cell) => (cell.shape.kind === 'area' ? whereIn(cell.shape.degrees, lng, lat) : 'outside')
  const ordered = cells.filter((cell) => cell.level === level).sort((a, b) => (a.code < b.code ? -1 : 1))
  return ordered.find((cell) => where(cell) === 'inside') ?? ordered.find((cell) => where(cell) === 'boundary')
}

const isletOf = ({ lng, lat }: PointShape, cells: readonly Cell[]): Cell | undefined =>
  cells
    .flatMap((cell) => (cell.level === 'island' && cell.shape.kind === 'point' ? [{ cell, shape: cell.shape }] : []))
    .map(({ cell, shape }) => ({ cell, awayM: distanceM(lng, lat, shape.lng, shape.lat) }))
    .filter(({ awayM }) => awayM <= ISLET_RADIUS_M)
    .sort((a, b) => a.awayM - b.awayM || (a.cell.code < b.cell.code ? -1 : 1))[0]?.cell

const widen = ([west, south, east, north]: Box): Box => [
  west - ISLET_RADIUS_DEGREES,
  south - ISLET_RADIUS_DEGREES,
  east + ISLET_RADIUS_DEGREES,
  north + ISLET_RADIUS_DEGREES,
]

export type Cover = {
  /** What a record has in each village and island it reaches. */
  onGround(footprint: Footprint): Map<Cell, Fact>
  /** What a record has in one zone, if anything. */
  inZone(footprint: Footprint, zone: Cell): Fact | null
}

export const createCover = (ground: Ground, overlay: Overlay, sliver: Sliver): Cover => {
  const mark = (found: Found, shape: Shape, cell: Cell): void => {
    const unit = cell.shape
    if (unit.kind === 'area' && shape.kind === 'area') {
      const part = areaInside(shape, unit, sliver, overlay)
      if (part) found.areas.add(part)
    } else if (unit.kind === 'area' && shape.kind === 'line') found.present ||= isLineInside(shape, unit, overlay)
    else if (unit.kind === 'area' && shape.kind === 'point')
      found.present ||= whereIn(unit.degrees, shape.lng, shape.lat) !== 'outside'
    else if (unit.kind === 'point' && shape.kind === 'area')
      found.present ||= whereIn(shape.degrees, unit.lng, unit.lat) !== 'outside'
  }

  const factOf = ({ present, areas }: Found): Fact | null => {
    if (areas.size === 0) return present ? PRESENCE : null
    const area = overlay.unite([...areas])
    return { area, areaHa: planeHectares(area) }
  }

  const markCode = (found: Found, share: Fact, whole: boolean): void => {
    if (whole && share.area) found.areas.add(share.area)
    else found.present = true
  }

  /** A named island lies in its village, so for the village only the island's own area is meant. */
  const shareOf = (cell: Cell, code: Code): Fact =>
    wholeOf(isNamedBy(cell, code) ? cell : (ground.byCode.get(code) ?? cell))

  const onGround = ({ places, whole }: Footprint): Map<Cell, Fact> => {
    const found = new Map<Cell, Found>()
    const at = (cell: Cell): Found => {
      const entry = found.get(cell) ?? { present: false, areas: new Set() }
      found.set(cell, entry)
      return entry
    }
    for (const place of places) {
      if (typeof place === 'string') {
        for (const cell of ground.named(place)) markCode(at(cell), shareOf(cell, place), whole)
      } else if (place.kind === 'point') {
        const near = ground.near(widen(place.box))
        const village = holderOf(place, near, 'village')
        const island = holderOf(place, near, 'island') ?? isletOf(place, near)
        for (const cell of [village, island]) if (cell) at(cell).present = true
      } else for (const cell of ground.near(place.box)) mark(at(cell), place, cell)
    }
    const facts = new Map<Cell, Fact>()
    for (const [cell, entry] of found) {
      const fact = factOf(entry)
      if (fact) facts.set(cell, fact)
    }
    return facts
  }

  const inZone = ({ places, whole }: Footprint, zone: Cell): Fact | null => {
    const found: Found = { present: false, areas: new Set() }
    for (const place of places) {
      if (typeof place !== 'string') mark(found, place, zone)
      else if (zone.villages.size === 0 && isNamedBy(zone, place)) markCode(found, wholeOf(zone), whole)
      else
        for (const { code } of ground.named(place)) {
          const share = zone.villages.get(code)
          if (share) markCode(found, share, whole)
        }
    }
    return factOf(found)
  }

  return { onGround, inZone }
}
