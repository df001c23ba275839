import type { Map as MapLibreMap, PointLike } from 'maplibre-gl'
import type { Selection } from '../view.ts'

type Hit = { readonly layers: readonly string[]; readonly reachPx: number }

/** What lies on top is meant first: points, then lines, then areas, then the unit below them all. */
const PRIORITY: readonly Hit[] = [
  { layers: ['members-point', 'members-line', 'members-touch'], reachPx: 6 },
  { layers: ['activities-point', 'activities-lone', 'verdict-disc', 'islands-symbol', 'targets-mark'], reachPx: 6 },
  { layers: ['activities-edge'], reachPx: 5 },
  { layers: ['activities-wash', 'zones-wash', 'targets-wash', 'authority-hatch', 'agreements-wash'], reachPx: 0 },
  { layers: ['unit-touch'], reachPx: 0 },
]

const KIND_OF_SOURCE: { readonly [source: string]: Selection['kind'] } = {
  activities: 'activity',
  targets: 'target',
  zones: 'zone',
  authority: 'authority',
  agreements: 'agreement',
}

/** What a click or the pointer at this pixel means; null over open sea and neighbours. */
export const pick = (map: MapLibreMap, x: number, y: number): Selection | null => {
  for (const { layers, reachPx } of PRIORITY) {
    const present = layers.filter((id) => map.getLayer(id))
    if (present.length === 0) continue
    const box: PointLike | [PointLike, PointLike] =
      reachPx === 0
        ? [x, y]
        : [
            [x - reachPx, y - reachPx],
            [x + reachPx, y + reachPx],
          ]
    const [feature] = map.queryRenderedFeatures(box, { layers: present })
    if (!feature) continue
    // What only members see tells of itself.
    if (feature.source === 'members-sites') return null
    const kind = KIND_OF_SOURCE[feature.source] ?? 'place'
    const id: unknown = kind === 'place' ? feature.properties.code : feature.properties.id
    if (typeof id === 'string') return { kind, id }
  }
  return null
}
