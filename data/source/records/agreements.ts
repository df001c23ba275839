import type { Agreement } from '../../model/agreement.ts'
import type { AnyRecord } from '../../model/record.ts'
import { sourcedBase } from './base.ts'
import { SOURCES } from './sources.ts'

const BORDER_PARTIES: Agreement['parties'] = [{ id: 'pemkab-seruyan' }, { id: 'pemkab-kotim' }]
const BORDER_REGION = '62'
const BORDER_SCOPE = ['62.07', '62.02'] as const
/** No term was reported; without a start an agreement would bind years before it was signed. */
const SINCE_SIGNING = { start: '2025-11-03', end: null }

const AGREEMENTS: readonly Agreement[] = [
  {
    ...sourcedBase('kb-sintang-mitra-2024', { ...SOURCES.preparation2024, wording: 'Kesepakatan Bersama' }),
    note: 'Rapat 8 Mei 2024 menyusun rancangan; berita penandatanganannya tidak ditemukan.',
    title: 'Kesepakatan Bersama Pemkab Sintang dan mitra pembangunan',
    kind: 'KB',
    stage: 'drafting',
    stages: [{ stage: 'drafting', date: '2024-05-08', source: SOURCES.preparation2024.url }],
    parties: [
      { id: 'pemkab-sintang' },
      { id: 'cu-bima' },
      { id: 'cu-gemilang', name: 'GEMILANG' },
      { id: 'lbbt', name: 'Perkumpulan Bela Banua Talino (LBBT)' },
      { id: 'relung-indonesia', name: 'Relung Indonesia' },
    ],
    fields: [
      { wording: 'beasiswa dan insentif tenaga pengajar atau guru honorer', themes: ['education', 'honorary_teachers'] },
      { wording: 'pemberian makanan tambahan', themes: ['supplementary_feeding'] },
      { wording: 'pendampingan dan pemberdayaan masyarakat hukum adat', themes: ['indigenous_peoples'] },
      { wording: 'penelitian dan pengembangan produk unggulan daerah', themes: ['local_products'] },
    ],
    scope: [],
    region: '61.05',
  },
  {
    ...sourcedBase('kb-seruyan-kotim-2025', { ...SOURCES.borderSigning, wording: 'kesepakatan bersama' }),
    note: 'Tahun rapat 16 September disimpulkan dari nama hari dan tanggal penandatanganan. Data kependudukan dibahas, tetapi tidak disebut di antara bidang yang ditandatangani.',
    title: 'Kesepakatan Bersama Kabupaten Seruyan dan Kotawaringin Timur',
    kind: 'KSDD',
    stage: 'signed',
    stages: [
      { stage: 'drafting', date: '2025-09-16', source: SOURCES.border2025.url },
      { stage: 'signed', date: '2025-11-03', source: SOURCES.borderSigning.url },
    ],
    parties: BORDER_PARTIES,
    fields: [
      { wording: 'anak tidak sekolah', themes: ['out_of_school_children'] },
      { wording: 'benih ikan nila', themes: ['aquaculture'] },
      { wording: 'penanggulangan bencana', themes: ['disaster'] },
      { wording: 'kebakaran permukiman', themes: ['settlement_fire'] },
    ],
    scope: BORDER_SCOPE,
    region: BORDER_REGION,
    period: SINCE_SIGNING,
  },
  ...(
    [
      ['pendidikan', 'penanganan anak tidak sekolah', 'anak tidak sekolah', ['out_of_school_children']],
      ['bpbd', 'penanggulangan bencana', 'bencana', ['disaster']],
      ['damkar', 'kebakaran permukiman', 'kebakaran permukiman', ['settlement_fire']],
      ['perikanan', 'benih ikan nila', 'benih ikan nila', ['aquaculture']],
    ] as const
  ).map(
    ([department, title, wording, themes]): Agreement => ({
      ...sourcedBase(`pks-seruyan-kotim-${department}`, { ...SOURCES.borderDepartments, wording: 'perjanjian kerja sama' }),
      title: `Perjanjian kerja sama Seruyan-Kotim: ${title}`,
      kind: 'PKS',
      stage: 'signed',
      stages: [{ stage: 'signed', date: '2025-11-03', source: SOURCES.borderDepartments.url }],
      parties: [{ id: `opd-${department}-seruyan` }, { id: `opd-${department}-kotim` }],
      fields: [{ wording, themes }],
      scope: BORDER_SCOPE,
      region: BORDER_REGION,
      period: SINCE_SIGNING,
    }),
  ),
]

export const AGREEMENT_RECORDS: readonly AnyRecord[] = AGREEMENTS.map((record) => ({ kind: 'agreement', record }))
