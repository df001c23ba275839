import { grown } from '../arena.ts'

/**
 * Pieces of straight borders, left to right. A piece is cut only where it ends: its height is always measured on the whole
 * border, from the border's own left end (anchor). So one border gives the same numbers in every window and, since both
 * neighbours turn it the same way, for both of them to the last bit.
 *
 * One piece is eight numbers side by side, which a processor reads at once:
 * anchor x, anchor y, slope, left x, left y, right x, right y and one that is free.
 */
export type Pieces = { pieces: number; borders: Float64Array }

export const PIECE = 8
export const ANCHOR_X = 0
export const ANCHOR_Y = 1
export const SLOPE = 2
export const LEFT_X = 3
export const LEFT_Y = 4
export const RIGHT_X = 5
export const RIGHT_Y = 6

export const createPieces = (): Pieces => ({ pieces: 0, borders: new Float64Array(2048 * PIECE) })

export const roomForPieces = (all: Pieces, more: number): void => {
  all.borders = grown(all.borders, (all.pieces + more) * PIECE)
}

export const heightAt = ({ borders }: Pieces, piece: number, x: number): number => {
  const at = piece * PIECE
  return borders[at + ANCHOR_Y]! + borders[at + SLOPE]! * (x - borders[at + ANCHOR_X]!)
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
  const { borders } = all
  const at = all.pieces++ * PIECE
  borders[at + ANCHOR_X] = left
  borders[at + ANCHOR_Y] = leftY
  borders[at + SLOPE] = slope
  borders[at + LEFT_X] = left
  borders[at + LEFT_Y] = leftY
  borders[at + RIGHT_X] = right
  borders[at + RIGHT_Y] = rightY
}
