export const analysis = {
  'analysis.back': 'Kembali ke jawaban',
  'analysis.loading': 'Menghitung',
  'pairs.figure': '{count, plural, other {pasangan lembaga}}',
  'pairs.of': 'di {villages} dari {total} {units}',
  'pairs.ground': '{ha} ha lahan dilayani lebih dari satu lembaga',
  'pairs.with': 'Pasangan dari',
  'pairs.everyone': 'semua lembaga',
  'pairs.list': 'Pasangan lembaga',
  'pairs.units': '{count} {units}',
  'pairs.many': 'Tiga lembaga atau lebih di satu {unit}',
  'pairs.none':
    'Tidak ada dua lembaga yang mengerjakan {theme} di tempat yang sama di {region} pada {period}. Pilih tema, tahun, atau wilayah lain di pertanyaan.',
  'pairs.noneOf': 'Lembaga ini tidak bertemu lembaga lain pada {theme} {period}.',
  'pairs.about':
    'Hektare dihitung di tempat kawasan kerja keduanya bertemu; kerja berupa titik atau nama desa tidak berluas.',
} as const
