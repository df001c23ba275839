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
