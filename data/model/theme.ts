import type { Words } from './words.ts'

/** A cross-cutting programme; it belongs to one or more urusan and serves TPB/SDG goals (1-17). */
export type Theme = {
  readonly id: string
  /** Lower case: it stands inside a question. */
  readonly label: Words
  readonly urusan: readonly string[]
  readonly goals: readonly number[]
}

/** Which urusan and goals a theme belongs to is our reading of the headings of UU 23/2014 and of the TPB goals. */
export const THEMES: readonly Theme[] = [
  {
    id: 'stunting',
    label: { id: 'stunting', en: 'stunting' },
    urusan: ['health', 'family_planning', 'food', 'women_children'],
    goals: [2, 3],
  },
  { id: 'education', label: { id: 'pendidikan', en: 'education' }, urusan: ['education'], goals: [4] },
  {
    id: 'out_of_school_children',
    label: { id: 'anak tidak sekolah', en: 'out-of-school children' },
    urusan: ['education', 'social'],
    goals: [4, 10],
  },
  {
    id: 'honorary_teachers',
    label: { id: 'guru honorer', en: 'honorary teachers' },
    urusan: ['education'],
    goals: [4, 8],
  },
  {
    id: 'supplementary_feeding',
    label: { id: 'makanan tambahan', en: 'supplementary feeding' },
    urusan: ['health', 'food'],
    goals: [2, 3],
  },
  {
    id: 'maternal_child_health',
    label: { id: 'kesehatan ibu dan anak', en: 'maternal and child health' },
    urusan: ['health', 'family_planning'],
    goals: [3],
  },
  {
    id: 'clean_water',
    label: { id: 'air bersih', en: 'clean water' },
    urusan: ['public_works', 'housing', 'health'],
    goals: [6],
  },
  {
    id: 'village_infrastructure',
    label: { id: 'prasarana desa', en: 'village infrastructure' },
    urusan: ['public_works', 'village_empowerment', 'transport'],
    goals: [9, 11],
  },
  { id: 'waste', label: { id: 'persampahan', en: 'waste' }, urusan: ['environment'], goals: [11, 12] },
  {
    id: 'disaster',
    label: { id: 'penanggulangan bencana', en: 'disaster management' },
    urusan: ['public_order', 'social'],
    goals: [11, 13],
  },
  {
    id: 'settlement_fire',
    label: { id: 'kebakaran permukiman', en: 'settlement fires' },
    urusan: ['public_order'],
    goals: [11],
  },
  {
    id: 'population_data',
    label: { id: 'data kependudukan', en: 'population data' },
    urusan: ['civil_registry'],
    goals: [16],
  },
  {
    id: 'indigenous_peoples',
    label: { id: 'masyarakat hukum adat', en: 'indigenous peoples' },
    urusan: ['village_empowerment', 'environment', 'culture'],
    goals: [1, 10, 16],
  },
  { id: 'gender', label: { id: 'kesetaraan gender', en: 'gender equality' }, urusan: ['women_children'], goals: [5] },
  {
    id: 'local_products',
    label: { id: 'produk unggulan', en: 'leading local products' },
    urusan: ['industry', 'trade', 'cooperatives', 'agriculture'],
    goals: [8, 9],
  },
  {
    id: 'livelihood',
    label: { id: 'penghidupan warga', en: 'livelihoods' },
    urusan: ['cooperatives', 'village_empowerment'],
    goals: [1, 8],
  },
  {
    id: 'agroforestry',
    label: { id: 'wanatani', en: 'agroforestry' },
    urusan: ['agriculture', 'forestry'],
    goals: [2, 15],
  },
  {
    id: 'restoration',
    label: { id: 'pemulihan lahan', en: 'land restoration' },
    urusan: ['environment', 'forestry'],
    goals: [13, 15],
  },
  {
    id: 'forest_protection',
    label: { id: 'perlindungan hutan', en: 'forest protection' },
    urusan: ['forestry', 'environment'],
    goals: [13, 15],
  },
  {
    id: 'social_forestry',
    label: { id: 'perhutanan sosial', en: 'social forestry' },
    urusan: ['forestry', 'village_empowerment'],
    goals: [1, 15],
  },
  {
    id: 'aquaculture',
    label: { id: 'budi daya ikan', en: 'aquaculture' },
    urusan: ['marine_fisheries'],
    goals: [2, 14],
  },
  {
    id: 'coastal_livelihood',
    label: { id: 'penghidupan pesisir', en: 'coastal livelihoods' },
    urusan: ['marine_fisheries', 'cooperatives'],
    goals: [1, 14],
  },
  {
    id: 'marine_conservation',
    label: { id: 'konservasi laut', en: 'marine conservation' },
    urusan: ['marine_fisheries', 'environment'],
    goals: [14],
  },
  { id: 'tourism', label: { id: 'pariwisata', en: 'tourism' }, urusan: ['tourism', 'culture'], goals: [8, 12] },
]

export const findTheme = (id: string): Theme | null => THEMES.find((theme) => theme.id === id) ?? null
