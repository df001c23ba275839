import { roomIn } from './buffers.ts'
import { createPieces, type Pieces, roomForPieces } from './pieces.ts'

/**
 * What each polygon shows in a window, kept as a stack: a window inside another lies above it and is forgotten with it.
 *
 *       y1 +-----------------------+   What lies above or beside the window does not matter.
 *          |        __piece__      |   A piece is where a border runs inside.
 *          |   ____/         \     |   What lies below is projected to the bottom: there it only turns the polygon on or
 *       y0 +--/--------------t-----+   off, at the left corner (base) or on the way (turn t). Turns at one x cancel.
 *             x0              \   x1   Without pieces and turns a polygon is constant here, inside or outside.
 */
export type Windows = Pieces & {
  turns: number
  turnX: Float64Array
  entries: number
  polygon: Int32Array
  base: Int32Array
  pieceFrom: Int32Array
  pieceTo: Int32Array
  turnFrom: Int32Array
  turnTo: Int32Array
  /** Of the pieces, together: their number times the width is what a sweep has to do. */
  spanM: Float64Array
}

export const createWindows = (): Windows => ({
  ...createPieces(),
  turns: 0,
  turnX: new Float64Array(256),
  entries: 0,
  polygon: new Int32Array(256),
  base: new Int32Array(256),
  pieceFrom: new Int32Array(256),
  pieceTo: new Int32Array(256),
  turnFrom: new Int32Array(256),
  turnTo: new Int32Array(256),
  spanM: new Float64Array(256),
})

const roomForEntry = (all: Windows): void => {
  if (all.entries < all.polygon.length) return
  const length = all.entries + 1
  all.polygon = roomIn(all.polygon, length)
  all.base = roomIn(all.base, length)
  all.pieceFrom = roomIn(all.pieceFrom, length)
  all.pieceTo = roomIn(all.pieceTo, length)
  all.turnFrom = roomIn(all.turnFrom, length)
  all.turnTo = roomIn(all.turnTo, length)
  all.spanM = roomIn(all.spanM, length)
}

export const pushEntry = (
  all: Windows,
  polygon: number,
  base: number,
  pieceFrom: number,
  pieceTo: number,
  turnFrom: number,
): number => {
  roomForEntry(all)
  const entry = all.entries++
  all.polygon[entry] = polygon
  all.base[entry] = base
  all.pieceFrom[entry] = pieceFrom
  all.pieceTo[entry] = pieceTo
  all.turnFrom[entry] = turnFrom
  all.turnTo[entry] = all.turns
  return entry
}

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
  if (turns === turnX.length) all.turnX = roomIn(turnX, turns + 1)
  all.turnX[turns] = x
  all.turns = turns + 1
}

/** Pushes what an entry shows in a smaller window x0, y0, x1, y1 (at `box` in `boxes`), unless it is constant there. */
export const narrow = (all: Windows, entry: number, boxes: Float64Array, box: number): 0 | 1 | 2 => {
  const x0 = boxes[box]!
  const y0 = boxes[box + 1]!
  const x1 = boxes[box + 2]!
  const y1 = boxes[box + 3]!
  const from = all.pieceFrom[entry]!
  const to = all.pieceTo[entry]!
  roomForPieces(all, to - from)
  const { anchorX, anchorY, slope, left, right, leftY, rightY } = all
  const newTurns = all.turns
  let base = all.base[entry]!
  for (let turn = all.turnFrom[entry]!; turn < all.turnTo[entry]!; turn++) {
    const x = all.turnX[turn]!
    if (x <= x0) base ^= 1
    else if (x < x1) turnAt(all, newTurns, x)
  }
  const newPieces = all.pieces
  let piece = newPieces
  let spanM = 0
  for (let at = from; at < to; at++) {
    let a = left[at]!
    let b = right[at]!
    if (b <= x0 || a >= x1) continue
    let ya = leftY[at]!
    let yb = rightY[at]!
    if (ya >= y1 && yb >= y1) continue
    if (a < x0) {
      a = x0
      ya = anchorY[at]! + slope[at]! * (x0 - anchorX[at]!)
    }
    if (b > x1) {
      b = x1
      yb = anchorY[at]! + slope[at]! * (x1 - anchorX[at]!)
    }
    if (ya >= y1 && yb >= y1) continue
    if (ya <= y0 || yb <= y0) {
      const isBelow = ya <= y0 && yb <= y0
      const x = isBelow ? b : Math.min(b, Math.max(a, anchorX[at]! + (y0 - anchorY[at]!) / slope[at]!))
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
      a = Math.min(b, Math.max(a, anchorX[at]! + (y1 - anchorY[at]!) / slope[at]!))
      ya = y1
    } else if (yb > y1) {
      b = Math.min(b, Math.max(a, anchorX[at]! + (y1 - anchorY[at]!) / slope[at]!))
      yb = y1
    }
    if (a >= b) continue
    anchorX[piece] = anchorX[at]!
    anchorY[piece] = anchorY[at]!
    slope[piece] = slope[at]!
    left[piece] = a
    right[piece] = b
    leftY[piece] = ya
    rightY[piece] = yb
    piece++
    spanM += b - a
  }
  if (piece === newPieces && all.turns === newTurns) return base === 1 ? INSIDE : OUTSIDE
  all.pieces = piece
  all.spanM[pushEntry(all, all.polygon[entry]!, base, newPieces, piece, newTurns)] = spanM
  return BORDER
}
