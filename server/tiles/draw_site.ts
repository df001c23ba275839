import { AREA, POINT } from '../engine/packed.ts'
import type { Register } from '../engine/register.ts'
import { clipRing, cutPath, roomToClip } from './clip.ts'
import { type Frame, xOf, yOf } from './frame.ts'
import { drawLine, drawPoint, drawRing, goBack, mark, type Pen } from './pen.ts'
import { project } from './project.ts'
import { doubleArea, settleLine, settleRing, wholeSteps } from './settle.ts'

/** What a site leaves behind: `shape` draws its point or area, `line` its path or outline. */
export type Pens = { readonly shape: Pen; readonly line: Pen }

/** Memory that every path passes through; a path of more positions makes it larger. */
let path = new Float64Array(0)
let spare = new Float64Array(0)
let settled = new Int32Array(0)
let ends = new Int32Array(0)
const reserve = (length: number): void => {
  const room = roomToClip(length)
  if (path.length >= room) return
  path = new Float64Array(2 * room)
  spare = new Float64Array(2 * room)
  settled = new Int32Array(2 * room)
  ends = new Int32Array(2 * length)
}

/** False where the path in memory lies to one side of the window. */
const mayMeet = (length: number, { least, most }: Frame): boolean => {
  const positions = path
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < length; i += 2) {
    const x = positions[i]!
    const y = positions[i + 1]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < north) north = y
    if (y > south) south = y
  }
  return east >= least && west <= most && south >= least && north <= most
}

/** The path in memory as lines, as far as the window shows it. */
const drawPieces = (pen: Pen, length: number, isRing: boolean, { least, most }: Frame): void => {
  const pieces = cutPath(path, length, isRing, least, most, spare, ends)
  let from = 0
  for (let piece = 0; piece < pieces; piece += 1) {
    const to = ends[piece]!
    const kept = settleLine(settled, wholeSteps(spare, from, to, settled))
    if (kept > 0) drawLine(pen, settled, kept, false)
    from = to
  }
}

type PathOf = (line: Pen, length: number, frame: Frame) => number

const drawWhole = (line: Pen, length: number): void => {
  const kept = settleLine(settled, wholeSteps(path, 0, length, settled))
  if (kept > 0) drawLine(line, settled, kept, false)
}

const drawPath = (line: Pen, numbers: Int32Array, from: number, to: number, isInside: boolean, frame: Frame): void => {
  reserve(to - from)
  const length = project(numbers, from, to, frame, path)
  if (isInside) drawWhole(line, length)
  else drawPieces(line, length, false, frame)
}

/** Draws the outline of the ring in memory and leaves it there, settled: its length, 0 where nothing is left to fill. */
const outlineInside: PathOf = (line, length) => {
  const kept = settleRing(settled, wholeSteps(path, 0, length - 2, settled))
  if (kept > 0) drawLine(line, settled, kept, true)
  // Too narrow to be filled, it is still a line.
  else drawWhole(line, length)
  return kept
}
const outlineAcross: PathOf = (line, length, frame) => {
  const open = length - 2
  if (!mayMeet(open, frame)) return 0
  drawPieces(line, open, true, frame)
  const clipped = clipRing(path, open, frame.least, frame.most, spare)
  return settleRing(settled, wholeSteps(path, 0, clipped, settled))
}

const drawArea = ({ shape, line }: Pens, numbers: Int32Array, start: number, outline: PathOf, frame: Frame): void => {
  const count = numbers[start]!
  const windowArea = 2 * (frame.most - frame.least) ** 2
  let from = start + 1 + count
  let isFilled = false
  for (let index = 1; index <= count; index += 1) {
    const isHole = numbers[start + index]! < 0
    const to = from + Math.abs(numbers[start + index]!)
    reserve(to - from)
    // Packed rings repeat their first position, and so does the path.
    const kept = outline(line, project(numbers, from, to, frame, path), frame)
    const area = kept === 0 ? 0 : doubleArea(settled, kept)
    if (!isHole) {
      isFilled = area !== 0
      mark(shape)
    } else if (isFilled && Math.abs(area) === windowArea) {
      // A hole over all of the window leaves nothing of its polygon.
      isFilled = false
      goBack(shape)
    }
    // Nor are there holes in nothing.
    if (area !== 0 && isFilled) drawRing(shape, settled, kept, area > 0 === isHole)
    from = to
  }
}

/** Draws a packed area that is no site, such as the ground of a gap (ground_tile.ts), as far as the tile and its buffer show it. */
export const drawGround = (pens: Pens, numbers: Int32Array, frame: Frame): void =>
  drawArea(pens, numbers, 0, outlineAcross, frame)

/** What is smaller than a pixel is drawn as one: it can still be seen, and still be found. */
const drawSpeck = ({ shape, line }: Pens, kind: number, x: number, y: number, { pixel, least, most }: Frame): void => {
  const half = pixel / 2
  const within = (step: number) => Math.min(most - half, Math.max(least + half, Math.round(step)))
  const west = within(x) - half
  const north = within(y) - half
  reserve(8)
  settled.set([west, north, west + pixel, north, west + pixel, north + pixel, west, north + pixel])
  if (kind === AREA) drawRing(shape, settled, 8, false)
  drawLine(line, settled, kind === AREA ? 8 : 4, kind === AREA)
}

/** Draws one site of the register as far as the tile and its buffer show it. */
export const drawSite = (pens: Pens, site: number, { columns, geometry }: Register, frame: Frame): void => {
  const { boxes } = columns
  const { least, most, pixel } = frame
  const kind = columns.kind[site]!
  const west = xOf(boxes[4 * site]!, frame)
  const south = yOf(boxes[4 * site + 1]!, frame)
  if (kind === POINT) {
    const x = Math.round(west)
    const y = Math.round(south)
    if (x >= least && x <= most && y >= least && y <= most) drawPoint(pens.shape, x, y)
    return
  }
  const east = xOf(boxes[4 * site + 2]!, frame)
  const north = yOf(boxes[4 * site + 3]!, frame)
  if (east - west < pixel && south - north < pixel) drawSpeck(pens, kind, (west + east) / 2, (north + south) / 2, frame)
  else {
    const isInside = west >= least && east <= most && north >= least && south <= most
    const start = geometry.start(site)
    if (kind === AREA) drawArea(pens, geometry.numbers(), start, isInside ? outlineInside : outlineAcross, frame)
    else drawPath(pens.line, geometry.numbers(), start, geometry.end(site), isInside, frame)
  }
}
