import type { ImportField } from '../../data/model/importing.ts'
import type { Unit } from '../../data/model/reading/amounts.ts'
import { foldName } from '../../data/model/reading/names.ts'

/** Headings as partners write them, folded. */
const HEADINGS: { readonly [F in ImportField]: string } = {
  externalId:
    'id; id kegiatan; kode kegiatan; nomor kegiatan; no kegiatan; id eksternal; nomor sendiri; external id; activity id; project id; id proyek; kode proyek; uuid',
  title:
    'judul; judul kegiatan; nama kegiatan; kegiatan; program; nama program; nama proyek; proyek; uraian kegiatan; program kegiatan; title; activity; activity name; activity title; project; project name; project title; name; nama',
  themes: 'tema; bidang; sektor; isu; tema kegiatan; bidang kegiatan; theme; themes; sector; sectors; cluster',
  partner:
    'mitra; nama mitra; lembaga; nama lembaga; pelaksana; mitra pelaksana; organisasi; lsm; instansi; partner; implementer; implementing partner; implementing organisation; implementing organization; organisation; organization',
  funder: 'pendana; donor; donatur; penyandang dana; lembaga donor; funder; funding organisation; funding organization',
  supporter: 'pendukung; mitra pendukung; opd pendamping; supporter; supporting organisation',
  village:
    'desa; nama desa; desa kelurahan; kelurahan; desa kel; kel desa; kelurahan desa; lokasi desa; village; village name; adm4 name; admin4; adm4; adm4 en; adm4 id; wadmkd',
  district:
    'kecamatan; nama kecamatan; kec; district; sub district; subdistrict; adm3 name; admin3; adm3; adm3 en; adm3 id; wadmkc',
  regency:
    'kabupaten; nama kabupaten; kab; kabupaten kota; kab kota; regency; adm2 name; admin2; adm2; adm2 en; adm2 id; wadmkk',
  code: 'kode; kode desa; kode wilayah; kode kemendagri; kode bps; kode kecamatan; kode kabupaten; kode lokasi; code; village code; place code; adm4 code; adm3 code; adm2 code; adm4 pcode; adm3 pcode; adm2 pcode; pcode; kdepum; kdcpum; kdppum',
  lng: 'bujur; longitude; long; lng; lon; x; koordinat x; easting; bujur timur; bt; titik x; garis bujur',
  lat: 'lintang; latitude; lat; y; koordinat y; northing; lintang selatan; ls; lu; titik y; garis lintang',
  coordinates:
    'koordinat; titik koordinat; posisi; lokasi koordinat; koordinat lokasi; koordinat gps; gps; coordinates; coordinate; position; lat long; lat lng; latlong; lintang bujur',
  period:
    'periode; masa; masa kegiatan; jangka waktu; waktu; waktu pelaksanaan; tahun; tahun anggaran; tahun pelaksanaan; period; year; years; duration',
  start: 'mulai; tanggal mulai; tgl mulai; awal; tanggal awal; tahun mulai; start; start date; begin; date start; from',
  end: 'selesai; tanggal selesai; tgl selesai; akhir; tanggal akhir; berakhir; tahun selesai; end; end date; date end; until',
  status: 'status; status kegiatan; keadaan; activity status; project status',
  budgetIdr:
    'anggaran; dana; biaya; nilai; nilai anggaran; jumlah anggaran; total anggaran; pagu; besaran dana; nilai kegiatan; budget; budget idr; anggaran rp; amount; cost; total budget',
  beneficiaries:
    'penerima manfaat; jumlah penerima manfaat; penerima; jumlah penerima; sasaran; jumlah sasaran; jumlah orang; jiwa; beneficiaries; people reached; reached; number of beneficiaries',
  agreement: 'kesepakatan; pks; kb; perjanjian; agreement; mou',
  planningDocument: 'dokumen perencanaan; dokumen rencana; rpjmd; rkpd; renja; planning document',
  sourceText: 'sumber; sumber data; source; data source',
  sourceUrl: 'url; tautan; link; sumber url; alamat sumber; website; source url',
  sourceDate: 'tanggal sumber; tanggal data; tanggal laporan; source date; report date',
  note: 'catatan; keterangan; ket; deskripsi; description; note; notes; remarks; comments; desc',
  visibility: 'visibilitas; terlihat oleh; akses; visibility',
}

const FIELD_OF = new Map(
  (Object.entries(HEADINGS) as [ImportField, string][]).flatMap(([field, names]) =>
    names.split('; ').map((name) => [name, field] as const),
  ),
)
/** Nobody writes longer headings; a longer text is a title, or an attack on patient patterns. */
const LONGEST = 100

const UNIT_MARKS: readonly (readonly [RegExp, Unit])[] = [
  [/\b(?:ribu|ribuan|rb|thousand|thousands)\b|\b000\b/, 1e3],
  [/\b(?:juta|jutaan|jt|million|millions)\b/, 1e6],
  [/\b(?:miliar|miliaran|milyar|billion|billions)\b/, 1e9],
]

/** What "Anggaran (juta Rp)" says its numbers count in; null where the heading says nothing. */
export const unitOf = (heading: string): Unit | null => {
  const folded = foldName(heading)
  return UNIT_MARKS.find(([mark]) => mark.test(folded))?.[1] ?? null
}

/** What stands in brackets is an explanation. */
const plainHeading = (heading: string): string => foldName(heading.replace(/\([^)]*\)|\[[^\]]*\]|\*/g, ' '))

/** The field that a heading names; null where it names none we know. */
export const fieldOf = (heading: string): ImportField | null => {
  if (heading.length > LONGEST) return null
  const folded = plainHeading(heading)
  const bare = folded
    .replace(
      /\b(?:rp|idr|rupiah|ribu|ribuan|rb|juta|jutaan|jt|miliar|milyar|dalam|orang|jiwa|wgs ?84|dd|desimal|derajat)\b/g,
      ' ',
    )
    .replace(/ +/g, ' ')
    .trim()
  return FIELD_OF.get(folded) ?? FIELD_OF.get(bare) ?? null
}
