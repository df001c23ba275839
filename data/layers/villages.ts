import { AREA_HA, CODE, ID, NAME, TITLE } from './fields.ts'
import { defineLayer } from './layer.ts'
import { BOUNDARY_SOURCE } from './licences.ts'
import { VERDICT_LEGEND } from './verdicts.ts'

export const villages = defineLayer({
  id: 'villages',
  title: { id: 'Desa dan kelurahan', en: 'Villages' },
  about: {
    id: 'Tiap desa diwarnai menurut putusannya untuk tema dan tahun yang dipilih.',
    en: 'Every village, coloured by its verdict for the chosen theme and years.',
  },
  geometry: 'polygon',
  family: 'reference',
  keyedBy: 'verdict',
  legend: VERDICT_LEGEND,
  fields: [
    ID,
    TITLE,
    CODE,
    NAME,
    { name: 'district', label: { id: 'Kecamatan', en: 'District' }, type: 'string' },
    AREA_HA,
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: true,
  ...BOUNDARY_SOURCE,
})
