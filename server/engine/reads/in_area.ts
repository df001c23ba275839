import type { MultiPolygon, Polygon } from 'geojson'
import type { Code } from '../../../data/model/codes.ts'
import { LINE, POINT } from '../packed.ts'
import type { Register } from '../register.ts'
import { cellsOf } from './area_cells.ts'
import { INSIDE, UNKNOWN } from './area_grid.ts'
import { type DrawnArea, drawnArea } from './drawn_area.ts'
import { createGathering, sitesNaming } from './gathering.ts'
import type { Holding } from './holding.ts'
import { isInPacked, someRing } from './packed_area.ts'
import type { Sieve } from './sieve.ts'

const NOWHERE: ReadonlySet<Code> = new Set()
/** Cells a side; as many cells as there are sites to look at pay for themselves. */
const MOST_CELLS = 128

/** Whether a site whose box meets that of the area really reaches it; touching is enough. */
const reaching = (area: DrawnArea, { columns, geometry }: Register, sites: number): ((site: number) => boolean) => {
  const cells = cellsOf(area, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(sites))))
  const { kind, boxes } = columns
  const numbers = geometry.numbers()
  const begins = (from: number): boolean => {
    const x = numbers[from]!
    const y = numbers[from + 1]!
    const known = cells.knownAt(x, y)
    return known === UNKNOWN ? area.holds(x, y) : known === INSIDE
  }
  const isMet = (from: number, to: number): boolean => cells.meetsPath(numbers, from, to)
  const shellBegins = (from: number, _: number, isHole: boolean): boolean => !isHole && begins(from)
  const isAround = (site: number): boolean =>
    area.corners.some(
      ([x, y]) =>
        x >= boxes[4 * site]! &&
        y >= boxes[4 * site + 1]! &&
        x <= boxes[4 * site + 2]! &&
        y <= boxes[4 * site + 3]! &&
        isInPacked(numbers, geometry.start(site), x, y),
    )
  return (site) => {
    const known = cells.knownOf(boxes[4 * site]!, boxes[4 * site + 1]!, boxes[4 * site + 2]!, boxes[4 * site + 3]!)
    if (known !== UNKNOWN) return known === INSIDE
    const start = geometry.start(site)
    if (kind[site] === POINT) return begins(start)
    if (kind[site] === LINE) return isMet(start, geometry.end(site)) || begins(start)
    // What meets no edge is wholly inside, wholly outside or around the area.
    return someRing(numbers, start, isMet) || someRing(numbers, start, shellBegins) || isAround(site)
  }
}

/**
 * Activities that reach a drawn area: with a point, a line or an area that really meets it, or by naming one of the
 * places that `codes` says it reaches. As rising slots.
 */
export const slotsInArea = (
  drawn: Polygon | MultiPolygon,
  sieve: Sieve,
  { register, sites }: Holding,
  codes: ReadonlySet<Code> = NOWHERE,
): number[] => {
  const gathering = createGathering(sieve, register)
  gathering.take(sitesNaming(codes, register))
  const area = drawnArea(drawn)
  if (area) {
    const there = sites.inBox(area.box)
    gathering.take(there, reaching(area, register, there.length))
  }
  return gathering.slots()
}

export const idsInArea = (...asked: Parameters<typeof slotsInArea>): string[] =>
  slotsInArea(...asked).map(asked[2].register.idOf)
