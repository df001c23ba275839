import type { Organisation } from '../model/organisation.ts'
import { sourcedBase } from './records/base.ts'

const SOURCE = {
  text: 'Perangkat Daerah Kabupaten Sintang; pemetaan urusan adalah bacaan Bentang atas judul urusan UU 23/2014',
  url: 'https://adoc.pub/2014-adapun-urusan-pemerintahan-yang-menjadi-kewenangan-daer.html',
  date: '2014-10-02',
}
const NOTE = 
  'Nama dan tupoksi bersifat indikatif sampai dikonfirmasi oleh Bagian Organisasi. Berita menyebut 26 OPD hadir pada 20 September 2023, tetapi tidak menamainya.'

/** Id, name, short name, and the urusan read from the name; supporting bodies have none of the 32. */
const ROWS: readonly (readonly [id: string, name: string, shortName: string, urusan: readonly string[]])[] = [
  ['opd-pendidikan', 'Dinas Pendidikan dan Kebudayaan', 'Disdikbud', ['education', 'culture']],
  ['opd-kesehatan', 'Dinas Kesehatan', 'Dinkes', ['health']],
  ['opd-pu', 'Dinas Pekerjaan Umum', 'Dinas PU', ['public_works']],
  ['opd-tata-ruang', 'Dinas Penataan Ruang dan Pertanahan', 'Distarutanah', ['public_works', 'land']],
  ['opd-perkim', 'Dinas Perumahan Rakyat dan Kawasan Permukiman', 'Disperkim', ['housing']],
  ['opd-satpol-pp', 'Satuan Polisi Pamong Praja', 'Satpol PP', ['public_order']],
  ['opd-bpbd', 'Badan Penanggulangan Bencana Daerah', 'BPBD', ['public_order']],
  ['opd-sosial', 'Dinas Sosial', 'Dinsos', ['social']],
  ['opd-naker', 'Dinas Tenaga Kerja dan Transmigrasi', 'Disnakertrans', ['labour', 'transmigration']],
  [
    'opd-kbp3a',
    'Dinas Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak',
    'DKBP3A',
    ['family_planning', 'women_children'],
  ],
  ['opd-pangan', 'Dinas Ketahanan Pangan dan Perikanan', 'DKPP', ['food', 'marine_fisheries']],
  ['opd-dlh', 'Dinas Lingkungan Hidup', 'DLH', ['environment']],
  ['opd-dukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 'Disdukcapil', ['civil_registry']],
  ['opd-dpmpd', 'Dinas Pemberdayaan Masyarakat dan Pemerintahan Desa', 'DPMPD', ['village_empowerment']],
  ['opd-perhubungan', 'Dinas Perhubungan', 'Dishub', ['transport']],
  ['opd-kominfo', 'Dinas Komunikasi dan Informatika', 'Diskominfo', ['informatics', 'statistics', 'cryptography']],
  [
    'opd-perindagkop',
    'Dinas Perindustrian, Perdagangan, Koperasi dan Usaha Kecil Menengah',
    'Disperindagkop UKM',
    ['industry', 'trade', 'cooperatives'],
  ],
  ['opd-dpmptsp', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DPMPTSP', ['investment']],
  ['opd-porapar', 'Dinas Kepemudaan, Olahraga dan Pariwisata', 'Disporapar', ['youth_sport', 'tourism']],
  ['opd-perpustakaan', 'Dinas Perpustakaan dan Kearsipan', 'Disperpusip', ['library', 'archives']],
  ['opd-pertanian', 'Dinas Pertanian dan Perkebunan', 'Distanbun', ['agriculture']],
  ['opd-bappeda', 'Badan Perencanaan Pembangunan Daerah', 'Bappeda', []],
  ['opd-bpkad', 'Badan Pengelola Keuangan dan Aset Daerah', 'BPKAD', []],
  ['opd-bapenda', 'Badan Pendapatan Daerah', 'Bapenda', []],
  ['opd-kesbangpol', 'Badan Kesatuan Bangsa dan Politik', 'Kesbangpol', ['public_order']],
  ['opd-setda', 'Sekretariat Daerah', 'Setda', []],
]

/** The 26 departments of Sintang with their tupoksi as sets of urusan. */
export const OPD_SINTANG: readonly Organisation[] = ROWS.map(([id, name, shortName, urusan]) => ({
  ...sourcedBase(id, SOURCE, '2023-09-20'),
  note: NOTE,
  name,
  shortName,
  kind: 'opd',
  region: '61.05',
  urusan,
  themes: [],
}))
