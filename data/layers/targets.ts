import {
  BUDGET_IDR,
  CODES,
  CONFIRMED,
  END,
  ID,
  ORGANISATIONS,
  ORIGIN,
  START,
  THEMES,
  TITLE,
  VERIFICATION,
} from './fields.ts'
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
    ID,
    TITLE,
    THEMES,
    ORGANISATIONS,
    { name: 'indicator', label: { id: 'Indikator', en: 'Indicator' }, type: 'string' },
    { name: 'value', label: { id: 'Nilai target', en: 'Target value' }, type: 'number' },
    { name: 'unit', label: { id: 'Satuan', en: 'Unit' }, type: 'string' },
    { name: 'year', label: { id: 'Tahun', en: 'Year' }, type: 'integer' },
    {
      name: 'measure',
      label: { id: 'Cara ukur', en: 'Measure' },
      type: 'string',
      values: ['presence', 'area'],
    },
    BUDGET_IDR,
    START,
    END,
    CODES,
    ORIGIN,
    VERIFICATION,
    CONFIRMED,
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...RECORD_SOURCE,
})
