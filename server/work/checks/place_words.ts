import type { Words } from '../../../data/model/words.ts'

const kilometres = (km: number, language: 'id' | 'en'): string =>
  km < 1
    ? `${Math.max(1, Math.round(km * 1000))} m`
    : `${km.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })} km`

export const otherRegency = (village: string, regency: string, own: string): Words => ({
  id: `Lokasi ini di ${village}, ${regency}, bukan di ${own}. Geser lokasinya, atau biarkan bila memang di sana.`,
  en: `This site is in ${village}, ${regency}, not in ${own}. Move it, or leave it if it really is there.`,
})

export const inWaters = (place: string, awayKm: number, regency: string): Words => ({
  id: `Lokasi ini di laut, ${kilometres(awayKm, 'id')} dari ${place}; dihitung sebagai perairan ${regency}, tetapi tidak mengisi desa mana pun.`,
  en: `This site is at sea, ${kilometres(awayKm, 'en')} from ${place}; it counts as waters of ${regency}, but fills no village.`,
})

export const takeInstead = (place: string): Words => ({ id: `Pakai ${place}`, en: `Use ${place}` })

export const atTheEdge = (place: string, awayKm: number): Words => ({
  id: `Lokasi ini ${kilometres(awayKm, 'id')} di luar batas ${place}, yang hanya indikatif. Geser bila perlu.`,
  en: `This site is ${kilometres(awayKm, 'en')} outside the boundary of ${place}, which is only indicative. Move it if need be.`,
})

export const AT_SEA: Words = {
  id: 'Lokasi ini di laut lepas, jauh dari semua wilayah di Bentang ini. Geser lokasinya.',
  en: 'This site is on the open sea, far from every place in this Bentang. Move it.',
}

export const onOtherLand = (name: string | null): Words =>
  name === null
    ? {
        id: 'Lokasi ini di luar semua wilayah di Bentang ini. Geser lokasinya, atau pilih desanya.',
        en: 'This site is outside every place in this Bentang. Move it, or choose its village.',
      }
    : {
        id: `Lokasi ini di ${name}, di luar semua wilayah di Bentang ini. Geser lokasinya, atau pilih desanya.`,
        en: `This site is in ${name}, outside every place in this Bentang. Move it, or choose its village.`,
      }

export const swappedInto = (village: string): Words => ({
  id: `Bujur dan lintang tampaknya tertukar: dibalik, lokasi ini ada di ${village}.`,
  en: `Longitude and latitude seem to be swapped: turned around, this site is in ${village}.`,
})

export const SWAP_THEM: Words = { id: 'Balik bujur dan lintang', en: 'Swap longitude and latitude' }
export const USE_MENDED: Words = { id: 'Pakai bentuk yang sudah diperbaiki', en: 'Use the mended shape' }
