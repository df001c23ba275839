import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import type { Engine } from '../engine/engine.ts'
import { POINT } from '../engine/packed.ts'
import type { Register } from '../engine/register.ts'
import { clusterLayer } from './clusters.ts'
import { extentAt, type TileAddress } from './cut.ts'
import { drawSite } from './draw_site.ts'
import { type Frame, frameOf } from './frame.ts'
import { keptDrawingsOf } from './kept_drawings.ts'
import { createMvtLayer, finishTile, LINES, POINTS, POLYGONS } from './mvt.ts'
import { hasDrawn, type Pens } from './pen.ts'
import { type ActivityFilter, createSieve } from './sieve.ts'

/** From the next zoom on activities are drawn one by one. */
const LAST_CLUSTERED_ZOOM = 7
const MOST_SITES = 20_000
/** Tiles of this weight were seen to compress to 0.62 of it at worst: they arrive below 500 kB. */
const MOST_BYTES = 750_000

const KEYS = ['status', 'id'] as const
const [STATUS_KEY, ID_KEY] = [0, 1]
const shapes = createMvtLayer('activities', KEYS)
const lines = createMvtLayer('activities-lines', KEYS)
const pens: Pens = { shape: shapes.pen, line: lines.pen }

/** By slot: the number of its id among the values of the layer, once it was written. */
const createIds = (layer: typeof shapes) => {
  let numbers = new Int32Array(0)
  const written: number[] = []
  return {
    begin(slots: number): void {
      if (numbers.length < slots) numbers = new Int32Array(2 * slots)
      for (const slot of written) numbers[slot] = 0
      written.length = 0
    },
    numberOf(slot: number, { idOf }: Register): number {
      if (numbers[slot] === 0) {
        numbers[slot] = layer.text(idOf(slot))
        written.push(slot)
      }
      return numbers[slot]!
    },
  }
}
const shapeIds = createIds(shapes)
const lineIds = createIds(lines)

/** Each status is the value of its own number; so no id is number 0. */
const begin = (layer: typeof shapes, extent: number): void => {
  layer.begin(extent)
  for (const status of ACTIVITY_STATUSES) layer.text(status)
}

const tag = (layer: typeof shapes, ids: typeof shapeIds, slot: number, register: Register): void => {
  const { tags } = layer
  tags[0] = STATUS_KEY
  tags[1] = register.columns.status[slot]!
  tags[2] = ID_KEY
  tags[3] = ids.numberOf(slot, register)
}

/** False when the layers grew beyond `mostBytes`. */
const draw = (sites: Int32Array, register: Register, frame: Frame, mostBytes: number): boolean => {
  const { columns } = register
  const kept = keptDrawingsOf(register)
  begin(shapes, frame.extent)
  begin(lines, frame.extent)
  shapeIds.begin(register.slotCount())
  lineIds.begin(register.slotCount())
  for (let i = 0; i < sites.length; i += 1) {
    const site = sites[i]!
    const slot = columns.owner[site]!
    drawSite(pens, site, register, kept, frame)
    if (hasDrawn(pens.shape)) {
      tag(shapes, shapeIds, slot, register)
      shapes.add(columns.kind[site] === POINT ? POINTS : POLYGONS)
    }
    if (hasDrawn(pens.line)) {
      tag(lines, lineIds, slot, register)
      lines.add(LINES)
    }
    if (shapes.bytes() + lines.bytes() > mostBytes) return false
  }
  return true
}

/**
 * One tile of activities straight from the register; null when nothing is in it. Every site is drawn in `activities` and
 * its outline in `activities-lines`; where `aggregate` is set and the tile is one of a low zoom, or would be too heavy to
 * send, sites are counted by cells instead, in `activities-clusters`.
 */
export const activityTile = (
  { register, sites }: Pick<Engine, 'register' | 'sites'>,
  address: TileAddress,
  filter: ActivityFilter,
  { aggregate }: { readonly aggregate: boolean },
): Uint8Array | null => {
  const frame = frameOf(address, extentAt(address.z, 'fine'))
  const passes = createSieve(filter, register)
  const found = sites.inBox(frame.box)
  const clusters = () => finishTile([clusterLayer(found, register, passes, frame)])
  if (aggregate && address.z <= LAST_CLUSTERED_ZOOM) return clusters()
  const { owner } = register.columns
  const passing = found.filter((site) => passes(owner[site]!))
  if (aggregate && passing.length > MOST_SITES) return clusters()
  // In the order of the register, so that tiles side by side draw what lies over each other the same way.
  const sorted = new Int32Array(passing).sort()
  return draw(sorted, register, frame, aggregate ? MOST_BYTES : Infinity) ? finishTile([shapes, lines]) : clusters()
}
