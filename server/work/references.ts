import { isAmbiguousCode, parseCode } from '../../data/model/codes.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { Finding } from '../../data/model/work.ts'
import { describe } from '../describe.ts'
import type { Geography } from '../geography.ts'
import { nearMatches } from '../near.ts'
import { quote } from '../problems.ts'
import { fault } from './faults.ts'

/** What a record may refer to. */
export type References = {
  readonly themes: readonly string[]
  readonly urusan: readonly string[]
  readonly geography: Pick<Geography, 'knows'>
  /** Of those that the sender may see. */
  knowsOrganisation(id: string): boolean
  knowsAgreement(id: string): boolean
  knowsActivity(id: string): boolean
  knowsZone(id: string): boolean
  knowsPhoto(id: string): boolean
  /** Ids to offer for a misspelt one. */
  readonly organisations: () => readonly string[]
}

const unknown = (what: Words, given: string, known: readonly string[]): Words => {
  const near = nearMatches(given, known)
  const offer = near.length > 0
  return {
    id: `${what.id} ${quote(given)} tidak dikenal. ${offer ? `Maksud Anda ${near.join(', ')}?` : 'Pilih dari daftar.'}`,
    en: `${what.en} ${quote(given)} is not known. ${offer ? `Did you mean ${near.join(', ')}?` : 'Choose from the list.'}`,
  }
}

const codeWords = (code: string): Words =>
  isAmbiguousCode(code)
    ? {
        id: `${quote(code)} bermakna lain di sistem kode Kemendagri dan BPS. Tulis kode Kemendagri bertitik, misalnya 61.05.01.2007.`,
        en: `${quote(code)} means different places in the Kemendagri and BPS systems. Write the dotted Kemendagri code, such as 61.05.01.2007.`,
      }
    : {
        id: `Wilayah ${quote(code)} belum ada di Bentang ini. Cari namanya di /api/search?q=.`,
        en: `Place ${quote(code)} is not in this Bentang. Search for its name at /api/search?q=.`,
      }

/** Every text under a field, with its place. */
const at = (field: string, values: readonly (string | undefined)[]): readonly (readonly [string, string])[] =>
  values.flatMap((value, index) => (value === undefined ? [] : [[`${field}.${index}`, value] as const]))
const one = (field: string, value: string | undefined): readonly (readonly [string, string])[] =>
  value === undefined ? [] : [[field, value]]

const codesIn = ({ kind, record }: AnyRecord) => {
  switch (kind) {
    case 'activity':
      return at(
        'sites',
        record.sites.map((site) => ('code' in site ? site.code : undefined)),
      )
    case 'target':
      return 'codes' in record.area ? at('area.codes', record.area.codes) : []
    case 'organisation':
      return one('region', record.region)
    case 'agreement':
      return [...one('region', record.region), ...at('scope', record.scope)]
    case 'convergence':
      return [...one('region', record.region), ...at('places', record.places)]
    case 'plan':
      return [
        ...one('region', record.region),
        ...at('places', record.places),
        ...record.actions.flatMap(({ places }, index) => at(`actions.${index}.places`, places)),
      ]
    default:
      return one('region', record.region)
  }
}

const themesIn = (entry: AnyRecord) => {
  if (entry.kind === 'target') return one('theme', entry.record.theme)
  if (entry.kind === 'plan')
    return entry.record.actions.map(({ theme }, index) => [`actions.${index}.theme`, theme] as const)
  return at(entry.kind === 'zone' ? 'actions' : 'themes', describe(entry).themes)
}

const organisationsIn = (entry: AnyRecord) => [
  ...at('organisations', entry.kind === 'organisation' ? [] : describe(entry).organisations.map(({ id }) => id)),
  ...one('owner', entry.record.owner),
]

const agreementIn = ({ kind, record }: AnyRecord) => {
  if (kind === 'activity' || kind === 'plan') return one('agreement', record.agreement)
  return kind === 'agreement' ? one('carriesOut', record.carriesOut) : []
}

const zoneIn = ({ kind, record }: AnyRecord) => (kind === 'plan' ? one('zone', record.zone) : [])

const activitiesIn = ({ kind, record }: AnyRecord) =>
  kind === 'plan'
    ? record.actions.flatMap(({ activities }, index) => at(`actions.${index}.activities`, activities))
    : []

const photosIn = ({ kind, record }: AnyRecord) => {
  if (kind === 'story')
    return record.scenes.flatMap(({ picture }, index) => one(`scenes.${index}.picture.photo`, picture?.photo))
  return kind === 'activity'
    ? at(
        'photos',
        (record.photos ?? []).map(({ id }) => id),
      )
    : []
}

const NAMED_IN = [organisationsIn, themesIn, codesIn, agreementIn, zoneIn, activitiesIn]

/** Names in a record that nothing bears; those it had before are let be, for their source may be gone. */
export const referencesOf = (entry: AnyRecord, before: AnyRecord | null, known: References): Finding[] => {
  const { kind, record } = entry
  const had = new Set(
    before
      ? NAMED_IN.flatMap((namedIn): readonly (readonly [string, string])[] => namedIn(before)).map(([, id]) => id)
      : [],
  )
  const missing = (
    given: readonly (readonly [string, string])[],
    isKnown: (value: string) => boolean,
    words: (value: string) => Words,
  ) =>
    given
      .filter(([, value]) => !had.has(value) && !isKnown(value))
      .map(([field, value]) => fault(field, 'unknown', words(value)))
  const hadPhotos = before ? photosIn(before).map(([, id]) => id) : []
  return [
    ...missing(
      themesIn(entry),
      (id) => known.themes.includes(id),
      (id) => unknown({ id: 'Tema', en: 'Theme' }, id, known.themes),
    ),
    ...missing(organisationsIn(entry), known.knowsOrganisation, (id) =>
      unknown({ id: 'Lembaga', en: 'Organisation' }, id, known.organisations()),
    ),
    ...missing(codesIn(entry), (code) => parseCode(code) !== null && known.geography.knows(code), codeWords),
    ...missing(
      kind === 'organisation' ? at('urusan', record.urusan) : [],
      (id) => known.urusan.includes(id),
      (id) => unknown({ id: 'Urusan', en: 'Affair' }, id, known.urusan),
    ),
    ...missing(agreementIn(entry), known.knowsAgreement, (id) =>
      unknown({ id: 'Perjanjian', en: 'Agreement' }, id, []),
    ),
    ...missing(zoneIn(entry), known.knowsZone, (id) => unknown({ id: 'Zona', en: 'Zone' }, id, [])),
    ...missing(activitiesIn(entry), known.knowsActivity, (id) => unknown({ id: 'Kegiatan', en: 'Activity' }, id, [])),
    ...missing(
      photosIn(entry),
      (id) => hadPhotos.includes(id) || known.knowsPhoto(id),
      (id) => unknown({ id: 'Foto', en: 'Photo' }, id, []),
    ),
  ]
}
