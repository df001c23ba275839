import type { Activity } from '../../data/model/activity.ts'
import { type Draft, draftOf } from './draft.ts'
import { EMPTY_FIELDS, type Fields } from './fields.ts'
import { sitesOf } from './sites.ts'

/** What is asked about in one question: fields that mean nothing apart. */
const PARTS = {
  title: ['title'],
  themes: ['themes'],
  organisations: ['organisations'],
  period: ['start', 'end'],
  status: ['status'],
  budget: ['budget'],
  beneficiaries: ['beneficiaries'],
  planningDocument: ['planningDocument'],
  source: ['sourceText', 'sourceUrl', 'sourceDate'],
  visibility: ['visibility'],
  sensitive: ['sensitive', 'consentBy', 'consentDate', 'consentWording', 'consentWithdrawn'],
  note: ['note'],
} as const satisfies { readonly [part: string]: readonly (keyof Fields)[] }

export type FieldPart = keyof typeof PARTS
export type Part = FieldPart | 'sites' | 'photos'
export type Side = 'mine' | 'theirs'

type Three = { readonly before: unknown; readonly mine: unknown; readonly theirs: unknown }
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const FIELD_PARTS = Object.keys(PARTS) as FieldPart[]
const picked = (fields: Fields, part: FieldPart) => PARTS[part].map((name) => fields[name])
const photosOf = ({ photos }: Draft) => photos.map(({ key, id, caption }) => [id ?? key, caption])

const threes = (draft: Draft, theirs: Draft): readonly (readonly [Part, Three])[] => {
  const before = draft.base ? draftOf(draft.base.record, draft.base.revision) : null
  const fields = FIELD_PARTS.map((part): readonly [Part, Three] => [
    part,
    {
      before: picked(before?.fields ?? EMPTY_FIELDS, part),
      mine: picked(draft.fields, part),
      theirs: picked(theirs.fields, part),
    },
  ])
  const sites: Three = {
    before: sitesOf(before?.sites ?? []),
    mine: sitesOf(draft.sites),
    theirs: sitesOf(theirs.sites),
  }
  const photos: Three = {
    before: before ? photosOf(before) : [],
    mine: photosOf(draft),
    theirs: photosOf(theirs),
  }
  return [...fields, ['sites', sites], ['photos', photos]]
}

/** What both changed, and differently: only a person can say which is right. */
export const clashesOf = (draft: Draft, theirs: Activity): readonly Part[] =>
  threes(draft, draftOf(theirs, 0)).flatMap(([part, { before, mine, theirs: other }]) =>
    !same(mine, other) && !same(before, mine) && !same(before, other) ? [part] : [],
  )

/**
 * The draft on top of the newer version: what only one side changed is taken from that side, what both changed from the
 * side that was chosen, mine unless said otherwise.
 */
export const merged = (
  draft: Draft,
  theirs: Activity,
  revision: number,
  chosen: { readonly [P in Part]?: Side },
): Draft => {
  const newer = draftOf(theirs, revision)
  const side = new Map(
    threes(draft, newer).map(([part, { before, mine, theirs: other }]): readonly [Part, Side] => {
      if (same(before, mine)) return [part, 'theirs']
      return [part, same(before, other) ? 'mine' : (chosen[part] ?? 'mine')]
    }),
  )
  const fields = { ...newer.fields }
  for (const part of FIELD_PARTS)
    if (side.get(part) === 'mine')
      Object.assign(fields, Object.fromEntries(PARTS[part].map((name) => [name, draft.fields[name]])))
  return {
    ...newer,
    fields,
    sites: side.get('sites') === 'mine' ? draft.sites : newer.sites,
    photos: side.get('photos') === 'mine' ? draft.photos : newer.photos,
  }
}
