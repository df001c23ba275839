import MiniSearch from 'minisearch'
import type { SearchHit } from '../data/model/answers.ts'
import type { AnyRecord, Kind } from '../data/model/record.ts'
import { type Bounds, boundsOf, uniteBounds } from './bounds.ts'
import { describe } from './describe.ts'
import type { Geography } from './geography.ts'

export type Search = {
  apply(changes: readonly { readonly kind: Kind; readonly id: string; readonly entry: AnyRecord | null }[]): void
  find(text: string, limit: number): readonly SearchHit[]
}

type Document = { readonly key: string; readonly text: string; readonly more: string; readonly hit: SearchHit }

const LEVEL_WORDS = {
  regency: 'kabupaten',
  district: 'kecamatan',
  village: 'desa kelurahan',
  island: 'pulau',
} as const

/** Letters without their accents, so that "Bétok" finds "Betok". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const FIELDS_BOOST = { text: 3, more: 1 }

/** One slip in five letters, two in six: swapping two neighbours counts as two. */
const forgive = (term: string): number | false => (term.length > 4 ? 0.25 : false)

const placeDocuments = (geography: Geography): Document[] =>
  geography.places.map(({ code, name, level }) => ({
    key: code,
    text: name,
    more: `${LEVEL_WORDS[level]} ${geography.nameAbove(code)}`,
    hit: {
      kind: level,
      id: code,
      title: name,
      detail: [geography.nameAbove(code), code].filter(Boolean).join(' · '),
      bbox: geography.boundsOf(code),
    },
  }))

const recordDocument = (geography: Geography, entry: AnyRecord): Document => {
  const { kind, record } = entry
  const { title, geometries, codes, region, span } = describe(entry)
  const boxes: readonly (Bounds | null)[] = [boundsOf(geometries), ...codes.map(geography.boundsOf)]
  const bbox = uniteBounds(boxes) ?? (region ? geography.boundsOf(region) : null)
  const shortName = kind === 'organisation' ? (record.shortName ?? '') : ''
  return {
    key: `${kind} ${record.id}`,
    text: title,
    more: `${shortName} ${record.source.wording ?? ''} ${record.id}`,
    hit: {
      kind,
      id: record.id,
      title,
      detail: [region ? geography.nameOf(region) : '', span?.start.slice(0, 4) ?? ''].filter(Boolean).join(' · '),
      bbox,
    },
  }
}

/**
 * Exact code first, then places, then records. The beginning of a word is enough; slips of the finger are forgiven after
 * everything that was spelt as it was typed.
 */
export const createSearch = (geography: Geography): Search => {
  const documents = new Map<string, Document>()
  const index = new MiniSearch<Document>({
    idField: 'key',
    fields: ['text', 'more'],
    processTerm: (term) => plain(term) || null,
    searchOptions: {
      boost: FIELDS_BOOST,
      prefix: true,
      combineWith: 'AND',
      // Ahead of a record with the same words, but a record whose title says it exactly still beats a chance place.
      boostDocument: (key) => (documents.get(key)?.key.includes(' ') ? 1 : 1.5),
    },
  })
  const add = (document: Document) => {
    documents.set(document.key, document)
    index.add(document)
  }
  const remove = (key: string) => {
    if (documents.delete(key)) index.discard(key)
  }
  for (const document of placeDocuments(geography)) add(document)

  const byCode = (text: string): SearchHit[] => {
    if (!/^\d{2}(\.\d*)*$/.test(text)) return []
    const starting = geography.places.filter(({ code }) => code === text || code.startsWith(text))
    return starting.map(({ code }) => documents.get(code)!.hit)
  }

  return {
    apply(changes) {
      for (const { kind, id, entry } of changes) {
        remove(`${kind} ${id}`)
        if (entry) add(recordDocument(geography, entry))
      }
    },
    find: (text, limit) => {
      const coded = byCode(text.trim())
      if (coded.length > 0) return coded.slice(0, limit)
      const spelt = index.search(text)
      const slipped = spelt.length < limit ? index.search(text, { fuzzy: forgive }) : []
      const keys = new Set([...spelt, ...slipped].map(({ id }) => `${id}`))
      return [...keys].slice(0, limit).map((key) => documents.get(key)!.hit)
    },
  }
}
