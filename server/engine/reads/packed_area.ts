import { rayOn } from './segments.ts'

/** Hands over where each ring of a packed area begins and ends, and whether it is a hole; stops and returns true when `visit` does. */
export const someRing = (
  numbers: Int32Array,
  start: number,
  visit: (from: number, to: number, isHole: boolean) => boolean,
): boolean => {
  const count = numbers[start]!
  let from = start + 1 + count
  for (let index = 1; index <= count; index += 1) {
    const length = numbers[start + index]!
    const to = from + Math.abs(length)
    if (visit(from, to, length < 0)) return true
    from = to
  }
  return false
}

/** Whether a position in units lies in a packed area or on its edge. */
export const isInPacked = (numbers: Int32Array, start: number, x: number, y: number): boolean => {
  let inside = false
  const onEdge = someRing(numbers, start, (from, to) => {
    for (let at = from; at + 3 < to; at += 2) {
      const x1 = numbers[at]!
      const y1 = numbers[at + 1]!
      const x2 = numbers[at + 2]!
      const y2 = numbers[at + 3]!
      // Most edges lie wholly above, below or to the west.
      if ((y1 > y && y2 > y) || (y1 < y && y2 < y) || (x1 < x && x2 < x)) continue
      const ray = rayOn(x, y, x1, y1, x2, y2)
      if (ray === 'on') return true
      if (ray === 'crosses') inside = !inside
    }
    return false
  })
  return onEdge || inside
}
