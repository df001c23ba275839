import { ACTIVITY_STATUSES } from '../model/activity.ts'
import {
  BUDGET_IDR,
  CODES,
  CONFIRMED,
  END,
  ID,
  ORGANISATIONS,
  ORIGIN,
  START,
  THEMES,
  TITLE,
  VERIFICATION,
} from './fields.ts'
import { defineLayer } from './layer.ts'
import { RECORD_SOURCE } from './licences.ts'

export const activities = defineLayer({
  id: 'activities',
  title: { id: 'Lokasi kegiatan mitra', en: 'Partner activity sites' },
  about: {
    id: 'Titik, jalur, dan kawasan kerja mitra; kegiatan yang hanya menyebut desa tampil lewat warna desanya.',
    en: 'Points, lines and areas where partners work; work that names only a village shows through its colour.',
  },
  geometry: 'mixed',
  family: 'records',
  keyedBy: 'status',
  legend: [
    { value: 'ongoing', label: { id: 'Kegiatan berjalan', en: 'Ongoing activity' }, meaning: 'activity' },
    { value: 'planned', label: { id: 'Kegiatan direncanakan', en: 'Planned activity' }, meaning: 'activity' },
    { value: 'completed', label: { id: 'Kegiatan selesai', en: 'Completed activity' }, meaning: 'activity' },
    { value: 'suspended', label: { id: 'Kegiatan ditunda', en: 'Suspended activity' }, meaning: 'activity' },
    { value: 'cancelled', label: { id: 'Kegiatan dibatalkan', en: 'Cancelled activity' }, meaning: 'activity' },
  ],
  gathered: {
    value: 'cluster',
    label: { id: 'Beberapa kegiatan berdekatan dan banyaknya', en: 'Several activities close together, and how many' },
    meaning: 'activity',
  },
  fields: [
    ID,
    TITLE,
    THEMES,
    ORGANISATIONS,
    { name: 'status', label: { id: 'Status', en: 'Status' }, type: 'string', values: ACTIVITY_STATUSES },
    START,
    END,
    BUDGET_IDR,
    { name: 'beneficiaries', label: { id: 'Penerima manfaat', en: 'Beneficiaries' }, type: 'integer' },
    CODES,
    ORIGIN,
    VERIFICATION,
    CONFIRMED,
  ],
  minZoom: 5,
  maxZoom: 22,
  shownAtFirst: false,
  ...RECORD_SOURCE,
})
