import { grown } from '../arena.ts'
import { type Crossings, createCrossings, expectCrossing } from './crossings.ts'
import { createEvents, type Events } from './events.ts'
import { heightAt, LEFT_X, LEFT_Y, PIECE, RIGHT_X, SLOPE } from './pieces.ts'
import { type Sets, toggled } from './sets.ts'
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

export const clearFront = (front: Front, windows: Windows, from: number, to: number, x0: number): void => {
  const pieces = windows.pieces
  front.place = grown(front.place, pieces)
  front.member = grown(front.member, pieces)
  front.settled = grown(front.settled, 2 * pieces)
  front.below = grown(front.below, pieces)
  front.above = grown(front.above, pieces)
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
export const settle = (front: Front, sets: Sets, windows: Windows, piece: number, x: number): void => {
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

export const compare = (front: Front, windows: Windows, place: number, x: number, noise: number): void => {
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
export const placeFor = (front: Front, windows: Windows, piece: number, x: number): number => {
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

export const open = (
  front: Front,
  windows: Windows,
  piece: number,
  place: number,
  below: number,
  above: number,
): void => {
  if (front.count === front.active.length) front.active = grown(front.active, front.count + 1)
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

export const put = (
  front: Front,
  windows: Windows,
  piece: number,
  place: number,
  below: number,
  above: number,
): void => {
  front.active[place] = piece
  front.place[piece] = place
  front.settled[2 * piece] = windows.borders[piece * PIECE + LEFT_X]!
  front.settled[2 * piece + 1] = windows.borders[piece * PIECE + LEFT_Y]!
  front.below[piece] = below
  front.above[piece] = above
}

export const close = (front: Front, place: number): void => {
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
export const FRESH = 2 ** 30

export const stale = (front: Front, place: number): void => {
  if (place < front.staleFrom) front.staleFrom = place
  if (place > front.staleTo) front.staleTo = place
}

/** A piece between other sets than before is settled first. Above the last change the old sets come back, or none do. */
export const relabel = (front: Front, sets: Sets, windows: Windows, x: number, top: number): void => {
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
