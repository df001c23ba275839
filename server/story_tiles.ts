import type { ContextAnswer } from '../data/model/answers.ts'
import type { Tiles } from '../data/model/tile_box.ts'
import type { View } from '../data/view/view.ts'
import { PALETTES } from '../styles/palette.ts'
import { TILESETS, type TilesetId, tilesOf } from '../styles/sources.ts'
import { mapStyle } from '../styles/style.ts'
import { type Frame, framesOf, tilesIn } from './story_frames.ts'
import type { Ask } from './story_pack.ts'

/** The tilesets that the style of a view reads: the map loads no others. */
const tilesetsOf = (view: View, version: number): readonly TilesetId[] => {
  const assets = { origin: '', fonts: { medium: '', semibold: '', water: '' } }
  const { layers } = mapStyle({
    palette: PALETTES.projector,
    subject: { ...view, version },
    estimated: false,
    among: null,
    targeted: [],
    arrived: true,
    still: true,
    selected: view.selection,
    assets,
  })
  const read = new Set(layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])))
  return (Object.keys(TILESETS) as TilesetId[]).filter((id) => read.has(id))
}

type Wanted = { readonly tileset: TilesetId; readonly address: string; readonly path: string }

const wantedIn = (view: View, frames: readonly Frame[], version: number): Wanted[] =>
  tilesetsOf(view, version).flatMap((tileset) => {
    const [template = ''] = tilesOf(tileset, { ...view, version }, '')
    return tilesIn(frames, TILESETS[tileset].maxZoom).map(({ z, x, y }) => {
      const path = template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`)
      return { tileset, path, address: path.slice(`/tiles/${tileset}/`.length) }
    })
  })

const AT_ONCE = 16

/** Every tile that the views need around their cameras, by tileset; an empty one is kept as such. */
export const packedTiles = async (
  ask: Ask,
  views: readonly View[],
  context: ContextAnswer,
): Promise<ReadonlyMap<TilesetId, Tiles>> => {
  const wanted = new Map(
    views
      .flatMap((view) => wantedIn(view, framesOf(view, context), context.asOf.seq))
      .map((one) => [one.path, one] as const),
  )
  const boxes = new Map<TilesetId, Map<string, Uint8Array>>()
  const queue = [...wanted.values()].values()
  const take = async () => {
    for (const { tileset, address, path } of queue) {
      const response = await ask(path)
      if (!response.ok) continue
      const box = boxes.get(tileset) ?? new Map<string, Uint8Array>()
      boxes.set(tileset, box)
      box.set(address, new Uint8Array(await response.arrayBuffer()))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
  return new Map([...boxes].sort(([a], [b]) => (a < b ? -1 : 1)))
}
