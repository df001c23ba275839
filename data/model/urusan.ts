import type { Words } from './words.ts'

export type Urusan = {
  readonly id: string
  readonly label: Words
  readonly kind: 'basic' | 'mandatory' | 'optional'
  /** `split`: divided between centre and province (UU 23/2014 art. 14(1)): a regency target is warned about, not refused. */
  readonly level: 'regency' | 'split'
}

/** The 32 government affairs of UU 23/2014 art. 12: 6 of basic service, 18 other mandatory, 8 optional. */
export const URUSAN: readonly Urusan[] = [
  { id: 'education', label: { id: 'Pendidikan', en: 'Education' }, kind: 'basic', level: 'regency' },
  { id: 'health', label: { id: 'Kesehatan', en: 'Health' }, kind: 'basic', level: 'regency' },
  {
    id: 'public_works',
    label: { id: 'Pekerjaan umum dan penataan ruang', en: 'Public works and spatial planning' },
    kind: 'basic',
    level: 'regency',
  },
  {
    id: 'housing',
    label: { id: 'Perumahan rakyat dan kawasan permukiman', en: 'Housing and settlements' },
    kind: 'basic',
    level: 'regency',
  },
  {
    id: 'public_order',
    label: { id: 'Ketenteraman, ketertiban umum, dan pelindungan masyarakat', en: 'Public order and protection' },
    kind: 'basic',
    level: 'regency',
  },
  { id: 'social', label: { id: 'Sosial', en: 'Social affairs' }, kind: 'basic', level: 'regency' },
  { id: 'labour', label: { id: 'Tenaga kerja', en: 'Labour' }, kind: 'mandatory', level: 'regency' },
  {
    id: 'women_children',
    label: { id: 'Pemberdayaan perempuan dan pelindungan anak', en: "Women's empowerment and child protection" },
    kind: 'mandatory',
    level: 'regency',
  },
  { id: 'food', label: { id: 'Pangan', en: 'Food' }, kind: 'mandatory', level: 'regency' },
  { id: 'land', label: { id: 'Pertanahan', en: 'Land affairs' }, kind: 'mandatory', level: 'regency' },
  { id: 'environment', label: { id: 'Lingkungan hidup', en: 'Environment' }, kind: 'mandatory', level: 'regency' },
  {
    id: 'civil_registry',
    label: { id: 'Administrasi kependudukan dan pencatatan sipil', en: 'Population and civil registry' },
    kind: 'mandatory',
    level: 'regency',
  },
  {
    id: 'village_empowerment',
    label: { id: 'Pemberdayaan masyarakat dan desa', en: 'Community and village empowerment' },
    kind: 'mandatory',
    level: 'regency',
  },
  {
    id: 'family_planning',
    label: { id: 'Pengendalian penduduk dan keluarga berencana', en: 'Population control and family planning' },
    kind: 'mandatory',
    level: 'regency',
  },
  { id: 'transport', label: { id: 'Perhubungan', en: 'Transport' }, kind: 'mandatory', level: 'regency' },
  {
    id: 'informatics',
    label: { id: 'Komunikasi dan informatika', en: 'Communication and informatics' },
    kind: 'mandatory',
    level: 'regency',
  },
  {
    id: 'cooperatives',
    label: { id: 'Koperasi, usaha kecil, dan menengah', en: 'Cooperatives and small enterprises' },
    kind: 'mandatory',
    level: 'regency',
  },
  { id: 'investment', label: { id: 'Penanaman modal', en: 'Investment' }, kind: 'mandatory', level: 'regency' },
  {
    id: 'youth_sport',
    label: { id: 'Kepemudaan dan olahraga', en: 'Youth and sport' },
    kind: 'mandatory',
    level: 'regency',
  },
  { id: 'statistics', label: { id: 'Statistik', en: 'Statistics' }, kind: 'mandatory', level: 'regency' },
  { id: 'cryptography', label: { id: 'Persandian', en: 'Cryptography' }, kind: 'mandatory', level: 'regency' },
  { id: 'culture', label: { id: 'Kebudayaan', en: 'Culture' }, kind: 'mandatory', level: 'regency' },
  { id: 'library', label: { id: 'Perpustakaan', en: 'Library' }, kind: 'mandatory', level: 'regency' },
  { id: 'archives', label: { id: 'Kearsipan', en: 'Archives' }, kind: 'mandatory', level: 'regency' },
  {
    id: 'marine_fisheries',
    label: { id: 'Kelautan dan perikanan', en: 'Marine affairs and fisheries' },
    kind: 'optional',
    level: 'split',
  },
  { id: 'tourism', label: { id: 'Pariwisata', en: 'Tourism' }, kind: 'optional', level: 'regency' },
  { id: 'agriculture', label: { id: 'Pertanian', en: 'Agriculture' }, kind: 'optional', level: 'regency' },
  { id: 'forestry', label: { id: 'Kehutanan', en: 'Forestry' }, kind: 'optional', level: 'split' },
  {
    id: 'energy',
    label: { id: 'Energi dan sumber daya mineral', en: 'Energy and mineral resources' },
    kind: 'optional',
    level: 'split',
  },
  { id: 'trade', label: { id: 'Perdagangan', en: 'Trade' }, kind: 'optional', level: 'regency' },
  { id: 'industry', label: { id: 'Perindustrian', en: 'Industry' }, kind: 'optional', level: 'regency' },
  { id: 'transmigration', label: { id: 'Transmigrasi', en: 'Transmigration' }, kind: 'optional', level: 'regency' },
]

export const findUrusan = (id: string): Urusan | null => URUSAN.find((urusan) => urusan.id === id) ?? null
