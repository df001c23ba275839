import { rayThrough } from './segments.ts'

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
    const ray = rayThrough(numbers, from, to, x, y)
    if (ray === 'crosses') inside = !inside
    return ray === 'on'
  })
  return onEdge || inside
}
