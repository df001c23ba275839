/** `Math.round` for steps no further away than 65,536, in a fraction of its time. */
const whole = (step: number): number => ((step + 65536.5) | 0) - 65536

/** The positions a, b, c lie on one line, b between them or not. */
const isStraight = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean =>
  Math.imul(bx - ax, cy - by) === Math.imul(by - ay, cx - bx)

/**
 * Puts a ring on whole steps, without what says nothing then: repeated positions, those in the middle of a straight stretch,
 * and spikes without width. With fewer than three positions left it is no ring: 0.
 */
export const settleRing = (path: Float64Array, length: number, ring: Int32Array): number => {
  let at = 0
  let ax = 0
  let ay = 0
  let bx = 0
  let by = 0
  for (let i = 0; i < length; i += 2) {
    const x = whole(path[i]!)
    const y = whole(path[i + 1]!)
    while (at >= 4 && isStraight(ax, ay, bx, by, x, y)) {
      at -= 2
      bx = ax
      by = ay
      if (at >= 4) {
        ax = ring[at - 4]!
        ay = ring[at - 3]!
      }
    }
    if (at >= 2 && bx === x && by === y) continue
    ring[at++] = x
    ring[at++] = y
    ax = bx
    ay = by
    bx = x
    by = y
  }
  return settleEnds(ring, at)
}

/** The same where the end of the ring meets its beginning. */
const settleEnds = (ring: Int32Array, length: number): number => {
  let [start, end] = [0, length]
  while (end - start >= 6) {
    const [x, y] = [ring[start]!, ring[start + 1]!]
    if (isStraight(ring[end - 4]!, ring[end - 3]!, ring[end - 2]!, ring[end - 1]!, x, y)) end -= 2
    else if (isStraight(ring[end - 2]!, ring[end - 1]!, x, y, ring[start + 2]!, ring[start + 3]!)) start += 2
    else break
  }
  if (end - start < 6) return 0
  if (start > 0) ring.copyWithin(0, start, end)
  return end - start
}

/** Twice the area by the surveyor's formula: positive is clockwise on the screen, as an outer ring of a tile must run. */
export const doubleArea = (ring: Int32Array, length: number): number => {
  let sum = 0
  let x = ring[length - 2]!
  let y = ring[length - 1]!
  for (let i = 0; i < length; i += 2) {
    const nextX = ring[i]!
    const nextY = ring[i + 1]!
    sum = (sum + Math.imul(x, nextY) - Math.imul(nextX, y)) | 0
    x = nextX
    y = nextY
  }
  return sum
}

/**
 * Puts a path, from number `from` up to `to`, on whole steps as a line, without repeated positions and those in the middle of
 * a straight stretch; where it turns back on itself it stays. With fewer than two positions left it is no line: 0.
 */
export const settleLine = (path: Float64Array, from: number, to: number, line: Int32Array): number => {
  let at = 0
  for (let i = from; i < to; i += 2) {
    const x = whole(path[i]!)
    const y = whole(path[i + 1]!)
    if (at >= 2 && line[at - 2] === x && line[at - 1] === y) continue
    if (at >= 4 && goesOn(line[at - 4]!, line[at - 3]!, line[at - 2]!, line[at - 1]!, x, y)) at -= 2
    line[at++] = x
    line[at++] = y
  }
  return at < 4 ? 0 : at
}

const goesOn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean =>
  isStraight(ax, ay, bx, by, cx, cy) && (bx - ax) * (cx - bx) + (by - ay) * (cy - by) > 0
