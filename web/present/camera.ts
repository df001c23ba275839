import type { Camera } from '../view.ts'

/** The part of a map that a view is usually written on, in pixels: its camera is fitted from there to the room there is. */
export const WRITTEN_ON = { width: 960, height: 640 } as const
/** A phone shows less than the whole, a wall more, but not without end. */
const MOST_OUT = 1.6
const MOST_IN = 1

export type Size = { readonly width: number; readonly height: number }

/** The same stretch of country in the room there is. */
export const fitCamera = (camera: Camera, { width, height }: Size): Camera => {
  const shift = Math.log2(Math.min(width / WRITTEN_ON.width, height / WRITTEN_ON.height))
  if (!Number.isFinite(shift)) return camera
  return { ...camera, zoom: Math.max(0, camera.zoom + Math.min(MOST_IN, Math.max(-MOST_OUT, shift))) }
}

const SHORTEST_MS = 600
const LONGEST_MS = 1_500
/** What counts as one step of the way: a screen across, or a zoom step. */
const STEP_MS = 220

/** How long the camera takes: a short way is short, a long one can be followed by the eye. Null stands for the whole region. */
export const glideMsBetween = (from: Camera | null, to: Camera | null): number => {
  if (!from || !to) return 900
  const screenDegrees = (WRITTEN_ON.width / (512 * 2 ** Math.min(from.zoom, to.zoom))) * 360
  const screens = Math.hypot(from.lng - to.lng, from.lat - to.lat) / screenDegrees
  const steps = screens + Math.abs(from.zoom - to.zoom) + Math.abs(from.bearing - to.bearing) / 90
  return Math.round(Math.min(LONGEST_MS, SHORTEST_MS + STEP_MS * steps))
}
