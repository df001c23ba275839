import { roomIn } from './buffers.ts'
import { createKnot, type Knot, sweepKnot } from './knot.ts'
import { createOrder, type Order, sortByKey } from './order.ts'
import { clearSets, type Sets, toggled } from './sets.ts'
import type { Windows } from './windows.ts'

/**
 * Square metres of every set of polygons in one window, from left to right in slabs.
 *
 *      |      |    |  |     |   Slabs begin where a piece begins or ends, or the bottom turns.
 *      |   ___|----|__|     |   Inside a slab borders run straight across: from below upwards each one
 *      |__/   |   _|--|\____|   takes its polygon into the set or out of it, and the trapezoid between two
 *      |      |\_/ |  |     |   of them belongs to the set between them. Where the order at the right is not
 *      |______|____|__|_____|   the order at the left, borders cross: that knot alone is cut finer.
 *
 * Borders that coincide give a trapezoid of no height, whatever their order.
 */
export type Slabs = {
  order: Order
  turnOrder: Order
  keys: Float64Array
  turnKeys: Float64Array
  turnMember: Int32Array
  source: Int32Array
  sourceMember: Int32Array
  /** Pieces by their left ends. */
  lineX: Float64Array
  lineY: Float64Array
  slope: Float64Array
  left: Float64Array
  leftY: Float64Array
  right: Float64Array
  member: Int32Array
  /** The pieces that cross the slab, from below, and their heights at its left and right. */
  active: Int32Array
  before: Float64Array
  after: Float64Array
  knot: Knot
}

export const createSlabs = (): Slabs => ({
  order: createOrder(),
  turnOrder: createOrder(),
  keys: new Float64Array(256),
  turnKeys: new Float64Array(64),
  turnMember: new Int32Array(64),
  source: new Int32Array(256),
  sourceMember: new Int32Array(256),
  lineX: new Float64Array(256),
  lineY: new Float64Array(256),
  slope: new Float64Array(256),
  left: new Float64Array(256),
  leftY: new Float64Array(256),
  right: new Float64Array(256),
  member: new Int32Array(256),
  active: new Int32Array(256),
  before: new Float64Array(256),
  after: new Float64Array(256),
  knot: createKnot(),
})

const roomForPieces = (slabs: Slabs, count: number): void => {
  if (count <= slabs.keys.length) return
  slabs.keys = roomIn(slabs.keys, count)
  slabs.source = roomIn(slabs.source, count)
  slabs.sourceMember = roomIn(slabs.sourceMember, count)
  slabs.lineX = roomIn(slabs.lineX, count)
  slabs.lineY = roomIn(slabs.lineY, count)
  slabs.slope = roomIn(slabs.slope, count)
  slabs.left = roomIn(slabs.left, count)
  slabs.leftY = roomIn(slabs.leftY, count)
  slabs.right = roomIn(slabs.right, count)
  slabs.member = roomIn(slabs.member, count)
  slabs.active = roomIn(slabs.active, count)
  slabs.before = roomIn(slabs.before, count)
  slabs.after = roomIn(slabs.after, count)
}

const gatherPieces = (slabs: Slabs, windows: Windows, from: number, to: number, x0: number, x1: number): number => {
  let count = 0
  for (let entry = from; entry < to; entry++) count += windows.pieceTo[entry]! - windows.pieceFrom[entry]!
  roomForPieces(slabs, count)
  const { keys, source, sourceMember } = slabs
  let at = 0
  for (let entry = from; entry < to; entry++)
    for (let piece = windows.pieceFrom[entry]!; piece < windows.pieceTo[entry]!; piece++) {
      keys[at] = windows.left[piece]!
      source[at] = piece
      sourceMember[at] = entry - from
      at++
    }
  const sorted = sortByKey(slabs.order, keys, count, x0, x1)
  const { lineX, lineY, slope, left, leftY, right, member } = slabs
  for (let to = 0; to < count; to++) {
    const item = sorted[to]!
    const piece = source[item]!
    const line = windows.line[piece]!
    lineX[to] = windows.lineX[line]!
    lineY[to] = windows.lineY[line]!
    slope[to] = windows.slope[line]!
    left[to] = windows.left[piece]!
    leftY[to] = windows.leftY[piece]!
    right[to] = windows.right[piece]!
    member[to] = sourceMember[item]!
  }
  return count
}

