import { grown } from '../arena.ts'
import { toUnits } from '../grid.ts'
import { AREA } from '../packed.ts'
import type { Register } from '../register.ts'
import { createExactWalk, type NearestPoint } from './exact_walk.ts'
import type { Frame } from './frame.ts'
import { leastDistance } from './least_distance.ts'
import { isInPacked, someRing } from './packed_area.ts'
import { isInParts, isLong, PART, partsIn, partsOf } from './path_parts.ts'
import { createRivals } from './rivals.ts'
import type { SiteSheet } from './site_sheet.ts'

let partsM = new Float64Array(64)

/** Infinitely far where nothing is as near as `mostM`; what is returned is good until the next one. */
export type NearestPointOf = (sheet: SiteSheet, place: number, mostM: number) => NearestPoint

/** Looks at one site of a sheet after the other from the same position. */
export const createNearestPoint = (lng: number, lat: number, frame: Frame, register: Register): NearestPointOf => {
  const numbers = register.geometry.numbers()
  const [x, y] = [toUnits(lng), toUnits(lat)]
  const partsOfSite = partsOf(register)
  const least = leastDistance(lng, lat, frame)
  const { best, walk } = createExactWalk(lng, lat, frame, numbers)
  const rivals = frame.plane && createRivals(lng, lat, frame.plane, numbers)
  /** A rough look at every edge, an exact one at those that may be the nearest. */
  const look = (from: number, to: number, mostM: number): void => {
    if (rivals === null || to - from <= 4) walk(from, to)
    else rivals(from, to, mostM, walk)
  }

  /** The same for a path in parts, whose boxes begin at `first`: the nearest box first, few of the others after it. */
  const lookAtParts = (from: number, to: number, mostM: number, boxes: Int32Array, first: number): void => {
    const count = partsIn(from, to)
    partsM = grown(partsM, count)
    let nearest = 0
    for (let part = 0, at = first; part < count; part += 1, at += 4) {
      partsM[part] = least(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
      if (partsM[part]! < partsM[nearest]!) nearest = part
    }
    const lookAt = (part: number): void =>
      look(from + PART * part, Math.min(to, from + PART * (part + 1) + 2), Math.min(mostM, best.awayM))
    lookAt(nearest)
    for (let part = 0; part < count; part += 1)
      if (part !== nearest && partsM[part]! <= Math.min(mostM, best.awayM)) lookAt(part)
  }

  const isIn = (start: number, parts: Int32Array | null): boolean =>
    parts ? isInParts(numbers, start, parts, x, y) : isInPacked(numbers, start, x, y)

  const lookAtRings = (start: number, mostM: number, parts: Int32Array | null): void => {
    let first = 0
    someRing(numbers, start, (from, to) => {
      const leftM = Math.min(mostM, best.awayM)
      if (parts) lookAtParts(from, to, leftM, parts, first)
      else look(from, to, leftM)
      first += 4 * partsIn(from, to)
      return false
    })
  }

  return ({ site, leastM, kind, from, to }, place, mostM) => {
    const [start, end] = [from[place]!, to[place]!]
    const parts = isLong(start, end) ? partsOfSite(site[place]!) : null
    best.awayM = Infinity
    if (kind[place] !== AREA) {
      if (parts) lookAtParts(start, end, mostM, parts, 0)
      else look(start, end, mostM)
    } else if (leastM[place] === 0 && isIn(start, parts)) {
      best.awayM = 0
      best.lng = lng
      best.lat = lat
    } else lookAtRings(start, mostM, parts)
    return best
  }
}
