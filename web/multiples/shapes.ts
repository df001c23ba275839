import type { Geometry, Position } from 'geojson'
import type { Sketch } from '../sketch/projection.ts'

/** Half a pixel: on a map as large as a stamp nobody sees a finer corner. */
const STEPS_PER_PX = 2

const ringPath = (ring: readonly Position[], { point }: Sketch): string => {
  const places: string[] = []
  for (const position of ring) {
    const place = point(position)
      .map((px) => Math.round(px * STEPS_PER_PX) / STEPS_PER_PX)
      .join(' ')
    if (place !== places.at(-1)) places.push(place)
  }
  return places.length < 3 ? '' : `M${places.join('L')}Z`
}

/** The areas of a geometry as the `d` of a path, to half a pixel; what is smaller is left out, and is a dot where all of it is. */
export const stampOf = (geometry: Geometry, sketch: Sketch): string => {
  const parts =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  const path = parts.map((rings) => rings.map((ring) => ringPath(ring, sketch)).join('')).join('')
  const position = geometry.type === 'Point' ? geometry.coordinates : parts[0]?.[0]?.[0]
  if (path !== '' || !position) return path
  const [x, y] = sketch.point(position).map((px) => Math.round(px * STEPS_PER_PX) / STEPS_PER_PX)
  return `M${x! - 1} ${y! - 1}h2v2h-2Z`
}
