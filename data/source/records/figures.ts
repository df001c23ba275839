import type { AnyRecord, Source } from '../../model/record.ts'
import { sourcedBase } from './base.ts'
import { SOURCES } from './sources.ts'

/** The register's own figures carry no publication date; they are dated by the release of the list we read. */
const REGISTER_DATE = '2026-11-01'

const ROWS: readonly (readonly [
  id: string,
  topic: string,
  region: string,
  value: number,
  unit: string,
  label: readonly [id: string, en: string],
  source: Source,
  asOf: string,
])[] = [
  ['sintang-mitra-2023', 'sintang.partners', '61.05', 45, 'mitra', ['NGO hadir dalam rapat koordinasi', 'NGOs at the coordination meeting'], SOURCES.coordination2023, '2023-09-20'],
  ['sintang-mitra-lapor-2023', 'sintang.partners', '61.05', 41, 'mitra', ['Mitra yang melaporkan kegiatan', 'Partners that reported work'], SOURCES.award2023, '2023-12-14'],
  ['sintang-mitra-2025', 'sintang.partners', '61.05', 42, 'mitra', ['Mitra dalam rapat koordinasi', 'Partners at the coordination meeting'], SOURCES.coordination2025, '2025-07-02'],
  ['sintang-opd-2023', 'sintang.departments', '61.05', 26, 'OPD', ['OPD dalam rapat koordinasi', 'Departments at the coordination meeting'], SOURCES.coordination2023, '2023-09-20'],
  ['sintang-opd-2025', 'sintang.departments', '61.05', 25, 'OPD', ['OPD dalam rapat koordinasi', 'Departments at the coordination meeting'], SOURCES.coordination2025, '2025-07-02'],
  ['sintang-opd-data-2025', 'sintang.departments', '61.05', 30, 'OPD', ['OPD yang diminta data sektoral', 'Departments asked for sector data'], SOURCES.departments2025, '2025-06-10'],
  ['sintang-desa-lapor-2023', 'sintang.villages', '61.05', 133, 'desa', ['Desa dengan kegiatan mitra yang dilaporkan', 'Villages with reported partner work'], SOURCES.award2023, '2023-12-14'],
  ['sintang-desa-register', 'sintang.villages', '61.05', 406, 'desa dan kelurahan', ['Desa dan kelurahan menurut daftar kode', 'Villages in the code register'], SOURCES.register, REGISTER_DATE],
  ['sintang-desa-murni-register', 'sintang.rural_villages', '61.05', 390, 'desa', ['Desa menurut daftar kode', 'Rural villages in the code register'], SOURCES.register, REGISTER_DATE],
  ['sintang-desa-murni-bappeda', 'sintang.rural_villages', '61.05', 391, 'desa', ['Desa menurut Bappeda', 'Rural villages according to Bappeda'], SOURCES.villages, REGISTER_DATE],
  ['sintang-kecamatan-lapor-2023', 'sintang.districts', '61.05', 12, 'kecamatan', ['Kecamatan dengan kegiatan mitra yang dilaporkan', 'Districts with reported partner work'], SOURCES.award2023, '2023-12-14'],
  ['sintang-kecamatan-register', 'sintang.districts', '61.05', 14, 'kecamatan', ['Kecamatan menurut daftar kode', 'Districts in the code register'], SOURCES.register, REGISTER_DATE],
  ['sintang-kecamatan-2025', 'sintang.districts', '61.05', 14, 'kecamatan', ['Kecamatan dalam rapat koordinasi', 'Districts at the coordination meeting'], SOURCES.coordination2025, '2025-07-02'],
  ['award-kategori-2023', 'sintang.award_categories', '61.05', 13, 'kategori', ['Kategori Mitra Pembangunan Award', 'Categories of the partner award'], SOURCES.award2023, '2023-12-14'],
  ['award-penerima-2024', 'sintang.award_recipients', '61.05', 93, 'penerima', ['Penerima penghargaan', 'Award recipients'], SOURCES.award2024, '2024-12-16'],
  ['csr-nilai-2020', 'sintang.csr_2020', '61.05', 18.3, 'miliar rupiah', ['Dana CSR 2020', 'CSR funds of 2020'], SOURCES.csrWeights, '2021-03-12'],
  ['csr-nilai-2020-tribun', 'sintang.csr_2020', '61.05', 18.7, 'miliar rupiah', ['Dana CSR 2020', 'CSR funds of 2020'], SOURCES.csr2020, '2020-11-04'],
  ['csr-bobot-1', 'sintang.csr_weights', '61.05', 70, '%', ['Bobot CSR Award: besaran dana', 'CSR award weight: amount given'], SOURCES.csrWeights, '2021-03-12'],
  ['csr-bobot-2', 'sintang.csr_weights', '61.05', 5, '%', ['Bobot CSR Award: laporan tahun sebelumnya', 'CSR award weight: report of the year before'], SOURCES.csrWeights, '2021-03-12'],
  ['csr-bobot-3', 'sintang.csr_weights', '61.05', 15, '%', ['Bobot CSR Award: laporan tahun berjalan', 'CSR award weight: report of the current year'], SOURCES.csrWeights, '2021-03-12'],
  ['csr-bobot-4', 'sintang.csr_weights', '61.05', 15, '%', ['Bobot CSR Award: rencana tahun berikutnya', 'CSR award weight: plan for the next year'], SOURCES.csrWeights, '2021-03-12'],
  ['karimata-luas', 'karimata.area', '61.11', 282.97, 'km2', ['Luas Kepulauan Karimata', 'Area of the Karimata islands'], SOURCES.karimata, '2022-11-17'],
  ['karimata-pulau', 'karimata.islands', '61.11', 83, 'pulau', ['Pulau di Kepulauan Karimata', 'Islands of Karimata'], SOURCES.karimata, '2022-11-17'],
  ['karimata-pulau-cagar', 'karimata.islands', '61.11', 43, 'pulau', ['Pulau dalam cagar alam laut', 'Islands in the marine reserve'], SOURCES.karimataHistory, '2020-12-05'],
  ['karimata-pulau-berpenghuni', 'karimata.inhabited_islands', '61.11', 9, 'pulau', ['Pulau berpenghuni', 'Inhabited islands'], SOURCES.karimata, '2022-11-17'],
  ['karimata-suaka', 'karimata.marine_reserve', '61.11', 190_800, 'ha', ['Cagar alam laut', 'Marine reserve'], SOURCES.karimata, '2022-11-17'],
  ['karimata-suaka-1981', 'karimata.marine_reserve', '61.11', 77_000, 'ha', ['Cagar alam menurut keputusan 15 Juni 1981', 'Reserve in the decree of 15 June 1981'], { ...SOURCES.karimataDecree, wording: 'No. 2240/DJ/I/1981' }, '1981-06-15'],
  ['karimata-suaka-2000', 'karimata.marine_reserve', '61.11', 120_000, 'ha', ['Suaka alam laut menurut keputusan 23 Agustus 2000', 'Marine sanctuary in the decree of 23 August 2000'], { ...SOURCES.karimataHistory, wording: 'No. 259/Kpts-II/2000' }, '2000-08-23'],
  ['karimata-suaka-2014', 'karimata.marine_reserve', '61.11', 158_686.11, 'ha', ['Kawasan konservasi menurut keputusan 2 September 2014', 'Conservation area in the decree of 2 September 2014'], { ...SOURCES.karimataHistory, wording: 'No. 733/Menhut-II/2014' }, '2014-09-02'],
  ['karimata-hutan-lindung', 'karimata.protection_forest', '61.11', 18_313.91, 'ha', ['Hutan lindung', 'Protection forest'], SOURCES.karimata, '2022-11-17'],
  ['karimata-desa-fisik', 'karimata.buildable_villages', '61.11.06', 1, 'desa', ['Desa yang dapat menerima pembangunan fisik (Pelapis)', 'Villages that could get physical works (Pelapis)'], SOURCES.karimataWorks, '2022-11-09'],
  ['karimata-desa-konservasi', 'karimata.conservation_villages', '61.11.06', 2, 'desa', ['Desa dalam kawasan konservasi (Padang dan Betok Jaya)', 'Villages inside the conservation area (Padang and Betok Jaya)'], SOURCES.karimataWorks, '2022-11-09'],
]

const UNDATED = 'Sumber tidak memuat tanggal; dicatat menurut tanggal kami membacanya.'
const KARIMATA_NOTE =
  'Berita menyebut hari Kamis; tanggalnya disimpulkan dari RKU FM, Senin 14 November 2022, yang memuat angka yang sama.'

const noteOf = (source: Source): { note?: string } => {
  if (source === SOURCES.karimata) return { note: KARIMATA_NOTE }
  return source.date || source.wording ? {} : { note: UNDATED }
}

/** Reported numbers; those that share a topic and differ stand side by side. */
export const FIGURES: readonly AnyRecord[] = ROWS.map(([id, topic, region, value, unit, label, source, asOf]) => ({
  kind: 'figure',
  record: {
    ...sourcedBase(`angka-${id}`, source, asOf),
    ...noteOf(source),
    topic,
    region,
    value,
    unit,
    label: { id: label[0], en: label[1] },
    asOf,
  },
}))
