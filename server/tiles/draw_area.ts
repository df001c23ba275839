import { clipRing, cutPath, keepNear, roomToClip } from './clip.ts'
import type { Frame } from './frame.ts'
import { drawLine, drawRing, goBack, mark, type Pen, type Pens, retraceRing } from './pen.ts'
import { project } from './project.ts'
import { doubleArea, settleLine, settleRing } from './settle.ts'
import type { Strip } from './strip.ts'
import { thin } from './thin.ts'

/** Memory that every path passes through; a path of more positions makes it larger. */
let path = new Float64Array(0)
let spare = new Float64Array(0)
let settled = new Int32Array(0)
let sides = new Uint8Array(0)
let ends = new Int32Array(0)
const reserve = (length: number): void => {
  const room = roomToClip(length)
  if (path.length >= room) return
  path = new Float64Array(2 * room)
  spare = new Float64Array(2 * room)
  settled = new Int32Array(2 * room)
  sides = new Uint8Array(2 * length)
  ends = new Int32Array(2 * length)
}

/** How a site comes to the tile: `strip` holds all its latitudes; inside means that all of it lies in the tile or its buffer. */
export type Way = { readonly frame: Frame; readonly strip: Strip | null; readonly isInside: boolean }

/** Numbers `from` up to `to`, in units, as a path in memory, in steps and as fine as the tile needs it: its length. */
const follow = (numbers: Int32Array, from: number, to: number, { frame, strip }: Way): number => {
  reserve(to - from)
  const length = project(numbers, from, to, frame, strip, path)
  return frame.tolerance > 0 ? thin(path, length, frame.tolerance) : length
}

const drawWhole = (line: Pen, length: number): void => {
  const kept = settleLine(path, 0, length, settled)
  if (kept > 0) drawLine(line, settled, kept, false)
}

/** The path in memory as lines, as far as the window shows it. */
const drawPieces = (line: Pen, length: number, isRing: boolean, { least, most }: Frame): void => {
  const pieces = cutPath(path, length, sides, isRing, least, most, spare, ends)
  let from = 0
  for (let piece = 0; piece < pieces; piece += 1) {
    const to = ends[piece]!
    const kept = settleLine(spare, from, to, settled)
    if (kept > 0) drawLine(line, settled, kept, false)
    from = to
  }
}

/** Draws numbers `from` up to `to` as a line, as far as the tile and its buffer show it. */
export const drawPath = (line: Pen, numbers: Int32Array, from: number, to: number, way: Way): void => {
  const { least, most } = way.frame
  const length = follow(numbers, from, to, way)
  if (way.isInside) drawWhole(line, length)
  else drawPieces(line, keepNear(path, length, least, most, sides), false, way.frame)
}

/** Draws what the window shows of the outline in memory, and leaves there, settled, what it shows of the ring: its length. */
const cutRing = (line: Pen, length: number, frame: Frame): number => {
  const { least, most } = frame
  const near = keepNear(path, length, least, most, sides)
  drawPieces(line, near, true, frame)
  return settleRing(path, clipRing(path, near, sides, least, most, spare), settled)
}

/** The outline of a ring that lies inside; `drawn` is the pen that has just filled it, if one did. */
const drawOutline = (line: Pen, length: number, kept: number, drawn: Pen | null): void => {
  if (drawn) retraceRing(line, settled, kept, drawn)
  else if (kept > 0) drawLine(line, settled, kept, true)
  // Too narrow to be filled, it is still a line.
  else drawWhole(line, length)
}

/** Draws the packed area at `start` as far as the tile and its buffer show it. */
export const drawArea = ({ shape, line }: Pens, numbers: Int32Array, start: number, way: Way): void => {
  const { least, most } = way.frame
  const count = numbers[start]!
  let from = start + 1 + count
  let isFilled = false
  for (let index = 1; index <= count; index += 1) {
    const isHole = numbers[start + index]! < 0
    const to = from + Math.abs(numbers[start + index]!)
    const length = follow(numbers, from, to, way)
    // Packed rings repeat their first position, and so does the path.
    const kept = way.isInside ? settleRing(path, length - 2, settled) : cutRing(line, length - 2, way.frame)
    const area = kept === 0 ? 0 : doubleArea(settled, kept)
    if (!isHole) {
      isFilled = area !== 0
      mark(shape)
    } else if (isFilled && Math.abs(area) === 2 * (most - least) * (most - least)) {
      // A hole over all of the window leaves nothing of its polygon.
      isFilled = false
      goBack(shape)
    }
    // Nor are there holes in nothing.
    const isDrawn = isFilled && area !== 0
    if (isDrawn) drawRing(shape, settled, kept, area > 0 === isHole)
    if (way.isInside) drawOutline(line, length, kept, isDrawn ? shape : null)
    from = to
  }
}
