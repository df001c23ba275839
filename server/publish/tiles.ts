import { layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import type { Bounds } from '../bounds.ts'
import { boundsOfAll } from '../metadata/facts.ts'
import { boundsOfTile } from '../tiles/cut.ts'
import { createTilesets } from '../tiles/tilesets.ts'
import type { World } from '../world.ts'
import { type PackedTile, writePmtiles } from './pmtiles.ts'

/** Records may lie a little outside their regency. */
const AROUND_DEGREES = 0.1

const meets = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

const grow = ([west, south, east, north]: Bounds): Bounds => [
  west - AROUND_DEGREES,
  south - AROUND_DEGREES,
  east + AROUND_DEGREES,
  north + AROUND_DEGREES,
]

type Address = Pick<PackedTile, 'z' | 'x' | 'y'>

const childrenOf = ({ z, x, y }: Address): readonly Address[] =>
  [0, 1].flatMap((dy) => [0, 1].map((dx) => ({ z: z + 1, x: 2 * x + dx, y: 2 * y + dy })))

/** Every tile down to a zoom that touches one of the boxes. */
function* addressesIn(boxes: readonly Bounds[], maxZoom: number): Generator<Address> {
  let level: readonly Address[] = [{ z: 0, x: 0, y: 0 }]
  for (let z = 0; z <= maxZoom; z += 1) {
    yield* level
    level = level.flatMap(childrenOf).filter((tile) => boxes.some((box) => meets(box, boundsOfTile(tile, 0))))
  }
}

/** A public layer as PMTiles, with every period and theme in it. */
export const packLayer = async (id: LayerId, world: World, signal: AbortSignal): Promise<Uint8Array> => {
  const tileset = createTilesets(world).get(id)
  if (!tileset) throw new Error(`There are no tiles of the layer ${id} to publish.`)
  const boxes = world.geography.within('', 'regency').map(({ code }) => grow(world.geography.boundsOf(code)!))
  const tiles: PackedTile[] = []
  for (const address of addressesIn(boxes, tileset.maxZoom)) {
    signal.throwIfAborted()
    const bytes = await tileset.cut(address, {})
    if (bytes) tiles.push({ ...address, bytes })
  }
  const { title, attribution } = layerOf(id)
  return writePmtiles({
    tiles,
    maxZoom: tileset.maxZoom,
    bounds: boundsOfAll(world) ?? [-180, -85, 180, 85],
    metadata: {
      name: title.id,
      description: tileset.description,
      attribution,
      version: `${world.everyone.asOf().seq}`,
      vector_layers: tileset.layers.map((layer) => ({ ...layer, minzoom: 0, maxzoom: tileset.maxZoom })),
    },
  })
}
