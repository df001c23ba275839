import { EMBED_FILTERED, EMBED_STANDING, type EmbedFiltered, type EmbedStanding } from '../../data/model/embed.ts'
import type { Period } from '../../data/model/period.ts'
import type { TileAddress } from '../tiles/cut.ts'
import type { Tileset } from '../tiles/tilesets.ts'

/** What stands under every widget: the base map and the places, in one tile. */
const PLACES = ['land', 'rivers', 'context', 'regencies', 'districts', 'villages', 'islands', 'labels'] as const

/** Tiles of widgets; null where nothing is. */
export type EmbedTiles = {
  standing(tileset: EmbedStanding, address: TileAddress): Promise<Uint8Array | null>
  filtered(layer: EmbedFiltered, theme: string, period: Period, address: TileAddress): Promise<Uint8Array | null>
}

export const parseStanding = (text: string): EmbedStanding | null => EMBED_STANDING.find((one) => one === text) ?? null
export const parseFiltered = (text: string): EmbedFiltered | null => EMBED_FILTERED.find((one) => one === text) ?? null

/** A vector tile is a run of layers: tiles of several sets, one after the other, are one tile with the layers of all. */
const join = (tiles: readonly (Uint8Array | null)[]): Uint8Array | null => {
  const bytes = Buffer.concat(tiles.filter((tile) => tile !== null))
  return bytes.byteLength === 0 ? null : bytes
}

export const createEmbedTiles = (tilesets: ReadonlyMap<string, Tileset>): EmbedTiles => {
  const cut = async (id: string, address: TileAddress, filter: Parameters<Tileset['cut']>[1]) => {
    const tileset = tilesets.get(id)
    if (!tileset) throw new Error(`There is no tileset ${id} to put into the tiles of widgets.`)
    return tileset.cut(address, filter)
  }
  return {
    standing: async (tileset, address) =>
      join(await Promise.all((tileset === 'places' ? PLACES : [tileset]).map((id) => cut(id, address, {})))),
    filtered: (layer, theme, period, address) => cut(layer, address, { theme, period }),
  }
}
