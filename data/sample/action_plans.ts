import type { Activity } from '../model/activity.ts'
import type { Agreement } from '../model/agreement.ts'
import type { Plan, PlanAction } from '../model/plan.ts'
import { sampleBase } from './base.ts'
import { type Ground, KARIMATA, KAYONG_UTARA } from './ground.ts'
import type { Random } from './random.ts'

/** An action with what most of them lack left out. */
type Draft = Pick<PlanAction, 'id' | 'what' | 'theme' | 'period'> & Partial<PlanAction>

const filled = (given: Draft): PlanAction => ({
  places: [],
  supporting: [],
  resources: [],
  dependsOn: [],
  status: 'planned',
  activities: [],
  ...given,
})

const MILLION = 1_000_000

type Parties = { readonly department: string; readonly partners: readonly string[] }
type Places = { readonly pelapis: string; readonly betok: string; readonly padang: string }

const preparing = ({ department, partners }: Parties, { pelapis, betok, padang }: Places): readonly Draft[] => [
  {
    id: 'kesepakatan-warga',
    what: 'Musyawarah desa tentang zona tangkap nelayan kecil',
    theme: 'coastal_livelihood',
    period: { start: '2025-03-01', end: '2025-08-31' },
    places: [pelapis, betok, padang],
    responsible: { id: department, role: 'memimpin musyawarah' },
    supporting: [{ id: partners[0]! }],
    resources: [
      { kind: 'money', amount: 60 * MILLION, what: 'APBD', secured: true },
      { kind: 'people', amount: 6, what: 'fasilitator', by: partners[0]!, secured: true },
    ],
    indicator: { name: 'Desa yang bersepakat', unit: 'desa', target: 3, achieved: 3 },
    progress: { percent: 100, date: '2025-08-20' },
    status: 'completed',
    document: { kind: 'RKPD', item: 'Contoh: pengelolaan pesisir 2025' },
  },
  {
    id: 'survei-karang',
    what: 'Survei dasar terumbu karang dan ikan karang',
    theme: 'marine_conservation',
    period: { start: '2025-09-01', end: '2026-02-28' },
    places: [betok, padang],
    responsible: { id: partners[1]!, role: 'tim survei' },
    supporting: [{ id: department }, { id: partners[2]! }],
    resources: [
      { kind: 'money', amount: 240 * MILLION, what: 'dana mitra', by: partners[1]!, secured: true },
      { kind: 'people', amount: 8, what: 'penyelam', by: partners[1]!, secured: true },
    ],
    dependsOn: ['kesepakatan-warga'],
    indicator: { name: 'Titik pantau', unit: 'titik', target: 24, achieved: 24 },
    progress: { percent: 100, date: '2026-03-10' },
    status: 'completed',
  },
]

const carryingOut = ({ department, partners }: Parties, { pelapis, betok, padang }: Places): readonly Draft[] => [
  {
    id: 'zona-tangkap',
    what: 'Tanda batas zona tangkap nelayan kecil',
    theme: 'coastal_livelihood',
    period: { start: '2026-03-01', end: '2026-09-30' },
    places: [pelapis, betok],
    responsible: { id: department },
    supporting: [{ id: partners[0]! }, { id: partners[3]! }],
    resources: [
      { kind: 'money', amount: 180 * MILLION, what: 'APBD', secured: true },
      { kind: 'in_kind', amount: 12, unit: 'buah', what: 'pelampung batas', by: partners[3]!, secured: true },
    ],
    dependsOn: ['kesepakatan-warga', 'survei-karang'],
    indicator: { name: 'Batas terpasang', unit: 'titik', target: 12, achieved: 7 },
    progress: { percent: 55, date: '2026-10-02' },
    status: 'ongoing',
    document: { kind: 'Renja', item: 'Contoh: perikanan tangkap 2026' },
  },
  {
    id: 'transplantasi',
    what: 'Transplantasi karang bersama kelompok warga',
    theme: 'marine_conservation',
    period: { start: '2026-03-15', end: '2027-06-30' },
    places: [padang],
    responsible: { id: partners[1]! },
    supporting: [{ id: partners[2]! }],
    resources: [
      { kind: 'money', amount: 420 * MILLION, what: 'dana mitra', by: partners[1]!, secured: true },
      { kind: 'money', amount: 150 * MILLION, what: 'usulan APBD 2027', by: department, secured: false },
    ],
    dependsOn: ['survei-karang'],
    indicator: { name: 'Karang ditanam', unit: 'fragmen', target: 3_000, achieved: 900 },
    progress: { percent: 30, date: '2026-11-05' },
    status: 'ongoing',
  },
  {
    id: 'modal-kelompok',
    what: 'Modal kelompok pengolah ikan',
    theme: 'coastal_livelihood',
    period: { start: '2026-10-01', end: '2027-09-30' },
    places: [pelapis],
    supporting: [{ id: partners[3]! }],
    resources: [{ kind: 'money', amount: 200 * MILLION, what: 'simpan pinjam', by: partners[3]!, secured: false }],
    dependsOn: ['zona-tangkap'],
    indicator: { name: 'Kelompok berjalan', unit: 'kelompok', target: 5 },
    document: { kind: 'RPJMD', item: 'Contoh: ekonomi pesisir' },
  },
  {
    id: 'pantau-bersama',
    what: 'Pemantauan bersama dan laporan tahunan',
    theme: 'marine_conservation',
    period: { start: '2027-07-01', end: '2027-12-31' },
    responsible: { id: department },
    supporting: partners.map((id) => ({ id })),
    dependsOn: ['transplantasi', 'zona-tangkap'],
    indicator: { name: 'Laporan', unit: 'laporan', target: 1 },
  },
]

/** Public work of the parties on the theme of an action, in the regency. */
const linked = (action: PlanAction, parties: readonly string[], activities: readonly Activity[]): readonly string[] =>
  activities
    .filter(
      ({ themes, organisations, sites, visibility, verification }) =>
        visibility === 'public' &&
        verification === 'verified' &&
        themes.includes(action.theme) &&
        organisations.every(({ id }) => parties.includes(id)) &&
        sites.some((site) => 'code' in site && site.code.startsWith(KAYONG_UTARA)),
    )
    .slice(0, 2)
    .map(({ id }) => id)

/** One plan for the three villages of the Karimata islands, under the sample agreement that is in force there. */
export const makePlans = (
  ground: Ground,
  agreements: readonly Agreement[],
  activities: readonly Activity[],
  random: Random,
): readonly Plan[] => {
  const [pelapis, betok, padang] = ground.within(KARIMATA)
  const agreement = agreements.find(({ scope, stage }) => scope.includes(KARIMATA) && stage === 'running')
  const [department, ...partners] = agreement?.parties.map(({ id }) => id) ?? []
  if (!pelapis || !betok || !padang || !agreement || !department || partners.length < 4) return []
  const parties: Parties = { department, partners }
  const places: Places = { pelapis: pelapis.code, betok: betok.code, padang: padang.code }
  return [
    {
      ...sampleBase('contoh-rencana-01', random),
      confirmed: '2026-11-05',
      owner: department,
      note: 'Rencana contoh: semua aksi, jumlah dan kemajuannya karangan.',
      name: 'Rencana aksi contoh Kepulauan Karimata',
      region: KAYONG_UTARA,
      places: Object.values(places),
      agreement: agreement.id,
      actions: [...preparing(parties, places), ...carryingOut(parties, places)].map(filled).map((action) => ({
        ...action,
        activities: linked(action, [department, ...partners], activities),
      })),
    },
  ]
}
