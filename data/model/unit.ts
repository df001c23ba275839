import type { Language } from './words.ts'

/** Units as records spell them on a keyboard -> as a page sets them. */
const SIGNS: { readonly [unit: string]: string } = { km2: 'km²', m2: 'm²', m3: 'm³' }

/** Counted things that our sources count in, as one and as several are called in English. */
const ENGLISH: { readonly [unit: string]: readonly [one: string, several: string] } = {
  anak: ['child', 'children'],
  balita: ['child under five', 'children under five'],
  buah: ['piece', 'pieces'],
  desa: ['village', 'villages'],
  'desa dan kelurahan': ['village', 'villages'],
  ekor: ['animal', 'animals'],
  fragmen: ['fragment', 'fragments'],
  guru: ['teacher', 'teachers'],
  kategori: ['category', 'categories'],
  kecamatan: ['district', 'districts'],
  kelompok: ['group', 'groups'],
  keluarga: ['family', 'families'],
  komunitas: ['community', 'communities'],
  laporan: ['report', 'reports'],
  'miliar rupiah': ['billion rupiah', 'billion rupiah'],
  mitra: ['partner', 'partners'],
  OPD: ['department', 'departments'],
  orang: ['person', 'people'],
  penerima: ['recipient', 'recipients'],
  pohon: ['tree', 'trees'],
  produk: ['product', 'products'],
  pulau: ['island', 'islands'],
  rumah: ['house', 'houses'],
  sekolah: ['school', 'schools'],
  titik: ['point', 'points'],
}

/** The unit of a figure in the reader's language; one that nobody foresaw stays as its record says it. */
export const unitIn = (unit: string, value: number, language: Language): string => {
  const named = language === 'en' ? ENGLISH[unit] : undefined
  return named ? named[value === 1 ? 0 : 1] : (SIGNS[unit] ?? unit)
}
