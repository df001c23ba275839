import { type FlatArea, turnOfRing } from '../equal_area.ts'
import { latOf, lngOf } from '../from_plane.ts'
import { eastingOfUnits, northingOfUnits, toUnits } from '../grid.ts'
import { someRing } from '../reads/packed_area.ts'
import { addBelow, type Below } from './below.ts'
import { addEdge, type Edges } from './edges.ts'
import { beyond, type Frame, SOUTH } from './frame.ts'
import { cornerAt, NONE, type Vertices, vertexAt } from './vertices.ts'

/** An edge is straight in degrees but bends in the plane: longer ones are divided, as `projectUnits` divides them. */
const LONGEST_STEP_UNITS = 100_000

/** Draws areas as edges that have the area on one side, as far as they may meet the frame. */
export const createPen = (vertices: Vertices, edges: Edges, below: Below) => {
  let sources: readonly number[] = []
  let deeper = 1

  const line = (from: number, to: number): void => {
    if (from === to) return
    for (let at = 0; at < sources.length; at += 1) edges.isNew[addEdge(edges, from, to, sources[at]!, deeper)] = 1
  }

  const lineBelow = (from: number, to: number): void => {
    for (let at = 0; at < sources.length; at += 1) addBelow(below, from, to, sources[at]!, deeper)
  }

  /** From the lower end whichever way the edge runs, so that neighbours keep sharing it; the last vertex before its end. */
  const divide = (x1: number, y1: number, x2: number, y2: number, pieces: number, first: number): number => {
    const isRising = y2 > y1
    const lowX = isRising ? x1 : x2
    const lowY = isRising ? y1 : y2
    const width = isRising ? x2 - x1 : x1 - x2
    const height = Math.abs(y2 - y1)
    let last = first
    for (let piece = 1; piece < pieces; piece += 1) {
      const share = (isRising ? piece : pieces - piece) / pieces
      const x = lowX + width * share
      const y = lowY + height * share
      const vertex = vertexAt(vertices, Math.round(x), Math.round(y), eastingOfUnits(x), northingOfUnits(y))
      line(last, vertex)
      last = vertex
    }
    return last
  }

  /** Units, and the metres they stand for where those are known. */
  const ring = (numbers: Int32Array, from: number, to: number, frame: Frame, metres?: Float64Array): void => {
    const corner = (at: number): number =>
      metres
        ? vertexAt(vertices, numbers[at]!, numbers[at + 1]!, metres[at]!, metres[at + 1]!)
        : cornerAt(vertices, numbers[at]!, numbers[at + 1]!)
    let last = NONE
    let side = beyond(frame, numbers[from]!, numbers[from + 1]!)
    for (let at = from; at + 3 < to; at += 2) {
      const nextSide = beyond(frame, numbers[at + 2]!, numbers[at + 3]!)
      if ((side & nextSide) === 0) {
        const pieces = Math.ceil(Math.abs(numbers[at + 3]! - numbers[at + 1]!) / LONGEST_STEP_UNITS)
        if (last === NONE) last = corner(at)
        if (pieces > 1) last = divide(numbers[at]!, numbers[at + 1]!, numbers[at + 2]!, numbers[at + 3]!, pieces, last)
        const next = corner(at + 2)
        line(last, next)
        last = next
      } else {
        last = NONE
        if ((side & nextSide) === SOUTH) lineBelow(numbers[at]!, numbers[at + 2]!)
      }
      side = nextSide
    }
  }

  /** Whichever way its rings run, a place inside an area lies deeper in its sources by one. */
  return {
    packed(numbers: Int32Array, start: number, frame: Frame, of: readonly number[]): void {
      sources = of
      someRing(numbers, start, (from, to, isHole) => {
        deeper = turnOfRing(numbers, from, to) > 0 !== isHole ? 1 : -1
        ring(numbers, from, to, frame)
        return false
      })
    },
    /** In metres of the plane, long edges divided. */
    plane(area: FlatArea, frame: Frame, of: readonly number[]): void {
      sources = of
      for (const rings of area)
        for (const [place, metres] of rings.entries()) {
          const units = Int32Array.from(metres, (value, at) => toUnits(at % 2 === 0 ? lngOf(value) : latOf(value)))
          deeper = turnOfRing(metres) > 0 === (place === 0) ? 1 : -1
          ring(units, 0, units.length, frame, metres)
        }
    },
  }
}
