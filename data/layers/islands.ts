import { AREA_HA, CODE, ID, NAME, TITLE } from './fields.ts'
import { defineLayer } from './layer.ts'
import { GAZETTEER_SOURCE } from './licences.ts'

export const islands = defineLayer({
  id: 'islands',
  title: { id: 'Pulau', en: 'Islands' },
  about: {
    id: 'Pulau resmi; yang terlalu kecil untuk digambar bentuknya tampil sebagai titik.',
    en: 'Official islands; those too small for their shape to show appear as a dot.',
  },
  geometry: 'mixed',
  family: 'reference',
  keyedBy: 'populated',
  legend: [
    { value: 'true', label: { id: 'Pulau berpenduduk', en: 'Populated island' }, meaning: 'island' },
    { value: 'false', label: { id: 'Pulau tak berpenduduk', en: 'Unpopulated island' }, meaning: 'island' },
  ],
  fields: [
    ID,
    TITLE,
    CODE,
    NAME,
    AREA_HA,
    { name: 'populated', label: { id: 'Berpenduduk', en: 'Populated' }, type: 'boolean' },
    { name: 'outermost', label: { id: 'Pulau terluar', en: 'Outermost island' }, type: 'boolean' },
    { name: 'village', label: { id: 'Desa', en: 'Village' }, type: 'string' },
  ],
  minZoom: 6,
  maxZoom: 22,
  shownAtFirst: true,
  ...GAZETTEER_SOURCE,
})
