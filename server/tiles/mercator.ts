import { UNITS_PER_DEGREE } from '../engine/grid.ts'

/** The world in units of longitude. */
export const WORLD_UNITS = 360 * UNITS_PER_DEGREE

// Mercator's row is smooth: cubic pieces of a hundredth of a degree take no logarithm and differ from it by less than
// 3e-11 of the world, a thirtieth of the finest step of a tile at zoom 18.
const PIECE_UNITS = 100_000
const NORTHERNMOST_UNITS = 89 * UNITS_PER_DEGREE
const PIECES = NORTHERNMOST_UNITS / PIECE_UNITS
const PIECES_PER_UNIT = 1 / PIECE_UNITS
/** Just short of the end of the last piece. */
const LAST_PIECE = PIECES * (1 - 2 ** -52)
const COEFFICIENTS = 4

const tabulate = (): Float64Array => {
  const rise = (lat: number) => Math.asinh(Math.tan(lat)) / (2 * Math.PI)
  const slope = (lat: number) => 1 / Math.cos(lat) / (2 * Math.PI)
  const step = ((PIECE_UNITS / UNITS_PER_DEGREE) * Math.PI) / 180
  const pieces = new Float64Array(COEFFICIENTS * PIECES)
  for (let piece = 0; piece < PIECES; piece += 1) {
    const [from, to] = [rise(piece * step), rise((piece + 1) * step)]
    const [start, end] = [slope(piece * step) * step, slope((piece + 1) * step) * step]
    pieces.set([from, start, 3 * (to - from) - 2 * start - end, 2 * (from - to) + start + end], COEFFICIENTS * piece)
  }
  return pieces
}
const RISES = tabulate()

/** How far south of the map's northern edge, as a share of the world's height; beyond 89 degrees as at 89. */
export const rowOf = (latUnits: number): number => {
  const pieces = Math.min((latUnits < 0 ? -latUnits : latUnits) * PIECES_PER_UNIT, LAST_PIECE)
  const piece = Math.trunc(pieces)
  const t = pieces - piece
  const at = COEFFICIENTS * piece
  const rise = RISES[at]! + t * (RISES[at + 1]! + t * (RISES[at + 2]! + t * RISES[at + 3]!))
  return latUnits < 0 ? 0.5 + rise : 0.5 - rise
}
