import type { Site, SiteGeometry } from '../../data/model/activity.ts'
import { readPeople, readRupiah } from '../../data/model/reading/amounts.ts'
import type { Return } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { Finding, Severity } from '../../data/model/work.ts'
import type { Fields } from './fields.ts'
import { AMOUNTS } from './fields.ts'
import { type DraftSite, drawn, geometryOf, replaced, reshaped } from './sites.ts'

export type Remedy = { readonly words: Words; readonly value: unknown }

/** Something about one field, from the server or from here, with everything one tap could do about it. */
export type Remark = {
  /** As in the record: `title`, `sites.0.geometry`, `period`. */
  readonly field: string
  readonly severity: Severity
  readonly name: string
  readonly words: Words
  readonly remedies: readonly Remedy[]
}

const remark = (
  field: string,
  severity: Severity,
  name: string,
  id: string,
  en: string,
  remedies: readonly Remedy[] = [],
): Remark => ({ field, severity, name, words: { id, en }, remedies })

const MISSING: readonly (readonly [field: string, isMissing: (fields: Fields) => boolean, id: string, en: string])[] = [
  ['title', ({ title }) => title.trim() === '', 'Beri nama kegiatannya.', 'Give the activity a name.'],
  ['themes', ({ themes }) => themes.length === 0, 'Pilih paling sedikit satu tema.', 'Choose at least one theme.'],
  [
    'organisations',
    ({ organisations }) => !organisations.some(({ id, role }) => id !== '' && role === 'implementer'),
    'Sebut lembaga pelaksananya.',
    'Name the organisation that carries it out.',
  ],
  ['period', ({ start }) => start === '', 'Isi tanggal mulainya.', 'Say when it begins.'],
]

const readings = (field: string, reading: ReturnType<typeof readRupiah>): readonly Remark[] => {
  if (reading.kind === 'value') return []
  const { id, en } = reading.words
  if (reading.kind === 'unread') return [remark(field, 'error', 'unread', id, en)]
  const remedies = reading.readings.map(({ words, text }) => ({ words, value: text }))
  return [remark(field, 'question', 'ambiguous', id, en, remedies)]
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** What can be said of a draft without asking anybody. */
export const ownRemarks = (fields: Fields, sites: readonly DraftSite[]): readonly Remark[] => {
  const { start, end, budget, beneficiaries, sourceUrl, sensitive, consentBy, consentDate, consentWithdrawn } = fields
  return [
    ...(sites.length === 0
      ? [remark('sites', 'error', 'missing', 'Tandai paling sedikit satu lokasi.', 'Mark at least one place.')]
      : []),
    ...MISSING.flatMap(([field, isMissing, id, en]) =>
      isMissing(fields) ? [remark(field, 'error', 'missing', id, en)] : [],
    ),
    ...(start && end && end < start
      ? [
          remark(
            'period',
            'error',
            'period',
            'Tanggal selesai lebih awal daripada tanggal mulai.',
            'It ends before it begins.',
            [{ words: { id: 'Tukar keduanya', en: 'Swap the two' }, value: { start: end, end: start } }],
          ),
        ]
      : []),
    ...(budget.trim() ? readings('budgetIdr', readRupiah(budget, AMOUNTS)) : []),
    ...(beneficiaries.trim() ? readings('beneficiaries', readPeople(beneficiaries, AMOUNTS)) : []),
    ...(sourceUrl.trim() && !isWebAddress(sourceUrl.trim())
      ? [
          remark(
            'source.url',
            'error',
            'address',
            'Ini bukan alamat web. Mulai dengan https://.',
            'This is no web address. Begin with https://.',
          ),
        ]
      : []),
    ...(sensitive && !(consentBy.trim() && consentDate && !consentWithdrawn)
      ? [
          remark(
            'sensitive',
            'warning',
            'consent',
            'Tanpa persetujuan yang berlaku, kegiatan ini hanya terlihat oleh lembaga Anda dan Sekber.',
            'Without a consent that stands, only your organisation and Sekber see this activity.',
          ),
        ]
      : []),
  ]
}

const ofFinding = ({ remedy, ...rest }: Finding): Remark => ({ ...rest, remedies: remedy ? [remedy] : [] })

/** What the server says of a field as a part is said of the whole where the form has but one place for both. */
const fieldOf = (field: string): string => (/^period\b/.test(field) ? 'period' : field)

/** What a moderator gave back, field by field, in the moderator's own words. */
export const returnedRemarks = (returned: Return | undefined): readonly Remark[] =>
  (returned?.fields ?? []).map(({ field, reason }) => remark(fieldOf(field), 'warning', 'returned', reason, reason))

/** Both together; the same thing is said once, and what was found here stands first: it is never out of date. */
export const allRemarks = (own: readonly Remark[], findings: readonly Finding[]): readonly Remark[] => {
  const said = new Set(own.map(({ field, name }) => `${field} ${name}`))
  const theirs = findings.map((finding) => ofFinding({ ...finding, field: fieldOf(finding.field) }))
  return [...own, ...theirs.filter(({ field, name }) => !said.has(`${field} ${name}`))]
}

/** Remarks about a field and everything in it, without the gaps that nobody has been asked to fill yet. */
export const remarksOn = (remarks: readonly Remark[], field: string, withMissing: boolean): readonly Remark[] =>
  remarks.filter(
    (one) => (one.field === field || one.field.startsWith(`${field}.`)) && (withMissing || one.name !== 'missing'),
  )

export type Content = { readonly fields: Fields; readonly sites: readonly DraftSite[] }

const isSite = (value: unknown): value is Site =>
  typeof value === 'object' && value !== null && ('geometry' in value || 'code' in value)
const isGeometry = (value: unknown): value is SiteGeometry =>
  typeof value === 'object' && value !== null && 'coordinates' in value

const siteApplied = (sites: readonly DraftSite[], at: number, value: unknown): readonly DraftSite[] => {
  const site = sites[at]
  if (!site) return sites
  if (isGeometry(value))
    return geometryOf(site) ? reshaped(sites, site.key, value) : replaced(sites, site.key, [drawn(value)])
  return isSite(value) ? replaced(sites, site.key, [{ ...site, site: value }]) : sites
}

const asText = (value: unknown): string =>
  typeof value === 'number' ? value.toLocaleString('id-ID') : typeof value === 'string' ? value : ''

const TEXTS: { readonly [field: string]: keyof Fields } = {
  title: 'title',
  budgetIdr: 'budget',
  beneficiaries: 'beneficiaries',
  planningDocument: 'planningDocument',
  note: 'note',
  'source.text': 'sourceText',
  'source.url': 'sourceUrl',
  'source.date': 'sourceDate',
  'period.start': 'start',
  'period.end': 'end',
}
const WHOLE = ['themes', 'organisations', 'status', 'visibility'] as const

/** The draft after one tap: the value of a remedy in its field's place. What no form holds changes nothing. */
export const applied = ({ fields, sites }: Content, field: string, value: unknown): Content => {
  const [, at] = /^sites\.(\d+)/.exec(field) ?? []
  if (at !== undefined) return { fields, sites: siteApplied(sites, Number(at), value) }
  const text = TEXTS[field]
  if (text) return { fields: { ...fields, [text]: asText(value) }, sites }
  if (field === 'period' && typeof value === 'object' && value !== null && 'start' in value) {
    const { start, end } = value as { readonly start: string; readonly end?: string | null }
    return { fields: { ...fields, start, end: end ?? '' }, sites }
  }
  const whole = WHOLE.find((name) => name === field)
  return whole ? { fields: { ...fields, [whole]: value }, sites } : { fields, sites }
}
