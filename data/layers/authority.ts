import { CONFIRMED, ID, NAME, ORIGIN, TITLE, VERIFICATION } from './fields.ts'
import { defineLayer } from './layer.ts'
import { RECORD_SOURCE } from './licences.ts'

export const authority = defineLayer({
  id: 'authority',
  title: { id: 'Kewenangan kawasan', en: 'Authority areas' },
  about: {
    id: 'Siapa yang berwenang bertindak di darat dan laut ini.',
    en: 'Who may act on this land and sea.',
  },
  geometry: 'polygon',
  family: 'records',
  keyedBy: 'kind',
  legend: [
    { value: 'marine_reserve', label: { id: 'Suaka alam laut', en: 'Marine reserve' }, meaning: 'authority' },
    { value: 'conservation_reserve', label: { id: 'Cagar alam', en: 'Conservation reserve' }, meaning: 'authority' },
    { value: 'protection_forest', label: { id: 'Hutan lindung', en: 'Protection forest' }, meaning: 'authority' },
    { value: 'production_forest', label: { id: 'Hutan produksi', en: 'Production forest' }, meaning: 'authority' },
    { value: 'other_use', label: { id: 'Areal penggunaan lain', en: 'Other use' }, meaning: 'authority' },
  ],
  fields: [
    ID,
    TITLE,
    NAME,
    {
      name: 'kind',
      label: { id: 'Jenis kawasan', en: 'Kind of area' },
      type: 'string',
      values: ['conservation_reserve', 'marine_reserve', 'protection_forest', 'production_forest', 'other_use'],
    },
    { name: 'holder', label: { id: 'Pemegang kewenangan', en: 'Authority' }, type: 'string' },
    { name: 'areaHaReported', label: { id: 'Luas menurut sumber (ha)', en: 'Area reported (ha)' }, type: 'number' },
    { name: 'decree', label: { id: 'Dasar penetapan', en: 'Decree' }, type: 'string' },
    ORIGIN,
    VERIFICATION,
    CONFIRMED,
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: true,
  ...RECORD_SOURCE,
})
