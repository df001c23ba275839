import type { ImportField } from '../../data/model/importing.ts'

/** A hashtag with its attributes, such as `#adm4+code`. */
type Tag = { readonly tag: string; readonly attributes: ReadonlySet<string> }

const HASHTAG = /^\s*#([a-z][a-z0-9_]*)((?:\s*\+\s*[a-z][a-z0-9_]*)*)\s*$/i

const LONGEST = 100
const isTag = (text: string): boolean => text.length <= LONGEST && HASHTAG.test(text)

const parseTag = (text: string): Tag | null => {
  const [, tag, attributes = ''] = (isTag(text) && HASHTAG.exec(text)) || []
  if (!tag) return null
  const names = attributes
    .toLowerCase()
    .split('+')
    .map((name) => name.trim())
  return { tag: tag.toLowerCase(), attributes: new Set(names.filter((name) => name !== '')) }
}

const LEVELS: { readonly [tag: string]: ImportField } = { adm4: 'village', adm3: 'district', adm2: 'regency' }
const OWN_WORDS = ['implementing', 'implementer', 'partner', 'prog', 'programming']

type Rule = readonly [
  tags: readonly string[],
  field: (has: (...names: readonly string[]) => boolean, tag: string) => ImportField | null,
]

/** The 3W core of the HXL dictionary 1.1, and what HDX data sets add to it. */
const RULES: readonly Rule[] = [
  [
    ['activity', 'project'],
    (has) =>
      has('id', 'code') ? 'externalId' : has('status') ? 'status' : has('desc', 'description') ? 'note' : 'title',
  ],
  [
    ['output', 'description', 'meta'],
    (has, tag) =>
      tag !== 'meta'
        ? 'note'
        : has('source')
          ? 'sourceText'
          : has('url', 'link')
            ? 'sourceUrl'
            : has('id')
              ? 'externalId'
              : null,
  ],
  [['sector', 'subsector', 'theme', 'cause'], (has) => (has('code') ? null : 'themes')],
  [
    ['org'],
    (has) =>
      has('code', 'type', 'acronym')
        ? null
        : has('funder', 'donor', 'funding')
          ? 'funder'
          : has('support', 'supporting')
            ? 'supporter'
            : has('impl', ...OWN_WORDS) || !has('lead')
              ? 'partner'
              : null,
  ],
  [['adm2', 'adm3', 'adm4'], (has, tag) => (has('code', 'pcode') ? 'code' : (LEVELS[tag] ?? null))],
  [['loc'], (has) => (has('code', 'pcode') ? 'code' : null)],
  [
    ['geo'],
    (has) => (has('lat') ? 'lat' : has('lon', 'lng', 'long') ? 'lng' : has('coord', 'point') ? 'coordinates' : null),
  ],
  [
    ['date'],
    (has) =>
      has('start')
        ? 'start'
        : has('end')
          ? 'end'
          : has('reported', 'updated', 'published')
            ? 'sourceDate'
            : has('year', 'period')
              ? 'period'
              : null,
  ],
  [['status'], () => 'status'],
  [['value', 'budget'], (has) => (has('usd', 'eur', 'pct', 'spent', 'expenditure') ? null : 'budgetIdr')],
  [
    ['reached', 'beneficiary', 'targeted', 'population', 'affected'],
    (has) => (has('hh', 'households', 'f', 'm', 'female', 'male', 'children', 'pct') ? null : 'beneficiaries'),
  ],
]

/** The field that a hashtag fills; null for one that we have no place for. */
export const fieldOfTag = (text: string): ImportField | null => {
  const found = parseTag(text)
  if (!found) return null
  const has = (...names: readonly string[]) => names.some((name) => found.attributes.has(name))
  return RULES.find(([tags]) => tags.includes(found.tag))?.[1](has, found.tag) ?? null
}

/** Whether a row holds hashtags: most of what it holds, and at least two of them. */
export const isTagRow = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const tags = filled.filter(isTag)
  return tags.length >= 2 && tags.length * 2 > filled.length
}
