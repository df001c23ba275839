import type { Code } from '../../data/model/codes.ts'
import { type Cell, isNamedBy, type Part, PRESENCE, wholeOf } from './cell.ts'
import { ringsOf } from './cube.ts'
import type { FlatArea } from './equal_area.ts'
import type { Ground } from './ground.ts'
import { type Box, boxesMeet, distanceM, whereIn } from './locate.ts'
import { lengthInsideM } from './path_inside.ts'
import type { AreaShape, PointShape, Shape } from './shape.ts'
import { intersectionM2, sweepYears } from './sweep/index.ts'

/** An area reaches a unit only from both bounds on: what is smaller is a fault of the boundaries, not work. */
export type Sliver = { readonly minHa: number; readonly minShare: number }
export const SLIVER: Sliver = { minHa: 1, minShare: 0.01 }

/** Our reading of "a line reaches a unit": 100 m of it lie inside, or half of a line that is shorter than that. */
const LINE_MIN_M = 100
/** An island too small for a boundary is known by one position; work within this distance of it is work there. */
const ISLET_RADIUS_M = 500
/** A little more than that radius, to find the candidates. */
const ISLET_RADIUS_DEGREES = 0.006
const M2_PER_HA = 10_000

/** What one site has in one cell: m2, or NaN where it is there by a point, a line or a code. */
export type Reach = { readonly cell: Cell; readonly m2: number }

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
  /** The villages and islands that a site of an activity reaches. */
  ofSite(place: Shape | Code): readonly Reach[]
  /** What a site of an activity has in a cell that is no village or island; null when it does not reach it. */
  ofSiteIn(place: Shape | Code, cell: Cell): number | null
  /** What a target, zone or authority area has in each village and island it reaches. `whole`: a code stands for the area of its units. */
  onGround(places: readonly (Shape | Code)[], whole: boolean): ReadonlyMap<Cell, Part>
  /** The same inside one other cell. */
  inCell(places: readonly (Shape | Code)[], whole: boolean, cell: Cell): Part | null
}

export const createCover = (ground: Ground, sliver: Sliver): Cover => {
  const areaInside = (shape: AreaShape, unit: AreaShape): number | null => {
    const m2 = intersectionM2(ringsOf(shape.metres), ringsOf(unit.metres))
    const smallerM2 = Math.min(shape.areaHa, unit.areaHa) * M2_PER_HA
    return m2 >= sliver.minHa * M2_PER_HA && m2 >= sliver.minShare * smallerM2 ? m2 : null
  }

  /** m2, NaN for presence, null for nothing; points of villages and islands are settled among all candidates instead. */
  const shapeIn = (shape: Shape, unit: Shape): number | null => {
    if (!boxesMeet(shape.box, unit.box)) return null
    if (unit.kind === 'area' && shape.kind === 'area') return areaInside(shape, unit)
    if (unit.kind === 'area' && shape.kind === 'line') {
      const insideM = lengthInsideM(shape.degrees, unit.degrees)
      const neededM = shape.lengthM < LINE_MIN_M ? shape.lengthM / 2 : LINE_MIN_M
      return insideM > 0 && insideM >= neededM ? Number.NaN : null
    }
    if (unit.kind === 'area' && shape.kind === 'point')
      return whereIn(unit.degrees, shape.lng, shape.lat) === 'outside' ? null : Number.NaN
    if (unit.kind === 'point' && shape.kind === 'area')
      return whereIn(shape.degrees, unit.lng, unit.lat) === 'outside' ? null : Number.NaN
    return null
  }

  const ofShape = (place: Shape): readonly Reach[] => {
    if (place.kind === 'point') {
      const near = ground.near(widen(place.box))
      const held = [holderOf(place, near, 'village'), holderOf(place, near, 'island') ?? isletOf(place, near)]
      return held.flatMap((cell) => (cell ? [{ cell, m2: Number.NaN }] : []))
    }
    const reached: Reach[] = []
    for (const cell of ground.near(place.box)) {
      const m2 = shapeIn(place, cell.shape)
      if (m2 !== null) reached.push({ cell, m2 })
    }
    return reached
  }

  const ofSite = (place: Shape | Code): readonly Reach[] =>
    typeof place === 'string' ? ground.named(place).map((cell) => ({ cell, m2: Number.NaN })) : ofShape(place)

  const ofSiteIn = (place: Shape | Code, cell: Cell): number | null => {
    if (typeof place !== 'string') return shapeIn(place, cell.shape)
    const isNamed =
      cell.villages.size === 0
        ? isNamedBy(cell, place)
        : ground.named(place).some(({ code }) => cell.villages.has(code))
    return isNamed ? Number.NaN : null
  }

  /** The union of the parts, each hectare once. */
  const united = (cell: Cell, areas: readonly FlatArea[]): Part => {
    if (cell.shape.kind !== 'area') return PRESENCE
    const layers = areas.map((area) => ({ rings: ringsOf(area), organisations: [0], years: 1 }))
    const { servedM2 } = sweepYears([[ringsOf(cell.shape.metres)]], layers)
    return { areaHa: servedM2[0]! / M2_PER_HA, within: areas }
  }

  /** A named island lies in its village, so for the village only the island's own area is meant. */
  const shareOf = (cell: Cell, code: Code): Part => {
    const named = isNamedBy(cell, code) ? cell : ground.byCode.get(code)
    if (!named || named === cell) return wholeOf(cell)
    return named.shape.kind === 'area' ? united(cell, [named.shape.metres]) : PRESENCE
  }

  const merge = (cell: Cell, parts: readonly Part[]): Part | null => {
    const [first, ...others] = parts
    if (!first || others.length === 0) return first ?? null
    const measured = parts.filter(({ areaHa }) => areaHa !== null)
    if (measured.length <= 1) return measured[0] ?? PRESENCE
    return (
      measured.find(({ within }) => within === null) ??
      united(
        cell,
        measured.flatMap(({ within }) => within ?? []),
      )
    )
  }

  const partOf = (shape: Shape, m2: number): Part =>
    shape.kind === 'area' && !Number.isNaN(m2) ? { areaHa: m2 / M2_PER_HA, within: [shape.metres] } : PRESENCE

  const onGround: Cover['onGround'] = (places, whole) => {
    const found = new Map<Cell, Part[]>()
    const add = (cell: Cell, part: Part) => found.set(cell, [...(found.get(cell) ?? []), part])
    for (const place of places)
      if (typeof place === 'string')
        for (const cell of ground.named(place)) add(cell, whole ? shareOf(cell, place) : PRESENCE)
      else for (const { cell, m2 } of ofShape(place)) add(cell, partOf(place, m2))
    return new Map([...found].map(([cell, parts]) => [cell, merge(cell, parts)!]))
  }

  const inCell: Cover['inCell'] = (places, whole, cell) => {
    const parts: Part[] = []
    for (const place of places) {
      if (typeof place === 'string') {
        if (cell.villages.size === 0) {
          if (isNamedBy(cell, place)) parts.push(whole ? wholeOf(cell) : PRESENCE)
        } else
          for (const { code } of ground.named(place))
            if (cell.villages.has(code)) parts.push(whole ? cell.villages.get(code)! : PRESENCE)
      } else {
        const m2 = shapeIn(place, cell.shape)
        if (m2 !== null) parts.push(partOf(place, m2))
      }
    }
    return merge(cell, parts)
  }

  return { ofSite, ofSiteIn, onGround, inCell }
}
