import { END, NAME, ORIGIN, START } from './fields.ts'
import { defineLayer } from './layer.ts'
import { RECORD_SOURCE } from './licences.ts'

export const zones = defineLayer({
  id: 'zones',
  title: { id: 'Zona aksi lanskap', en: 'Landscape action zones' },
  about: {
    id: 'Zona rencana aksi lanskap berkelanjutan, dengan waktu, peran, dan sumber dayanya.',
    en: 'Zones of the sustainable-landscape plan, with time, roles and resources.',
  },
  geometry: 'polygon',
  family: 'records',
  keyedBy: 'kind',
  legend: [
    { value: 'restoration', label: { id: 'Zona pemulihan', en: 'Restoration zone' }, meaning: 'zone' },
    { value: 'protection', label: { id: 'Zona perlindungan', en: 'Protection zone' }, meaning: 'zone' },
    { value: 'livelihood', label: { id: 'Zona penghidupan', en: 'Livelihood zone' }, meaning: 'zone' },
    { value: 'agroforestry', label: { id: 'Zona agroforestri', en: 'Agroforestry zone' }, meaning: 'zone' },
    { value: 'settlement', label: { id: 'Zona permukiman', en: 'Settlement zone' }, meaning: 'zone' },
    { value: 'fisheries', label: { id: 'Zona perikanan', en: 'Fisheries zone' }, meaning: 'zone' },
  ],
  fields: [
    NAME,
    { name: 'kind', label: { id: 'Jenis', en: 'Kind' } },
    { name: 'owner', label: { id: 'Penanggung jawab', en: 'Owner' } },
    START,
    END,
    ORIGIN,
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...RECORD_SOURCE,
})
