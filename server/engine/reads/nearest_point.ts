import { grown } from '../arena.ts'
import { toUnits } from '../grid.ts'
import { AREA } from '../packed.ts'
import type { Register } from '../register.ts'
import { createExactSearch } from './exact_search.ts'
import type { Frame } from './frame.ts'
import { leastDistance } from './least_distance.ts'
import { isInPacked, someRing } from './packed_area.ts'
import { isInParts, isLong, PART, partsIn, partsOf } from './path_parts.ts'
import { createPlaneSearch } from './plane_search.ts'
import type { SiteSheet } from './site_sheet.ts'

let partsM = new Float64Array(64)

/** Writes the nearest point of a site, and how far it is, into its sheet; nothing has to be right that is farther than `mostM`. */
export type NearestPoint = (place: number, mostM: number) => void

export const createNearestPoint = (
  lng: number,
  lat: number,
  frame: Frame,
  register: Register,
  sheet: SiteSheet,
): NearestPoint => {
  const numbers = register.geometry.numbers()
  const [x, y] = [toUnits(lng), toUnits(lat)]
  const partsOfSite = partsOf(register)
  const least = leastDistance(lng, lat, frame)
  const search = frame.plane
    ? createPlaneSearch(lng, lat, frame.plane, numbers, sheet)
    : createExactSearch(frame, numbers, sheet)

  /** A path in parts, whose boxes begin at `first`: the nearest box first, few of the others after it. */
  const lookAtParts = (from: number, to: number, boxes: Int32Array, first: number): void => {
    const count = partsIn(from, to)
    partsM = grown(partsM, count)
    let nearest = 0
    for (let part = 0, at = first; part < count; part += 1, at += 4) {
      partsM[part] = least(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
      if (partsM[part]! < partsM[nearest]!) nearest = part
    }
    search.look(from + PART * nearest, Math.min(to, from + PART * (nearest + 1) + 2))
    for (let part = 0; part < count; part += 1)
      if (part !== nearest && partsM[part]! <= search.reachM())
        search.look(from + PART * part, Math.min(to, from + PART * (part + 1) + 2))
  }

  const lookAtRings = (start: number, parts: Int32Array | null): void => {
    let first = 0
    someRing(numbers, start, (from, to) => {
      if (parts) lookAtParts(from, to, parts, first)
      else search.look(from, to)
      first += 4 * partsIn(from, to)
      return false
    })
  }

  const isIn = (start: number, parts: Int32Array | null): boolean =>
    parts ? isInParts(numbers, start, parts, x, y) : isInPacked(numbers, start, x, y)

  const stay = (place: number): void => {
    sheet.awayM[place] = 0
    sheet.points[2 * place] = lng
    sheet.points[2 * place + 1] = lat
  }

  return (place, mostM) => {
    const start = sheet.from[place]!
    const end = sheet.to[place]!
    const isArea = sheet.kind[place] === AREA
    const parts = isLong(start, end) ? partsOfSite(sheet.site[place]!) : null
    if (isArea && sheet.leastM[place] === 0 && isIn(start, parts)) {
      stay(place)
      return
    }
    search.begin(mostM)
    // Most areas are one ring, behind its count and its length.
    const from = isArea ? start + 2 : start
    if (isArea && sheet.head[place] !== 1) lookAtRings(start, parts)
    else if (parts) lookAtParts(from, end, parts, 0)
    else search.look(from, end)
    search.end(place)
  }
}
