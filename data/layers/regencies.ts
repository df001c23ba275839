import { AREA_HA, CODE, ID, NAME, TITLE } from './fields.ts'
import { defineLayer } from './layer.ts'
import { BOUNDARY_SOURCE } from './licences.ts'

export const regencies = defineLayer({
  id: 'regencies',
  title: { id: 'Batas kabupaten', en: 'Regency boundaries' },
  about: {
    id: 'Batas indikatif kabupaten yang datanya ada di Bentang.',
    en: 'Indicative boundaries of the regencies that Bentang holds data for.',
  },
  geometry: 'polygon',
  family: 'reference',
  legend: [{ value: 'regency', label: { id: 'Batas kabupaten', en: 'Regency boundary' }, meaning: 'boundary' }],
  fields: [ID, TITLE, CODE, NAME, AREA_HA],
  minZoom: 0,
  maxZoom: 22,
  shownAtFirst: true,
  ...BOUNDARY_SOURCE,
})
