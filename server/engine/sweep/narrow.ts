import { grown } from '../arena.ts'
import { ANCHOR_X, ANCHOR_Y, LEFT_X, LEFT_Y, PIECE, RIGHT_X, RIGHT_Y, roomForPieces, SLOPE } from './pieces.ts'
import { pushEntry, sharePieces, type Windows } from './windows.ts'

export const OUTSIDE = 0
export const INSIDE = 1
export const BORDER = 2

/** Turns of one polygon at one place cancel; only the last few are compared, more come from no ordinary polygon. */
const COMPARED_TURNS = 8

const turnAt = (all: Windows, from: number, x: number): void => {
  const { turnX, turns } = all
  for (let at = turns - 1; at >= from && at >= turns - COMPARED_TURNS; at--)
    if (turnX[at] === x) {
      turnX[at] = turnX[turns - 1]!
      all.turns = turns - 1
      return
    }
  if (turns === turnX.length) all.turnX = grown(turnX, turns + 1)
  all.turnX[turns] = x
  all.turns = turns + 1
}

/** Pushes what an entry shows in a smaller window x0, y0, x1, y1 (at `box` in `boxes`), unless it is constant there. */
export const narrow = (all: Windows, entry: number, boxes: Float64Array, box: number): 0 | 1 | 2 => {
  const x0 = boxes[box]!
  const x1 = boxes[box + 2]!
  const newTurns = all.turns
  let base = all.base[entry]!
  for (let turn = all.turnFrom[entry]!; turn < all.turnTo[entry]!; turn++) {
    const x = all.turnX[turn]!
    if (x <= x0) base ^= 1
    else if (x < x1) turnAt(all, newTurns, x)
  }
  const isBeside = all.west[entry]! >= x1 || all.east[entry]! <= x0
  if (isBeside || all.south[entry]! >= boxes[box + 3]!) {
    if (all.turns === newTurns) return base === 1 ? INSIDE : OUTSIDE
    pushEntry(all, all.polygon[entry]!, base, newTurns)
    return BORDER
  }
  const isWhole =
    all.west[entry]! >= x0 &&
    all.east[entry]! <= x1 &&
    all.south[entry]! >= boxes[box + 1]! &&
    all.north[entry]! <= boxes[box + 3]!
  if (!isWhole) return cut(all, entry, boxes, box, base, newTurns)
  sharePieces(all, entry, pushEntry(all, all.polygon[entry]!, base, newTurns))
  return BORDER
}

/** Where a border, not a horizontal one, has this height. */
const xAt = (borders: Float64Array, at: number, y: number): number =>
  borders[at + ANCHOR_X]! + (y - borders[at + ANCHOR_Y]!) / borders[at + SLOPE]!

const cut = (
  all: Windows,
  entry: number,
  boxes: Float64Array,
  box: number,
  givenBase: number,
  newTurns: number,
): 0 | 1 | 2 => {
  const x0 = boxes[box]!
  const y0 = boxes[box + 1]!
  const x1 = boxes[box + 2]!
  const y1 = boxes[box + 3]!
  const from = all.pieceFrom[entry]!
  const end = all.pieceTo[entry]!
  roomForPieces(all, end - from)
  const { borders } = all
  let base = givenBase
  const newPieces = all.pieces
  let to = newPieces * PIECE
  let west = x1
  let south = y1
  let east = x0
  let north = y0
  for (let at = from * PIECE; at < end * PIECE; at += PIECE) {
    let a = borders[at + LEFT_X]!
    let b = borders[at + RIGHT_X]!
    if (b <= x0 || a >= x1) continue
    let ya = borders[at + LEFT_Y]!
    let yb = borders[at + RIGHT_Y]!
    if (ya >= y1 && yb >= y1) continue
    if (a < x0) {
      a = x0
      ya = borders[at + ANCHOR_Y]! + borders[at + SLOPE]! * (x0 - borders[at + ANCHOR_X]!)
    }
    if (b > x1) {
      b = x1
      yb = borders[at + ANCHOR_Y]! + borders[at + SLOPE]! * (x1 - borders[at + ANCHOR_X]!)
    }
    if (ya >= y1 && yb >= y1) continue
    if (ya <= y0 || yb <= y0) {
      const isBelow = ya <= y0 && yb <= y0
      const x = isBelow ? b : Math.min(b, Math.max(a, xAt(borders, at, y0)))
      const isRising = ya < yb
      const belowFrom = isBelow || isRising ? a : x
      const belowTo = isBelow || !isRising ? b : x
      if (belowFrom < belowTo) {
        if (belowFrom <= x0) base ^= 1
        else turnAt(all, newTurns, belowFrom)
        if (belowTo < x1) turnAt(all, newTurns, belowTo)
      }
      if (isBelow) continue
      if (isRising) {
        a = x
        ya = y0
      } else {
        b = x
        yb = y0
      }
    }
    if (ya > y1) {
      a = Math.min(b, Math.max(a, xAt(borders, at, y1)))
      ya = y1
    } else if (yb > y1) {
      b = Math.min(b, Math.max(a, xAt(borders, at, y1)))
      yb = y1
    }
    if (a >= b) continue
    borders[to + ANCHOR_X] = borders[at + ANCHOR_X]!
    borders[to + ANCHOR_Y] = borders[at + ANCHOR_Y]!
    borders[to + SLOPE] = borders[at + SLOPE]!
    borders[to + LEFT_X] = a
    borders[to + LEFT_Y] = ya
    borders[to + RIGHT_X] = b
    borders[to + RIGHT_Y] = yb
    to += PIECE
    if (a < west) west = a
    if (b > east) east = b
    if (ya < south) south = ya
    if (yb < south) south = yb
    if (ya > north) north = ya
    if (yb > north) north = yb
  }
  const pieces = to / PIECE
  if (pieces === newPieces && all.turns === newTurns) return base === 1 ? INSIDE : OUTSIDE
  const shown = pushEntry(all, all.polygon[entry]!, base, newTurns)
  all.pieces = all.pieceTo[shown] = pieces
  all.west[shown] = west
  all.south[shown] = south
  all.east[shown] = east
  all.north[shown] = north
  return BORDER
}
