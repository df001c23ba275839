import { addCover, addsCover, type Cover, copyCover, createCover, resetCover } from './cover.ts'
import { createFront, type Front } from './front.ts'
import { INSIDE, narrow } from './narrow.ts'
import { sweepFront } from './pass.ts'
import { createPolygons, NO_GROUP, type Polygons } from './polygons.ts'
import { createSets, listMembers, type Sets } from './sets.ts'
import type { Tally } from './tally.ts'
import { copyEntry, createWindows, isAlike, type Windows } from './windows.ts'

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
  /** How many windows in a row, down to this one, show nearly all that the one around them shows. */
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
  inVain: new Int32Array(DEEPEST),
})

const DEEPEST = 20
/** Measured: with fewer layers on one another in an average year a sweep is cheaper than the windows they would settle. */
const LAYERS_TO_SETTLE = 2
/** Borders that run along each other, or meet in one point, stay together in windows of any size. */
const MOST_IN_VAIN = 4
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
    const isInside = coversMask(work, depth, entry) || narrow(windows, entry, boxes, 4 * depth) === INSIDE
    if (!isInside) continue
    addCover(cover, depth, polygons, polygon)
    isCovered = true
  }
  if (isCovered) dropSettledLayers(work, depth, tally)
}

/** Work on a whole village is drawn as the village is: then its borders say nothing about any part of it. */
const coversMask = (work: Work, depth: number, layer: number): boolean => {
  if (depth > 1) return false
  const { windows, polygons } = work
  const { group } = polygons
  for (let entry = 0; group[entry] !== NO_GROUP; entry++) {
    const isAlone = group[entry - 1] !== group[entry] && group[entry + 1] !== group[entry]
    if (isAlone && isAlike(windows, entry, layer)) return true
  }
  return false
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
    copyEntry(windows, entry, kept)
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
  const { boxes, cover } = work
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
  const isInVain = to - from > NEARLY_ALL * (work.entriesTo[depth - 1]! - work.entriesFrom[depth - 1]!)
  work.inVain[depth] = isInVain ? work.inVain[depth - 1]! + 1 : 0
  if (depth + 1 < DEEPEST && work.inVain[depth]! <= MOST_IN_VAIN && isCrowded(work, depth, tally))
    split(work, depth, tally, width > height)
  else sweep(work, depth, tally)
}

const bitsIn = (years: number): number => {
  let count = 0
  for (let rest = years; rest !== 0; rest &= rest - 1) count++
  return count
}

/** By the boxes of the layers: whether so many lie on one another that smaller windows will soon be settled. */
const isCrowded = (work: Work, depth: number, tally: Tally): boolean => {
  const { windows, polygons, boxes, cover } = work
  const box = 4 * depth
  const [x0, y0, x1, y1] = [boxes[box]!, boxes[box + 1]!, boxes[box + 2]!, boxes[box + 3]!]
  const open = ~tally.settled(cover, depth)
  let asked = 0
  let coveredM2 = 0
  for (let entry = work.entriesFrom[depth]!; entry < work.entriesTo[depth]!; entry++) {
    const polygon = windows.polygon[entry]!
    if (polygons.group[polygon] !== NO_GROUP) continue
    const years = polygons.years[polygon]! & open
    asked |= years
    const width = Math.min(x1, windows.east[entry]!) - Math.max(x0, windows.west[entry]!)
    const height = Math.min(y1, windows.north[entry]!) - Math.max(y0, windows.south[entry]!)
    if (width > 0 && height > 0) coveredM2 += width * height * bitsIn(years)
  }
  return coveredM2 > LAYERS_TO_SETTLE * bitsIn(asked) * (x1 - x0) * (y1 - y0)
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
  const { group } = polygons
  const from = work.entriesFrom[depth]!
  const to = work.entriesTo[depth]!
  sweepFront(work.front, sets, windows, from, to, work.boxes, 4 * depth, work.noise)
  let asked = 0
  for (let entry = from; entry < to; entry++) {
    const its = group[windows.polygon[entry]!]!
    if (its !== NO_GROUP) asked |= 1 << its
  }
  copyCover(cover, depth, depth + 1)
  const { members } = sets
  for (let set = 0; set < sets.count; set++) {
    const count = listMembers(sets, set)
    let held = 0
    let layers = 0
    for (; layers < count; layers++) {
      const its = group[windows.polygon[from + members[layers]!]!]!
      if (its === NO_GROUP) break
      held |= 1 << its
    }
    if (held !== asked) continue
    for (let at = layers; at < count; at++) addCover(cover, depth + 1, polygons, windows.polygon[from + members[at]!]!)
    const m2 = sets.m2[set]!
    work.maskM2 += m2
    tally.add(m2, cover, depth + 1)
    for (let at = layers; at < count; at++)
      resetCover(cover, depth, depth + 1, polygons, windows.polygon[from + members[at]!]!)
  }
}
