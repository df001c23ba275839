import { z } from '@hono/zod-openapi'
import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { AWARD_CRITERIA, AWARD_WEIGHTS, formatAwardWeights, parseAwardWeights } from '../../data/model/award_weights.ts'
import { RECORD_SETS } from '../../data/model/dashboard.ts'
import { DASHBOARD_TABLES } from '../../data/model/dashboard_tables.ts'
import { CSV_PLACES } from '../../data/model/export_format.ts'
import { formatMatchWeights, MATCH_PARTS, MATCH_WEIGHTS, parseMatchWeights } from '../../data/model/match_weights.ts'
import { FIRST_YEAR, LAST_YEAR, parsePeriod } from '../../data/model/period.ts'
import { KINDS } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { Bounds } from '../bounds.ts'
import { WIDEST_KM } from '../engine/corridor.ts'
import { quote } from '../problems.ts'

const LONGEST = 2_000
const ID = /^[a-z0-9][a-z0-9._-]{0,79}$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROL = /[\u0000-\u001f\u007f]/

const CONTROLLED: Words = {
  id: 'berisi karakter kendali. Ketik ulang nilainya tanpa menyalin dari berkas lain.',
  en: 'contains control characters. Type the value again instead of copying it.',
}

/** A parameter read by one of our own parsers; `words` completes the sentence 'Parameter "name" …'. */
export const read = <T>(parse: (text: string) => T | null, words: (text: string) => Words, example: string) =>
  z
    .string()
    .transform((text, context): T => {
      const value = CONTROL.test(text) || text.length > LONGEST ? null : parse(text)
      if (value !== null) return value
      const reason = CONTROL.test(text) ? CONTROLLED : words(text)
      context.addIssue({ code: 'custom', message: reason.en, params: { words: reason } })
      return z.NEVER
    })
    .openapi({ type: 'string', example })

const listOf =
  (parse: (text: string) => string | null) =>
  (text: string): readonly string[] | null => {
    const items = text === '' ? [] : text.split(',').map(parse)
    return items.length > 200 || items.includes(null) ? null : [...new Set(items as string[])]
  }

const oneOf =
  <const T extends string>(values: readonly T[]) =>
  (text: string): T | null =>
    values.find((value) => value === text) ?? null

export const choice = <const T extends string>(values: readonly T[], example: T) =>
  read(
    oneOf(values),
    (text) => ({
      id: `tidak mengenal ${quote(text)}. Pilih salah satu: ${values.join(', ')}.`,
      en: `does not know ${quote(text)}. Choose one of: ${values.join(', ')}.`,
    }),
    example,
  )

export const parseId = (text: string): string | null => (ID.test(text) ? text : null)

/** west,south,east,north in degrees; west lies west of east, for nothing here crosses the date line. */
export const parseBbox = (text: string): Bounds | null => {
  const parts = text.split(',').map((part) => (/^\s*-?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN))
  const [west, south, east, north] = parts
  if (parts.length !== 4 || parts.some(Number.isNaN)) return null
  const inside = west! >= -180 && east! <= 180 && south! >= -90 && north! <= 90
  return inside && west! <= east! && south! <= north! ? [west!, south!, east!, north!] : null
}

export const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

export const numberWords = (least: number, most: number) => (text: string) => ({
  id: `berisi ${quote(text)}. Isi dengan bilangan bulat ${least} sampai ${most}.`,
  en: `is ${quote(text)}. Give a whole number from ${least} to ${most}.`,
})

/** A decimal number above zero. */
const measure = (most: number) => (text: string) => {
  const value = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
  return value > 0 && value <= most ? value : null
}

export const parseDay = (text: string): string | null => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null
}

/** A place in the journal: an entry, or a day (ISO, UTC). */
export type Position = { readonly seq: number } | { readonly day: string }

export const parsePosition = (text: string): Position | null => {
  if (/^\d{1,9}$/.test(text)) return { seq: Number(text) }
  const day = parseDay(text)
  return day === null ? null : { day }
}

const kilometres = (most: number, example: string) =>
  read(
    measure(most),
    (text) => ({
      id: `berisi ${quote(text)}. Isi dengan jarak dalam kilometer, lebih dari 0 sampai ${most}, dengan titik desimal, misalnya ${example}.`,
      en: `is ${quote(text)}. Give a distance in kilometres, above 0 and up to ${most}, with a decimal point, such as ${example}.`,
    }),
    example,
  )

const limitOf = (standard: number, most: number) =>
  read(wholeNumber(1, most), numberWords(1, most), `${standard}`)
    .optional()
    .transform((limit) => limit ?? standard)
    .openapi({ type: 'string', default: `${standard}`, example: `${standard}` })

