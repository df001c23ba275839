import { UNITS_PER_DEGREE } from '../engine/grid.ts'
import { type Frame, yOf } from './frame.ts'

/** The rows of a strip of latitudes: u units north of its middle y + u * (slope + u * (bend + u * twist)) steps. */
export type Strip = { middle: number; y: number; slope: number; bend: number; twist: number }

/** Within these limits a cubic strays from Mercator by less than 1e-10 of the world, a tenth of that within 20 degrees. */
const TALLEST_UNITS = 0.5 * UNITS_PER_DEGREE
const NORTHERNMOST_UNITS = 60 * UNITS_PER_DEGREE

const strip: Strip = { middle: 0, y: 0, slope: 0, bend: 0, twist: 0 }

/**
 * The strip from south to north in units, whose own rows are given; null where a cubic would not do. The next call writes over
 * it. Nearly every site is so low that none of its positions needs the table.
 */
export const stripOf = (south: number, north: number, southY: number, northY: number, frame: Frame): Strip | null => {
  const reach = (north - south) / 2
  if (reach > TALLEST_UNITS / 2 || reach === 0 || north > NORTHERNMOST_UNITS || south < -NORTHERNMOST_UNITS) return null
  strip.middle = south + reach
  strip.y = yOf(strip.middle, frame)
  const rise = (northY - southY) / 2
  const halfRise = (yOf(strip.middle + reach / 2, frame) - yOf(strip.middle - reach / 2, frame)) / 2
  const turned = (rise - 2 * halfRise) / 0.75
  strip.twist = turned / (reach * reach * reach)
  strip.slope = (rise - turned) / reach
  strip.bend = ((northY + southY) / 2 - strip.y) / (reach * reach)
  return strip
}
