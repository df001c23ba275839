import type { Position } from 'geojson'
import type { AreaReportRequest } from '../../data/model/answers.ts'
import { type Area, formatArea, MOST_BUFFER_KM } from './area.ts'
import { ringOf } from './shape.ts'

/** What the server is asked; null while a list of units is still empty. A circle is its centre with a buffer, if that may be so wide. */
export const requestOf = (area: Area, bufferKm: number, period: string): AreaReportRequest | null => {
  const buffer = bufferKm > 0 ? { bufferKm } : {}
  if (area.kind === 'units') return area.codes.length > 0 ? { units: area.codes, ...buffer, period } : null
  if (area.kind === 'circle' && area.radiusKm + bufferKm <= MOST_BUFFER_KM) {
    const coordinates: Position = [...area.centre]
    const roundKm = Number((area.radiusKm + bufferKm).toFixed(3))
    return { geometry: { type: 'Point', coordinates }, bufferKm: roundKm, period }
  }
  return { geometry: { type: 'Polygon', coordinates: [[...(ringOf(area) ?? [])]] }, ...buffer, period }
}

/** What decides the answer, and nothing else. */
export const reportKey = (area: Area, bufferKm: number, period: string) => [
  'area-report',
  formatArea(area),
  bufferKm,
  period,
]