const wordList = (text: string) => ({
  id: `berisi ${quote(text)}. Tulis id dipisah koma, huruf kecil, angka, titik atau tanda hubung, paling banyak 200.`,
  en: `is ${quote(text)}. Write ids separated by commas, in lower case letters, digits, dots or hyphens, at most 200.`,
})

export const textOf = (longest: number, example: string) =>
  read(
    (text) => (text.trim().length > 0 && text.length <= longest ? text.trim() : null),
    () => ({
      id: `harus berisi 1 sampai ${longest} karakter. Persingkat lalu coba lagi.`,
      en: `must hold 1 to ${longest} characters. Shorten it and try again.`,
    }),
    example,
  )

/** lng,lat in degrees. */
export const parseLngLat = (text: string): readonly [lng: number, lat: number] | null => {
  const box = parseBbox(`${text},${text}`)
  return box && text.split(',').length === 2 ? [box[0], box[1]] : null
}

/** Five numbers in the order of their names. */
const weightsOf = <T>(parse: (text: string) => T | null, names: readonly string[], example: string) =>
  read(
    parse,
    (text) => ({
      id: `berisi ${quote(text)}. Tulis lima bilangan 0 sampai 1000, dipisah koma, tidak semuanya nol, dalam urutan ${names.join(', ')}, misalnya ${example}.`,
      en: `is ${quote(text)}. Write five numbers from 0 to 1000, separated by commas, not all zero, in the order ${names.join(', ')}, such as ${example}.`,
    }),
    example,
  ).describe(`In place of the configured weights: ${names.join(', ')}; any scale, shares are told`)

export const LEVELS = ['village', 'district', 'regency', 'island', 'zone', 'authority'] as const
const VERIFICATIONS = ['draft', 'submitted', 'verified', 'returned', 'archived'] as const

