import { worldX, worldY } from '../../data/view/mercator.ts'
import { boundsOf } from '../bounds.ts'
import type { TileFeature } from '../tiles/cut.ts'

/** As on the screen: from the next zoom on activities are drawn one by one. */
const LAST_GATHERED_ZOOM = 7
/** More marks than this on one sheet are a stain. */
const MOST_SITES = 6_000
/** Cells along a side of the world at zoom 0; 43 pixels each, room for a disc and its figure. */
const CELLS_ACROSS = 12

type Cell = { count: number; readonly ids: Set<unknown>; x: number; y: number; first: TileFeature['properties'] }

const middleOf = ({ geometry }: TileFeature): readonly [number, number] => {
  const [west, south, east, north] = boundsOf([geometry])!
  return [(west + east) / 2, (south + north) / 2]
}

const cellsOf = (features: readonly TileFeature[], zoom: number): readonly Cell[] => {
  const across = CELLS_ACROSS * 2 ** Math.floor(zoom)
  const cells = new Map<string, Cell>()
  for (const feature of features) {
    const [lng, lat] = middleOf(feature)
    const key = `${Math.floor(worldX(lng) * across)} ${Math.floor(worldY(lat) * across)}`
    const cell = cells.get(key) ?? { count: 0, ids: new Set(), x: 0, y: 0, first: feature.properties }
    cell.count += 1
    cell.ids.add(feature.properties.id)
    cell.x += lng
    cell.y += lat
    cells.set(key, cell)
  }
  return [...cells.values()]
}

/** Sites as they are drawn at a zoom: one by one, or as numbers where they would run into each other. */
export const gathered = (
  features: readonly TileFeature[],
  zoom: number,
): { readonly single: readonly TileFeature[]; readonly clusters: readonly TileFeature[] } => {
  if (zoom >= LAST_GATHERED_ZOOM + 1 && features.length <= MOST_SITES) return { single: features, clusters: [] }
  const clusters = cellsOf(features, zoom).map(
    ({ ids, count, x, y, first }): TileFeature => ({
      type: 'Feature',
      properties: { count: ids.size, ...(ids.size === 1 ? first : {}) },
      geometry: { type: 'Point', coordinates: [x / count, y / count] },
    }),
  )
  return { single: [], clusters }
}
