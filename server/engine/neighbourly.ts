import type { Position } from 'geojson'
import type { EngineChange } from './engine.ts'

/** Fewer than these gain nothing from being neighbours. */
const FEW = 64
const CELLS_PER_DEGREE = 64

/** The bits of a number from 0 to 65,535 with a gap after each. */
const spread = (value: number): number => {
  let bits = value & 0xffff
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}

const cornerOf = (coordinates: unknown): Position | null => {
  let at = coordinates
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0]
  return Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1]) ? (at as Position) : null
}

/** Where an activity lies on the curve that keeps neighbours together (Morton 1966); 0 for all else. */
const placeOnCurve = ({ kind, record }: EngineChange): number => {
  if (kind !== 'activity' || !record) return 0
  for (const site of record.sites) {
    const corner = 'geometry' in site && 'coordinates' in site.geometry ? cornerOf(site.geometry.coordinates) : null
    if (!corner) continue
    const [x, y] = [(corner[0]! + 180) * CELLS_PER_DEGREE, (corner[1]! + 90) * CELLS_PER_DEGREE]
    return (spread(x) | (spread(y) << 1)) >>> 0
  }
  return 0
}

/** Places on the curve and in the batch as one number that a double holds: 32 and 21 bits. */
const MOST = 2 ** 21

/**
 * A large batch so that neighbours on the ground become neighbours in memory, which is where most of a map read's time goes.
 * The order of records means nothing, that of two states of one record does: a batch with such stays as it is.
 */
export const neighbourly = (changes: readonly EngineChange[]): readonly EngineChange[] => {
  if (changes.length < FEW || changes.length > MOST) return changes
  if (new Set(changes.map(({ id }) => id)).size < changes.length) return changes
  const keys = Float64Array.from(changes, (change, at) => placeOnCurve(change) * MOST + at).sort()
  return Array.from(keys, (key) => changes[key % MOST]!)
}
