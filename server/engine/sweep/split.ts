import { addCover, addsCover, type Cover, copyCover, createCover } from './cover.ts'
import { createFront, type Front, sweepFront } from './front.ts'
import { createPolygons, NO_GROUP, type Polygons } from './polygons.ts'
import { createSets, hasMember, type Sets } from './sets.ts'
import type { Tally } from './tally.ts'
import { createWindows, INSIDE, narrow, type Windows } from './windows.ts'

/** One question at work: its polygons, the windows it is split into and what is settled in each of them, by depth. */
export type Work = {
  readonly polygons: Polygons
  readonly windows: Windows
  readonly cover: Cover
  readonly front: Front
  readonly sets: Sets
  /** Square metres inside the mask so far. */
  maskM2: number
  noise: number
  boxes: Float64Array
  entriesFrom: Int32Array
  entriesTo: Int32Array
  pieces: Int32Array
  /** How many windows in a row, down to this one, hold nearly all the pieces of the one around them. */
  inVain: Int32Array
}

export const createWork = (): Work => ({
  polygons: createPolygons(),
  windows: createWindows(),
  cover: createCover(),
  front: createFront(),
  sets: createSets(),
  maskM2: 0,
  noise: 0,
  boxes: new Float64Array(4 * DEEPEST),
  entriesFrom: new Int32Array(DEEPEST),
  entriesTo: new Int32Array(DEEPEST),
  pieces: new Int32Array(DEEPEST),
  inVain: new Int32Array(DEEPEST),
})

const DEEPEST = 32
/** Measured: with fewer borders above one another a sweep is cheaper than two windows. */
const BORDERS_PER_SLAB = 10
const FEWEST_PIECES = 24
/** Borders that all run along each other, or meet in one point, are not parted by windows. */
const MOST_IN_VAIN = 3
const NEARLY_ALL = 0.8

const narrowMask = (work: Work, depth: number): boolean => {
  const { windows, polygons, boxes } = work
  const to = work.entriesTo[depth - 1]!
  let entry = work.entriesFrom[depth - 1]!
  while (entry < to) {
    const group = polygons.group[windows.polygon[entry]!]!
    if (group === NO_GROUP) break
    const [newEntries, newPieces, newTurns] = [windows.entries, windows.pieces, windows.turns]
    let isHeld = false
    for (; entry < to && polygons.group[windows.polygon[entry]!] === group; entry++)
      if (!isHeld && narrow(windows, entry, boxes, 4 * depth) === INSIDE) isHeld = true
    if (isHeld) {
      windows.entries = newEntries
      windows.pieces = newPieces
      windows.turns = newTurns
    } else if (windows.entries === newEntries) return false
  }
  return true
}

const narrowLayers = (work: Work, depth: number, tally: Tally): void => {
  const { windows, polygons, boxes, cover } = work
  copyCover(cover, depth - 1, depth)
  const to = work.entriesTo[depth - 1]!
  let isCovered = false
  for (let entry = work.entriesFrom[depth - 1]!; entry < to; entry++) {
    const polygon = windows.polygon[entry]!
    if (polygons.group[polygon] !== NO_GROUP) continue
    if (!addsCover(cover, depth, polygons, polygon, tally.settled(cover, depth))) continue
    if (narrow(windows, entry, boxes, 4 * depth) !== INSIDE) continue
    addCover(cover, depth, polygons, polygon)
    isCovered = true
  }
  if (isCovered) dropSettledLayers(work, depth, tally)
}

