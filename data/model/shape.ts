import type { LineString, MultiPolygon, Polygon } from 'geojson'

/** `POST /api/work/shape`: an area parted along a line, or with a hole in the form of another area. Degrees, WGS 84. */
export type ShapeAsked =
  | { readonly kind: 'split'; readonly geometry: Polygon | MultiPolygon; readonly by: LineString }
  | { readonly kind: 'hole'; readonly geometry: Polygon | MultiPolygon; readonly by: Polygon | MultiPolygon }

/** The pieces of a split, the largest first, or the one area that a hole leaves. */
export type ShapeAnswer = { readonly parts: readonly (Polygon | MultiPolygon)[] }
