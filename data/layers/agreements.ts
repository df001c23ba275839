import { END, ORGANISATIONS, ORIGIN, START, TITLE } from './fields.ts'
import { defineLayer } from './layer.ts'
import { RECORD_SOURCE } from './licences.ts'

export const agreements = defineLayer({
  id: 'agreements',
  title: { id: 'Wilayah perjanjian', en: 'Agreement areas' },
  about: {
    id: 'Wilayah yang disebut kesepakatan dan perjanjian kerja sama.',
    en: 'Places named in memoranda and cooperation agreements.',
  },
  geometry: 'polygon',
  family: 'records',
  legend: [{ value: 'agreement', label: { id: 'Wilayah perjanjian', en: 'Agreement area' }, meaning: 'agreement' }],
  fields: [
    TITLE,
    { name: 'kind', label: { id: 'Bentuk', en: 'Form' } },
    { name: 'stage', label: { id: 'Tahap', en: 'Stage' } },
    ORGANISATIONS,
    START,
    END,
    ORIGIN,
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...RECORD_SOURCE,
})
