import { clearCover } from './cover.ts'
import { createPairsTally } from './pairs.ts'
import { addEdge, roomForPieces } from './pieces.ts'
import { addPolygon, clearPolygons, NO_GROUP, type Polygons } from './polygons.ts'
import { askWindow, createWork } from './split.ts'
import type { Tally } from './tally.ts'
import { pushEntry, type Windows } from './windows.ts'
import { createYearsTally } from './years.ts'

/*
 * The depth-area sweep: how many square metres of a mask (a village, and within it what several targets cover) lie under
 * which sets of polygons. Nothing is overlaid and no geometry is built, so no topology can fail.
 *
 *      +-----------+-----------+   split.ts     the mask's box is split where many layers lie on one another; a layer
 *      |   ____    |           |                without a border in a window is constant there, ground outside the mask
 *      |  / A _|___|__         |                and years settled by two organisations leave the work
 *      | |  / B|   |  \  (A)   |   narrow.ts    what each polygon shows in a window
 *      |  \_\__|___|__/        |   events.ts    its corners from left to right
 *      |       |   |           |   pass.ts      one pass of a front over them, adding the ground between borders
 *      +-----------+-----------+   sets.ts      to the set of polygons that lies there
 *      |    mask ends here     |   cover.ts     what such a set means: who is there, in which years
 *      +-----------+-----------+   years.ts, pairs.ts   what is asked of it
 */

/** m2, by year bit: served where at least one layer active that year lies, overlap where two different organisations do. */
export type YearsAnswer = {
  readonly maskM2: number
  readonly servedM2: Float64Array
  readonly overlapM2: Float64Array
}

/**
 * Builds one question after another in the same buffers: reset, then the areas of the mask, then the layers, each with its
 * rings, then one of the questions. Metres of the equal-area plane. A ring counts by parity and closes itself.
 */
export type Sweep = {
  reset(): void
  /** One more area of a group; every group (0 to 30, one after the other) must hold a place for it to count. */
  beginMask(group: number): void
  /** Organisations are whole numbers, years a 32-bit mask. */
  beginLayer(organisations: readonly number[], years: number): void
  /** x, y, x, y, ... from index `from` up to, not including, index `to`. Throws a RangeError where a number is not finite. */
  ring(coordinates: ArrayLike<number>, from?: number, to?: number): void
  /** The answer's arrays are used again by the next question; copy what is to be kept. */
  years(): YearsAnswer
  /** Calls back for each pair of organisations that work in one place in a common year, low < high. */
  pairs(each: (low: number, high: number, m2: number) => void): void
  maskM2(): number
}

const MOST_GROUPS = 31
/** Heights on two lines through one point differ by a few units in the last place of the largest coordinate. */
const NOISE = 2 ** -46
const NOT_FINITE = 'A coordinate is not a finite number: give every corner as metres of the equal-area plane.'
const MASK_AFTER_LAYERS = 'The mask comes before the layers, its groups 0, 1, 2, ... one after the other.'

