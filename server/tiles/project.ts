import type { Frame } from './frame.ts'
import { rowOf } from './mercator.ts'

/** Positions in units become steps, not yet whole: numbers `from` up to `to`, written from the start of `into`. */
export const project = (units: Int32Array, from: number, to: number, frame: Frame, into: Float64Array): number =>
  frame.tolerance > 0 ? thinned(units, from, to, frame, into) : all(units, from, to, frame, into)

const all = (units: Int32Array, from: number, to: number, frame: Frame, into: Float64Array): number => {
  const { stepsPerUnit, greenwich, worldSteps, northSteps } = frame
  let at = 0
  for (let i = from; i < to; i += 2) {
    into[at++] = units[i]! * stepsPerUnit + greenwich
    into[at++] = rowOf(units[i + 1]!) * worldSteps - northSteps
  }
  return at
}

/** A hypotenuse is at most the longer side and so much of the shorter one. */
const CORNER = Math.SQRT2 - 1

/**
 * The same without positions that the tolerance makes needless. From the last one that was kept, the directions that pass
 * by all since within the tolerance are a fan between `low` and `high`; each position narrows it, and the first outside it,
 * or back nearer, ends it. One pass, and tiles side by side keep the same positions. Distances are squared, and
 * what sets the fan is never less than the distance and 8 % more at most: so no root is taken.
 */
const thinned = (units: Int32Array, from: number, to: number, frame: Frame, into: Float64Array): number => {
  const { stepsPerUnit, greenwich, worldSteps, northSteps, tolerance } = frame
  const near = tolerance * tolerance
  let keptX = units[from]! * stepsPerUnit + greenwich
  let keptY = rowOf(units[from + 1]!) * worldSteps - northSteps
  let lastX = keptX
  let lastY = keptY
  let lowX = 0
  let lowY = 0
  let highX = 0
  let highY = 0
  let farthest = 0
  let at = 0
  into[at++] = keptX
  into[at++] = keptY
  for (let i = from + 2; i < to; i += 2) {
    const x = units[i]! * stepsPerUnit + greenwich
    const y = rowOf(units[i + 1]!) * worldSteps - northSteps
    let dx = x - keptX
    let dy = y - keptY
    let distance = dx * dx + dy * dy
    if (farthest > 0 && (lowX * dy - lowY * dx < 0 || dx * highY - dy * highX < 0 || distance < farthest)) {
      into[at++] = lastX
      into[at++] = lastY
      keptX = lastX
      keptY = lastY
      dx = x - keptX
      dy = y - keptY
      distance = dx * dx + dy * dy
      farthest = 0
    }
    if (distance <= near) continue
    const across = Math.abs(dx)
    const along = Math.abs(dy)
    const reach = across > along ? across + CORNER * along : along + CORNER * across
    const rightX = dx * reach + dy * tolerance
    const rightY = dy * reach - dx * tolerance
    const leftX = dx * reach - dy * tolerance
    const leftY = dy * reach + dx * tolerance
    if (farthest === 0 || lowX * rightY - lowY * rightX > 0) {
      lowX = rightX
      lowY = rightY
    }
    if (farthest === 0 || leftX * highY - leftY * highX > 0) {
      highX = leftX
      highY = leftY
    }
    farthest = distance
    lastX = x
    lastY = y
  }
  into[at++] = units[to - 2]! * stepsPerUnit + greenwich
  into[at++] = rowOf(units[to - 1]!) * worldSteps - northSteps
  return at
}
