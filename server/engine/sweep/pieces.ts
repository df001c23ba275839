import { roomIn } from './buffers.ts'

/**
 * Straight lines, and the pieces of them that lie in some window, both left to right. A piece is cut only where it ends:
 * its height is always measured on the whole line, from the line's left end. So one border gives the same numbers in
 * every window and, since both neighbours turn it the same way, for both of them to the last bit.
 */
export type Pieces = {
  lines: number
  lineX: Float64Array
  lineY: Float64Array
  slope: Float64Array
  pieces: number
  line: Int32Array
  left: Float64Array
  right: Float64Array
  leftY: Float64Array
  rightY: Float64Array
}

export const createPieces = (): Pieces => ({
  lines: 0,
  lineX: new Float64Array(1024),
  lineY: new Float64Array(1024),
  slope: new Float64Array(1024),
  pieces: 0,
  line: new Int32Array(4096),
  left: new Float64Array(4096),
  right: new Float64Array(4096),
  leftY: new Float64Array(4096),
  rightY: new Float64Array(4096),
})

/** Room for so many more lines, each a piece at first. */
export const roomForLines = (all: Pieces, more: number): void => {
  const length = all.lines + more
  if (length > all.lineX.length) {
    all.lineX = roomIn(all.lineX, length)
    all.lineY = roomIn(all.lineY, length)
    all.slope = roomIn(all.slope, length)
  }
  roomForPieces(all, more)
}

export const roomForPieces = (all: Pieces, more: number): void => {
  const length = all.pieces + more
  if (length <= all.line.length) return
  all.line = roomIn(all.line, length)
  all.left = roomIn(all.left, length)
  all.right = roomIn(all.right, length)
  all.leftY = roomIn(all.leftY, length)
  all.rightY = roomIn(all.rightY, length)
}

/** A vertical edge has no width and so no piece: the heights of its neighbours tell that it is there. */
export const addEdge = (all: Pieces, x1: number, y1: number, x2: number, y2: number): void => {
  if (x1 === x2) return
  if (x1 < x2) pushLine(all, x1, y1, x2, y2)
  else pushLine(all, x2, y2, x1, y1)
}

const pushLine = (all: Pieces, left: number, leftY: number, right: number, rightY: number): void => {
  const slope = (rightY - leftY) / (right - left)
  // Only an edge thinner than any double can tell; it has no area to lose.
  if (slope - slope !== 0) return
  const line = all.lines++
  all.lineX[line] = left
  all.lineY[line] = leftY
  all.slope[line] = slope
  const piece = all.pieces++
  all.line[piece] = line
  all.left[piece] = left
  all.right[piece] = right
  all.leftY[piece] = leftY
  all.rightY[piece] = rightY
}
