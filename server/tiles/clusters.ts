import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import type { Register } from '../engine/register.ts'
import { type Frame, xOf, yOf } from './frame.ts'
import { createMvtLayer, type MvtLayer, POINTS } from './mvt.ts'
import { drawPoint } from './pen.ts'

/** A tile of 512 pixels has so many cells along a side: 43 pixels each, room for a disc and its figure. */
const CELLS_ACROSS = 12
const CELLS = CELLS_ACROSS ** 2
const STATUSES = ACTIVITY_STATUSES.length

const KEYS = ['count', ...ACTIVITY_STATUSES, 'id', 'status'] as const
const [COUNT_KEY, FIRST_STATUS_KEY, ID_KEY, STATUS_KEY] = [0, 1, 1 + STATUSES, 2 + STATUSES]

const layer = createMvtLayer('activities-clusters', KEYS)
const activities = new Int32Array(CELLS)
const byStatus = new Int32Array(CELLS * STATUSES)
const sites = new Int32Array(CELLS)
const sumX = new Float64Array(CELLS)
const sumY = new Float64Array(CELLS)
const anyone = new Int32Array(CELLS)

/** Cells lie on one grid for all tiles of a zoom, and four of the next zoom make one of this: -1 is another tile's. */
const cellAt = (x: number, y: number, { extent }: Frame): number => {
  const column = Math.floor((x * CELLS_ACROSS) / extent)
  const row = Math.floor((y * CELLS_ACROSS) / extent)
  return column < 0 || row < 0 || column >= CELLS_ACROSS || row >= CELLS_ACROSS ? -1 : row * CELLS_ACROSS + column
}

const count = (found: readonly number[], register: Register, passes: (slot: number) => boolean, frame: Frame): void => {
  const { columns, sitesOf } = register
  const { boxes } = columns
  /** Activities of several sites that were counted, with the cell. */
  const counted = new Set<number>()
  const isNew = (slot: number, cell: number): boolean => {
    if (sitesOf.end(slot) - sitesOf.start(slot) === 1) return true
    const before = counted.size
    return counted.add(slot * CELLS + cell).size > before
  }
  for (const array of [activities, byStatus, sites, sumX, sumY]) array.fill(0)
  for (let i = 0; i < found.length; i += 1) {
    const site = found[i]!
    const slot = columns.owner[site]!
    if (!passes(slot)) continue
    const x = xOf((boxes[4 * site]! + boxes[4 * site + 2]!) / 2, frame)
    const y = yOf((boxes[4 * site + 1]! + boxes[4 * site + 3]!) / 2, frame)
    const cell = cellAt(x, y, frame)
    if (cell < 0) continue
    sites[cell]! += 1
    sumX[cell]! += x
    sumY[cell]! += y
    if (!isNew(slot, cell)) continue
    activities[cell]! += 1
    byStatus[cell * STATUSES + columns.status[slot]!]! += 1
    anyone[cell] = slot
  }
}

const write = (register: Register, { extent }: Frame): void => {
  const numbers = new Map<string | number, number>()
  const text = (value: string): number => {
    const known = numbers.get(value)
    if (known === undefined) numbers.set(value, layer.text(value))
    return numbers.get(value)!
  }
  const whole = (value: number): number => {
    const known = numbers.get(value)
    if (known === undefined) numbers.set(value, layer.whole(value))
    return numbers.get(value)!
  }
  const { pen, tags } = layer
  for (let cell = 0; cell < CELLS; cell += 1) {
    if (activities[cell] === 0) continue
    tags.length = 0
    tags.push(COUNT_KEY, whole(activities[cell]!))
    for (let status = 0; status < STATUSES; status += 1)
      tags.push(FIRST_STATUS_KEY + status, whole(byStatus[cell * STATUSES + status]!))
    if (activities[cell] === 1) {
      const slot = anyone[cell]!
      tags.push(ID_KEY, text(register.idOf(slot)))
      tags.push(STATUS_KEY, text(ACTIVITY_STATUSES[register.columns.status[slot]!]!))
    }
    // On the tile's far side would be outside it, where the map draws no point.
    const inTile = (mean: number) => Math.min(extent - 1, Math.floor(mean))
    drawPoint(pen, inTile(sumX[cell]! / sites[cell]!), inTile(sumY[cell]! / sites[cell]!))
    layer.add(POINTS)
  }
}

/**
 * Sites by the cell that holds the middle of their box, as points at the mean of these middles: how many activities
 * have a site there, each counted once, and how many of them in each status; an activity alone is named.
 */
export const clusterLayer = (
  found: readonly number[],
  register: Register,
  passes: (slot: number) => boolean,
  frame: Frame,
): MvtLayer => {
  layer.begin(frame.extent)
  count(found, register, passes, frame)
  write(register, frame)
  return layer
}
