import type { Box } from '../locate.ts'
import { createBytes } from './bytes.ts'
import type { Holding } from './holding.ts'
import { slotsInBox } from './in_box.ts'
import { keptTextOf } from './kept_text.ts'
import type { Sieve } from './sieve.ts'
import { writeGeometry } from './write_geometry.ts'

/** The properties of an activity as one JSON object, given its slot. */
export type Properties = (slot: number) => string | Uint8Array

const bytes = createBytes()

/** A FeatureCollection of the given activities in their order; one that only names places has no geometry. */
export const featuresGeojson = (slots: Iterable<number>, { register }: Holding, properties: Properties): Buffer => {
  const kept = keptTextOf(register)
  let isFirst = true
  bytes.clear()
  bytes.text('{"type":"FeatureCollection","features":[')
  for (const slot of slots) {
    if (!isFirst) bytes.text(',')
    isFirst = false
    const known = kept.find(slot)
    if (known) bytes.raw(known)
    else {
      const from = bytes.length()
      bytes.text(`{"type":"Feature","id":${JSON.stringify(register.idOf(slot))},"geometry":`)
      writeGeometry(slot, register, bytes)
      bytes.text(',"properties":')
      kept.keep(slot, bytes.since(from))
    }
    const own = properties(slot)
    if (typeof own === 'string') bytes.text(own)
    else bytes.raw(own)
    bytes.text('}')
  }
  bytes.text(']}')
  return bytes.copy()
}

/** The activities of a box as GeoJSON; where there are more than `limit`, some of them, the same each time. */
export const viewportGeojson = (
  box: Box,
  sieve: Sieve,
  limit: number,
  properties: Properties,
  holding: Holding,
): Buffer => {
  const slots = Int32Array.from(slotsInBox(box, sieve, holding))
    .sort()
    .subarray(0, limit)
  return featuresGeojson(slots, holding, properties)
}
