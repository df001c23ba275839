/** Small maps side by side. */
export const multiples = {
  'multiples.title.year': '{theme} di {region}, tahun demi tahun',
  'multiples.title.theme': 'Semua tema di {region}, {period}',
  'multiples.by': 'Susun menurut',
  'multiples.by.year': 'Menurut tahun',
  'multiples.by.theme': 'Menurut tema',
  'multiples.silent': 'Tanpa target dan tanpa kegiatan pada {period}: {themes}.',
} as const
