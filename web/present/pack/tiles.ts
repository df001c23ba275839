import { AJAXError, addProtocol, type RequestParameters } from 'maplibre-gl'
import { type Tiles, unboxTiles } from '../../../data/model/tile_box.ts'
import { textIn, unpack } from './parts.ts'

export const PACK_ORIGIN = 'pack://story'
const ADDRESS = /^pack:\/\/story\/tiles\/([a-z]+)\/(.+)$/

const boxes = new Map<string, Promise<Tiles>>()

/** A tileset is opened when the first scene asks for it. */
const open = (tileset: string): Promise<Tiles> => {
  const known = boxes.get(tileset)
  if (known) return known
  const text = textIn(`pack-tiles-${tileset}`)
  const opening = text === '' ? Promise.reject(new Error(`No tiles of ${tileset}`)) : unpack(text).then(unboxTiles)
  boxes.set(tileset, opening)
  return opening
}

const find = async ({ url }: RequestParameters): Promise<{ data: ArrayBuffer }> => {
  const [, tileset = '', address = ''] = ADDRESS.exec(url) ?? []
  const tile = (await open(tileset)).get(address)
  // Beyond what was packed the map enlarges what it has; only a whole layer that is missing is trouble.
  if (!tile) throw new AJAXError(404, 'Not in this pack', url, new Blob())
  // The map's worker takes the memory along.
  return { data: tile.slice().buffer as ArrayBuffer }
}

export const serveTiles = (): void => addProtocol('pack', find)
