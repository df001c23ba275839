import { badRequest, Refusal } from '../../problems.ts'

export const tooSlow = (): Refusal =>
  new Refusal(
    'too-slow',
    {
      id: 'Menghitung bentuk ini melewati batas dua detik. Persempit wilayah, periode, atau temanya, lalu coba lagi.',
      en: 'Computing these shapes ran past the limit of two seconds. Narrow the area, period or theme, then try again.',
    },
    { 'Retry-After': '5' },
  )

export const tooMany = (): Refusal =>
  new Refusal(
    'too-slow',
    {
      id: 'Terlalu banyak bentuk sedang dihitung untuk pembaca lain. Coba lagi dalam beberapa detik.',
      en: 'Too many shapes are being computed for other readers. Try again in a few seconds.',
    },
    { 'Retry-After': '5' },
  )

export const lost = (): Refusal =>
  new Refusal(
    'rebuilding',
    {
      id: 'Bagian yang menghitung bentuk berhenti di tengah pekerjaan dan dimulai lagi. Coba lagi; bila terulang, persempit wilayahnya.',
      en: 'The part that computes shapes stopped in the middle and is starting again. Try again; if it repeats, narrow the area.',
    },
    { 'Retry-After': '1' },
  )

/** For whoever left before the answer; nobody reads it. */
export const abandoned = (): Refusal =>
  new Refusal('too-slow', {
    id: 'Permintaan ini dibatalkan sebelum selesai. Ulangi bila masih diperlukan.',
    en: 'This request was abandoned before it was done. Ask again if it is still wanted.',
  })

export const closed = (): Refusal =>
  new Refusal('rebuilding', {
    id: 'Server sedang berhenti. Coba lagi setelah dimulai kembali.',
    en: 'The server is stopping. Try again once it is back.',
  })

export const tooTangled = (): Refusal =>
  badRequest({
    id: 'Garis batas bentuk ini terlalu kusut untuk diperiksa. Sederhanakan atau gambar ulang, lalu kirim lagi.',
    en: 'The boundary of this shape is too tangled to be checked. Simplify it or draw it again, then send it again.',
  })
