import { worldX, worldY } from '../../data/view/mercator.ts'
import type { Camera } from '../../data/view/view.ts'
import type { Bounds } from '../bounds.ts'

/** Side of the whole world at zoom 0, in CSS pixels. */
const WORLD_PX = 512
/** Circumference of the sphere that Web Mercator stretches, in metres. */
const EQUATOR_M = 2 * Math.PI * 6_378_137
const CSS_PX_M = 0.0254 / 96

const lngOf = (x: number): number => x * 360 - 180
const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

/** What of the world a drawing shows, and where: x, y = (a, b; c, d) · (world − centre) + half the size. */
export type Frame = {
  readonly width: number
  readonly height: number
  readonly camera: Camera
  /** Pixels a world is wide. */
  readonly worldPx: number
}

export const createFrame = (width: number, height: number, camera: Camera): Frame => ({
  width,
  height,
  camera,
  worldPx: WORLD_PX * 2 ** camera.zoom,
})

/** Turns shares of the world into pixels of the frame. */
export type Place = (x: number, y: number) => readonly [x: number, y: number]

export const placing = ({ width, height, camera, worldPx }: Frame): Place => {
  const [centreX, centreY] = [worldX(camera.lng), worldY(camera.lat)]
  const turn = (camera.bearing * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return (x, y) => {
    const dx = (x - centreX) * worldPx
    const dy = (y - centreY) * worldPx
    return [dx * cos + dy * sin + width / 2, dy * cos - dx * sin + height / 2]
  }
}

export const placeLngLat = (frame: Frame): ((lng: number, lat: number) => readonly [x: number, y: number]) => {
  const place = placing(frame)
  return (lng, lat) => place(worldX(lng), worldY(lat))
}

/** Longitude and latitude under a pixel of the frame. */
export const lngLatAt = (
  { width, height, camera, worldPx }: Frame,
  x: number,
  y: number,
): readonly [number, number] => {
  const turn = (camera.bearing * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const [px, py] = [x - width / 2, y - height / 2]
  const dx = (px * cos - py * sin) / worldPx
  const dy = (px * sin + py * cos) / worldPx
  return [lngOf(worldX(camera.lng) + dx), latOf(worldY(camera.lat) + dy)]
}

/** West, south, east, north of what the frame shows, grown by so many pixels. */
export const boundsOfFrame = (frame: Frame, marginPx = 0): Bounds => {
  const { width, height } = frame
  const corners = [
    [-marginPx, -marginPx],
    [width + marginPx, -marginPx],
    [width + marginPx, height + marginPx],
    [-marginPx, height + marginPx],
  ].map(([x, y]) => lngLatAt(frame, x!, y!))
  const lngs = corners.map(([lng]) => lng)
  const lats = corners.map(([, lat]) => lat)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

/** Metres on the ground that a pixel shows at a latitude; the sphere of the projection, whose error against the ellipsoid is below 0.7 %. */
export const metresPerPixel = ({ worldPx }: Frame, lat: number): number =>
  ((EQUATOR_M / worldPx) * Math.cos((lat * Math.PI) / 180)) / ellipsoidShare(lat)

/** The ellipsoid's own radius along a parallel is longer than the sphere's by this. */
const ECCENTRICITY_2 = 0.006_694_379_99
const ellipsoidShare = (lat: number): number => Math.sqrt(1 - ECCENTRICITY_2 * Math.sin((lat * Math.PI) / 180) ** 2)

/** n of the scale 1:n at the middle of the frame, on paper where 96 pixels are `enlargement` inches. */
export const scaleOf = (frame: Frame, enlargement = 1): number =>
  metresPerPixel(frame, frame.camera.lat) / (CSS_PX_M * enlargement)

/** The zoom at which the middle of the frame has the scale 1:n. */
export const zoomOfScale = (n: number, lat: number, enlargement = 1): number =>
  Math.log2(
    ((EQUATOR_M / WORLD_PX) * Math.cos((lat * Math.PI) / 180)) / ellipsoidShare(lat) / (n * CSS_PX_M * enlargement),
  )

const DEEPEST_FIT = 13

/** The camera that shows all of a box with a margin. */
export const fitBounds = (
  [west, south, east, north]: Bounds,
  width: number,
  height: number,
  marginPx: number,
): Camera => {
  const [left, right, top, bottom] = [worldX(west), worldX(east), worldY(north), worldY(south)]
  const roomX = Math.max(1, width - 2 * marginPx)
  const roomY = Math.max(1, height - 2 * marginPx)
  const worldPx = Math.min(roomX / Math.max(right - left, 1e-9), roomY / Math.max(bottom - top, 1e-9))
  return {
    lng: lngOf((left + right) / 2),
    lat: latOf((top + bottom) / 2),
    zoom: Math.min(DEEPEST_FIT, Math.log2(worldPx / WORLD_PX)),
    bearing: 0,
  }
}

/** A screen that most views are made on: what it showed is what a picture of another size shows. */
const SCREEN = { width: 1000, height: 640 } as const

/** The reader's own camera, its zoom changed so that a usual screen's content fills the frame. */
export const refit = (camera: Camera, width: number, height: number): Camera => ({
  ...camera,
  zoom: Math.max(0, camera.zoom + Math.log2(Math.min(width / SCREEN.width, height / SCREEN.height))),
})
