import type { Words } from '../../data/model/words.ts'
import { isObject } from '../area/drawn.ts'
import { nearMatches } from '../near.ts'
import { quote } from '../problems.ts'
import { GEOMETRY, type Queryables } from './queryables.ts'
import { filterRefusal } from './refusal.ts'
import { readDay, readTime } from './temporal.ts'

/** Where the properties of the feature that is judged are read. */
export type Properties = Readonly<Record<string, unknown>>

/** A value of a filter with its type, read from a feature or standing by itself; null is unknown. Instants are milliseconds. */
export type Operand =
  | { readonly type: 'string'; readonly of: (properties: Properties) => string | null; readonly literal?: string }
  | { readonly type: 'number' | 'instant'; readonly of: (properties: Properties) => number | null }
  | { readonly type: 'boolean'; readonly of: (properties: Properties) => boolean | null }
  | { readonly type: 'strings'; readonly of: (properties: Properties) => readonly string[] | null }

export const propertyOf = (expression: unknown): string | null =>
  isObject(expression) && typeof expression.property === 'string' ? expression.property : null

export const noValue = (expression: unknown): Error =>
  filterRefusal({
    id: `${quote(JSON.stringify(expression) ?? '')} bukan nilai yang dapat dibandingkan. Tulis nama kolom, teks, bilangan, DATE('2026-05-08') atau TRUE.`,
    en: `${quote(JSON.stringify(expression) ?? '')} is no value that can be compared. Write the name of a property, a text, a number, DATE('2026-05-08') or TRUE.`,
  })

/** The type of a property; refuses a name that the collection does not have. */
export const requireQueryable = (name: string, queryables: Queryables) => {
  const type = queryables.get(name)
  if (type) return type
  const near = nearMatches(name, [...queryables.keys()], 1)[0]
  const known = [...queryables.keys()].join(', ')
  throw filterRefusal({
    id: `Koleksi ini tidak punya kolom ${quote(name)}. ${near ? `Maksud Anda ${quote(near)}?` : `Yang ada: ${known}.`}`,
    en: `This collection has no property ${quote(name)}. ${near ? `Did you mean ${quote(near)}?` : `It has: ${known}.`}`,
  })
}

const noDay = (text: unknown): Error =>
  filterRefusal({
    id: `${quote(`${text}`)} bukan tanggal. Tulis DATE('2026-05-08') atau TIMESTAMP('2026-05-08T03:00:00Z').`,
    en: `${quote(`${text}`)} is no date. Write DATE('2026-05-08') or TIMESTAMP('2026-05-08T03:00:00Z').`,
  })

const instantAt = (time: number | null, text: unknown): Operand => {
  if (time === null) throw noDay(text)
  return { type: 'instant', of: () => time }
}

const heldText =
  (name: string) =>
  (properties: Properties): string | null => {
    const value = properties[name]
    return typeof value === 'string' ? value : null
  }

const readProperty = (name: string, queryables: Queryables): Operand => {
  const type = requireQueryable(name, queryables)
  switch (type) {
    case 'geometry':
      throw filterRefusal({
        id: `${GEOMETRY} hanya dapat dipakai dalam fungsi ruang seperti S_INTERSECTS, atau IS NULL.`,
        en: `${GEOMETRY} can only be used in spatial functions such as S_INTERSECTS, or with IS NULL.`,
      })
    case 'string':
      return { type, of: heldText(name) }
    case 'strings':
      return {
        type,
        of: (properties) => (Array.isArray(properties[name]) ? (properties[name] as readonly string[]) : null),
      }
    case 'boolean':
      return { type, of: (properties) => (typeof properties[name] === 'boolean' ? properties[name] : null) }
    case 'date': {
      const text = heldText(name)
      return {
        type: 'instant',
        of: (properties) => {
          const day = text(properties)
          return day === null ? null : readDay(day)
        },
      }
    }
    default:
      return { type: 'number', of: (properties) => (typeof properties[name] === 'number' ? properties[name] : null) }
  }
}

