import type { PbfWriter } from 'pbf'

const MOVE_TO = 1
const LINE_TO = 2
const CLOSE_PATH = 7

/** The geometry of one feature as commands of a vector tile; used again for the next one. */
export type Pen = {
  commands: Uint32Array
  count: number
  x: number
  y: number
  readonly marked: { count: number; x: number; y: number }
}

export const createPen = (): Pen => ({
  commands: new Uint32Array(4096),
  count: 0,
  x: 0,
  y: 0,
  marked: { count: 0, x: 0, y: 0 },
})

export const lift = (pen: Pen): void => {
  pen.count = 0
  pen.x = 0
  pen.y = 0
}

/** Remembers what is drawn, for `goBack`. */
export const mark = ({ marked, count, x, y }: Pen): void => {
  marked.count = count
  marked.x = x
  marked.y = y
}

/** Undoes what was drawn since the mark. */
export const goBack = (pen: Pen): void => {
  pen.count = pen.marked.count
  pen.x = pen.marked.x
  pen.y = pen.marked.y
}

const reserve = (pen: Pen, more: number): void => {
  if (pen.commands.length >= pen.count + more) return
  const larger = new Uint32Array(2 * (pen.count + more))
  larger.set(pen.commands)
  pen.commands = larger
}

const command = (pen: Pen, id: number, times: number): void => {
  pen.commands[pen.count++] = (times << 3) | id
}

const go = (pen: Pen, x: number, y: number): void => {
  const dx = x - pen.x
  const dy = y - pen.y
  pen.commands[pen.count++] = (dx << 1) ^ (dx >> 31)
  pen.commands[pen.count++] = (dy << 1) ^ (dy >> 31)
  pen.x = x
  pen.y = y
}

export const drawPoint = (pen: Pen, x: number, y: number): void => {
  reserve(pen, 3)
  command(pen, MOVE_TO, 1)
  go(pen, x, y)
}

/** A line through positions; `isClosed` brings it back to its first one. */
export const drawLine = (pen: Pen, path: Int32Array, length: number, isClosed: boolean): void => {
  reserve(pen, length + 4)
  command(pen, MOVE_TO, 1)
  go(pen, path[0]!, path[1]!)
  command(pen, LINE_TO, length / 2 - (isClosed ? 0 : 1))
  for (let i = 2; i < length; i += 2) go(pen, path[i]!, path[i + 1]!)
  if (isClosed) go(pen, path[0]!, path[1]!)
}

/** A ring that does not repeat its first position, the other way round when `isReversed`. */
export const drawRing = (pen: Pen, ring: Int32Array, length: number, isReversed: boolean): void => {
  reserve(pen, length + 3)
  command(pen, MOVE_TO, 1)
  go(pen, ring[0]!, ring[1]!)
  command(pen, LINE_TO, length / 2 - 1)
  if (isReversed) for (let i = length - 2; i >= 2; i -= 2) go(pen, ring[i]!, ring[i + 1]!)
  else for (let i = 2; i < length; i += 2) go(pen, ring[i]!, ring[i + 1]!)
  command(pen, CLOSE_PATH, 1)
}

export const writeCommands = ({ commands, count }: Pen, writer: PbfWriter): void => {
  for (let i = 0; i < count; i += 1) writer.writeVarint(commands[i]!)
}
