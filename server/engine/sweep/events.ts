import { grown } from '../arena.ts'
import { createOrder, type Order, sortByKey } from './order.ts'
import { LEFT_X, PIECE } from './pieces.ts'
import type { Windows } from './windows.ts'

/**
 * What happens in a window from left to right: a corner, where two ends of pieces meet, or a single end where a window or
 * a vertical edge has cut it, or a turn of a polygon at the bottom. Nothing happens at the right border itself.
 */
export type Events = {
  count: number
  x: Float64Array
  /** An end, or ~member for a turn. */
  first: Int32Array
  /** The other end at the same corner, or NONE. */
  second: Int32Array
  order: Order
}

export const NONE = -1

/** Left and right end of a piece. */
export const leftEnd = (piece: number): number => 2 * piece
export const rightEnd = (piece: number): number => 2 * piece + 1
export const isRightEnd = (end: number): boolean => (end & 1) === 1
export const pieceOf = (end: number): number => end >> 1

export const createEvents = (): Events => ({
  count: 0,
  x: new Float64Array(512),
  first: new Int32Array(512),
  second: new Int32Array(512),
  order: createOrder(),
})

/** Both ends of a piece stand side by side: left x, left y, right x, right y. */
const placeOf = (end: number): number => pieceOf(end) * PIECE + LEFT_X + 2 * (end & 1)

const xOf = ({ borders }: Windows, end: number): number => borders[placeOf(end)]!

const isSameCorner = ({ borders }: Windows, a: number, b: number): boolean =>
  borders[placeOf(a)] === borders[placeOf(b)] && borders[placeOf(a) + 1] === borders[placeOf(b) + 1]

const add = (events: Events, x: number, first: number, second: number, x1: number): void => {
  if (x >= x1) return
  const at = events.count++
  events.x[at] = x
  events.first[at] = first
  events.second[at] = second
}

/** Pieces that follow each other along a ring meet in corners; the last of such a run may meet the first. */
const addCorners = (events: Events, windows: Windows, from: number, to: number, x1: number): void => {
  let head = NONE
  let tail = NONE
  for (let piece = from; piece < to; piece++) {
    const left = leftEnd(piece)
    const right = rightEnd(piece)
    if (tail !== NONE) {
      const isLeft = isSameCorner(windows, tail, left)
      if (isLeft || isSameCorner(windows, tail, right)) {
        add(events, xOf(windows, tail), tail, isLeft ? left : right, x1)
        tail = isLeft ? right : left
        continue
      }
      closeRun(events, windows, head, tail, x1)
    }
    const next = piece + 1
    const goesRight =
      next < to && (isSameCorner(windows, right, leftEnd(next)) || isSameCorner(windows, right, rightEnd(next)))
    head = goesRight ? left : right
    tail = goesRight ? right : left
  }
  if (tail !== NONE) closeRun(events, windows, head, tail, x1)
}

const closeRun = (events: Events, windows: Windows, head: number, tail: number, x1: number): void => {
  if (isSameCorner(windows, head, tail)) add(events, xOf(windows, head), head, tail, x1)
  else {
    add(events, xOf(windows, head), head, NONE, x1)
    add(events, xOf(windows, tail), tail, NONE, x1)
  }
}

/** Members are the window's entries, from 0. The sorted places of the events. */
export const gatherEvents = (
  events: Events,
  windows: Windows,
  from: number,
  to: number,
  x0: number,
  x1: number,
): Int32Array => {
  let most = 0
  for (let entry = from; entry < to; entry++)
    most +=
      2 * (windows.pieceTo[entry]! - windows.pieceFrom[entry]!) + windows.turnTo[entry]! - windows.turnFrom[entry]!
  if (most > events.x.length) {
    events.x = grown(events.x, most)
    events.first = grown(events.first, most)
    events.second = grown(events.second, most)
  }
  events.count = 0
  for (let entry = from; entry < to; entry++) {
    addCorners(events, windows, windows.pieceFrom[entry]!, windows.pieceTo[entry]!, x1)
    for (let turn = windows.turnFrom[entry]!; turn < windows.turnTo[entry]!; turn++)
      add(events, windows.turnX[turn]!, ~(entry - from), NONE, x1)
  }
  return sortByKey(events.order, events.x, events.count, x0, x1)
}
