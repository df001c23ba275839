import type { UnitLevel } from '../model/answers.ts'
import { type Period, parsePeriod } from '../model/period.ts'
import type { VerdictKind } from '../model/verdict.ts'
import type { Words } from '../model/words.ts'

/** A question as somebody types it: what was recognised, and the words left over, in which a place may be named. */
export type Worded = {
  readonly theme?: string
  readonly ask?: VerdictKind
  readonly period?: Period
  readonly level?: UnitLevel
  /** Empty where no place is named. */
  readonly place: string
}

type ThemeNamed = { readonly id: string; readonly label: Words }

/** How planners say a verdict, in both languages. */
const ASKS: Readonly<Record<VerdictKind, readonly string[]>> = {
  gap: [
    'celah',
    'kesenjangan',
    'belum ada mitra',
    'tanpa mitra',
    'belum terlayani',
    'gap',
    'gaps',
    'no partner',
    'no partners',
    'without partner',
    'without a partner',
    'unserved',
  ],
  partial: ['sebagian', 'baru sebagian', 'partial', 'partly'],
  met: ['terpenuhi', 'sudah terpenuhi', 'met'],
  overlap: ['tumpang tindih', 'bertumpuk', 'overlap', 'overlaps', 'overlapping'],
  coordinated: ['terkoordinasi', 'sudah terkoordinasi', 'coordinated'],
  partner_only: ['mitra tanpa target', 'partner without target', 'partners without target'],
  no_target: ['tanpa target', 'belum ada target', 'no target', 'no targets', 'without target'],
  unreported: ['belum ada laporan', 'belum melapor', 'tanpa laporan', 'no report', 'no reports', 'unreported'],
}

/** Shorter names of themes, as they are said in meetings. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  education: ['sekolah', 'school', 'schools'],
  out_of_school_children: ['ats', 'putus sekolah', 'out of school'],
  honorary_teachers: ['guru', 'teachers'],
  supplementary_feeding: ['pmt', 'gizi', 'nutrition'],
  maternal_child_health: ['kia', 'ibu dan anak', 'ibu anak', 'maternal health'],
  clean_water: ['air', 'air minum', 'water'],
  village_infrastructure: ['prasarana', 'infrastruktur', 'infrastructure'],
  waste: ['sampah'],
  disaster: ['bencana', 'disasters'],
  settlement_fire: ['kebakaran', 'fires'],
  population_data: ['kependudukan', 'population'],
  indigenous_peoples: ['masyarakat adat', 'mha', 'indigenous'],
  gender: ['gender', 'perempuan', 'women'],
  local_products: ['produk lokal'],
  livelihood: ['penghidupan', 'livelihood'],
  restoration: ['pemulihan', 'restorasi', 'restoration'],
  forest_protection: ['hutan', 'forest'],
  social_forestry: ['perhutanan'],
  aquaculture: ['ikan', 'fish'],
  coastal_livelihood: ['pesisir', 'coast', 'coastal'],
  marine_conservation: ['laut', 'konservasi', 'marine'],
  tourism: ['wisata'],
}

const LEVELS: Readonly<Partial<Record<UnitLevel, readonly string[]>>> = {
  village: ['per desa', 'by village'],
  district: ['per kecamatan', 'by district'],
  regency: ['per kabupaten', 'by regency'],
  island: ['per pulau', 'by island'],
}

/** Words that a question needs and an answer does not. */
const SILENT = new Set(
  (
    'di mana dimana pada untuk yang ada dengan siapa mitra tema tahun ke kecamatan desa kelurahan kabupaten pulau ' +
    'in at on of the for where which what who is are do does has have there with partner partners theme year ' +
    'district village regency island'
  ).split(' '),
)

const YEARS = /^(?:19|20)\d\d(?:[-/](?:19|20)\d\d)?$/
/** From so many letters on, the beginning of a word stands for it while it is being typed. */
const TYPED_LETTERS = 4

const tokensOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}./-]+/u)
    .map((token) => token.replace(/^[./-]+|[./-]+$/g, ''))
    .flatMap((token) => (/^[\p{L}]+(-[\p{L}]+)+$/u.test(token) ? token.split('-') : [token]))
    .filter((token) => token !== '')

type Phrase = { readonly words: readonly string[]; readonly means: Omit<Worded, 'place' | 'period'> }

const phrasesOf = (themes: readonly ThemeNamed[]): readonly Phrase[] => {
  const phrase = (text: string, means: Phrase['means']): Phrase => ({ words: tokensOf(text), means })
  return [
    ...Object.entries(ASKS).flatMap(([kind, said]) => said.map((text) => phrase(text, { ask: kind as VerdictKind }))),
    ...Object.entries(LEVELS).flatMap(([level, said]) =>
      said.map((text) => phrase(text, { level: level as UnitLevel })),
    ),
    ...themes.flatMap(({ id, label }) =>
      [label.id, label.en, ...(SAID[id] ?? [])].map((text) => phrase(text, { theme: id })),
    ),
  ].toSorted((a, b) => b.words.length - a.words.length)
}

/**
 * Reads a question such as "celah stunting di Ambalau 2026" or "where do education partners overlap". The longest known phrase counts;
 * the last word may be unfinished. Null where the text names neither a verdict nor a theme: then it is the name of something.
 */
export const readWorded = (text: string, themes: readonly ThemeNamed[]): Worded | null => {
  const tokens = tokensOf(text)
  const phrases = phrasesOf(themes)
  const unfinished = (token: string): Phrase | undefined => {
    if (token.length < TYPED_LETTERS) return undefined
    const begun = phrases.filter(({ words }) => words.length === 1 && words[0]!.startsWith(token))
    const meant = new Set(begun.map(({ means }) => JSON.stringify(means)))
    return meant.size === 1 ? begun[0] : undefined
  }
  let read: Omit<Worded, 'place'> = {}
  const left: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    const isLast = at === tokens.length - 1
    const found =
      phrases.find(({ words }) => words.every((word, index) => tokens[at + index] === word)) ??
      (isLast ? unfinished(token) : undefined)
    const isNew = found && Object.keys(found.means).every((key) => !(key in read))
    if (found && isNew) {
      read = { ...read, ...found.means }
      at += found.words.length
      continue
    }
    const period = !read.period && YEARS.test(token) ? parsePeriod(token.replace('-', '/')) : null
    if (period) read = { ...read, period }
    else if (!SILENT.has(token)) left.push(token)
    at += 1
  }
  return read.theme || read.ask ? { ...read, place: left.join(' ') } : null
}
