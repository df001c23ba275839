import { VERIFICATIONS } from '../model/record.ts'
import { VERDICT_KINDS } from '../model/verdict.ts'
import type { LayerField } from './layer.ts'

/** Columns that several layers share, worded once. */
export const ID: LayerField = { name: 'id', label: { id: 'Id', en: 'Id' }, type: 'string' }
export const CODE: LayerField = { name: 'code', label: { id: 'Kode wilayah', en: 'Area code' }, type: 'string' }
export const CODES: LayerField = {
  name: 'codes',
  label: { id: 'Kode wilayah yang disebut', en: 'Codes of places named' },
  type: 'strings',
}
export const REGION: LayerField = {
  name: 'region',
  label: { id: 'Kode kabupaten', en: 'Regency code' },
  type: 'string',
}
export const NAME: LayerField = { name: 'name', label: { id: 'Nama', en: 'Name' }, type: 'string' }
export const TITLE: LayerField = { name: 'title', label: { id: 'Judul', en: 'Title' }, type: 'string' }
export const THEMES: LayerField = { name: 'themes', label: { id: 'Tema', en: 'Themes' }, type: 'strings' }
export const ORGANISATIONS: LayerField = {
  name: 'organisations',
  label: { id: 'Lembaga', en: 'Organisations' },
  type: 'strings',
}
export const START: LayerField = { name: 'start', label: { id: 'Mulai', en: 'Start' }, type: 'date' }
export const END: LayerField = { name: 'end', label: { id: 'Selesai', en: 'End' }, type: 'date' }
export const AREA_HA: LayerField = { name: 'areaHa', label: { id: 'Luas (ha)', en: 'Area (ha)' }, type: 'number' }
export const BUDGET_IDR: LayerField = {
  name: 'budgetIdr',
  label: { id: 'Anggaran (Rp)', en: 'Budget (IDR)' },
  type: 'number',
}
export const ORIGIN: LayerField = {
  name: 'origin',
  label: { id: 'Asal data', en: 'Origin' },
  type: 'string',
  values: ['sourced', 'sample', 'entered'],
}
export const VERIFICATION: LayerField = {
  name: 'verification',
  label: { id: 'Verifikasi', en: 'Verification' },
  type: 'string',
  values: VERIFICATIONS,
}
export const CONFIRMED: LayerField = {
  name: 'confirmed',
  label: { id: 'Terakhir dikonfirmasi', en: 'Last confirmed' },
  type: 'date',
}

/** What both analyses say of a unit; the ground itself and its hectares come from `/api/gaps.geojson` and its twin. */
export const UNIT_FIELDS: readonly LayerField[] = [
  ID,
  TITLE,
  { name: 'theme', label: { id: 'Tema', en: 'Theme' }, type: 'string' },
  { name: 'period', label: { id: 'Tahun', en: 'Years' }, type: 'string' },
  CODE,
  NAME,
  {
    name: 'level',
    label: { id: 'Tingkat', en: 'Level' },
    type: 'string',
    values: ['village', 'district', 'regency', 'island', 'zone', 'authority'],
  },
  { name: 'within', label: { id: 'Termasuk', en: 'Within' }, type: 'string' },
  AREA_HA,
  { name: 'verdict', label: { id: 'Putusan', en: 'Verdict' }, type: 'string', values: VERDICT_KINDS },
  ORGANISATIONS,
  { name: 'activities', label: { id: 'Kegiatan', en: 'Activities' }, type: 'strings' },
  { name: 'targets', label: { id: 'Target', en: 'Targets' }, type: 'strings' },
]
