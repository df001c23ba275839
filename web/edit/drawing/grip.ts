import type { Position } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { TerraDraw } from 'terra-draw'
import { cornerAdded, cornerMoved, cornerRemoved, cornersOf, type Path, rounded, roundedPath } from './corners.ts'
import { offsetOf, positionInMiddle } from './middle.ts'

/** The corner that the keyboard holds, from 0; `of` is how many there are in its line or ring. */
export type Held = { readonly at: number; readonly of: number; readonly position: Position }

export type Grip = {
  readonly held: () => Held | null
  /** Holds the next (1) or previous (-1) corner and brings it into the middle of the map. */
  readonly hold: (by: 1 | -1) => void
  /** Moves the held corner to a position, or to the middle of the map. */
  readonly move: (to?: Position) => void
  readonly remove: () => void
  readonly add: () => void
}

const GLIDE_MS = 200

/** Moves corners without a pointer; `ids` are the features whose corners they are. */
export const createGrip = (draw: TerraDraw, map: MapLibreMap, ids: readonly (string | number)[]): Grip => {
  let held: { readonly id: string | number; readonly at: number } | null = null

  const pathOf = (id: string | number): Path =>
    draw.getSnapshotFeature(id)?.geometry ?? { type: 'LineString', coordinates: [] }
  const hold = (id: string | number, at: number) => {
    held = { id, at }
    draw.selectFeature(id)
    const [lng = 0, lat = 0] = cornersOf(pathOf(id))[at] ?? []
    map.easeTo({ center: [lng, lat], offset: offsetOf(map), duration: GLIDE_MS })
  }
  const change = (edit: (path: Path, at: number) => Path | null) => {
    const next = held && edit(pathOf(held.id), held.at)
    if (held && next) draw.updateFeatureGeometry(held.id, roundedPath(next))
  }
  return {
    held: () => {
      const corners = held ? cornersOf(pathOf(held.id)) : []
      const position = held && corners[held.at]
      return held && position ? { at: held.at, of: corners.length, position } : null
    },
    hold: (by) => {
      const all = ids.flatMap((id) => cornersOf(pathOf(id)).map((_, at) => ({ id, at })))
      const now = all.findIndex((one) => one.id === held?.id && one.at === held.at)
      const next = all.at(now < 0 && by < 0 ? -1 : (now + by) % all.length)
      if (next) hold(next.id, next.at)
    },
    move: (to) => change((path, at) => cornerMoved(path, at, rounded(to ?? positionInMiddle(map)))),
    remove: () => {
      change(cornerRemoved)
      if (held) hold(held.id, Math.min(held.at, cornersOf(pathOf(held.id)).length - 1))
    },
    add: () => {
      const before = held && cornersOf(pathOf(held.id)).length
      change(cornerAdded)
      if (held && cornersOf(pathOf(held.id)).length !== before) hold(held.id, held.at + 1)
    },
  }
}
