import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { EMBED_DEEPEST_ZOOM, EMBED_LOWEST_ZOOM, embedStandingPath } from '../../data/model/embed.ts'
import { worldX, worldY } from '../../data/view/mercator.ts'
import { FIT } from './fit.ts'

/** West, south, east, north in degrees. */
type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Where the map will stand on a field of so many CSS pixels: `x`, `y` of its corner in pixels of a world `worldPx` wide. */
export type Standing = {
  readonly widthPx: number
  readonly heightPx: number
  readonly worldPx: number
  readonly zoom: number
  readonly x: number
  readonly y: number
}

const TILE_PX = 512

/** As the map fits a box itself, so that it takes the place of the picture without a step. */
export const fitted = ([west, south, east, north]: Bounds, widthPx: number, heightPx: number): Standing => {
  const [left, right, top, bottom] = [worldX(west), worldX(east), worldY(north), worldY(south)]
  const room = (px: number) => Math.max(1, px - 2 * FIT.padding)
  const most = Math.min(room(widthPx) / Math.max(right - left, 1e-9), room(heightPx) / Math.max(bottom - top, 1e-9))
  const zoom = Math.min(FIT.maxZoom, Math.log2(most / TILE_PX))
  const worldPx = TILE_PX * 2 ** zoom
  const x = ((left + right) / 2) * worldPx - widthPx / 2
  const y = ((top + bottom) / 2) * worldPx - heightPx / 2
  return { widthPx, heightPx, worldPx, zoom, x, y }
}

type Address = { readonly z: number; readonly x: number; readonly y: number }

/** The tiles that the map will ask for first. */
const tilesUnder = ({ widthPx, heightPx, worldPx, zoom, x, y }: Standing): readonly Address[] => {
  const z = Math.min(EMBED_DEEPEST_ZOOM, Math.max(EMBED_LOWEST_ZOOM, Math.floor(zoom)))
  const sidePx = worldPx / 2 ** z
  const columns = [Math.floor(x / sidePx), Math.floor((x + widthPx) / sidePx)] as const
  const rows = [Math.floor(y / sidePx), Math.floor((y + heightPx) / sidePx)] as const
  const addresses: Address[] = []
  for (let column = columns[0]; column <= columns[1]; column += 1)
    for (let row = rows[0]; row <= rows[1]; row += 1) addresses.push({ z, x: column, y: row })
  return addresses
}

/** A feature with its points in shares of the world. */
export type Piece = {
  readonly isPoint: boolean
  readonly properties: { readonly [name: string]: string | number | boolean }
  readonly paths: readonly (readonly { readonly x: number; readonly y: number }[])[]
}

/** The features of each layer, in the order of their tiles. */
export type Pieces = ReadonlyMap<string, readonly Piece[]>

const readTile = (bytes: ArrayBuffer, { z, x, y }: Address, into: Map<string, Piece[]>): void => {
  const side = 2 ** -z
  for (const [name, layer] of Object.entries(new VectorTile(new PbfReader(bytes)).layers)) {
    const pieces = into.get(name) ?? []
    into.set(name, pieces)
    for (let at = 0; at < layer.length; at += 1) {
      const feature = layer.feature(at)
      const share = (of: number, tile: number) => (tile + of / feature.extent) * side
      const paths = feature
        .loadGeometry()
        .map((path) => path.map((point) => ({ x: share(point.x, x), y: share(point.y, y) })))
      pieces.push({ isPoint: feature.type === 1, properties: feature.properties, paths })
    }
  }
}

const TILE = embedStandingPath('places')

/** What stands under the first picture, from the very tiles that the map asks for next; rejects where one does not come. */
export const askPieces = async (standing: Standing): Promise<Pieces> => {
  const pieces = new Map<string, Piece[]>()
  const tiles = await Promise.all(
    tilesUnder(standing).map(async (address) => {
      const { z, x, y } = address
      const path = TILE.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`)
      const response = await fetch(path)
      // A folder of files has none where nothing is.
      if (response.status === 204 || response.status === 404) return null
      if (!response.ok) throw new Error(`${response.status}`)
      return { address, bytes: await response.arrayBuffer() }
    }),
  )
  for (const tile of tiles) if (tile) readTile(tile.bytes, tile.address, pieces)
  return pieces
}
