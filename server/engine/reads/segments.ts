/** Above this, products of whole numbers are rounded. */
const EXACT = 2 ** 53
/** Twice the share by which the difference of two rounded products may be wrong. */
const DOUBT = 2 ** -51

/** On which side of the way from the first position to the second a third lies: 1 left, -1 right, 0 on the line. Exact for whole units. */
export const turnOf = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): -1 | 0 | 1 => {
  const ax = x2 - x1
  const ay = y2 - y1
  const bx = x - x1
  const by = y - y1
  const left = ax * by
  const right = ay * bx
  const turn = left - right
  const size = Math.abs(left) + Math.abs(right)
  if (size < EXACT || Math.abs(turn) > size * DOUBT) return turn > 0 ? 1 : turn < 0 ? -1 : 0
  const exact = BigInt(ax) * BigInt(by) - BigInt(ay) * BigInt(bx)
  return exact > 0n ? 1 : exact < 0n ? -1 : 0
}

/** Whether two segments whose boxes meet share at least a point; a segment may be a single position. */
export const segmentsMeet = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  u1: number,
  v1: number,
  u2: number,
  v2: number,
): boolean =>
  turnOf(u1, v1, u2, v2, x1, y1) * turnOf(u1, v1, u2, v2, x2, y2) <= 0 &&
  turnOf(x1, y1, x2, y2, u1, v1) * turnOf(x1, y1, x2, y2, u2, v2) <= 0

/** What a ray towards the east tells of one edge: it passes, it crosses it, or it begins on it. */
export type Ray = 'passes' | 'crosses' | 'on'

export const rayOn = (x: number, y: number, x1: number, y1: number, x2: number, y2: number): Ray => {
  if (y1 > y2) return rayOn(x, y, x2, y2, x1, y1)
  if (y < y1 || y > y2 || (x > x1 && x > x2)) return 'passes'
  const turn = turnOf(x1, y1, x2, y2, x, y)
  if (turn === 0) return x < x1 && x < x2 ? 'passes' : 'on'
  return turn > 0 && y < y2 ? 'crosses' : 'passes'
}

/** What it tells of a whole path of units; to cross it twice is to pass it. */
export const rayThrough = (numbers: Int32Array, from: number, to: number, x: number, y: number): Ray => {
  let crosses = false
  let x1 = numbers[from]!
  let y1 = numbers[from + 1]!
  for (let at = from + 2; at < to; at += 2) {
    const x2 = numbers[at]!
    const y2 = numbers[at + 1]!
    // Most edges lie wholly above, below or to the west.
    const isApart = (y1 > y && y2 > y) || (y1 < y && y2 < y) || (x1 < x && x2 < x)
    if (!isApart) {
      const ray = rayOn(x, y, x1, y1, x2, y2)
      if (ray === 'on') return ray
      if (ray === 'crosses') crosses = !crosses
    }
    x1 = x2
    y1 = y2
  }
  return crosses ? 'crosses' : 'passes'
}
