import { UNIT_FIELDS } from './fields.ts'
import { defineLayer } from './layer.ts'
import { ANALYSIS_SOURCE } from './licences.ts'

export const overlaps = defineLayer({
  id: 'overlaps',
  title: { id: 'Lahan tumpang tindih', en: 'Overlap ground' },
  about: {
    id: 'Lahan yang masuk kawasan kerja dua lembaga atau lebih sekaligus; kerja berupa titik tidak punya lahan.',
    en: 'Ground inside the areas of two or more organisations at once; work given as a point has no ground.',
  },
  geometry: 'polygon',
  family: 'analysis',
  keyedBy: 'kind',
  legend: [
    {
      value: 'overlap',
      label: { id: 'Dilayani dua lembaga atau lebih', en: 'Served by two or more' },
      meaning: 'overlap',
    },
  ],
  standsOn: ['overlap', 'coordinated', 'partial'],
  fields: UNIT_FIELDS,
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...ANALYSIS_SOURCE,
})
