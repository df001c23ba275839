import type { ActivityStatus } from '../activity.ts'
import type { Visibility } from '../record.ts'
import type { Theme } from '../theme.ts'
import type { Words } from '../words.ts'
import { indexNames, type Named, readName, readNames } from './names.ts'
import { quoted, type Reading } from './reading.ts'

const STATUSES: readonly Named<ActivityStatus>[] = [
  {
    value: 'planned',
    names: [
      'direncanakan',
      'rencana',
      'perencanaan',
      'akan datang',
      'belum mulai',
      'belum dimulai',
      'usulan',
      'planned',
      'planning',
      'pipeline',
      'pipeline identification',
      'not started',
    ],
    words: { id: 'direncanakan', en: 'planned' },
  },
  {
    value: 'ongoing',
    names: [
      'berjalan',
      'sedang berjalan',
      'berlangsung',
      'sedang berlangsung',
      'pelaksanaan',
      'dilaksanakan',
      'aktif',
      'proses',
      'ongoing',
      'on going',
      'in progress',
      'active',
      'implementation',
      'running',
    ],
    words: { id: 'berjalan', en: 'ongoing' },
  },
  {
    value: 'completed',
    names: ['selesai', 'tuntas', 'rampung', 'berakhir', 'completed', 'complete', 'finished', 'done', 'closed', 'ended'],
    words: { id: 'selesai', en: 'completed' },
  },
  {
    value: 'suspended',
    names: [
      'ditunda',
      'tertunda',
      'ditangguhkan',
      'dihentikan sementara',
      'berhenti sementara',
      'suspended',
      'on hold',
      'paused',
      'postponed',
    ],
    words: { id: 'ditunda', en: 'suspended' },
  },
  {
    value: 'cancelled',
    names: ['dibatalkan', 'batal', 'dihentikan', 'cancelled', 'canceled', 'terminated'],
    words: { id: 'dibatalkan', en: 'cancelled' },
  },
]
const STATUS_INDEX = indexNames(STATUSES)
export const STATUS_WORDS: readonly Words[] = STATUSES.map(({ words }) => words)

export const readStatus = (text: string): Reading<ActivityStatus> =>
  readName(text, STATUS_INDEX, {
    id: `Status ${quoted(text)} tidak dikenal. Tulis salah satu: ${STATUSES.map(({ words }) => words.id).join(', ')}.`,
    en: `The status ${quoted(text)} is not known. Write one of: ${STATUSES.map(({ words }) => words.en).join(', ')}.`,
  })

const VISIBILITY_NAMES: readonly Named<Visibility>[] = [
  {
    value: 'public',
    names: ['umum', 'publik', 'terbuka', 'semua', 'public', 'open', 'everyone'],
    words: { id: 'umum', en: 'public' },
  },
  {
    value: 'generalised',
    names: ['disamarkan', 'umum disamarkan', 'generalised', 'generalized'],
    words: { id: 'disamarkan', en: 'generalised' },
  },
  {
    value: 'partners',
    names: ['mitra', 'anggota', 'anggota sekber', 'partners', 'members'],
    words: { id: 'mitra', en: 'partners' },
  },
  {
    value: 'organisation',
    names: ['lembaga', 'sendiri', 'internal', 'tertutup', 'organisation', 'organization', 'private'],
    words: { id: 'lembaga', en: 'organisation' },
  },
]
const VISIBILITY_INDEX = indexNames(VISIBILITY_NAMES)
export const VISIBILITY_WORDS: readonly Words[] = VISIBILITY_NAMES.map(({ words }) => words)

export const readVisibility = (text: string): Reading<Visibility> =>
  readName(text, VISIBILITY_INDEX, {
    id: `${quoted(text)} bukan pilihan siapa yang melihat. Tulis salah satu: ${VISIBILITY_NAMES.map(({ words }) => words.id).join(', ')}.`,
    en: `${quoted(text)} does not say who may see it. Write one of: ${VISIBILITY_NAMES.map(({ words }) => words.en).join(', ')}.`,
  })

/** Other words that partners use for a theme, by its id. */
const THEME_SYNONYMS: { readonly [theme: string]: readonly string[] } = {
  stunting: ['tengkes', 'penurunan stunting', 'pencegahan stunting', 'stunting reduction'],
  out_of_school_children: ['ats', 'anak putus sekolah'],
  supplementary_feeding: ['pmt', 'pemberian makanan tambahan', 'makan tambahan'],
  maternal_child_health: ['kia'],
  indigenous_peoples: ['mha', 'masyarakat adat', 'pemberdayaan mha'],
  waste: ['sampah', 'pengelolaan sampah', 'waste management'],
  disaster: ['bencana', 'kebencanaan'],
  population_data: ['adminduk', 'kependudukan'],
  gender: ['gender', 'kesetaraan gender dan perempuan'],
  livelihood: ['penghidupan', 'mata pencaharian', 'livelihood'],
  agroforestry: ['agroforestri'],
  restoration: ['restorasi', 'rehabilitasi lahan'],
  forest_protection: ['perlindungan hutan', 'konservasi hutan', 'forest conservation'],
  clean_water: ['air minum', 'wash', 'sanitasi dan air bersih'],
  aquaculture: ['budidaya ikan', 'perikanan budidaya'],
}

export const indexThemes = (themes: readonly Theme[]): ReadonlyMap<string, readonly Named<string>[]> =>
  indexNames(
    themes.map(({ id, label }) => ({
      value: id,
      names: [label.id, label.en, id, ...(THEME_SYNONYMS[id] ?? [])],
      words: label,
    })),
  )

/** Ids of the themes that a list names in either language. */
export const readThemes = (
  text: string,
  index: ReadonlyMap<string, readonly Named<string>[]>,
): Reading<readonly string[]> =>
  readNames(text, (part) => readName(part, index, unknownTheme(part)), unknownTheme(text))

const unknownTheme = (text: string): Words => ({
  id: `Tema ${quoted(text)} tidak dikenal. Pilih dari daftar tema; pisahkan beberapa tema dengan titik koma.`,
  en: `The theme ${quoted(text)} is not known. Choose from the list of themes; part several with semicolons.`,
})
