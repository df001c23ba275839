import type { MultiPolygon, Polygon } from 'geojson'
import type { Code } from '../../../data/model/codes.ts'
import { CODE, LINE, POINT } from '../packed.ts'
import type { Register } from '../register.ts'
import type { UnitBox } from '../site_index.ts'
import { cellsOf } from './area_cells.ts'
import { type DrawnArea, drawnArea } from './drawn_area.ts'
import { ownersOf, sitesNaming } from './gathering.ts'
import type { Holding } from './holding.ts'
import { isInPacked, someRing } from './packed_area.ts'
import type { Sieve } from './sieve.ts'

const NOWHERE: ReadonlySet<Code> = new Set()
/** Cells a side; as many cells as there are sites to look at pay for themselves. */
const MOST_CELLS = 128

/** Whether a site whose box meets that of the area really reaches it; touching is enough, and so is a code. */
const reaching = (area: DrawnArea, { columns, geometry }: Register, sites: number): ((site: number) => boolean) => {
  const cells = cellsOf(area, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(sites))))
  const { kind, boxes } = columns
  const numbers = geometry.numbers()
  const boxOf = (site: number): UnitBox => [
    boxes[4 * site]!,
    boxes[4 * site + 1]!,
    boxes[4 * site + 2]!,
    boxes[4 * site + 3]!,
  ]
  const isCrossed = (from: number, to: number): boolean => {
    for (let at = from; at + 3 < to; at += 2) {
      const [x1, y1, x2, y2] = [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!, numbers[at + 3]!]
      const known = cells.knownOf(x1 < x2 ? x1 : x2, y1 < y2 ? y1 : y2, x1 < x2 ? x2 : x1, y1 < y2 ? y2 : y1)
      if (known === 'inside' || (known === 'unknown' && area.crosses(x1, y1, x2, y2))) return true
    }
    return false
  }
  const begins = (from: number): boolean => {
    const [x, y] = [numbers[from]!, numbers[from + 1]!]
    const known = cells.knownOf(x, y, x, y)
    return known === 'unknown' ? area.holds(x, y) : known === 'inside'
  }
  const isAround = (start: number, [west, south, east, north]: UnitBox): boolean =>
    area.corners.some(
      ([x, y]) => x >= west && x <= east && y >= south && y <= north && isInPacked(numbers, start, x, y),
    )
  return (site) => {
    if (kind[site] === CODE) return true
    const start = geometry.start(site)
    if (kind[site] === POINT) return begins(start)
    const box = boxOf(site)
    const known = cells.knownOf(...box)
    if (known !== 'unknown') return known === 'inside'
    if (kind[site] === LINE) return begins(start) || (area.mayCross(box) && isCrossed(start, geometry.end(site)))
    if (someRing(numbers, start, (from, _, isHole) => !isHole && begins(from))) return true
    return area.mayCross(box) && (isAround(start, box) || someRing(numbers, start, isCrossed))
  }
}

/**
 * Activities that reach a drawn area: with a point, a line or an area that really meets it, or by naming one of the
 * places that `codes` says it reaches. In no order.
 */
export const slotsInArea = (
  drawn: Polygon | MultiPolygon,
  sieve: Sieve,
  { register, sites }: Holding,
  codes: ReadonlySet<Code> = NOWHERE,
): number[] => {
  const area = drawnArea(drawn)
  if (!area) return ownersOf(sitesNaming(codes, register), sieve, register)
  const drawnThere = sites.inBox(area.box)
  const candidates = codes.size === 0 ? drawnThere : [...sitesNaming(codes, register), ...drawnThere]
  return ownersOf(candidates, sieve, register, reaching(area, register, drawnThere.length))
}

export const idsInArea = (...asked: Parameters<typeof slotsInArea>): string[] =>
  slotsInArea(...asked).map(asked[2].register.idOf)
