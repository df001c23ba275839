import { AREA } from '../packed.ts'
import type { Register } from '../register.ts'
import { someRing } from './packed_area.ts'
import { rayThrough } from './segments.ts'

/** Numbers from where one part of a path begins to where the next does: thirty-two edges. */
export const PART = 64
/** A shorter site is looked through sooner than its parts are. */
export const isLong = (from: number, to: number): boolean => to - from > 3 * PART

/** How many parts the path has; the last may be shorter, and each ends where the next begins. */
export const partsIn = (from: number, to: number): number => Math.ceil((to - 2 - from) / PART)

const boxOfPart = (numbers: Int32Array, from: number, to: number, boxes: number[]): void => {
  let [west, south, east, north] = [numbers[from]!, numbers[from + 1]!, numbers[from]!, numbers[from + 1]!]
  for (let at = from + 2; at < to; at += 2) {
    west = Math.min(west, numbers[at]!)
    east = Math.max(east, numbers[at]!)
    south = Math.min(south, numbers[at + 1]!)
    north = Math.max(north, numbers[at + 1]!)
  }
  boxes.push(west, south, east, north)
}

const partsOfSite = (site: number, { columns, geometry }: Register): Int32Array => {
  const numbers = geometry.numbers()
  const boxes: number[] = []
  const divide = (from: number, to: number): false => {
    for (let at = from; at + 2 < to; at += PART) boxOfPart(numbers, at, Math.min(to, at + PART + 2), boxes)
    return false
  }
  if (columns.kind[site] === AREA) someRing(numbers, geometry.start(site), divide)
  else divide(geometry.start(site), geometry.end(site))
  return Int32Array.from(boxes)
}

type Kept = { readonly stamp: number; readonly boxes: Int32Array }
const kept = new WeakMap<Register, Map<number, Kept>>()

/** The boxes of the parts of a long site, ring after ring, each west, south, east, north in units. */
export const partsOf = (register: Register): ((site: number) => Int32Array) => {
  const { columns } = register
  const known = kept.get(register) ?? new Map<number, Kept>()
  kept.set(register, known)
  return (site) => {
    // A site that was given to another activity, or drawn anew, has another stamp.
    const stamp = columns.stamp[columns.owner[site]!]!
    const found = known.get(site)
    if (found?.stamp === stamp) return found.boxes
    const boxes = partsOfSite(site, register)
    known.set(site, { stamp, boxes })
    return boxes
  }
}

/** Whether a position in units lies in a packed area or on its edge, by the boxes of its parts. */
export const isInParts = (numbers: Int32Array, start: number, boxes: Int32Array, x: number, y: number): boolean => {
  let inside = false
  let part = 0
  const onEdge = someRing(numbers, start, (from, to) => {
    for (let at = from; at + 2 < to; at += PART, part += 4) {
      if (boxes[part + 1]! > y || boxes[part + 3]! < y || boxes[part + 2]! < x) continue
      const last = Math.min(to, at + PART + 2)
      const ray = boxes[part]! > x ? betweenEnds(numbers, at, last, y) : rayThrough(numbers, at, last, x, y)
      if (ray === 'on') return true
      if (ray === 'crosses') inside = !inside
    }
    return false
  })
  return onEdge || inside
}

/** A path that lies wholly east of where the ray begins is crossed as often, but for pairs, as the straight way between its ends. */
const betweenEnds = (numbers: Int32Array, from: number, to: number, y: number): 'crosses' | 'passes' =>
  numbers[from + 1]! > y === numbers[to - 1]! > y ? 'passes' : 'crosses'
