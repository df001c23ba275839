import type { LayerSpec } from './layer.ts'

type Field = LayerSpec['fields'][number]

/** Columns that several layers share, worded once. */
export const CODE: Field = { name: 'code', label: { id: 'Kode wilayah', en: 'Area code' } }
export const NAME: Field = { name: 'name', label: { id: 'Nama', en: 'Name' } }
export const TITLE: Field = { name: 'title', label: { id: 'Judul', en: 'Title' } }
export const THEMES: Field = { name: 'themes', label: { id: 'Tema', en: 'Themes' } }
export const ORGANISATIONS: Field = { name: 'organisations', label: { id: 'Lembaga', en: 'Organisations' } }
export const START: Field = { name: 'start', label: { id: 'Mulai', en: 'Start' } }
export const END: Field = { name: 'end', label: { id: 'Selesai', en: 'End' } }
export const AREA_HA: Field = { name: 'areaHa', label: { id: 'Luas (ha)', en: 'Area (ha)' } }
export const UNIT_HA: Field = { name: 'unitHa', label: { id: 'Luas unit (ha)', en: 'Area of the unit (ha)' } }
export const ORIGIN: Field = { name: 'origin', label: { id: 'Asal data', en: 'Origin' } }
