import type { Feature, FeatureCollection, LineString } from 'geojson'

/** Spacing in minutes of arc, with the zoom from which it is drawn and labelled. */
const SPACINGS: readonly { readonly minutes: number; readonly fromZoom: number }[] = [
  { minutes: 300, fromZoom: 0 },
  { minutes: 120, fromZoom: 5 },
  { minutes: 60, fromZoom: 6.4 },
  { minutes: 30, fromZoom: 7.4 },
  { minutes: 10, fromZoom: 9.2 },
  { minutes: 5, fromZoom: 10.4 },
  { minutes: 2, fromZoom: 11.6 },
  { minutes: 1, fromZoom: 12.8 },
]

export const spacingAt = (zoom: number): number =>
  SPACINGS.findLast(({ fromZoom }) => zoom >= fromZoom)?.minutes ?? SPACINGS[0]!.minutes

/** Whole multiples of the spacing between two degrees, in minutes. */
export const ticksBetween = (from: number, to: number, spacing: number): number[] => {
  const first = Math.ceil((from * 60) / spacing)
  const last = Math.floor((to * 60) / spacing)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * spacing)
}

/** The archipelago, in degrees; beyond it nothing of ours is drawn. */
const EXTENT = { west: 95, south: -11, east: 141, north: 6 } as const
/** Lines finer than this would only repeat the ticks in the frame. */
const FINEST_MINUTES = 10

const line = (spacing: number, coordinates: [number, number][]): Feature<LineString> => ({
  type: 'Feature',
  properties: { spacing },
  geometry: { type: 'LineString', coordinates },
})

/** Meridians and parallels of every spacing the map draws; `spacing` in minutes. */
export const graticuleLines = (): FeatureCollection<LineString> => {
  const { west, south, east, north } = EXTENT
  const features = SPACINGS.filter(({ minutes }) => minutes >= FINEST_MINUTES).flatMap(({ minutes }) => [
    ...ticksBetween(west, east, minutes).map((lng) =>
      line(minutes, [
        [lng / 60, south],
        [lng / 60, north],
      ]),
    ),
    ...ticksBetween(south, north, minutes).map((lat) =>
      line(minutes, [
        [west, lat / 60],
        [east, lat / 60],
      ]),
    ),
  ])
  return { type: 'FeatureCollection', features }
}

/** The zooms between which one spacing's lines are drawn. */
export const drawnSpacings = (): readonly { readonly minutes: number; readonly min: number; readonly max: number }[] =>
  SPACINGS.filter(({ minutes }) => minutes >= FINEST_MINUTES).map(({ minutes, fromZoom }, index, all) => ({
    minutes,
    min: fromZoom,
    max: all[index + 1]?.fromZoom ?? 24,
  }))

/** `111°30′ BT`, `0°30′ LS`; the equator and Greenwich have no side. */
export const degreesText = (minutes: number, axis: 'lng' | 'lat', language: 'id' | 'en'): string => {
  const whole = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  const sides = { id: { lng: ['BT', 'BB'], lat: ['LU', 'LS'] }, en: { lng: ['E', 'W'], lat: ['N', 'S'] } } as const
  const side = minutes === 0 ? '' : `\u00a0${sides[language][axis][minutes > 0 ? 0 : 1]}`
  return `${whole}°${rest > 0 ? `${`${rest}`.padStart(2, '0')}′` : ''}${side}`
}
