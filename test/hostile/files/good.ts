import type { Geometry, Point } from 'geojson'

/** What is true of every activity that these files tell rightly. */
export const GOOD = { judul: 'Sekolah René — José', tema: 'stunting', mulai: '2024', status: 'berjalan' } as const

/** In Asam, the village of the tiny world. */
export const IN_ASAM: Point = { type: 'Point', coordinates: [110.0125, 0.0125] }

export const HEADINGS = ['Judul kegiatan', 'Tema', 'Mulai', 'Status', 'Lintang', 'Bujur'] as const

/** One good activity at a place, as the cells of a table. */
export const cellsAt = (lat: string, lng: string): readonly string[] => [
  GOOD.judul,
  GOOD.tema,
  GOOD.mulai,
  GOOD.status,
  lat,
  lng,
]

/** A feature of GeoJSON as text; the geometry may be anything. */
export const goodFeature = (geometry: string | Geometry, more = ''): string =>
  `{"type":"Feature","properties":${JSON.stringify(GOOD).slice(0, -1)}${more}},"geometry":${typeof geometry === 'string' ? geometry : JSON.stringify(geometry)}}`

export const goodCollection = (features: string, more = ''): string =>
  `{"type":"FeatureCollection",${more}"features":[${features}]}`

/** One good activity at a place as a table between commas. */
export const goodTable = (): string => {
  const [lng, lat] = IN_ASAM.coordinates
  return `${HEADINGS.join(',')}\n${cellsAt(`${lat}`, `${lng}`).join(',')}\n`
}

const dataOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`)
    .join('')

/** One good activity as a placemark; `more` stands beside its geometry. */
export const goodPlacemark = (geometry: string, more = '', fields: Readonly<Record<string, string>> = GOOD): string =>
  `<Placemark>${more}<ExtendedData>${dataOf(fields)}</ExtendedData>${geometry}</Placemark>`

export const kmlOf = (body: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${before}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`
