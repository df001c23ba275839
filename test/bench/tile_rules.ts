import { createTilesets } from '../../server/tiles/tilesets.ts'
import { addressesOver } from '../mvt.ts'
import { faultsOfTile } from '../mvt_rules.ts'
import { openSampleApp } from '../sample_app.ts'

const DEEPEST = 14

/** Every tile of every tileset over the regencies, to zoom 14, held against the specification of the format. */
export const ruleTiles = async (deepest = DEEPEST): Promise<void> => {
  const { world, close } = await openSampleApp()
  const tilesets = createTilesets(world)
  const rows: object[] = []
  for (let zoom = 0; zoom <= deepest; zoom += 1) {
    const begun = performance.now()
    let [tiles, kilobytes] = [0, 0]
    const faults: string[] = []
    for (const address of addressesOver(world.geography.places, zoom))
      for (const [id, tileset] of tilesets) {
        const filter = tileset.accepts ? { theme: 'stunting', period: { from: 2026, to: 2026 } } : {}
        const tile = await tileset.cut(address, filter)
        if (!tile) continue
        tiles += 1
        kilobytes += tile.byteLength / 1000
        faults.push(...faultsOfTile(tile).map((fault) => `${id} ${zoom}/${address.x}/${address.y} ${fault}`))
      }
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    rows.push({ zoom, tiles, kB: Math.round(kilobytes), faults: faults.length, s: seconds })
    for (const fault of faults.slice(0, 5)) console.log(fault)
  }
  console.table(rows)
  close()
}
