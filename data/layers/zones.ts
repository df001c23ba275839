import { CONFIRMED, END, ID, NAME, ORGANISATIONS, ORIGIN, START, THEMES, TITLE, VERIFICATION } from './fields.ts'
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
    ID,
    TITLE,
    NAME,
    {
      name: 'kind',
      label: { id: 'Jenis', en: 'Kind' },
      type: 'string',
      values: ['restoration', 'protection', 'livelihood', 'agroforestry', 'settlement', 'fisheries'],
    },
    { name: 'owner', label: { id: 'Penanggung jawab', en: 'Owner' }, type: 'string' },
    THEMES,
    ORGANISATIONS,
    START,
    END,
    ORIGIN,
    VERIFICATION,
    CONFIRMED,
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...RECORD_SOURCE,
})
