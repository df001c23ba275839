import type { Geometry, Position } from 'geojson'

/** West, south, east, north in degrees. */
export type Bbox = readonly [number, number, number, number]

/** The least height and width of a sketch, about eleven kilometres: a lone point has land around it. */
const LEAST_DEGREES = 0.1
const MARGIN_SHARE = 0.08

/** The box with room around what is in it. */
export const frameOf = ([west, south, east, north]: Bbox): Bbox => {
  const [midLng, midLat] = [(west + east) / 2, (south + north) / 2]
  const half = (size: number) => Math.max(LEAST_DEGREES, size * (1 + 2 * MARGIN_SHARE)) / 2
  const [x, y] = [half(east - west), half(north - south)]
  return [midLng - x, midLat - y, midLng + x, midLat + y]
}

export type Sketch = {
  readonly width: number
  readonly height: number
  /** As the `d` of an SVG path; points are left out. */
  readonly path: (geometry: Geometry) => string
  readonly point: (position: Position) => readonly [x: number, y: number]
}

/** Degrees to pixels, true to shape in the middle of the frame. */
export const sketchOf = (frame: Bbox, width: number, mostHeight: number): Sketch => {
  const [west, south, east, north] = frame
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(width / ((east - west) * squeeze), mostHeight / (north - south))
  const height = Math.round((north - south) * scale)
  const left = (width - (east - west) * squeeze * scale) / 2
  const point = ([lng = 0, lat = 0]: Position): readonly [number, number] => [
    left + (lng - west) * squeeze * scale,
    (north - lat) * scale,
  ]
  const line = (positions: readonly Position[]): string =>
    positions
      .map(
        (position, at) =>
          `${at === 0 ? 'M' : 'L'}${point(position)
            .map((n) => n.toFixed(1))
            .join(' ')}`,
      )
      .join('')
  const rings = (coordinates: readonly (readonly Position[])[]): string =>
    coordinates.map((ring) => `${line(ring)}Z`).join('')
  const path = (geometry: Geometry): string => {
    switch (geometry.type) {
      case 'LineString':
        return line(geometry.coordinates)
      case 'MultiLineString':
        return geometry.coordinates.map(line).join('')
      case 'Polygon':
        return rings(geometry.coordinates)
      case 'MultiPolygon':
        return geometry.coordinates.map(rings).join('')
      default:
        return ''
    }
  }
  return { width, height, path, point }
}

const SCALE_KM = [0.5, 1, 2, 5, 10, 20, 50, 100, 200]
const KM_PER_DEGREE = 110.57

/** A round distance that takes about a fifth of the width, and how long it is in pixels. */
export const scaleBarOf = ({ width, point }: Sketch, [west, south, , north]: Bbox): { km: number; px: number } => {
  const pxPerKm = (point([west, south])[1] - point([west, north])[1]) / ((north - south) * KM_PER_DEGREE)
  const km = SCALE_KM.find((one) => one * pxPerKm >= width / 8) ?? SCALE_KM.at(-1)!
  return { km, px: km * pxPerKm }
}
