import { grown } from '../arena.ts'
import { createPieces, LEFT_X, PIECE, type Pieces, RIGHT_Y } from './pieces.ts'

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
  /** Around its pieces. */
  west: Float64Array
  south: Float64Array
  east: Float64Array
  north: Float64Array
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
  west: new Float64Array(256),
  south: new Float64Array(256),
  east: new Float64Array(256),
  north: new Float64Array(256),
})

const roomForEntry = (all: Windows): void => {
  if (all.entries < all.polygon.length) return
  const length = all.entries + 1
  all.polygon = grown(all.polygon, length)
  all.base = grown(all.base, length)
  all.pieceFrom = grown(all.pieceFrom, length)
  all.pieceTo = grown(all.pieceTo, length)
  all.turnFrom = grown(all.turnFrom, length)
  all.turnTo = grown(all.turnTo, length)
  all.west = grown(all.west, length)
  all.south = grown(all.south, length)
  all.east = grown(all.east, length)
  all.north = grown(all.north, length)
}

/** An entry without pieces so far, its turns those from `turnFrom` on. */
export const pushEntry = (all: Windows, polygon: number, base: number, turnFrom: number): number => {
  roomForEntry(all)
  const entry = all.entries++
  all.polygon[entry] = polygon
  all.base[entry] = base
  all.pieceFrom[entry] = all.pieceTo[entry] = all.pieces
  all.turnFrom[entry] = turnFrom
  all.turnTo[entry] = all.turns
  all.west[entry] = all.south[entry] = Number.POSITIVE_INFINITY
  all.east[entry] = all.north[entry] = Number.NEGATIVE_INFINITY
  return entry
}

/** All but its polygon moves or is shared; `to` may stand in its own place. */
export const copyEntry = (all: Windows, from: number, to: number): void => {
  all.polygon[to] = all.polygon[from]!
  all.base[to] = all.base[from]!
  all.turnFrom[to] = all.turnFrom[from]!
  all.turnTo[to] = all.turnTo[from]!
  sharePieces(all, from, to)
}

/** The pieces of one entry are those of another, too. */
export const sharePieces = (all: Windows, from: number, to: number): void => {
  all.pieceFrom[to] = all.pieceFrom[from]!
  all.pieceTo[to] = all.pieceTo[from]!
  all.west[to] = all.west[from]!
  all.south[to] = all.south[from]!
  all.east[to] = all.east[from]!
  all.north[to] = all.north[from]!
}

/** Whether two entries are drawn alike, corner by corner. */
export const isAlike = (all: Windows, a: number, b: number): boolean => {
  const { borders, pieceFrom, pieceTo } = all
  const from = pieceFrom[a]! * PIECE
  const to = pieceTo[a]! * PIECE
  const apart = pieceFrom[b]! * PIECE - from
  if (all.west[a] !== all.west[b] || all.north[a] !== all.north[b]) return false
  if ((pieceTo[b]! - pieceFrom[b]!) * PIECE !== to - from) return false
  for (let at = from; at < to; at += PIECE)
    for (let part = LEFT_X; part <= RIGHT_Y; part++) if (borders[at + part] !== borders[at + part + apart]) return false
  return true
}
