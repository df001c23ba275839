import { UNIT_FIELDS } from './fields.ts'
import { defineLayer } from './layer.ts'
import { ANALYSIS_SOURCE } from './licences.ts'

export const gaps = defineLayer({
  id: 'gaps',
  title: { id: 'Lahan celah', en: 'Gap ground' },
  about: {
    id: 'Lahan target yang belum dilayani siapa pun; bila targetnya tidak berluas, seluruh desanya.',
    en: 'Targeted ground that nobody serves; where the target has no area, the whole village.',
  },
  geometry: 'polygon',
  family: 'analysis',
  keyedBy: 'kind',
  legend: [{ value: 'gap', label: { id: 'Belum terlayani', en: 'Not served' }, meaning: 'gap' }],
  standsOn: ['gap', 'partial'],
  fields: [
    ...UNIT_FIELDS,
    { name: 'targetHa', label: { id: 'Luas target (ha)', en: 'Target area (ha)' }, type: 'number' },
    { name: 'shortHa', label: { id: 'Belum terlayani (ha)', en: 'Not served (ha)' }, type: 'number' },
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...ANALYSIS_SOURCE,
})
