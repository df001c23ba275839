import type { LineString, Point, Polygon } from 'geojson'
import type { Random } from './random.ts'

export type LngLat = readonly [lng: number, lat: number]

const KM_PER_DEGREE = 111.32
const CORNERS = 32

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** Good to a per mille near the equator, where the sample lies. */
export const distanceKm = ([aLng, aLat]: LngLat, [bLng, bLat]: LngLat): number =>
  Math.hypot(aLng - bLng, aLat - bLat) * KM_PER_DEGREE

export const pointNear = ([lng, lat]: LngLat, withinKm: number, random: Random): Point => {
  const angle = random.between(0, 2 * Math.PI)
  const away = (withinKm * Math.sqrt(random.next())) / KM_PER_DEGREE
  return { type: 'Point', coordinates: [round(lng + away * Math.cos(angle)), round(lat + away * Math.sin(angle))] }
}

export type Blob = {
  readonly centre: LngLat
  readonly radiusKm: number
  /** Width of the ellipse against its length, 0-1. */
  readonly flatness: number
  readonly turn: number
  /** Two slow waves along the edge: amplitude against the radius and phase. */
  readonly waves: readonly { readonly count: number; readonly size: number; readonly phase: number }[]
}

export const blobAt = (centre: LngLat, radiusKm: number, random: Random): Blob => ({
  centre,
  radiusKm,
  flatness: random.between(0.55, 1),
  turn: random.between(0, Math.PI),
  waves: [2, 3, 5].map((count) => ({ count, size: random.between(0.02, 0.2) / count, phase: random.between(0, 6.3) })),
})

/** Hectares of the ellipse without its waves. */
export const aboutHa = ({ radiusKm, flatness }: Blob): number => Math.PI * radiusKm ** 2 * flatness * 100

/** Star-shaped about its centre, so it never crosses itself; counter-clockwise, as RFC 7946 asks. */
export const polygonOf = ({ centre, radiusKm, flatness, turn, waves }: Blob, scale = 1): Polygon => {
  const ring = Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI
    const wave = waves.reduce((sum, { count, size, phase }) => sum + size * Math.sin(count * angle + phase), 1)
    const away = (scale * radiusKm * wave) / KM_PER_DEGREE
    const [x, y] = [away * Math.cos(angle), away * flatness * Math.sin(angle)]
    return [
      round(centre[0] + x * Math.cos(turn) - y * Math.sin(turn)),
      round(centre[1] + x * Math.sin(turn) + y * Math.cos(turn)),
    ]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

/** A road or stream through the given places, with a gentle bend between each two. */
export const corridorThrough = (places: readonly LngLat[], random: Random): LineString => {
  const bends = places.flatMap((place, at): LngLat[] => {
    const following = places[at + 1]
    if (!following) return [place]
    const sway = random.between(-0.12, 0.12)
    const [dx, dy] = [following[0] - place[0], following[1] - place[1]]
    return [place, [place[0] + dx / 2 - dy * sway, place[1] + dy / 2 + dx * sway]]
  })
  return { type: 'LineString', coordinates: bends.map(([lng, lat]) => [round(lng), round(lat)]) }
}