const gatherTurns = (slabs: Slabs, windows: Windows, from: number, to: number, x0: number, x1: number): number => {
  let count = 0
  for (let entry = from; entry < to; entry++) count += windows.turnTo[entry]! - windows.turnFrom[entry]!
  slabs.turnKeys = roomIn(slabs.turnKeys, count)
  slabs.turnMember = roomIn(slabs.turnMember, count)
  let at = 0
  for (let entry = from; entry < to; entry++)
    for (let turn = windows.turnFrom[entry]!; turn < windows.turnTo[entry]!; turn++) {
      slabs.turnKeys[at] = windows.turnX[turn]!
      slabs.turnMember[at] = entry - from
      at++
    }
  sortByKey(slabs.turnOrder, slabs.turnKeys, count, x0, x1)
  return count
}

/** Members of the sets are the entries of the window, from 0. Heights within `noise` of each other count as equal. */
export const sweepSlabs = (
  slabs: Slabs,
  sets: Sets,
  windows: Windows,
  from: number,
  to: number,
  boxes: Float64Array,
  box: number,
  noise: number,
): void => {
  const x0 = boxes[box]!
  const bottom = 2 * boxes[box + 1]!
  const x1 = boxes[box + 2]!
  const top = 2 * boxes[box + 3]!
  clearSets(sets, to - from)
  const pieces = gatherPieces(slabs, windows, from, to, x0, x1)
  const turns = gatherTurns(slabs, windows, from, to, x0, x1)
  const { turnKeys, turnMember, lineX, lineY, slope, left, leftY, right, member, active, before, after } = slabs
  const turnOrder = slabs.turnOrder.sorted
  let lowest = 0
  for (let entry = from; entry < to; entry++)
    if (windows.base[entry] === 1) lowest = toggled(sets, lowest, entry - from)
  let x = x0
  let count = 0
  let turn = 0
  let piece = 0
  let soonestEnd = Number.POSITIVE_INFINITY
  while (x < x1) {
    for (; turn < turns && turnKeys[turnOrder[turn]!]! <= x; turn++)
      lowest = toggled(sets, lowest, turnMember[turnOrder[turn]!]!)
    for (; piece < pieces && left[piece]! <= x; piece++) {
      const y = leftY[piece]!
      const rise = slope[piece]!
      let at = count++
      while (at > 0 && (before[at - 1]! > y || (before[at - 1]! === y && slope[active[at - 1]!]! > rise))) {
        active[at] = active[at - 1]!
        before[at] = before[at - 1]!
        at--
      }
      active[at] = piece
      before[at] = y
      if (right[piece]! < soonestEnd) soonestEnd = right[piece]!
    }
    let next = soonestEnd < x1 ? soonestEnd : x1
    if (piece < pieces && left[piece]! < next) next = left[piece]!
    if (turn < turns && turnKeys[turnOrder[turn]!]! < next) next = turnKeys[turnOrder[turn]!]!
    let highest = Number.NEGATIVE_INFINITY
    let isKnotted = false
    for (let at = 0; at < count; at++) {
      const on = active[at]!
      const y = lineY[on]! + slope[on]! * (next - lineX[on]!)
      after[at] = y
      if (y < highest - noise) isKnotted = true
      else if (y > highest) highest = y
    }
    const half = (next - x) / 2
    if (isKnotted) sweepKnot(slabs.knot, slabs, sets, count, lowest, x, next, bottom, top, noise)
    else {
      let set = lowest
      let under = bottom
      let { m2, next: nextSet } = sets
      for (let at = 0; at < count; at++) {
        const over = before[at]! + after[at]!
        m2[set] = m2[set]! + (over - under) * half
        under = over
        const taken = member[active[at]!]!
        let other = nextSet[set + taken]!
        if (other < 0) {
          other = toggled(sets, set, taken)
          m2 = sets.m2
          nextSet = sets.next
        }
        set = other
      }
      m2[set] = m2[set]! + (top - under) * half
    }
    soonestEnd = Number.POSITIVE_INFINITY
    let kept = 0
    for (let at = 0; at < count; at++) {
      const on = active[at]!
      const end = right[on]!
      if (end <= next) continue
      active[kept] = on
      before[kept] = after[at]!
      kept++
      if (end < soonestEnd) soonestEnd = end
    }
    count = kept
    x = next
  }
}
