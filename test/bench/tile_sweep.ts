import { gzipSync } from 'node:zlib'
import type { Engine, Place } from '../../server/engine/engine.ts'
import { activityTile } from '../../server/tiles/activity_tile.ts'
import { addressesOver, faultsOf, readTile } from '../mvt.ts'

const DEEPEST = 14

export type SweepRow = {
  readonly zoom: number
  readonly tiles: number
  readonly full: number
  /** Of those that hold something. */
  readonly clustered: number
  readonly faults: number
  readonly 'heaviest gzip kB': number
  readonly 'slowest ms': number
}

/** Cuts, reads and weighs every tile over the regencies, as visitors get them, from the whole world to zoom 14. */
export const sweepTiles = (engine: Pick<Engine, 'register' | 'sites'>, places: readonly Place[]): readonly SweepRow[] =>
  Array.from({ length: DEEPEST + 1 }, (_, zoom) => {
    const addresses = addressesOver(places, zoom)
    let [full, clustered, faults, heaviest, slowest] = [0, 0, 0, 0, 0]
    for (const address of addresses) {
      const begun = performance.now()
      const tile = activityTile(engine, address, {}, { aggregate: true })
      slowest = Math.max(slowest, performance.now() - begun)
      if (!tile) continue
      full += 1
      if (readTile(tile)['activities-clusters']) clustered += 1
      faults += faultsOf(tile).length
      heaviest = Math.max(heaviest, gzipSync(tile).byteLength)
    }
    return {
      zoom,
      tiles: addresses.length,
      full,
      clustered,
      faults,
      'heaviest gzip kB': Math.round(heaviest / 100) / 10,
      'slowest ms': Math.round(slowest * 10) / 10,
    }
  })
