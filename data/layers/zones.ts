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
  legend: [{ value: 'zone', label: { id: 'Zona aksi lanskap', en: 'Landscape action zone' }, meaning: 'zone' }],
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
