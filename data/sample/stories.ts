import type { Scene, Story } from '../model/story.ts'
import { sampleBase } from './base.ts'
import { type Ground, KARIMATA, KAYONG_UTARA, KOTIM, type SamplePlace, SERUYAN } from './ground.ts'
import type { Random } from './random.ts'

/** The islands of Karimata fill a screen that is wider than high. */
const ISLANDS = 'at=109.00000,-1.48000,9.40'
const STUNTING = `region=${KAYONG_UTARA}&theme=stunting&level=island`
const SEA = `region=${KARIMATA}&theme=marine_conservation`
const WATER = `region=${KAYONG_UTARA}&theme=clean_water`

type Villages = { readonly pelapis: SamplePlace; readonly betok: SamplePlace; readonly padang: SamplePlace }

const opening: Scene = {
  id: 'pembuka',
  kind: 'title',
  view: `?${STUNTING}&layers=regencies,districts,islands&${ISLANDS}`,
  title: 'Kepulauan Karimata: siapa bekerja di mana, dan apa yang belum',
  text: 'Bahan ekspose contoh untuk kementerian dan lembaga. Kegiatan, target dan mitranya karangan; pulau dan desanya nyata.',
  notes: 'Salam, perkenalkan Sekber, lalu langsung ke peta.',
  annotations: [],
  figures: {},
}

const need: Scene = {
  id: 'kebutuhan',
  kind: 'map',
  view: `?${STUNTING}&${ISLANDS}`,
  title: 'Stunting di pulau-pulau: {gap} belum ada mitra',
  text: 'Sudah ada mitra di {met}.\n\nYang dihitung adalah pulau di seluruh Kayong Utara; peta ini menunjukkan Karimata.',
  notes: 'Sebut pulaunya satu per satu. Angka di layar selalu keadaan hari ini.',
  annotations: [],
  figures: { gap: { subject: 'gap', as: 'count' }, met: { subject: 'met', as: 'count' } },
}

const authority = ({ pelapis, betok, padang }: Villages): Scene => ({
  id: 'kewenangan',
  kind: 'map',
  view: `?${STUNTING}&layers=regencies,districts,islands,zones,authority&${ISLANDS}`,
  title: 'Usul gugur karena kewenangan, bukan karena kebutuhan',
  text: 'Padang dan Betok Jaya berada dalam kawasan konservasi: pembangunan fisik di sana bukan kewenangan kabupaten. Pelapis berada di areal penggunaan lain.',
  notes: 'Di sinilah usul tahun lalu gugur. Tanyakan kepada BKSDA apa yang mungkin.',
  annotations: [
    {
      kind: 'area',
      ring: [
        [108.66, -1.3],
        [109.06, -1.3],
        [109.06, -1.74],
        [108.66, -1.74],
      ],
      text: 'Kawasan konservasi: izin pusat',
    },
    { kind: 'number', at: padang.position, number: 1, text: 'Padang' },
    { kind: 'number', at: betok.position, number: 2, text: 'Betok Jaya' },
    {
      kind: 'arrow',
      from: [pelapis.position[0] + 0.12, pelapis.position[1] - 0.16],
      to: pelapis.position,
      text: 'Pelapis: boleh dibangun',
    },
    { kind: 'label', at: [109.24, -1.72], text: 'Selat Karimata' },
  ],
  figures: {},
})

const change: Scene = {
  id: 'dua-tahun',
  kind: 'swipe',
  view: `?${SEA}&period=2024&${ISLANDS}`,
  after: `?${SEA}&period=2026&${ISLANDS}`,
  title: 'Konservasi laut: {kini} bekerja dalam satu kesepakatan',
  text: 'Kiri 2024: {dulu}. Kanan 2026. Geser garisnya.',
  notes: 'Geser pelan dari kanan ke kiri.',
  annotations: [],
  figures: {
    dulu: { subject: 'coordinated', as: 'count', view: `?${SEA}&period=2024` },
    kini: { subject: 'coordinated', as: 'count', view: `?${SEA}&period=2026` },
  },
}

const beside: Scene = {
  id: 'air-bersih',
  kind: 'map',
  view: `?${WATER}`,
  beside: 'table',
  title: 'Air bersih: {share} belum ada mitra',
  text: 'Seluruh kabupaten, agar Karimata tidak dilihat sendirian. Tabelnya memuat setiap desa.',
  notes: 'Beri waktu membaca tabel.',
  annotations: [],
  figures: { share: { subject: 'gap', as: 'share' } },
}

const closing: Scene = {
  id: 'penutup',
  kind: 'closing',
  view: `?${STUNTING}&${ISLANDS}`,
  title: 'Yang kami minta: satu kesepakatan, satu rencana kerja',
  text: 'Target stunting ada di {targeted}.\n\nMari menyusun Nota Kesepakatan dengan pemegang kewenangan, lalu rencana kerjanya.',
  notes: 'Tutup dengan jadwal pertemuan berikut.',
  annotations: [],
  figures: { targeted: { subject: 'targeted', as: 'count' } },
}

const SCHOOL = 'theme=out_of_school_children'

const border: readonly Scene[] = [
  {
    id: 'pembuka',
    kind: 'title',
    view: `?region=${SERUYAN}&${SCHOOL}`,
    title: 'Seruyan dan Kotawaringin Timur: satu perbatasan, dua daftar target',
    text: 'Bahan contoh untuk rapat kerja sama daerah.',
    annotations: [],
    figures: {},
  },
  {
    id: 'koridor',
    kind: 'map',
    view: `?region=${SERUYAN}&${SCHOOL}&corridor=${SERUYAN},${KOTIM},5`,
    title: 'Anak tidak sekolah di Seruyan: {met} sudah ada mitra',
    text: 'Di Kotawaringin Timur: {sebelah}. Yang ditandai adalah desa sampai 5 km dari batas bersama.',
    annotations: [],
    figures: {
      met: { subject: 'met', as: 'count' },
      sebelah: { subject: 'met', as: 'count', view: `?region=${KOTIM}&${SCHOOL}` },
    },
  },
  {
    id: 'penutup',
    kind: 'closing',
    view: '',
    title: 'Langkah berikut: bidang bersama ke dalam KSDD',
    text: 'Pilih bidang, desa dan penanggung jawab di ruang kerja perbatasan.',
    annotations: [],
    figures: {},
  },
]

/** The ekspose of Karimata in six scenes and a short story of a border; their figures are counted when they are shown. */
export const makeStories = (ground: Ground, random: Random): readonly Story[] => {
  const [pelapis, betok, padang] = ground.within(KARIMATA)
  if (!pelapis || !betok || !padang) return []
  const told = {
    confirmed: '2026-11-16',
    note: 'Cerita contoh: kegiatan, target dan mitra di dalamnya karangan.',
    author: 'Sekber (contoh)',
    language: 'id',
  } as const
  return [
    {
      ...sampleBase('sample-story-karimata', random),
      ...told,
      owner: 'bappelitbang-kayong-utara',
      name: 'Ekspose contoh Kepulauan Karimata',
      subtitle: 'Enam adegan untuk kementerian dan lembaga',
      region: KAYONG_UTARA,
      scenes: [opening, need, authority({ pelapis, betok, padang }), change, beside, closing],
    },
    {
      ...sampleBase('sample-story-perbatasan', random),
      ...told,
      name: 'Kerja sama perbatasan contoh Seruyan-Kotawaringin Timur',
      region: SERUYAN,
      scenes: border,
    },
  ]
}
