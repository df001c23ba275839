import { AREA, POINT } from '../engine/packed.ts'
import type { Register } from '../engine/register.ts'
import { drawArea, drawPath } from './draw_area.ts'
import { type Frame, xOf, yOf } from './frame.ts'
import type { KeptDrawings } from './kept_drawings.ts'
import { drawLine, drawPoint, drawRing, hasDrawn, type Pens } from './pen.ts'
import { stripOf } from './strip.ts'

const speck = new Int32Array(8)

/** What is smaller than a pixel is drawn as one: it can still be seen, and still be found. */
const drawSpeck = ({ shape, line }: Pens, kind: number, x: number, y: number, { pixel, least, most }: Frame): void => {
  const half = pixel / 2
  const within = (step: number) => Math.min(most - half, Math.max(least + half, Math.round(step)))
  const west = within(x) - half
  const north = within(y) - half
  speck.set([west, north, west + pixel, north, west + pixel, north + pixel, west, north + pixel])
  if (kind === AREA) drawRing(shape, speck, 8, false)
  drawLine(line, speck, kind === AREA ? 8 : 4, kind === AREA)
}

/** A site of some size whose southern and northern rows are given; `isInside` says that all of it lies in the tile or its buffer. */
const drawShape = (
  pens: Pens,
  site: number,
  southY: number,
  northY: number,
  isInside: boolean,
  { columns, geometry }: Register,
  frame: Frame,
): void => {
  const strip = stripOf(columns.boxes[4 * site + 1]!, columns.boxes[4 * site + 3]!, southY, northY, frame)
  const way = { frame, strip, isInside }
  const start = geometry.start(site)
  if (columns.kind[site] === AREA) drawArea(pens, geometry.numbers(), start, way)
  else drawPath(pens.line, geometry.numbers(), start, geometry.end(site), way)
}

/** Draws one site of the register as far as the tile and its buffer show it. */
export const drawSite = (pens: Pens, site: number, register: Register, kept: KeptDrawings, frame: Frame): void => {
  const { boxes, kind } = register.columns
  const { least, most, pixel, tolerance } = frame
  const west = xOf(boxes[4 * site]!, frame)
  const south = yOf(boxes[4 * site + 1]!, frame)
  if (kind[site] === POINT) {
    const x = Math.round(west)
    const y = Math.round(south)
    if (x >= least && x <= most && y >= least && y <= most) drawPoint(pens.shape, x, y)
    return
  }
  const east = xOf(boxes[4 * site + 2]!, frame)
  const north = yOf(boxes[4 * site + 3]!, frame)
  if (east - west < pixel && south - north < pixel) {
    drawSpeck(pens, kind[site]!, (west + east) / 2, (north + south) / 2, frame)
    return
  }
  const isInside = west >= least && east <= most && north >= least && south <= most
  // In the deepest tiles, which are not thinned, few areas lie whole.
  const isKept = isInside && kind[site] === AREA && tolerance > 0
  if (isKept && kept.repeat(pens, site, frame)) return
  drawShape(pens, site, south, north, isInside, register, frame)
  if (isKept && hasDrawn(pens.shape)) kept.keep(pens, site, frame)
}
