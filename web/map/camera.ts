import type { Map as MapLibreMap } from 'maplibre-gl'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { type Code, isWithin, lineageOf } from '../../data/model/codes.ts'
import type { Camera } from '../view.ts'
import type { Bbox, MapProps } from './props.ts'

export const GLIDE_MS = 600
const easeOut = (t: number): number => 1 - (1 - t) ** 3

/** Marks a move the map made by itself to show the region; it is no choice of the reader and stays out of the URL. */
export const FITTING = { fitting: true } as const

const round = (value: number, digits: number): number => Number(value.toFixed(digits))

export const cameraOf = (map: MapLibreMap): Camera => {
  const { lng, lat } = map.getCenter()
  return { lng: round(lng, 5), lat: round(lat, 5), zoom: round(map.getZoom(), 2), bearing: round(map.getBearing(), 0) }
}

export const sameCamera = (a: Camera, b: Camera): boolean =>
  Math.abs(a.lng - b.lng) < 2e-5 &&
  Math.abs(a.lat - b.lat) < 2e-5 &&
  Math.abs(a.zoom - b.zoom) < 0.011 &&
  Math.abs(a.bearing - b.bearing) < 1

/** The box of a region: its own, that of its regencies, or that of the regency around it. */
export const bboxOf = (region: Code, { regencies }: ContextAnswer): Bbox | null => {
  const boxes = regencies.filter(({ code }) => isWithin(code, region) || lineageOf(region).includes(code))
  if (boxes.length === 0) return null
  return boxes
    .map(({ bbox }): Bbox => bbox)
    .reduce((a, b): Bbox => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
}

type Padding = MapProps['padding']
const MARGIN_PX = 36

/** Panels may cover so much of a small screen that nothing would be left; then the margin alone counts. */
const room = ({ clientWidth, clientHeight }: HTMLElement, { top, right, bottom, left }: Padding): Padding => {
  const margin = Math.min(MARGIN_PX, clientWidth * 0.05)
  const across = clientWidth - left - right > 120 ? { left, right } : { left: 0, right: 0 }
  const down = clientHeight - top - bottom > 120 ? { top, bottom } : { top: 0, bottom: 0 }
  return {
    top: down.top + margin,
    bottom: down.bottom + margin,
    left: across.left + margin,
    right: across.right + margin,
  }
}

/** Where a new map begins: at the reader's camera, else with the region in sight, so that no tile is asked for in vain. */
export const startOf = (container: HTMLElement, camera: Camera | null, bbox: Bbox | null, padding: Padding) => {
  if (camera) {
    const { lng, lat, zoom, bearing } = camera
    return { center: [lng, lat] as [number, number], zoom, bearing }
  }
  if (!bbox) return {}
  const [west, south, east, north] = bbox
  const bounds: [number, number, number, number] = [west, south, east, north]
  return { bounds, fitBoundsOptions: { padding: room(container, padding), maxZoom: 13 } }
}

export const showBox = (
  map: MapLibreMap,
  bbox: Bbox,
  padding: Padding,
  glide: boolean,
  eventData?: object,
  glideMs = GLIDE_MS,
): void => {
  const [west, south, east, north] = bbox
  const options = { padding: room(map.getContainer(), padding), linear: true, maxZoom: 13, easing: easeOut, bearing: 0 }
  map.fitBounds([west, south, east, north], { ...options, duration: glide ? glideMs : 0 }, eventData)
}

export const glideTo = (map: MapLibreMap, camera: Partial<Camera>, duration = GLIDE_MS): void => {
  const { lng, lat, zoom = map.getZoom(), bearing = map.getBearing() } = camera
  const center: [number, number] = [lng ?? map.getCenter().lng, lat ?? map.getCenter().lat]
  map.easeTo({ center, zoom, bearing, duration, easing: easeOut })
}
