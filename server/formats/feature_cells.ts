import type { Geometry } from 'geojson'
import { boundsOf } from '../bounds.ts'

/** A property as one cell of a table; lists are joined by "; ". */
export const cellOf = (value: unknown): string | number => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'string') return value
  return Array.isArray(value) ? value.join('; ') : typeof value === 'object' ? JSON.stringify(value) : `${value}`
}

/** The middle of the box around a geometry, in degrees. */
export const middleOf = (geometry: Geometry | null): { readonly lng: number; readonly lat: number } | null => {
  const box = geometry && boundsOf([geometry])
  return box && { lng: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2 }
}
