import type { SiteGeometry } from '../../../data/model/activity.ts'
import { ringsOf, withRings } from '../rings.ts'
import type { DraftSite } from '../sites.ts'
import { type Path, roundedPath } from './corners.ts'
import type { Tool } from './modes.ts'

/** What of a site the drawing library can hold, and the mode it is held by. */
export type Piece = { readonly mode: string; readonly path: Path }

/** One point, one line, or each ring by itself: the library drops the holes of what it moves. */
export const piecesOf = (geometry: SiteGeometry, drawnAs?: DraftSite['drawnAs']): readonly Piece[] => {
  if (geometry.type === 'Point') return [{ mode: 'point', path: roundedPath(geometry) }]
  if (geometry.type === 'LineString') return [{ mode: 'linestring', path: roundedPath(geometry) }]
  const rings = ringsOf(geometry)
  const mode = rings.length > 1 || !drawnAs ? 'polygon' : drawnAs === 'box' ? 'rectangle' : 'circle'
  return rings.map((ring) => ({ mode, path: roundedPath({ type: 'Polygon', coordinates: [ring] }) }))
}

/** The site made of its pieces again, in their order; null while one of them is missing. */
export const joined = (geometry: SiteGeometry, paths: readonly Path[]): SiteGeometry | null => {
  if (geometry.type === 'Point' || geometry.type === 'LineString') return paths[0] ?? null
  const rings = paths.flatMap((path) => (path.type === 'Polygon' ? path.coordinates : []))
  return rings.length === ringsOf(geometry).length ? withRings(geometry, rings) : null
}

const TOOLS: { readonly [mode: string]: Tool } = {
  point: 'point',
  linestring: 'line',
  polygon: 'polygon',
  rectangle: 'box',
  circle: 'circle',
}

/** The tools that the pieces were drawn with, each once. */
export const toolsOf = (pieces: readonly Piece[]): readonly Tool[] => [
  ...new Set(pieces.map(({ mode }) => TOOLS[mode] ?? 'polygon')),
]
