import type { Feature, FeatureCollection, Position } from 'geojson'
import { circleAround } from '../measure.ts'
import { type DraftSite, geometryOf } from '../sites.ts'

const middleOf = (ring: readonly Position[]): Position => {
  const lngs = ring.map(([lng = 0]) => lng)
  const lats = ring.map(([, lat = 0]) => lat)
  return [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2]
}

/** Where a site wears its number: on the point, half way along a line, in the middle of the first outline. */
export const numberAt = (site: DraftSite): Position | null => {
  const geometry = geometryOf(site)
  switch (geometry?.type) {
    case 'Point':
      return geometry.coordinates
    case 'LineString':
      return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] ?? null
    case 'Polygon':
      return middleOf(geometry.coordinates[0] ?? [])
    case 'MultiPolygon':
      return middleOf(geometry.coordinates[0]?.[0] ?? [])
    default:
      return null
  }
}

/** The drawn sites for the map, numbered as in the list; the one in hand is drawn by whoever holds it. */
export const siteFeatures = (
  sites: readonly DraftSite[],
  chosen: string | null,
  inHand: string | null,
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: sites.flatMap((site, index): Feature[] => {
    const geometry = geometryOf(site)
    const at = numberAt(site)
    if (!geometry || !at || site.key === inHand) return []
    const properties = { key: site.key, n: index + 1, chosen: site.key === chosen }
    return [
      ...(site.accuracyM
        ? [{ type: 'Feature' as const, properties: { role: 'accuracy' }, geometry: circleAround(at, site.accuracyM) }]
        : []),
      { type: 'Feature', properties: { ...properties, role: 'site' }, geometry },
      { type: 'Feature', properties: { ...properties, role: 'number' }, geometry: { type: 'Point', coordinates: at } },
    ]
  }),
})
