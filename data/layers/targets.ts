import { ORGANISATIONS, ORIGIN, THEMES, TITLE } from './fields.ts'
import { defineLayer } from './layer.ts'
import { RECORD_SOURCE } from './licences.ts'

export const targets = defineLayer({
  id: 'targets',
  title: { id: 'Target perangkat daerah', en: 'Department targets' },
  about: {
    id: 'Wilayah yang disebut target perangkat daerah untuk tema dan tahun yang dipilih.',
    en: 'Areas named in department targets for the chosen theme and years.',
  },
  geometry: 'polygon',
  family: 'records',
  legend: [{ value: 'target', label: { id: 'Wilayah target', en: 'Target area' }, meaning: 'target' }],
  fields: [
    TITLE,
    THEMES,
    ORGANISATIONS,
    { name: 'indicator', label: { id: 'Indikator', en: 'Indicator' } },
    { name: 'value', label: { id: 'Nilai target', en: 'Target value' } },
    { name: 'unit', label: { id: 'Satuan', en: 'Unit' } },
    { name: 'year', label: { id: 'Tahun', en: 'Year' } },
    ORIGIN,
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...RECORD_SOURCE,
})
