import { type FlatArea, turnOfRing } from '../equal_area.ts'

/** Narrower on average than twice the centimetre that positions are kept to: a seam, not ground. */
const SEAM_M = 0.02

const lengthOf = (ring: Float64Array): number => {
  let sum = 0
  for (let i = 2; i + 1 < ring.length; i += 2) sum += Math.hypot(ring[i]! - ring[i - 2]!, ring[i + 1]! - ring[i - 1]!)
  return sum
}

/** Whether a closed ring in metres encloses nothing but the space between two drawings of one border. */
export const isSeam = (ring: Float64Array): boolean => Math.abs(turnOfRing(ring)) < SEAM_M * lengthOf(ring)

export const withoutSeams = (area: FlatArea): FlatArea =>
  area.flatMap(([shell, ...holes]) =>
    shell && !isSeam(shell) ? [[shell, ...holes.filter((hole) => !isSeam(hole))]] : [],
  )
