import { MOST_VARINT_BYTES, putBytes, putVarint } from './bytes.ts'

const MOVE_TO = 1
const LINE_TO = 2
const CLOSE_PATH = 7

/** The geometry of one feature as commands of a vector tile: bytes `from` up to `to` among those of its layer (mvt.ts). */
export type Pen = {
  bytes: Uint8Array
  from: number
  to: number
  x: number
  y: number
  /** The first position, and where the steps from it on begin: they are the same wherever the drawing stands. */
  firstX: number
  firstY: number
  steps: number
  /** Where the steps of the last ring begin. */
  ringSteps: number
  readonly marked: { to: number; x: number; y: number }
}

/** What a site leaves behind: `shape` draws its point or area, `line` its path or outline. */
export type Pens = { readonly shape: Pen; readonly line: Pen }

export const createPen = (): Pen => ({
  bytes: new Uint8Array(1 << 14),
  from: 0,
  to: 0,
  x: 0,
  y: 0,
  firstX: 0,
  firstY: 0,
  steps: 0,
  ringSteps: 0,
  marked: { to: 0, x: 0, y: 0 },
})

export const hasDrawn = ({ from, to }: Pen): boolean => to > from

/** Begins the geometry of the next feature. */
export const lift = (pen: Pen, from: number): void => {
  pen.from = from
  pen.to = from
  pen.x = 0
  pen.y = 0
}

/** Remembers what is drawn, for `goBack`. */
export const mark = ({ marked, to, x, y }: Pen): void => {
  marked.to = to
  marked.x = x
  marked.y = y
}

/** Undoes what was drawn since the mark. */
export const goBack = (pen: Pen): void => {
  pen.to = pen.marked.to
  pen.x = pen.marked.x
  pen.y = pen.marked.y
}

/** Room for the numbers of a path and what is said about it. */
const reserve = (pen: Pen, numbers: number): void => {
  const room = pen.to + MOST_VARINT_BYTES * (numbers + 6)
  if (pen.bytes.length >= room) return
  const larger = new Uint8Array(2 * room)
  larger.set(pen.bytes)
  pen.bytes = larger
}

const command = (pen: Pen, id: number, times: number): void => {
  pen.to = putVarint(pen.bytes, pen.to, (times << 3) | id)
}

const zigzag = (step: number): number => (step << 1) ^ (step >> 31)

const go = (pen: Pen, x: number, y: number): void => {
  const at = putVarint(pen.bytes, pen.to, zigzag(x - pen.x))
  pen.to = putVarint(pen.bytes, at, zigzag(y - pen.y))
  pen.x = x
  pen.y = y
}

const moveTo = (pen: Pen, x: number, y: number): void => {
  const isFirst = pen.to === pen.from
  command(pen, MOVE_TO, 1)
  go(pen, x, y)
  if (!isFirst) return
  pen.firstX = x
  pen.firstY = y
  pen.steps = pen.to
}

/** Through the positions at `from`, `from + stride` ... short of `to`. */
const goThrough = (pen: Pen, path: Int32Array, from: number, to: number, stride: 2 | -2): void => {
  const { bytes } = pen
  let { x, y, to: at } = pen
  for (let i = from; i !== to; i += stride) {
    const nextX = path[i]!
    const nextY = path[i + 1]!
    at = putVarint(bytes, at, zigzag(nextX - x))
    at = putVarint(bytes, at, zigzag(nextY - y))
    x = nextX
    y = nextY
  }
  pen.x = x
  pen.y = y
  pen.to = at
}

export const drawPoint = (pen: Pen, x: number, y: number): void => {
  reserve(pen, 2)
  moveTo(pen, x, y)
}

/** A line through positions; `isClosed` brings it back to its first one. */
export const drawLine = (pen: Pen, path: Int32Array, length: number, isClosed: boolean): void => {
  reserve(pen, length)
  moveTo(pen, path[0]!, path[1]!)
  command(pen, LINE_TO, length / 2 - (isClosed ? 0 : 1))
  goThrough(pen, path, 2, length, 2)
  if (isClosed) go(pen, path[0]!, path[1]!)
}

/** A ring that does not repeat its first position, the other way round when `isReversed`. */
export const drawRing = (pen: Pen, ring: Int32Array, length: number, isReversed: boolean): void => {
  reserve(pen, length)
  moveTo(pen, ring[0]!, ring[1]!)
  command(pen, LINE_TO, length / 2 - 1)
  pen.ringSteps = pen.to
  if (isReversed) goThrough(pen, ring, length - 2, 0, -2)
  else goThrough(pen, ring, 2, length, 2)
  command(pen, CLOSE_PATH, 1)
}

/** The same ring as a line, when `drawn` has just drawn it: the steps are the same, all but the last byte, which closes it. */
export const retraceRing = (pen: Pen, ring: Int32Array, length: number, drawn: Pen): void => {
  reserve(pen, length)
  moveTo(pen, ring[0]!, ring[1]!)
  command(pen, LINE_TO, length / 2)
  pen.to = putBytes(pen.bytes, pen.to, drawn.bytes, drawn.ringSteps, drawn.to - 1)
  pen.x = drawn.x
  pen.y = drawn.y
  go(pen, ring[0]!, ring[1]!)
}

/** All of a feature: steps that were drawn before, from a first position on. */
export const drawSteps = (pen: Pen, x: number, y: number, steps: Uint8Array, start: number, end: number): void => {
  reserve(pen, end - start)
  moveTo(pen, x, y)
  pen.to = putBytes(pen.bytes, pen.to, steps, start, end)
}
