/** How far a phone's bottom sheet stands open: figure and bar, then legend and lists, then everything. */
export const STOPS = ['low', 'middle', 'full'] as const
export type Stop = (typeof STOPS)[number]

export const LOW_PX = 176
const MIDDLE_SHARE = 0.56
/** Faster than this the finger throws the sheet instead of placing it. */
const FLICK_PX_PER_MS = 0.5

export const heightPx = (stop: Stop, roomPx: number): number =>
  ({ low: LOW_PX, middle: roomPx * MIDDLE_SHARE, full: roomPx })[stop]

/** One stop up (1) or down (-1); the ends hold. */
export const nextStop = (stop: Stop, by: 1 | -1): Stop => STOPS[STOPS.indexOf(stop) + by] ?? stop

/** Where a sheet let go at this height comes to rest; `speed` in pixels a millisecond, upwards positive. */
export const settle = (seenPx: number, speed: number, roomPx: number): Stop => {
  const heights = STOPS.map((stop) => heightPx(stop, roomPx))
  if (speed > FLICK_PX_PER_MS) return STOPS[heights.findIndex((height) => height > seenPx)] ?? 'full'
  if (speed < -FLICK_PX_PER_MS) return STOPS[heights.findLastIndex((height) => height < seenPx)] ?? 'low'
  const distances = heights.map((height) => Math.abs(height - seenPx))
  return STOPS[distances.indexOf(Math.min(...distances))] ?? 'low'
}
