import type { Geometry, Polygon } from 'geojson'
import type { LayerField } from '../../data/layers/layer.ts'
import type { FeatureAnswer } from '../../data/model/answers.ts'
import type { Dataset } from '../../server/exports/dataset.ts'

const field = (name: string, type: LayerField['type'], values?: readonly string[]): LayerField => ({
  name,
  label: { id: `${name} (id)`, en: `${name} (en)` },
  type,
  ...(values ? { values } : {}),
})

export const FIELDS: readonly LayerField[] = [
  field('id', 'string'),
  field('title', 'string'),
  field('themes', 'strings'),
  field('organisations', 'strings'),
  field('organisationCount', 'integer'),
  field('budgetIdr', 'number'),
  field('populated', 'boolean'),
  field('start', 'date'),
  field('status', 'string', ['ongoing', 'planned']),
]

export const FORMULAS = ['=1+1', '+62', '-x', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","<\'&>")']

const square = (west: number, south: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
      [west, south],
    ],
  ],
})

/** Every geometry a record can have, none among them. */
const GEOMETRIES: readonly (Geometry | null)[] = [
  { type: 'Point', coordinates: [111.5, -0.123457] },
  square(111, 0),
  { type: 'MultiPolygon', coordinates: [square(113, 0).coordinates, square(113.5, 0).coordinates] },
  {
    type: 'LineString',
    coordinates: [
      [111, 0],
      [111.25, 0.5],
    ],
  },
  null,
  { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [112, 0.25] }, square(112, 0.5)] },
  {
    type: 'MultiPoint',
    coordinates: [
      [110, 1],
      [110.5, 1],
    ],
  },
]

export const FEATURES: readonly FeatureAnswer[] = GEOMETRIES.map((geometry, at) => ({
  type: 'Feature',
  id: `a-${at}`,
  geometry,
  properties: {
    id: `a-${at}`,
    layer: 'trial',
    title: FORMULAS[at]!,
    themes: at % 2 === 0 ? ['stunting', 'education'] : [],
    organisations: [`mitra-${at}`],
    organisationCount: at,
    ...(at === 3 ? {} : { budgetIdr: at * 1_500_000_000.5 - 1 }),
    populated: at % 2 === 0,
    start: `2026-0${at + 1}-15`,
    status: (at % 2 === 0 ? 'ongoing' : 'planned') as never,
  },
}))

export const dataset = (features: Iterable<FeatureAnswer> = FEATURES, count = FEATURES.length): Dataset => ({
  id: 'trial',
  title: { id: 'Uji coba', en: 'Trial' },
  about: { id: 'Semua bentuk.', en: 'Every shape.' },
  geometry: 'mixed',
  fields: FIELDS,
  look: {
    keyedBy: 'status',
    legend: [
      { value: 'ongoing', label: { id: 'Berjalan', en: 'Ongoing' }, meaning: 'activity' },
      { value: 'planned', label: { id: 'Rencana', en: 'Planned' }, meaning: 'gap' },
    ],
  },
  license: 'CC-BY-4.0',
  attribution: 'Catatan uji "Bentang" & kawan',
  source: 'http://localhost/api/export/trial.gpkg?theme=stunting',
  asOf: { seq: 7, time: '2026-11-22T03:00:00.000Z' },
  filters: [{ name: 'theme', value: 'stunting' }],
  named: ['uji', 'Sintang', 'stunting', '2026-11-22'],
  count,
  of: 12,
  features: () => features,
})
