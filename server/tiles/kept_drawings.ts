import { grown } from '../engine/arena.ts'
import type { Register } from '../engine/register.ts'
import { putBytes } from './bytes.ts'
import type { Frame } from './frame.ts'
import { drawSteps, type Pens } from './pen.ts'

/** Kept of each drawing beside its steps: the stamp of its activity, its first position in the world, where the steps are. */
const STAMP = 0
const X = 1
const Y = 2
const START = 3
const SHAPE_BYTES = 4
const LINE_BYTES = 5
const FIELDS = 6
const FIELD_BYTES = FIELDS * Int32Array.BYTES_PER_ELEMENT

/** Of the bytes that the coordinates of all sites take. */
const SHARE = 0.5
export const LEAST_BYTES = 1 << 20

/**
 * Areas that lay whole in a tile, as they were drawn there: at one zoom their steps stay the same until their activity changes,
 * whatever else is in the tile and whoever asks. When they take half of what the coordinates take, all are forgotten; beside them
 * stand four bytes for each site and zoom.
 */
const createKept = ({ columns, geometry, siteCount }: Register) => {
  let steps = new Uint8Array(0)
  let used = 0
  let kept = new Int32Array(0)
  let count = 0
  /** By zoom and site: which drawing, from 1 on. */
  let numbers: Int32Array[] = []

  const stampOf = (site: number): number => columns.stamp[columns.owner[site]!]!
  const hasRoom = (bytes: number): boolean => used + bytes + FIELD_BYTES * (count + 1) <= steps.length
  const forget = (): void => {
    const room = Math.max(LEAST_BYTES, SHARE * geometry.numbers().byteLength)
    if (steps.length !== room) steps = new Uint8Array(room)
    used = 0
    count = 0
    numbers = []
  }

  return {
    /** False where there is none, or it is of an earlier state of the activity. */
    repeat({ shape, line }: Pens, site: number, { zoom, greenwich, northSteps }: Frame): boolean {
      const number = numbers[zoom]?.[site]
      if (!number) return false
      const at = FIELDS * (number - 1)
      if (kept[at + STAMP] !== stampOf(site)) return false
      const x = kept[at + X]! + greenwich
      const y = kept[at + Y]! - northSteps
      const start = kept[at + START]!
      const middle = start + kept[at + SHAPE_BYTES]!
      drawSteps(shape, x, y, steps, start, middle)
      drawSteps(line, x, y, steps, middle, middle + kept[at + LINE_BYTES]!)
      return true
    },
    /** Keeps what the pens have just drawn, if they began at one position. */
    keep({ shape, line }: Pens, site: number, { zoom, greenwich, northSteps }: Frame): void {
      if (shape.firstX !== line.firstX || shape.firstY !== line.firstY) return
      const shapeBytes = shape.to - shape.steps
      const lineBytes = line.to - line.steps
      if (!hasRoom(shapeBytes + lineBytes)) forget()
      if (!hasRoom(shapeBytes + lineBytes)) return
      const [x, y] = [shape.firstX - greenwich, shape.firstY + northSteps]
      kept = grown(kept, FIELDS * (count + 1))
      kept.set([stampOf(site), x, y, used, shapeBytes, lineBytes], FIELDS * count)
      used = putBytes(steps, used, shape.bytes, shape.steps, shape.to)
      used = putBytes(steps, used, line.bytes, line.steps, line.to)
      count += 1
      const known = numbers[zoom] ?? new Int32Array(siteCount())
      numbers[zoom] = grown(known, site + 1)
      numbers[zoom]![site] = count
    },
  }
}
export type KeptDrawings = ReturnType<typeof createKept>

const keptBy = new WeakMap<Register, KeptDrawings>()

export const keptDrawingsOf = (register: Register): KeptDrawings => {
  const known = keptBy.get(register) ?? createKept(register)
  keptBy.set(register, known)
  return known
}