const dropSettledLayers = (work: Work, depth: number, tally: Tally): void => {
  const { windows, polygons, cover } = work
  let kept = work.entriesFrom[depth]!
  for (let entry = kept; entry < windows.entries; entry++) {
    const polygon = windows.polygon[entry]!
    if (
      polygons.group[polygon] === NO_GROUP &&
      !addsCover(cover, depth, polygons, polygon, tally.settled(cover, depth))
    )
      continue
    windows.polygon[kept] = polygon
    windows.base[kept] = windows.base[entry]!
    windows.pieceFrom[kept] = windows.pieceFrom[entry]!
    windows.pieceTo[kept] = windows.pieceTo[entry]!
    windows.turnFrom[kept] = windows.turnFrom[entry]!
    windows.turnTo[kept] = windows.turnTo[entry]!
    windows.spanM[kept] = windows.spanM[entry]!
    kept++
  }
  windows.entries = kept
}

/** The answer for the box at this depth, from what the window around it shows. */
export const askWindow = (work: Work, depth: number, tally: Tally): void => {
  const { windows } = work
  const [entries, pieces, turns] = [windows.entries, windows.pieces, windows.turns]
  work.entriesFrom[depth] = entries
  if (narrowMask(work, depth)) {
    narrowLayers(work, depth, tally)
    work.entriesTo[depth] = windows.entries
    answer(work, depth, tally)
  }
  windows.entries = entries
  windows.pieces = pieces
  windows.turns = turns
}

const answer = (work: Work, depth: number, tally: Tally): void => {
  const { windows, boxes, cover } = work
  const from = work.entriesFrom[depth]!
  const to = work.entriesTo[depth]!
  const box = 4 * depth
  const width = boxes[box + 2]! - boxes[box]!
  const height = boxes[box + 3]! - boxes[box + 1]!
  if (from === to) {
    work.maskM2 += width * height
    tally.add(width * height, cover, depth)
    return
  }
  let pieces = 0
  let spanM = 0
  for (let entry = from; entry < to; entry++) {
    pieces += windows.pieceTo[entry]! - windows.pieceFrom[entry]!
    spanM += windows.spanM[entry]!
  }
  work.pieces[depth] = pieces
  work.inVain[depth] = pieces > NEARLY_ALL * work.pieces[depth - 1]! ? work.inVain[depth - 1]! + 1 : 0
  const isSimple = pieces < FEWEST_PIECES || spanM < BORDERS_PER_SLAB * width
  if (isSimple || work.inVain[depth]! > MOST_IN_VAIN || depth + 1 === DEEPEST) sweep(work, depth, tally)
  else split(work, depth, tally, width > 2 * height)
}

const split = (work: Work, depth: number, tally: Tally, isAcross: boolean): void => {
  const { boxes } = work
  const box = 4 * depth
  const inner = box + 4
  const low = isAcross ? 0 : 1
  const middle = (boxes[box + low]! + boxes[box + low + 2]!) / 2
  boxes.copyWithin(inner, box, inner)
  boxes[inner + low + 2] = middle
  askWindow(work, depth + 1, tally)
  boxes.copyWithin(inner, box, inner)
  boxes[inner + low] = middle
  askWindow(work, depth + 1, tally)
}

const sweep = (work: Work, depth: number, tally: Tally): void => {
  const { windows, polygons, sets, cover } = work
  const from = work.entriesFrom[depth]!
  const to = work.entriesTo[depth]!
  sweepFront(work.front, sets, windows, from, to, work.boxes, 4 * depth, work.noise)
  let layers = from
  let asked = 0
  for (; layers < to; layers++) {
    const group = polygons.group[windows.polygon[layers]!]!
    if (group === NO_GROUP) break
    asked |= 1 << group
  }
  for (let set = 0; set < sets.count; set++) {
    const m2 = sets.m2[set]!
    if (m2 === 0) continue
    let held = 0
    for (let entry = from; entry < layers; entry++)
      if (hasMember(sets, set, entry - from)) held |= 1 << polygons.group[windows.polygon[entry]!]!
    if (held !== asked) continue
    work.maskM2 += m2
    copyCover(cover, depth, depth + 1)
    for (let entry = layers; entry < to; entry++)
      if (hasMember(sets, set, entry - from)) addCover(cover, depth + 1, polygons, windows.polygon[entry]!)
    tally.add(m2, cover, depth + 1)
  }
}
