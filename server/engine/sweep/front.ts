import { roomIn } from './buffers.ts'
import { type Crossings, createCrossings, expectCrossing } from './crossings.ts'
import { createEvents, type Events, gatherEvents, isRightEnd, NONE, pieceOf } from './events.ts'
import { heightAt, LEFT_X, LEFT_Y, PIECE, RIGHT_X, SLOPE } from './pieces.ts'
import { clearSets, type Sets, toggled } from './sets.ts'
import type { Windows } from './windows.ts'

/**
 * Square metres of every set of polygons in one window. A front moves from left to right and holds the borders it cuts,
 * from below; between two of them lies one set of polygons.
 *
 *      |        front     |   A border adds the ground under it to the set below it and takes it from the set above,
 *      |   ______|__      |   from where it was last settled to where it ends or one of its two sets changes. So most
 *      |  /  AB  |  \ A   |   corners cost one step, whatever else the front holds:
 *      |_/____A__|___\____|     a corner of a border     the next piece takes its place
 *      |         |   /    |     the left of a shape      two pieces more, the set between them is new
 *      |   -     |  / B   |     the right of a shape     two pieces less
 *      |_________|_/______|     a crossing               two neighbours change places, the set between them is new
 *
 * Neighbours are compared at the first end of the two: when they stand there in the wrong order they will be exchanged,
 * at once when rounding has already put them wrong. So an order can be wrong by no more than rounding, and borders that
 * coincide have no ground between them whatever their order.
 */
export type Front = {
  events: Events
  crossings: Crossings
  count: number
  active: Int32Array
  lowest: number
  lowestSince: number
  highest: number
  highestSince: number
  /** The places between which the sets have to be told anew. */
  staleFrom: number
  staleTo: number
  /** By piece: where it stands, its polygon, where it was last settled, the sets below and above it. */
  place: Int32Array
  member: Int32Array
  settled: Float64Array
  below: Int32Array
  above: Int32Array
}

export const createFront = (): Front => ({
  events: createEvents(),
  crossings: createCrossings(),
  count: 0,
  active: new Int32Array(64),
  lowest: 0,
  lowestSince: 0,
  highest: 0,
  highestSince: 0,
  staleFrom: 0,
  staleTo: 0,
  place: new Int32Array(0),
  member: new Int32Array(0),
  settled: new Float64Array(0),
  below: new Int32Array(0),
  above: new Int32Array(0),
})

const clearFront = (front: Front, windows: Windows, from: number, to: number, x0: number): void => {
  const pieces = windows.pieces
  front.place = roomIn(front.place, pieces)
  front.member = roomIn(front.member, pieces)
  front.settled = roomIn(front.settled, 2 * pieces)
  front.below = roomIn(front.below, pieces)
  front.above = roomIn(front.above, pieces)
  front.count = front.crossings.count = 0
  front.lowest = front.highest = 0
  front.lowestSince = front.highestSince = x0
  front.staleFrom = 0
  front.staleTo = -1
  const { member } = front
  for (let entry = from; entry < to; entry++)
    for (let piece = windows.pieceFrom[entry]!; piece < windows.pieceTo[entry]!; piece++) member[piece] = entry - from
}

/** Twice the ground, as everywhere until the window is done. */
const settle = (front: Front, sets: Sets, windows: Windows, piece: number, x: number): void => {
  const y = heightAt(windows, piece, x)
  const { settled } = front
  const { m2 } = sets
  const added = (x - settled[2 * piece]!) * (y + settled[2 * piece + 1]!)
  const below = front.below[piece]!
  const above = front.above[piece]!
  m2[below] = m2[below]! + added
  m2[above] = m2[above]! - added
  settled[2 * piece] = x
  settled[2 * piece + 1] = y
}

const compare = (front: Front, windows: Windows, place: number, x: number, noise: number): void => {
  if (place < 0 || place + 1 >= front.count) return
  const low = front.active[place]!
  const high = front.active[place + 1]!
  const end = Math.min(windows.borders[low * PIECE + RIGHT_X]!, windows.borders[high * PIECE + RIGHT_X]!)
  const apart = heightAt(windows, high, end) - heightAt(windows, low, end)
  if (apart >= -noise) return
  const before = heightAt(windows, high, x) - heightAt(windows, low, x)
  expectCrossing(front.crossings, before > 0 ? x + ((end - x) * before) / (before - apart) : x, low, high)
}