const FOLD = {
  casei: (text: string) => text.toUpperCase().toLowerCase(),
  accenti: (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'),
} as const

const readFold = (op: keyof typeof FOLD, args: readonly unknown[], queryables: Queryables): Operand => {
  const inner = args.length === 1 ? readOperand(args[0]!, queryables) : null
  if (inner?.type !== 'string')
    throw filterRefusal({
      id: `${op.toUpperCase()} mengubah satu teks. Tulis misalnya ${op.toUpperCase()}(title).`,
      en: `${op.toUpperCase()} changes one text. Write for example ${op.toUpperCase()}(title).`,
    })
  const fold = FOLD[op]
  const of = (properties: Properties): string | null => {
    const text = inner.of(properties)
    return text === null ? null : fold(text)
  }
  return { type: 'string', of, ...(inner.literal === undefined ? {} : { literal: fold(inner.literal) }) }
}

const readTexts = (items: readonly unknown[]): Operand => {
  if (!items.every((item) => typeof item === 'string'))
    throw filterRefusal({
      id: "Daftar hanya memuat teks, misalnya ('stunting', 'education').",
      en: "A list holds texts only, such as ('stunting', 'education').",
    })
  const texts = items as readonly string[]
  return { type: 'strings', of: () => texts }
}

/** A value with its type; throws a refusal for what is none. */
export const readOperand = (expression: unknown, queryables: Queryables): Operand => {
  if (typeof expression === 'string') return { type: 'string', of: () => expression, literal: expression }
  if (typeof expression === 'number' && Number.isFinite(expression)) return { type: 'number', of: () => expression }
  if (typeof expression === 'boolean') return { type: 'boolean', of: () => expression }
  if (Array.isArray(expression)) return readTexts(expression)
  const name = propertyOf(expression)
  if (name !== null) return readProperty(name, queryables)
  if (!isObject(expression)) throw noValue(expression)
  const { date, timestamp, op, args } = expression
  if (typeof date === 'string') return instantAt(readDay(date), date)
  if (typeof timestamp === 'string') return instantAt(readTime(timestamp), timestamp)
  if ((op === 'casei' || op === 'accenti') && Array.isArray(args)) return readFold(op, args, queryables)
  throw noValue(expression)
}

/** A text that stands where an instant is wanted, as GDAL and QGIS write dates. */
export const asInstant = (operand: Operand): Operand => {
  if (operand.type !== 'string' || operand.literal === undefined) return operand
  const text = operand.literal.replace(/T$/, '')
  return instantAt(readDay(text) ?? readTime(text), operand.literal)
}

const TYPE_WORDS: { readonly [type in Operand['type']]: Words } = {
  string: { id: 'teks', en: 'a text' },
  number: { id: 'bilangan', en: 'a number' },
  instant: { id: 'tanggal', en: 'a date' },
  boolean: { id: 'TRUE atau FALSE', en: 'TRUE or FALSE' },
  strings: { id: 'daftar teks', en: 'a list of texts' },
}

/** Both sides as one type; refuses sides that cannot be compared. */
export const alike = (a: Operand, b: Operand): readonly [Operand, Operand] => {
  const pair: readonly [Operand, Operand] =
    a.type === 'instant' ? [a, asInstant(b)] : b.type === 'instant' ? [asInstant(a), b] : [a, b]
  if (pair[0].type === pair[1].type && pair[0].type !== 'strings') return pair
  const [first, second] = [TYPE_WORDS[a.type], TYPE_WORDS[b.type]]
  const isList = a.type === 'strings' || b.type === 'strings'
  throw filterRefusal({
    id: `Yang satu ${first.id}, yang lain ${second.id}: keduanya tidak dapat dibandingkan. ${isList ? "Untuk daftar pakai A_CONTAINS(themes, ('stunting'))." : 'Samakan jenisnya.'}`,
    en: `One is ${first.en}, the other ${second.en}: they cannot be compared. ${isList ? "For a list use A_CONTAINS(themes, ('stunting'))." : 'Make them of one type.'}`,
  })
}
