import type { Frame } from './frame.ts'
import { rowOf } from './mercator.ts'
import type { Strip } from './strip.ts'

/**
 * Positions in units become steps, not yet whole: numbers `from` up to `to`, written from the start of `into`. The latitudes
 * must be those of the strip; without one they may be any.
 */
export const project = (
  units: Int32Array,
  from: number,
  to: number,
  frame: Frame,
  strip: Strip | null,
  into: Float64Array,
): number => {
  const { stepsPerUnit, greenwich } = frame
  if (strip === null) return projectFar(units, from, to, frame, into)
  const { middle, y, slope, bend, twist } = strip
  let at = 0
  for (let i = from; i < to; i += 2) {
    const north = units[i + 1]! - middle
    into[at] = units[i]! * stepsPerUnit + greenwich
    into[at + 1] = y + north * (slope + north * (bend + north * twist))
    at += 2
  }
  return at
}

const projectFar = (units: Int32Array, from: number, to: number, frame: Frame, into: Float64Array): number => {
  const { stepsPerUnit, greenwich, worldSteps, northSteps } = frame
  let at = 0
  for (let i = from; i < to; i += 2) {
    into[at++] = units[i]! * stepsPerUnit + greenwich
    into[at++] = rowOf(units[i + 1]!) * worldSteps - northSteps
  }
  return at
}
