import type { Words } from '../../data/model/words.ts'

export type LngLat = readonly [lng: number, lat: number]

/** Ten metres: enough to find the spot on a map, short enough to read aloud. */
const DECIMALS = 4
const shortly = (degrees: number): string => `${Number(Math.abs(degrees).toFixed(DECIMALS))}`

/** "111,49 BT 0,06 LU" and "111.49 E 0.06 N". */
export const positionWords = ([lng, lat]: LngLat): Words => ({
  id: `${shortly(lng)} ${lng < 0 ? 'BB' : 'BT'} ${shortly(lat)} ${lat < 0 ? 'LS' : 'LU'}`.replaceAll('.', ','),
  en: `${shortly(lng)} ${lng < 0 ? 'W' : 'E'} ${shortly(lat)} ${lat < 0 ? 'S' : 'N'}`,
})

/** By the beginning of what GEOS says; each sentence goes on with the place. */
const REASONS: readonly (readonly [string, Words])[] = [
  ['Self-intersection', { id: 'Garis batas berpotongan dengan dirinya', en: 'The boundary crosses itself' }],
  ['Ring Self-intersection', { id: 'Garis batas menyentuh dirinya', en: 'The boundary touches itself' }],
  ['Hole lies outside shell', { id: 'Sebuah lubang berada di luar areanya', en: 'A hole lies outside its area' }],
  ['Holes are nested', { id: 'Sebuah lubang berada di dalam lubang lain', en: 'A hole lies inside another hole' }],
  ['Nested shells', { id: 'Sebuah bagian berada di dalam bagian lain', en: 'A part lies inside another part' }],
  ['Duplicate Rings', { id: 'Satu garis batas tertulis dua kali', en: 'One boundary is written twice' }],
  ['Interior is disconnected', { id: 'Lubang membelah area menjadi terpisah', en: 'Holes cut the area into pieces' }],
  [
    'Too few points',
    {
      id: 'Sebuah garis batas punya kurang dari tiga titik berbeda',
      en: 'A boundary has fewer than three different points',
    },
  ],
]
const SOMETHING: Words = { id: 'Garis batas tidak sah', en: 'The boundary is not valid' }

/** The reason in words a partner understands, without an end. */
export const reasonWords = (geosReason: string, at: LngLat | null): Words => {
  const { id, en } = REASONS.find(([start]) => geosReason.startsWith(start))?.[1] ?? SOMETHING
  if (!at) return { id, en }
  const place = positionWords(at)
  return { id: `${id} di ${place.id}`, en: `${en} at ${place.en}` }
}

export const unclosedWords = (at: LngLat): Words => ({
  id: `Garis batas belum menutup di ${positionWords(at).id}`,
  en: `The boundary is not closed at ${positionWords(at).en}`,
})

export const repairedWords = ({ id, en }: Words): Words => ({
  id: `${id}; sudah diperbaiki.`,
  en: `${en}; it has been repaired.`,
})

export const nothingLeftWords = ({ id, en }: Words): Words => ({
  id: `${id}, dan tidak ada luas yang tersisa. Gambar ulang areanya.`,
  en: `${en}, and no area is left. Draw it again.`,
})

export const notFiniteWords = (place: number): Words => ({
  id: `Posisi ke-${place} bukan sepasang angka. Perbaiki bujur dan lintangnya, lalu kirim lagi.`,
  en: `Position ${place} is not a pair of numbers. Correct its longitude and latitude, then send it again.`,
})

export const outOfRangeWords = (place: number, [lng, lat]: LngLat): Words => ({
  id: `Posisi ke-${place} (${lng}, ${lat}) di luar bumi: bujur -180 sampai 180, lintang -90 sampai 90. Perbaiki, lalu kirim lagi.`,
  en: `Position ${place} (${lng}, ${lat}) is off the earth: longitude -180 to 180, latitude -90 to 90. Correct it, then send it again.`,
})

export const acrossDateLineWords = (at: LngLat): Words => ({
  id: `Bentuk ini melompati separuh bumi menuju ${positionWords(at).id}. Potong di garis bujur 180 derajat, atau perbaiki bujurnya, lalu kirim lagi.`,
  en: `This shape leaps half the earth to ${positionWords(at).en}. Cut it at 180 degrees, or correct its longitude, then send it again.`,
})

export const TOO_FEW_FOR_AREA: Words = {
  id: 'Garis batas area butuh paling sedikit tiga titik berbeda. Tambahkan titiknya, lalu kirim lagi.',
  en: 'The boundary of an area needs at least three different points. Add them, then send it again.',
}
export const TOO_FEW_FOR_LINE: Words = {
  id: 'Garis butuh paling sedikit dua titik berbeda. Tambahkan titiknya, lalu kirim lagi.',
  en: 'A line needs at least two different points. Add them, then send it again.',
}
export const NO_AREA: Words = {
  id: 'Bentuk ini tidak punya luas. Gambar ulang areanya.',
  en: 'This shape has no area. Draw it again.',
}
export const NOT_SUPPORTED: Words = {
  id: 'Jenis bentuk ini tidak dikenal. Gunakan titik, garis, atau area.',
  en: 'This kind of shape is not known. Use a point, a line or an area.',
}
export const NOT_MEASURABLE: Words = {
  id: 'Bentuk ini terlalu rusak untuk diukur. Gambar ulang dengan lebih sederhana.',
  en: 'This shape is too damaged to be measured. Draw it again, more simply.',
}
