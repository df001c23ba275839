import type { SiteGeometry } from '../../data/model/activity.ts'
import { formatHa } from '../panel/card/numbers.ts'
import { formatKm } from '../panel/report/figures.ts'
import type { Text } from '../text/useText.ts'
import { areaHaOf, lengthMOf } from './measure.ts'
import { inMinutes } from './position_words.ts'

/** Whole metres up to a kilometre, then kilometres. */
export const lengthWords = (metres: number, { say, count, language }: Text): string =>
  metres < 1000
    ? say('edit.metres', { metres: count(Math.round(metres)) })
    : say('edit.kilometres', { km: formatKm(metres / 1000, language) })

/** How large a site is: where a point is, how long a line, how many hectares an area and how long its edge. */
export const measureOf = (geometry: SiteGeometry, text: Text): string => {
  switch (geometry.type) {
    case 'Point':
      return inMinutes(geometry.coordinates, text.language)
    case 'LineString':
      return lengthWords(lengthMOf(geometry.coordinates), text)
    case 'Polygon':
    case 'MultiPolygon': {
      const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
      const edge = rings.reduce((sum, ring) => sum + lengthMOf(ring), 0)
      const ha = formatHa(areaHaOf(geometry), text.language)
      return text.say('edit.measure.area', { ha, edge: lengthWords(edge, text) })
    }
  }
}
