/** What stands behind the large figure. */
export const meaning = {
  'meaning.title': 'Arti angka ini',
  'meaning.verdict': 'Putusan',
  'meaning.among': 'Penyebut',
  'meaning.among.targeted':
    '{targeted} {units} yang punya target {theme} pada {period}, dari {total} {units} di {region}.',
  'meaning.among.all': 'Semua {total} {units} di {region}, bertarget atau tidak.',
  'meaning.records': 'Catatan',
  'meaning.records.text':
    '{activities, number} kegiatan dan {targets, number} target menentukan putusan tempat-tempat ini. Kegiatan yang ditunda atau dibatalkan tidak dihitung.',
  'meaning.filters': 'Saringan',
  'meaning.filters.text': 'Yang dihitung hanya: {names}.',
  'meaning.sample': 'Data contoh',
  'meaning.asOf': 'Per tanggal',
  'meaning.asOf.text': '{date}, jurnal sampai entri {seq}.',
  'meaning.boundaries': 'Batas',
  'meaning.quote': 'Angka dengan sumbernya',
  'meaning.quote.text':
    '{figure} {counted}, {denominator}. {region}, {theme}, {period}. Bentang, {date}, entri jurnal {seq}: {url}',
  'meaning.copy': 'Salin',
  'meaning.copied': 'Tersalin',
  'meaning.table': 'Tabel tempat-tempatnya',
  'meaning.csv': 'Unduh sebagai CSV',
  'meaning.method': 'Semua putusan dan aturan menghitung',
} as const