/** The box every group reaches into, put at `box`; false when there is none. */
const boxMask = (windows: Windows, { group }: Polygons, boxes: Float64Array, box: number): boolean => {
  const { entries, polygon, west, south, east, north } = windows
  boxes.set(
    [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    box,
  )
  for (let entry = 0; entry < entries && group[polygon[entry]!] !== NO_GROUP; ) {
    const first = entry++
    let [w, s, e, n] = [west[first]!, south[first]!, east[first]!, north[first]!]
    for (; entry < entries && group[polygon[entry]!] === group[polygon[first]!]; entry++) {
      w = Math.min(w, west[entry]!)
      s = Math.min(s, south[entry]!)
      e = Math.max(e, east[entry]!)
      n = Math.max(n, north[entry]!)
    }
    boxes[box] = Math.max(boxes[box]!, w)
    boxes[box + 1] = Math.max(boxes[box + 1]!, s)
    boxes[box + 2] = Math.min(boxes[box + 2]!, e)
    boxes[box + 3] = Math.min(boxes[box + 3]!, n)
  }
  return boxes[box]! < boxes[box + 2]! && boxes[box + 1]! < boxes[box + 3]!
}

/** The largest coordinate of what touches the box. */
const reachInto = ({ entries, west, south, east, north }: Windows, boxes: Float64Array, box: number): number => {
  let reach = 0
  for (let entry = 0; entry < entries; entry++) {
    if (west[entry]! >= boxes[box + 2]! || east[entry]! <= boxes[box]!) continue
    if (south[entry]! >= boxes[box + 3]! || north[entry]! <= boxes[box + 1]!) continue
    reach = Math.max(reach, -west[entry]!, -south[entry]!, east[entry]!, north[entry]!)
  }
  return reach
}

export const createSweep = (): Sweep => {
  const work = createWork()
  const { polygons, windows, boxes, cover } = work
  const yearsTally = createYearsTally()
  const pairsTally = createPairsTally()
  const maskTally: Tally = { settled: () => -1, add: () => {} }
  let groups = 0
  let hasLayers = false
  // The first corner is taken off every other: in the plane's own coordinates the products would eat the digits.
  let hasOrigin = false
  let originX = 0
  let originY = 0
  // What rounding alone can leave between borders that coincide: about a square millimetre in a village.
  let roundingM2 = 0

  const openPolygon = (group: number, organisations: readonly number[], years: number) => {
    pushEntry(windows, addPolygon(polygons, group, organisations, years), 0, 0)
  }

  const reset = () => {
    clearPolygons(polygons)
    windows.pieces = windows.turns = windows.entries = 0
    groups = 0
    hasLayers = hasOrigin = false
  }

  const ask = (tally: Tally) => {
    work.maskM2 = 0
    if (groups === 0 || !boxMask(windows, polygons, boxes, 4)) return
    const reach = reachInto(windows, boxes, 4)
    work.noise = NOISE * reach
    roundingM2 = work.noise * reach
    work.entriesFrom[0] = 0
    work.entriesTo[0] = windows.entries
    clearCover(cover, polygons.organisationCount)
    askWindow(work, 1, tally)
  }

  reset()
  return {
    reset,
    beginMask: (group) => {
      if (hasLayers || (group !== groups && group !== groups - 1) || group >= MOST_GROUPS)
        throw new RangeError(MASK_AFTER_LAYERS)
      groups = group + 1
      openPolygon(group, [], 0)
    },
    beginLayer: (organisations, years) => {
      hasLayers = true
      openPolygon(NO_GROUP, organisations, years)
    },
    ring: (coordinates, from = 0, to = coordinates.length) => {
      if (to - from < 6) return
      if (!hasOrigin) {
        originX = coordinates[from]!
        originY = coordinates[from + 1]!
        hasOrigin = true
      }
      roomForPieces(windows, (to - from) >> 1)
      let x = coordinates[to - 2]! - originX
      let y = coordinates[to - 1]! - originY
      let [ringWest, ringSouth, ringEast, ringNorth] = [x, y, x, y]
      let unlimited = 0
      for (let at = from; at < to; at += 2) {
        const nextX = coordinates[at]! - originX
        const nextY = coordinates[at + 1]! - originY
        unlimited += (nextX + nextY) * 0
        addEdge(windows, x, y, nextX, nextY)
        if (nextX < ringWest) ringWest = nextX
        if (nextX > ringEast) ringEast = nextX
        if (nextY < ringSouth) ringSouth = nextY
        if (nextY > ringNorth) ringNorth = nextY
        x = nextX
        y = nextY
      }
      if (unlimited !== 0) throw new RangeError(NOT_FINITE)
      const entry = windows.entries - 1
      windows.pieceTo[entry] = windows.pieces
      windows.west[entry] = Math.min(windows.west[entry]!, ringWest)
      windows.south[entry] = Math.min(windows.south[entry]!, ringSouth)
      windows.east[entry] = Math.max(windows.east[entry]!, ringEast)
      windows.north[entry] = Math.max(windows.north[entry]!, ringNorth)
    },
    years: () => {
      yearsTally.servedM2.fill(0)
      yearsTally.overlapM2.fill(0)
      ask(yearsTally)
      return { maskM2: work.maskM2, servedM2: yearsTally.servedM2, overlapM2: yearsTally.overlapM2 }
    },
    pairs: (each) => {
      const { organisationCount, organisationId } = polygons
      pairsTally.clear(organisationCount)
      ask(pairsTally)
      for (let first = 0; first < organisationCount; first++)
        for (let second = first + 1; second < organisationCount; second++) {
          const m2 = pairsTally.m2Of(first, second)
          const [a, b] = [organisationId[first]!, organisationId[second]!]
          if (m2 > roundingM2) each(Math.min(a, b), Math.max(a, b), m2)
        }
    },
    maskM2: () => {
      ask(maskTally)
      return work.maskM2
    },
  }
}
