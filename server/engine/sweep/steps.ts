import { isRightEnd, pieceOf } from './events.ts'
import { close, compare, FRESH, type Front, open, placeFor, put, settle, stale } from './front.ts'
import { PIECE, SLOPE } from './pieces.ts'
import { type Sets, toggled } from './sets.ts'
import type { Windows } from './windows.ts'

export const turn = (front: Front, sets: Sets, member: number, x: number, bottom: number): void => {
  const { lowest } = front
  sets.m2[lowest] = sets.m2[lowest]! - 2 * bottom * (x - front.lowestSince)
  front.lowest = toggled(sets, lowest, member)
  front.lowestSince = x
  front.staleFrom = 0
}

export const singleEnd = (front: Front, sets: Sets, windows: Windows, end: number, x: number, noise: number): void => {
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

export const nextPiece = (
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

export const leftCorner = (
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

export const rightCorner = (
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

export const cross = (front: Front, sets: Sets, windows: Windows, noise: number): void => {
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
