import { CODE, NAME } from './fields.ts'
import { defineLayer } from './layer.ts'
import { ANALYSIS_SOURCE } from './licences.ts'

export const gaps = defineLayer({
  id: 'gaps',
  title: { id: 'Sorotan celah', en: 'Gap outlines' },
  about: {
    id: 'Garis tegas di sekeliling tiap unit yang bertarget tetapi belum ada mitra aktif.',
    en: 'A firm outline around every unit with a target and no active partner.',
  },
  geometry: 'polygon',
  family: 'analysis',
  keyedBy: 'verdict',
  legend: [{ value: 'gap', label: { id: 'Garis celah', en: 'Gap outline' }, meaning: 'gap' }],
  fields: [CODE, NAME, { name: 'targets', label: { id: 'Target', en: 'Targets' } }],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...ANALYSIS_SOURCE,
})
