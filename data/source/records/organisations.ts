import type { AnyRecord, Source } from '../../model/record.ts'
import type { Organisation, OrganisationKind } from '../../model/organisation.ts'
import { sourcedBase } from './base.ts'
import { SOURCES } from './sources.ts'

type Row = {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly region?: string
  readonly source: Source
  readonly shortName?: string
  readonly parent?: string
  readonly wording?: string
  readonly urusan?: readonly string[]
  readonly themes?: readonly string[]
  readonly offices?: Organisation['offices']
  readonly note?: string
}

const KAL_BAR = '61'
const SINTANG = '61.05'
const KAYONG_UTARA = '61.11'
const SERUYAN = '62.07'
const KOTIM = '62.02'

const ROWS: readonly Row[] = [
  {
    id: 'pemkab-sintang',
    name: 'Pemerintah Kabupaten Sintang',
    kind: 'agency',
    region: SINTANG,
    source: SOURCES.preparation2024,
    offices: [
      { person: 'Kartiyus', role: 'Kepala Bappeda', asOf: '2021-03-12' },
      { person: 'Kartiyus', role: 'Kepala Bappeda', asOf: '2022-06-15' },
      { person: 'Kartiyus', role: 'Sekretaris Daerah', asOf: '2023-09-20' },
      { person: 'Kartiyus', role: 'Sekretaris Daerah', asOf: '2024-05-08' },
      { person: 'Boby Oktavianus', role: 'Kepala Bidang Perekonomian dan Sumber Daya Alam, Bappeda', asOf: '2024-05-08' },
      { person: 'Gregorius Herkulanus Bala', role: 'Bupati', asOf: '2025-07-02' },
      { person: 'Kurniawan', role: 'Kepala Bappeda', asOf: '2025-07-02' },
    ],
  },
  { id: 'cu-bima', name: 'CU BIMA', kind: 'credit_union', region: SINTANG, source: SOURCES.preparation2024 },
  {
    id: 'cu-gemilang',
    name: 'CU Gemilang',
    kind: 'credit_union',
    region: SINTANG,
    source: SOURCES.preparation2024,
    wording: 'GEMILANG',
    note: 'Berita menyebut "GEMILANG" saja; kami membacanya sebagai credit union karena urutannya sesudah CU BIMA.',
  },
  {
    id: 'lbbt',
    name: 'Lembaga Bela Banua Talino',
    shortName: 'LBBT',
    kind: 'ngo',
    region: SINTANG,
    source: SOURCES.preparation2024,
    wording: 'Perkumpulan Bela Banua Talino (LBBT)',
  },
  {
    id: 'relung-indonesia',
    name: 'Yayasan Resiliensi Lingkungan Indonesia',
    shortName: 'Relung Indonesia',
    kind: 'ngo',
    region: SINTANG,
    source: SOURCES.preparation2024,
  },
  {
    id: 'sekber-sintang',
    name: 'Sekretariat Bersama Multi Pihak Pembangunan Lestari',
    shortName: 'Sekber',
    kind: 'agency',
    region: SINTANG,
    source: SOURCES.coordination2023,
    offices: [{ person: 'Boby Oktavianus', role: 'Perwakilan Sekber', asOf: '2023-09-20' }],
  },
  {
    id: 'swandiri',
    name: 'Swandiri Inisiatif Sintang',
    shortName: 'SIS',
    kind: 'ngo',
    region: SINTANG,
    source: SOURCES.sekber2022,
  },
  {
    id: 'pemkab-seruyan',
    name: 'Pemerintah Kabupaten Seruyan',
    kind: 'agency',
    region: SERUYAN,
    source: SOURCES.border2025,
    offices: [{ person: 'Ahmad Selanorwanda', role: 'Bupati', asOf: '2025-09-16' }],
  },
  {
    id: 'pemkab-kotim',
    name: 'Pemerintah Kabupaten Kotawaringin Timur',
    kind: 'agency',
    region: KOTIM,
    source: SOURCES.border2025,
    offices: [
      { person: 'H. Halikinnor', role: 'Bupati', asOf: '2025-09-16' },
      { person: 'Irawati', role: 'Wakil Bupati', asOf: '2025-09-16' },
    ],
  },
  ...(
    [
      ['pendidikan', 'Dinas Pendidikan', ['education']],
      ['bpbd', 'BPBD', ['public_order']],
      ['damkar', 'Dinas Pemadam Kebakaran dan Penyelamatan', ['public_order']],
      ['perikanan', 'Dinas Perikanan', ['marine_fisheries']],
    ] as const
  ).flatMap(([id, name, urusan]) =>
    (
      [
        ['seruyan', 'Seruyan', SERUYAN],
        ['kotim', 'Kotawaringin Timur', KOTIM],
      ] as const
    ).map(([suffix, place, region]): Row => ({
      id: `opd-${id}-${suffix}`,
      name: `${name} Kabupaten ${place}`,
      kind: 'opd',
      region,
      source: SOURCES.borderDepartments,
      urusan,
    })),
  ),
  {
    id: 'pemkab-kayong-utara',
    name: 'Pemerintah Kabupaten Kayong Utara',
    kind: 'agency',
    region: KAYONG_UTARA,
    source: SOURCES.kerapu2022,
    wording: 'pemda',
  },
  {
    id: 'bappelitbang-kayong-utara',
    name: 'Bappelitbang Kabupaten Kayong Utara',
    shortName: 'Bappelitbang',
    kind: 'opd',
    region: KAYONG_UTARA,
    source: SOURCES.kerapu2022,
    offices: [{ person: 'Tasfirani', role: 'Kepala Bappelitbang', asOf: '2022-11-15' }],
  },
  {
    id: 'bksda-kalbar',
    name: 'Balai Konservasi Sumber Daya Alam Kalimantan Barat',
    shortName: 'BKSDA Kalbar',
    kind: 'agency',
    region: KAL_BAR,
    parent: 'kementerian-lhk',
    source: SOURCES.kerapu2022,
    wording: 'BKSDA',
    note: 'Unit kementerian yang mengurus kehutanan; pada 2022, tahun beritanya, Kementerian LHK.',
  },
  {
    id: 'bpkh',
    name: 'Balai Pemantapan Kawasan Hutan',
    shortName: 'BPKH',
    kind: 'agency',
    region: KAL_BAR,
    parent: 'kementerian-lhk',
    source: SOURCES.kerapu2022,
    wording: 'BPKH',
    note: 'Berita tidak menyebut balai wilayah yang mana. Unit kementerian yang mengurus kehutanan; pada 2022, tahun beritanya, Kementerian LHK.',
  },
  {
    id: 'dinas-kelautan',
    name: 'Dinas Kelautan',
    kind: 'opd',
    region: KAL_BAR,
    source: SOURCES.kerapu2022,
    wording: 'dinas kelautan',
    urusan: ['marine_fisheries'],
    note: 'Berita tidak menyebut dinas tingkat mana; dicatat pada provinsi karena urusan kelautan dibagi dengan provinsi.',
  },
  { id: 'pemprov-kalbar', name: 'Pemerintah Provinsi Kalimantan Barat', kind: 'agency', region: KAL_BAR, source: SOURCES.kerapu2022 },
  { id: 'bappenas', name: 'Bappenas', kind: 'ministry', source: SOURCES.kerapu2022 },
  {
    id: 'kementerian-lhk',
    name: 'Kementerian Lingkungan Hidup dan Kehutanan',
    kind: 'ministry',
    source: SOURCES.kerapu2022,
    wording: 'kemenLHK',
  },
  { id: 'kementerian-pariwisata', name: 'Kementerian Pariwisata', kind: 'ministry', source: SOURCES.kerapu2022 },
  {
    id: 'kementerian-kelautan',
    name: 'Kementerian Kelautan dan Perikanan',
    kind: 'ministry',
    source: SOURCES.kerapu2022,
    wording: 'kementerian kelautan',
  },
]

/** Organisations that the articles name, with persons only as named and the date of their office. */
export const ORGANISATIONS: readonly AnyRecord[] = ROWS.map(({ id, source, wording, ...own }): AnyRecord => {
  const { urusan = [], themes = [], offices, ...rest } = own
  const base = sourcedBase(id, wording ? { ...source, wording } : source)
  return { kind: 'organisation', record: { ...base, ...rest, ...(offices ? { offices } : {}), urusan, themes } }
})
