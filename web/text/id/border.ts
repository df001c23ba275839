/** The border workspace of two regencies. */
export const border = {
  'border.title': 'Ruang kerja perbatasan',
  'border.about':
    'Kedua sisi batas bersama, desa demi desa, pada bidang yang disepakati. Setiap pihak mengubah catatannya sendiri.',
  'border.back': 'Kembali ke kesepakatan',
  'border.found': 'Desa di perbatasan',
  'border.a': 'Kabupaten pertama',
  'border.b': 'Kabupaten kedua',
  'border.within': 'Dalam',
  'border.year': 'Tahun',
  'border.agreement': 'Kesepakatan',
  'border.km': '{km} km',
  'border.figure': 'desa dalam {km} km dari batas bersama sepanjang {length} km, data {date}',
  'border.village': 'Desa',
  'border.distance': 'Jarak',
  'border.touching': 'di batas',
  'border.side': '{name}, {count} desa',
  'border.activities': 'Kegiatan di bidang yang disepakati ({count})',
  'border.targets': 'Target di bidang yang disepakati ({count})',
  'border.map': 'Desa dalam {km} km dari batas {a} dan {b}',
  'border.apart': '{a} dan {b} tidak berbatasan. Pilih dua kabupaten yang bertetangga.',
  'border.none':
    'Belum ada kesepakatan yang mencakup kedua kabupaten. Sekber dapat mencatatnya di halaman Kesepakatan.',
} as const
