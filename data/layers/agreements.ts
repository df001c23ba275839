import { AGREEMENT_KINDS, AGREEMENT_STAGES } from '../model/agreement.ts'
import {
  CODES,
  CONFIRMED,
  END,
  ID,
  ORGANISATIONS,
  ORIGIN,
  REGION,
  START,
  THEMES,
  TITLE,
  VERIFICATION,
} from './fields.ts'
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
    ID,
    TITLE,
    { name: 'kind', label: { id: 'Bentuk', en: 'Form' }, type: 'string', values: AGREEMENT_KINDS },
    { name: 'stage', label: { id: 'Tahap', en: 'Stage' }, type: 'string', values: AGREEMENT_STAGES },
    THEMES,
    ORGANISATIONS,
    START,
    END,
    REGION,
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