/** The place for a piece that begins here: above all that are lower, or as low and not steeper. */
const placeFor = (front: Front, windows: Windows, piece: number, x: number): number => {
  const { active } = front
  const y = windows.borders[piece * PIECE + LEFT_Y]!
  const slope = windows.borders[piece * PIECE + SLOPE]!
  let from = 0
  let to = front.count
  while (from < to) {
    const middle = (from + to) >> 1
    const other = active[middle]!
    const height = heightAt(windows, other, x)
    if (height < y || (height === y && windows.borders[other * PIECE + SLOPE]! <= slope)) from = middle + 1
    else to = middle
  }
  return from
}

const open = (front: Front, windows: Windows, piece: number, place: number, below: number, above: number): void => {
  if (front.count === front.active.length) front.active = roomIn(front.active, front.count + 1)
  const { active } = front
  for (let at = front.count; at > place; at--) {
    const moved = active[at - 1]!
    active[at] = moved
    front.place[moved] = at
  }
  front.count++
  if (front.staleFrom > place && front.staleFrom !== FRESH) front.staleFrom++
  if (front.staleTo >= place) front.staleTo++
  put(front, windows, piece, place, below, above)
}

const put = (front: Front, windows: Windows, piece: number, place: number, below: number, above: number): void => {
  front.active[place] = piece
  front.place[piece] = place
  front.settled[2 * piece] = windows.borders[piece * PIECE + LEFT_X]!
  front.settled[2 * piece + 1] = windows.borders[piece * PIECE + LEFT_Y]!
  front.below[piece] = below
  front.above[piece] = above
}

const close = (front: Front, place: number): void => {
  const { active } = front
  const count = --front.count
  if (front.staleFrom > place && front.staleFrom !== FRESH) front.staleFrom--
  for (let at = place; at < count; at++) {
    const moved = active[at + 1]!
    active[at] = moved
    front.place[moved] = at
  }
}

/** More than there are places. */
const FRESH = 2 ** 30

const stale = (front: Front, place: number): void => {
  if (place < front.staleFrom) front.staleFrom = place
  if (place > front.staleTo) front.staleTo = place
}

/** A piece between other sets than before is settled first. Above the last change the old sets come back, or none do. */
const relabel = (front: Front, sets: Sets, windows: Windows, x: number, top: number): void => {
  const { active, below, above, member, staleFrom, staleTo } = front
  front.staleFrom = FRESH
  front.staleTo = -1
  let set = staleFrom === 0 ? front.lowest : above[active[staleFrom - 1]!]!
  for (let at = staleFrom; at < front.count; at++) {
    const piece = active[at]!
    const over = toggled(sets, set, member[piece]!)
    if (below[piece] !== set || above[piece] !== over) {
      settle(front, sets, windows, piece, x)
      below[piece] = set
      above[piece] = over
    } else if (at > staleTo) return
    set = over
  }
  if (set === front.highest) return
  sets.m2[front.highest] = sets.m2[front.highest]! + 2 * top * (x - front.highestSince)
  front.highest = set
  front.highestSince = x
}

const turn = (front: Front, sets: Sets, member: number, x: number, bottom: number): void => {
  const { lowest } = front
  sets.m2[lowest] = sets.m2[lowest]! - 2 * bottom * (x - front.lowestSince)
  front.lowest = toggled(sets, lowest, member)
  front.lowestSince = x
  front.staleFrom = 0
}

const singleEnd = (front: Front, sets: Sets, windows: Windows, end: number, x: number, noise: number): void => {
  const piece = pieceOf(end)
  if (isRightEnd(end)) {
    const place = front.place[piece]!
    settle(front, sets, windows, piece, x)
    close(front, place)
    stale(front, place)
    compare(front, windows, place - 1, x, noise)
  } else {
    const place = placeFor(front, windows, piece, x)
    open(front, windows, piece, place, 0, 0)
    stale(front, place)
    compare(front, windows, place - 1, x, noise)
    compare(front, windows, place, x, noise)
  }
}

const nextPiece = (
  front: Front,
  sets: Sets,
  windows: Windows,
  ended: number,
  begun: number,
  x: number,
  noise: number,
): void => {
  const place = front.place[ended]!
  settle(front, sets, windows, ended, x)
  put(front, windows, begun, place, front.below[ended]!, front.above[ended]!)
  compare(front, windows, place - 1, x, noise)
  compare(front, windows, place, x, noise)
}

