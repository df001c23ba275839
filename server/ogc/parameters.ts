import type { Context } from 'hono'
import type { Words } from '../../data/model/words.ts'
import type { AppEnv } from '../access/caller.ts'
import { LANGUAGES } from '../cql2/read.ts'
import { nearMatches } from '../near.ts'
import { badRequest, notFound, quote } from '../problems.ts'
import type { AskedFilter } from './asked_filter.ts'
import { COLLECTION_IDS, findCollection } from './collections.ts'
import { boxIn, CRS84, type Crs, findCrs, SYSTEMS } from './crs.ts'
import { parseDatetime } from './datetime.ts'
import type { CollectionId } from './items.ts'

/** Of the features of a collection, besides the names of its properties. */
export const ITEMS_PARAMETERS = [
  'bbox',
  'bbox-crs',
  'datetime',
  'limit',
  'crs',
  'after',
  'filter',
  'filter-lang',
  'filter-crs',
] as const

export const STANDARD_LIMIT = 100
export const MOST_ITEMS = 10_000

export type Asked = Context<AppEnv>

const wrong = (name: string, text: string, remedy: Words) =>
  badRequest({
    id: `Parameter ${quote(name)} berisi ${quote(text)}. ${remedy.id}`,
    en: `Parameter ${quote(name)} is ${quote(text)}. ${remedy.en}`,
  })

/** Each parameter once; what an address does not know it refuses, as the standard asks. */
export const queryOf = (c: Asked, known: readonly string[]): ReadonlyMap<string, string> => {
  const given = [...new URL(c.req.url).searchParams]
  const all = [...known, 'f', 'lang']
  for (const [at, [name]] of given.entries()) {
    const isTwice = given.findIndex(([one]) => one === name) !== at
    if (all.includes(name) && !isTwice) continue
    const near = nearMatches(name, all, 1)[0]
    throw badRequest({
      id: isTwice
        ? `Parameter ${quote(name)} diberikan lebih dari sekali. Tulis satu kali saja.`
        : `Parameter ${quote(name)} tidak dikenal di alamat ini. ${near ? `Maksud Anda ${quote(near)}?` : `Yang ada: ${all.join(', ')}.`}`,
      en: isTwice
        ? `Parameter ${quote(name)} is given more than once. Write it once.`
        : `Parameter ${quote(name)} is not known at this address. ${near ? `Did you mean ${quote(near)}?` : `Known: ${all.join(', ')}.`}`,
    })
  }
  return new Map(given)
}

export const wantsPage = (c: Asked, query: ReadonlyMap<string, string>): boolean => {
  const f = query.get('f')
  if (f !== undefined && f !== 'json' && f !== 'html')
    throw wrong('f', f, { id: 'Pilih json atau html.', en: 'Choose json or html.' })
  if (f !== undefined) return f === 'html'
  const accept = c.req.header('Accept') ?? ''
  return accept.includes('text/html') && !/^application\/(geo\+)?json/.test(accept)
}

export const crsOf = (name: string, query: ReadonlyMap<string, string>): Crs => {
  const text = query.get(name)
  if (text === undefined) return CRS84
  const crs = findCrs(text)
  if (crs) return crs
  const known = SYSTEMS.map(({ uri }) => uri).join(', ')
  throw wrong(name, text, { id: `Pilih salah satu: ${known}.`, en: `Choose one of: ${known}.` })
}

export const areaOf = (query: ReadonlyMap<string, string>) => {
  const crs = crsOf('bbox-crs', query)
  const text = query.get('bbox')
  if (text === undefined) return null
  const parts = text.split(',').map((part) => (/^\s*-?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN))
  // With heights the box has six numbers; heights limit nothing here.
  const flat = parts.length === 6 ? [parts[0]!, parts[1]!, parts[3]!, parts[4]!] : parts
  const [a, b, c, d] = flat
  const area = flat.length === 4 && !flat.some(Number.isNaN) ? boxIn([a!, b!, c!, d!], crs) : null
  if (area) return area
  throw wrong('bbox', text, {
    id: 'Tulis sudut terkecil lalu terbesar dalam urutan sumbu bbox-crs, misalnya 111,-1,113,1.',
    en: 'Write the lower corner, then the upper one, in the axis order of bbox-crs, such as 111,-1,113,1.',
  })
}

export const daysOf = (query: ReadonlyMap<string, string>) => {
  const text = query.get('datetime')
  if (text === undefined) return null
  const days = parseDatetime(text)
  if (days) return days
  throw wrong('datetime', text, {
    id: 'Tulis tanggal atau rentang, misalnya 2026-05-08, 2026-01-01/2026-06-30 atau 2026-01-01/..',
    en: 'Write a date or an interval, such as 2026-05-08, 2026-01-01/2026-06-30 or 2026-01-01/..',
  })
}

/** Above the most the most is given, as the standard says. */
export const limitOf = (query: ReadonlyMap<string, string>): number => {
  const text = query.get('limit')
  if (text === undefined) return STANDARD_LIMIT
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Math.min(MOST_ITEMS, Number(text))
  throw wrong('limit', text, {
    id: `Isi dengan bilangan bulat 1 sampai ${MOST_ITEMS}.`,
    en: `Give a whole number from 1 to ${MOST_ITEMS}.`,
  })
}

export const requireCollection = (text: string): CollectionId => {
  const found = findCollection(text)
  if (found) return found
  throw notFound({
    id: `Koleksi ${quote(text)} tidak ada. Yang ada: ${COLLECTION_IDS.join(', ')}.`,
    en: `There is no collection ${quote(text)}. Available: ${COLLECTION_IDS.join(', ')}.`,
  })
}

/** What `filter`, its language and system, and parameters that bear the name of a property ask together. */
export const filterOf = (query: ReadonlyMap<string, string>): AskedFilter => {
  const given = query.get('filter-lang') ?? LANGUAGES[0]
  const language = LANGUAGES.find((one) => one === given)
  if (language === undefined) {
    const [text, json] = LANGUAGES
    throw wrong('filter-lang', given, { id: `Pilih ${text} atau ${json}.`, en: `Choose ${text} or ${json}.` })
  }
  return { text: query.get('filter'), language, crs: crsOf('filter-crs', query), equal: query }
}

const OF_THE_ANSWER = ['after', 'limit', 'crs', 'f', 'lang']

/** All of a query that chooses features, as one text. */
export const questionOf = (query: ReadonlyMap<string, string>): string =>
  JSON.stringify([...query].filter(([name]) => !OF_THE_ANSWER.includes(name)).sort())