/** Every query parameter of the API, by its name in the address. What an address does not know it refuses. */
export const parameters = {
  by: choice(RECORD_SETS, 'theme').describe('How activities are sorted; `reporting`: what an organisation keeps'),
  of: textOf(80, 'stunting').describe('The key of one group'),
  part: choice(DASHBOARD_TABLES, 'coverage').describe('Which table'),
  urusan: read(
    parseId,
    (text) => ({
      id: `berisi ${quote(text)}. Tulis id urusan, misalnya health; daftarnya di /api/context.`,
      en: `is ${quote(text)}. Write the id of an urusan, such as health; /api/context lists them.`,
    }),
    'health',
  ),
  region: textOf(20, '61.05').describe('Kemendagri code, dotted'),
  code: textOf(20, '61.05.01.2007').describe('Kemendagri code, dotted'),
  place: textOf(20, '61.11.06.2002').describe('Kemendagri code of a village, an island or what holds them, dotted'),
  programme: read(parseId, wordList, 'kerapu').describe('Id of a programme of convergence'),
  unit: textOf(80, '61.05.01.2007').describe('Kemendagri code, dotted, or the id of a zone or an authority area'),
  within: textOf(20, '61.05.01').describe('Only what lies in this place: a Kemendagri code, dotted'),
  a: textOf(20, '62.07').describe('Kemendagri code of a regency, dotted'),
  b: textOf(20, '62.02').describe('Kemendagri code of the other regency, dotted'),
  km: kilometres(WIDEST_KM, '2.5').describe('Distance from the common boundary, along the geodesic'),
  theme: read(
    parseId,
    (text) => ({
      id: `berisi ${quote(text)}. Tulis id tema, misalnya stunting; daftarnya di /api/context.`,
      en: `is ${quote(text)}. Write the id of a theme, such as stunting; /api/context lists them.`,
    }),
    'stunting',
  ),
  period: read(
    parsePeriod,
    (text) => ({
      id: `berisi ${quote(text)}. Tulis tahun atau rentang tahun antara ${FIRST_YEAR} dan ${LAST_YEAR}, misalnya 2026 atau 2024/2026.`,
      en: `is ${quote(text)}. Write a year or a range of years between ${FIRST_YEAR} and ${LAST_YEAR}, such as 2026 or 2024/2026.`,
    }),
    '2026',
  ),
  level: choice(LEVELS, 'village'),
  organisation: read(listOf(parseId), wordList, 'contoh-mitra-01').describe('Ids separated by commas; none is all'),
  target: read(parseId, wordList, 'contoh-target-001'),
  partner: read(parseId, wordList, 'contoh-mitra-01').describe('Id of a partner'),
  department: read(parseId, wordList, 'opd-kesehatan').describe(
    'Id of a department: its targets, each with its partners',
  ),
  weights: weightsOf(parseMatchWeights, MATCH_PARTS, formatMatchWeights(MATCH_WEIGHTS)),
  awardWeights: weightsOf(parseAwardWeights, AWARD_CRITERIA, formatAwardWeights(AWARD_WEIGHTS)),
  status: read(
    listOf(oneOf(ACTIVITY_STATUSES)),
    (text) => ({
      id: `berisi ${quote(text)}. Pilih dari: ${ACTIVITY_STATUSES.join(', ')}; pisahkan dengan koma.`,
      en: `is ${quote(text)}. Choose from: ${ACTIVITY_STATUSES.join(', ')}; separate them with commas.`,
    }),
    'ongoing',
  ),
  verification: choice(VERIFICATIONS, 'verified'),
  kind: choice(KINDS, 'activity').describe('Only records of this kind'),
  sort: choice(['stale', 'changed'] as const, 'stale').describe('The longest unconfirmed first, or the last changed'),
  stale: read(wholeNumber(0, 3_650), numberWords(0, 3_650), '90').describe(
    'Only what nobody confirmed for so many days',
  ),
  before: read(wholeNumber(1, 999_999_999), numberWords(1, 999_999_999), '1000').describe(
    'Only entries before this one',
  ),
  revisionBefore: read(wholeNumber(1, 999_999_999), numberWords(1, 999_999_999), '50').describe(
    'Only revisions before this one',
  ),
  bbox: read(
    parseBbox,
    (text) => ({
      id: `berisi ${quote(text)}. Tulis barat,selatan,timur,utara dalam derajat, misalnya 111,-1,113,1.`,
      en: `is ${quote(text)}. Write west,south,east,north in degrees, such as 111,-1,113,1.`,
    }),
    '111,-1,113,1',
  ),
  position: read(
    parsePosition,
    (text) => ({
      id: `berisi ${quote(text)}. Tulis tanggal seperti 2026-05-08, atau nomor entri jurnal seperti yang tertera pada asOf.`,
      en: `is ${quote(text)}. Write a date such as 2026-05-08, or the number of a journal entry as told by asOf.`,
    }),
    '2026-05-08',
  ),
  on: read(
    parseDay,
    (text) => ({
      id: `berisi ${quote(text)}. Tulis tanggal seperti 2026-05-08.`,
      en: `is ${quote(text)}. Write a date such as 2026-05-08.`,
    }),
    '2026-05-08',
  ).describe('The day that overdue is counted at; today where it is not given'),
  near: read(
    parseLngLat,
    (text) => ({
      id: `berisi ${quote(text)}. Tulis bujur,lintang dalam derajat, misalnya 111.5,-0.1.`,
      en: `is ${quote(text)}. Write lng,lat in degrees, such as 111.5,-0.1.`,
    }),
    '111.5,-0.1',
  ).describe('Only activities, nearest first, each with `distanceKm`; with `withinKm`, `nearest` or both'),
  withinKm: kilometres(1_000, '5').describe('No farther from `near` than this'),
  nearest: read(wholeNumber(1, 1_000), numberWords(1, 1_000), '10').describe('So many of those nearest to `near`'),
  hits: choice(['true', 'false'] as const, 'true').describe('`true` counts without sending features'),
  hxl: choice(['1', '0'] as const, '1').describe('`1` puts a row of HXL hashtags under the headings'),
  sample: choice(['include'] as const, 'include').describe('`include` adds sample data, marked as such'),
  year: read(wholeNumber(FIRST_YEAR, LAST_YEAR), numberWords(FIRST_YEAR, LAST_YEAR), '2026'),
  q: textOf(200, 'betok'),
  after: textOf(200, 'contoh-kegiatan-010').describe('Cursor from the next link of the page before'),
  lang: choice(['id', 'en'] as const, 'id').describe('Language of refusals'),
  geometry: choice(CSV_PLACES, 'lnglat').describe(
    'Only of CSV: the middle as `lng` and `lat`, the shape as WKT, both or none',
  ),
  version: textOf(80, '1').describe('Ignored; lets a client ask past its own cache'),
  limitOf,
}

/** Names that may have been meant by a misspelt one; `a`, `b` and `q` are inside too many words to be offered. */
export const PARAMETER_NAMES = [
  ...Object.keys(parameters).filter(
    (name) =>
      name.length > 1 &&
      ![
        'by',
        'of',
        'part',
        'limitOf',
        'version',
        'year',
        'partner',
        'position',
        'awardWeights',
        'unit',
        'kind',
        'sort',
        'stale',
        'before',
        'revisionBefore',
      ].includes(name),
  ),
  'limit',
  'from',
  'to',
  'since',
  'until',
  'v',
]

/** The query of one address. Unknown names are refused: a misspelt filter must not quietly show everything. */
export const queryOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject({ ...shape, lang: parameters.lang.optional() })
