import { CODE, NAME } from './fields.ts'
import { defineLayer } from './layer.ts'
import { ANALYSIS_SOURCE } from './licences.ts'

export const overlaps = defineLayer({
  id: 'overlaps',
  title: { id: 'Sorotan tumpang tindih', en: 'Overlap outlines' },
  about: {
    id: 'Garis tegas di sekeliling tiap unit tempat dua lembaga atau lebih bekerja tanpa ikatan bersama.',
    en: 'A firm outline around every unit where two or more organisations work without a common bond.',
  },
  geometry: 'polygon',
  family: 'analysis',
  keyedBy: 'verdict',
  legend: [{ value: 'overlap', label: { id: 'Garis tumpang tindih', en: 'Overlap outline' }, meaning: 'overlap' }],
  fields: [CODE, NAME, { name: 'activities', label: { id: 'Kegiatan', en: 'Activities' } }],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...ANALYSIS_SOURCE,
})
