import { roomIn } from './buffers.ts'
import { type Sets, toggled } from './sets.ts'
import type { Slabs } from './slabs.ts'

/** Where the borders of one knot cross, and their heights at the left and right of what lies between two crossings. */
export type Knot = {
  crossings: Float64Array
  lowestAfter: Float64Array
  active: Int32Array
  before: Float64Array
  after: Float64Array
}

export const createKnot = (): Knot => ({
  crossings: new Float64Array(64),
  lowestAfter: new Float64Array(64),
  active: new Int32Array(64),
  before: new Float64Array(64),
  after: new Float64Array(64),
})

/** The crossings of pieces from to to - 1 (by place in `active`), in order; x0 and x1 stand before and after them. */
const findCrossings = (knot: Knot, slabs: Slabs, from: number, to: number, x0: number, x1: number): number => {
  const { before, after } = slabs
  let count = 1
  knot.crossings[0] = x0
  for (let high = from + 1; high < to; high++)
    for (let low = from; low < high; low++) {
      const inverted = after[low]! - after[high]!
      if (inverted <= 0) continue
      const apart = Math.max(0, before[high]! - before[low]!)
      const x = Math.min(x1, x0 + ((x1 - x0) * apart) / (apart + inverted))
      knot.crossings = roomIn(knot.crossings, count + 2)
      const { crossings } = knot
      let at = count++
      while (crossings[at - 1]! > x) {
        crossings[at] = crossings[at - 1]!
        at--
      }
      crossings[at] = x
    }
  knot.crossings[count++] = x1
  return count
}

/** By the height in the middle; between two crossings the order does not change. */
const sortByMiddle = (knot: Knot, count: number): void => {
  const { active, before, after } = knot
  for (let place = 1; place < count; place++) {
    const [on, left, right] = [active[place]!, before[place]!, after[place]!]
    let at = place
    while (at > 0 && before[at - 1]! + after[at - 1]! > left + right) {
      active[at] = active[at - 1]!
      before[at] = before[at - 1]!
      after[at] = after[at - 1]!
      at--
    }
    active[at] = on
    before[at] = left
    after[at] = right
  }
}

/** Gives the sets between the borders of a knot what they enclose, measured from y = 0; answers the set above it. */
const sweepBetweenCrossings = (
  knot: Knot,
  slabs: Slabs,
  sets: Sets,
  from: number,
  to: number,
  lowest: number,
  x0: number,
  x1: number,
): number => {
  const { lineX, lineY, slope, member } = slabs
  const count = to - from
  knot.active = roomIn(knot.active, count)
  knot.before = roomIn(knot.before, count)
  knot.after = roomIn(knot.after, count)
  const { active, before, after } = knot
  for (let at = 0; at < count; at++) active[at] = slabs.active[from + at]!
  let set = lowest
  const crossings = findCrossings(knot, slabs, from, to, x0, x1)
  for (let crossing = 1; crossing < crossings; crossing++) {
    const left = knot.crossings[crossing - 1]!
    const right = knot.crossings[crossing]!
    if (left === right) continue
    for (let at = 0; at < count; at++) {
      const on = active[at]!
      before[at] = lineY[on]! + slope[on]! * (left - lineX[on]!)
      after[at] = lineY[on]! + slope[on]! * (right - lineX[on]!)
    }
    sortByMiddle(knot, count)
    const half = (right - left) / 2
    set = lowest
    let under = 0
    for (let at = 0; at < count; at++) {
      const over = before[at]! + after[at]!
      sets.m2[set] = sets.m2[set]! + (over - under) * half
      under = over
      set = toggled(sets, set, member[active[at]!]!)
    }
    sets.m2[set] = sets.m2[set]! - under * half
  }
  return set
}

/** After a knotted slab the pieces stand in their order at its right. */
const sortByAfter = (slabs: Slabs, count: number): void => {
  const { active, after } = slabs
  for (let place = 1; place < count; place++) {
    const on = active[place]!
    const y = after[place]!
    let at = place
    while (at > 0 && after[at - 1]! > y) {
      active[at] = active[at - 1]!
      after[at] = after[at - 1]!
      at--
    }
    active[at] = on
    after[at] = y
  }
}

/** A slab in which borders cross: pieces that keep their order against all others are taken whole, the rest cut finer. */
export const sweepKnot = (
  knot: Knot,
  slabs: Slabs,
  sets: Sets,
  count: number,
  lowest: number,
  x0: number,
  x1: number,
  bottom: number,
  top: number,
  noise: number,
): void => {
  knot.lowestAfter = roomIn(knot.lowestAfter, count + 1)
  const { lowestAfter } = knot
  const { active, before, after, member } = slabs
  lowestAfter[count] = Number.POSITIVE_INFINITY
  for (let at = count - 1; at >= 0; at--) lowestAfter[at] = Math.min(lowestAfter[at + 1]!, after[at]!)
  const half = (x1 - x0) / 2
  let set = lowest
  let under = bottom
  for (let at = 0; at < count; ) {
    let highest = after[at]!
    let to = at + 1
    while (highest > lowestAfter[to]! + noise) highest = Math.max(highest, after[to++]!)
    if (to === at + 1) {
      const over = before[at]! + after[at]!
      sets.m2[set] = sets.m2[set]! + (over - under) * half
      under = over
      set = toggled(sets, set, member[active[at]!]!)
    } else {
      sets.m2[set] = sets.m2[set]! - under * half
      set = sweepBetweenCrossings(knot, slabs, sets, at, to, set, x0, x1)
      under = 0
    }
    at = to
  }
  sets.m2[set] = sets.m2[set]! + (top - under) * half
  sortByAfter(slabs, count)
}
