import { AREA_HA, CODE, ID, NAME, TITLE } from './fields.ts'
import { defineLayer } from './layer.ts'
import { BOUNDARY_SOURCE } from './licences.ts'

export const districts = defineLayer({
  id: 'districts',
  title: { id: 'Batas kecamatan', en: 'District boundaries' },
  about: {
    id: 'Kecamatan, digabung dari batas desa di dalamnya.',
    en: 'Districts, dissolved from the villages inside them.',
  },
  geometry: 'polygon',
  family: 'reference',
  legend: [{ value: 'district', label: { id: 'Batas kecamatan', en: 'District boundary' }, meaning: 'boundary' }],
  fields: [ID, TITLE, CODE, NAME, AREA_HA],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: true,
  ...BOUNDARY_SOURCE,
})