const leftCorner = (
  front: Front,
  sets: Sets,
  windows: Windows,
  a: number,
  b: number,
  x: number,
  noise: number,
): void => {
  const isLow = windows.borders[a * PIECE + SLOPE]! <= windows.borders[b * PIECE + SLOPE]!
  const low = isLow ? a : b
  const place = placeFor(front, windows, low, x)
  const outer = place === 0 ? front.lowest : front.above[front.active[place - 1]!]!
  const inner = toggled(sets, outer, front.member[low]!)
  open(front, windows, low, place, outer, inner)
  open(front, windows, isLow ? b : a, place + 1, inner, outer)
  // The outer set may itself be stale.
  if (front.staleFrom !== FRESH) {
    stale(front, place)
    stale(front, place + 1)
  }
  compare(front, windows, place - 1, x, noise)
  compare(front, windows, place + 1, x, noise)
}

const rightCorner = (
  front: Front,
  sets: Sets,
  windows: Windows,
  a: number,
  b: number,
  x: number,
  noise: number,
): void => {
  settle(front, sets, windows, a, x)
  settle(front, sets, windows, b, x)
  const low = Math.min(front.place[a]!, front.place[b]!)
  const high = Math.max(front.place[a]!, front.place[b]!)
  close(front, high)
  close(front, low)
  compare(front, windows, low - 1, x, noise)
  if (high === low + 1) return
  stale(front, low)
  stale(front, high)
  compare(front, windows, high - 2, x, noise)
}

const cross = (front: Front, sets: Sets, windows: Windows, noise: number): void => {
  const { crossings, active, place, below, above } = front
  const next = --crossings.count
  const x = crossings.x[next]!
  const low = crossings.low[next]!
  const high = crossings.high[next]!
  const at = place[low]!
  if (at + 1 >= front.count || active[at] !== low || active[at + 1] !== high) return
  settle(front, sets, windows, low, x)
  settle(front, sets, windows, high, x)
  const between = toggled(sets, below[low]!, front.member[high]!)
  below[high] = below[low]!
  above[low] = above[high]!
  above[high] = below[low] = between
  active[at] = high
  active[at + 1] = low
  place[high] = at
  place[low] = at + 1
  compare(front, windows, at - 1, x, noise)
  compare(front, windows, at + 1, x, noise)
}

const crossUntil = (front: Front, sets: Sets, windows: Windows, x: number, noise: number): void => {
  const { crossings } = front
  while (crossings.count > 0 && crossings.x[crossings.count - 1]! <= x) cross(front, sets, windows, noise)
}

/** Members of the sets are the entries of the window, from 0. Heights within `noise` of each other count as equal. */
export const sweepFront = (
  front: Front,
  sets: Sets,
  windows: Windows,
  from: number,
  to: number,
  boxes: Float64Array,
  box: number,
  noise: number,
): void => {
  const x0 = boxes[box]!
  const bottom = boxes[box + 1]!
  const x1 = boxes[box + 2]!
  const top = boxes[box + 3]!
  clearSets(sets, to - from)
  clearFront(front, windows, from, to, x0)
  const order = gatherEvents(front.events, windows, from, to, x0, x1)
  const { x: eventX, first, second, count } = front.events
  for (let entry = from; entry < to; entry++)
    if (windows.base[entry] === 1) front.lowest = toggled(sets, front.lowest, entry - from)
  relabel(front, sets, windows, x0, top)
  for (let event = 0; event < count; ) {
    const x = eventX[order[event]!]!
    crossUntil(front, sets, windows, x, noise)
    for (; event < count && eventX[order[event]!] === x; event++) {
      const at = order[event]!
      const a = first[at]!
      const b = second[at]!
      if (b === NONE) {
        if (a < 0) turn(front, sets, ~a, x, bottom)
        else singleEnd(front, sets, windows, a, x, noise)
      } else if (isRightEnd(a) !== isRightEnd(b))
        nextPiece(front, sets, windows, pieceOf(isRightEnd(a) ? a : b), pieceOf(isRightEnd(a) ? b : a), x, noise)
      else if (!isRightEnd(a)) leftCorner(front, sets, windows, pieceOf(a), pieceOf(b), x, noise)
      else rightCorner(front, sets, windows, pieceOf(a), pieceOf(b), x, noise)
    }
    if (front.staleFrom !== FRESH) relabel(front, sets, windows, x, top)
  }
  crossUntil(front, sets, windows, x1, noise)
  for (let at = 0; at < front.count; at++) settle(front, sets, windows, front.active[at]!, x1)
  const { m2 } = sets
  m2[front.lowest] = m2[front.lowest]! - 2 * bottom * (x1 - front.lowestSince)
  m2[front.highest] = m2[front.highest]! + 2 * top * (x1 - front.highestSince)
  for (let set = 0; set < sets.count; set++) m2[set] = m2[set]! / 2
}
