import { roomIn } from './buffers.ts'

/**
 * Pieces of straight borders, left to right. A piece is cut only where it ends: its height is always measured on the whole
 * border, from the border's own left end (anchor). So one border gives the same numbers in every window and, since both
 * neighbours turn it the same way, for both of them to the last bit.
 */
export type Pieces = {
  pieces: number
  anchorX: Float64Array
  anchorY: Float64Array
  slope: Float64Array
  left: Float64Array
  leftY: Float64Array
  right: Float64Array
  rightY: Float64Array
}

const FEWEST = 2048

export const createPieces = (): Pieces => ({
  pieces: 0,
  anchorX: new Float64Array(FEWEST),
  anchorY: new Float64Array(FEWEST),
  slope: new Float64Array(FEWEST),
  left: new Float64Array(FEWEST),
  leftY: new Float64Array(FEWEST),
  right: new Float64Array(FEWEST),
  rightY: new Float64Array(FEWEST),
})

export const roomForPieces = (all: Pieces, more: number): void => {
  const length = all.pieces + more
  if (length <= all.slope.length) return
  all.anchorX = roomIn(all.anchorX, length)
  all.anchorY = roomIn(all.anchorY, length)
  all.slope = roomIn(all.slope, length)
  all.left = roomIn(all.left, length)
  all.leftY = roomIn(all.leftY, length)
  all.right = roomIn(all.right, length)
  all.rightY = roomIn(all.rightY, length)
}

/** A vertical edge has no width and so no piece: the heights of its neighbours tell that it is there. */
export const addEdge = (all: Pieces, x1: number, y1: number, x2: number, y2: number): void => {
  if (x1 === x2) return
  const isForward = x1 < x2
  const left = isForward ? x1 : x2
  const leftY = isForward ? y1 : y2
  const right = isForward ? x2 : x1
  const rightY = isForward ? y2 : y1
  const slope = (rightY - leftY) / (right - left)
  // Only an edge thinner than a double can tell; it has no area to lose.
  if (slope - slope !== 0) return
  const piece = all.pieces++
  all.anchorX[piece] = left
  all.anchorY[piece] = leftY
  all.slope[piece] = slope
  all.left[piece] = left
  all.leftY[piece] = leftY
  all.right[piece] = right
  all.rightY[piece] = rightY
}
