import type { Geometry, Position } from 'geojson'

/** The engine's step: an edge that climbs further bends in the equal-area plane. Stated here again, on purpose, not imported. */
const STEP_DEGREES = 0.01

const climbs = (ring: readonly Position[]): boolean =>
  ring.some(([, lat], at) => at > 0 && Math.abs(lat! - ring[at - 1]![1]!) > STEP_DEGREES)

/** From the lower end whichever way the edge runs, so that neighbours get the same positions. */
const between = (from: Position, to: Position): Position[] => {
  const pieces = Math.ceil(Math.abs(to[1]! - from[1]!) / STEP_DEGREES)
  if (pieces < 2) return []
  const [low, high] = from[1]! < to[1]! ? [from, to] : [to, from]
  const inner = Array.from({ length: pieces - 1 }, (_, step) => {
    const share = (step + 1) / pieces
    return [low[0]! + (high[0]! - low[0]!) * share, low[1]! + (high[1]! - low[1]!) * share]
  })
  return low === from ? inner : inner.reverse()
}

const denseRing = (ring: readonly Position[]): Position[] =>
  ring.flatMap((to, at) => (at === 0 ? [to] : [...between(ring[at - 1]!, to), to]))

/** The same area with its long edges divided before projection; null where none is long. */
export const densify = (geometry: Geometry): Geometry | null => {
  if (geometry.type === 'Polygon')
    return geometry.coordinates.some(climbs)
      ? { type: 'Polygon', coordinates: geometry.coordinates.map(denseRing) }
      : null
  if (geometry.type === 'MultiPolygon')
    return geometry.coordinates.flat().some(climbs)
      ? { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(denseRing)) }
      : null
  return null
}
