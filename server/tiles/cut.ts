import { GeoJSONVT, geoJSONToTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Geometry } from 'geojson'
import { type Bounds, boundsOf, meet } from '../bounds.ts'
import { tidy } from './tidy.ts'

export type TileAddress = { readonly z: number; readonly x: number; readonly y: number }
export type TileFeature = Feature<Geometry, Record<string, string | number | boolean>>

/**
 * Steps along a tile's side of 512 pixels. Where a tile is shown at its own size a quarter of a pixel is fine enough; the
 * deepest ones are enlarged on the screen and need the finest grid. Hundreds of villages
 * in one tile, and neighbours that are only hinted at, make do with half a pixel.
 */
export type Grain = 'fine' | 'light'
export const extentAt = (zoom: number, grain: Grain): number => {
  if (zoom > 8) return 4096
  return grain === 'light' && zoom <= 7 ? 1024 : 2048
}
/** A thirty-second of a tile on each side: wide lines and symbols at an edge are drawn whole by both tiles. */
export const BUFFER_SHARE = 1 / 32
/** Outlines may stray by so many steps. */
const TOLERANCE = 3
const optionsAt = (zoom: number, grain: Grain) => {
  const extent = extentAt(zoom, grain)
  return { extent, buffer: extent * BUFFER_SHARE, tolerance: TOLERANCE }
}

export type Cutter = (address: TileAddress) => Parameters<typeof fromGeojsonVt>[0][string] | null

const collection = (features: readonly TileFeature[]) => ({
  type: 'FeatureCollection' as const,
  features: [...features],
})

/**
 * For layers that change only with the boundaries: sliced once, on the first tile that is asked for. The index knows nothing
 * below its last zoom and calls every deeper tile empty, so those are cut one by one.
 */
export const cutOnce = (features: () => readonly TileFeature[], maxZoom: number, grain: Grain = 'fine'): Cutter => {
  let prepared: { readonly boxed: readonly (readonly [Bounds, TileFeature])[] } | null = null
  const indices = new Map<number, GeoJSONVT>()
  const prepare = () => ({ boxed: features().map((feature) => [boundsOf([feature.geometry])!, feature] as const) })
  const indexFor = (zoom: number): GeoJSONVT => {
    const options = optionsAt(zoom, grain)
    const known = indices.get(options.extent)
    if (known) return known
    const all = collection(prepared!.boxed.map(([, feature]) => feature))
    const index = new GeoJSONVT(all, { ...options, maxZoom, indexMaxZoom: Math.min(6, maxZoom) })
    indices.set(options.extent, index)
    return index
  }
  const deeper = cutNow(
    (bounds) => prepared!.boxed.flatMap(([box, feature]) => (meet(box, bounds) ? [feature] : [])),
    maxZoom,
  )
  return (address) => {
    prepared ??= prepare()
    const { z, x, y } = address
    return z <= maxZoom ? indexFor(z).getTile(z, x, y) : deeper(address)
  }
}

/** For layers that change with every entry or filter: only what the box of the tile let through is sliced. */
export const cutNow = (features: (bounds: Bounds) => readonly TileFeature[], maxZoom: number): Cutter => {
  return (address) => {
    const { z, x, y } = address
    const found = features(boundsOfTile(address, BUFFER_SHARE))
    const options = { ...optionsAt(z, 'fine'), maxZoom: Math.max(z, maxZoom), clip: true }
    return found.length === 0 ? null : geoJSONToTile(collection(found), z, x, y, options)
  }
}

/** The box of a tile in degrees, grown by `margin` tiles on each side. */
export const boundsOfTile = ({ z, x, y }: TileAddress, margin: number): Bounds => {
  const tiles = 2 ** z
  const lng = (column: number) => (column / tiles) * 360 - 180
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / tiles))) * 180) / Math.PI
  return [lng(x - margin), lat(y + 1 + margin), lng(x + 1 + margin), lat(y - margin)]
}

/** A vector tile with the given layers, or null when nothing is in it. */
export const cutTile = (
  layers: Readonly<Record<string, Cutter>>,
  address: TileAddress,
  grain: Grain,
): Uint8Array | null => {
  const cut = Object.entries(layers)
    .map(([name, cutter]) => {
      const tile = cutter(address)
      return [name, tile && { ...tile, features: tidy(tile.features) }] as const
    })
    .filter(([, tile]) => tile !== null && tile.features.length > 0)
  return cut.length === 0
    ? null
    : fromGeojsonVt(Object.fromEntries(cut) as Parameters<typeof fromGeojsonVt>[0], {
        version: 2,
        extent: extentAt(address.z, grain),
      })
}
