import type { Code } from './codes.ts'
import { type FactValue, type Names, said, textOf } from './fact_words.ts'
import { ORGANISATION_KIND_LABELS } from './organisation.ts'
import type { Span } from './period.ts'
import type { Kind, RecordByKind } from './record.ts'
import {
  AGREEMENT_KIND_WORDS,
  AGREEMENT_STAGE_WORDS,
  AUTHORITY_WORDS,
  FIELD_WORDS,
  MEASURE_WORDS,
  MEETING_WORDS,
  ROLE_WORDS,
  STATUS_WORDS,
  WORKS_WORDS,
  ZONE_WORDS,
} from './record_words.ts'
import type { Words } from './words.ts'

/** One line of a record as everyone may read it: what it is called, and its values in the order they are told. */
export type Fact = { readonly label: string; readonly values: readonly FactValue[] }

type Row = readonly [keyof typeof FIELD_WORDS, FactValue | readonly FactValue[] | string | undefined | false]

const organisations = (
  parties: readonly { readonly id: string; readonly role?: string; readonly name?: string }[],
  names: Names,
): readonly FactValue[] =>
  parties.map(({ id, role, name }) => ({
    text: name ?? names.organisation(id),
    to: { kind: 'organisation', id },
    ...(role ? { role: ROLE_WORDS[role]?.[names.language] ?? role } : {}),
  }))

const places = (codes: readonly Code[], names: Names): readonly FactValue[] =>
  codes.map((code) => ({ text: names.place(code) }))
const themes = (ids: readonly string[], names: Names) => [...new Set(ids)].map(names.theme).join(', ')

const spanOf = ({ start, end }: Span, names: Names): string => {
  const { date } = textOf(names.language)
  const until = end === null ? said({ id: 'sekarang', en: 'now' }, names) : date(end)
  return said({ id: `${date(start)} sampai ${until}`, en: `${date(start)} to ${until}` }, names)
}

const drawn = (count: number): Words => ({
  id: `${count} lokasi digambar di peta`,
  en: count === 1 ? '1 site drawn on the map' : `${count} sites drawn on the map`,
})

const sitesOf = ({ sites }: RecordByKind['activity'], names: Names): readonly FactValue[] => {
  const codes = sites.flatMap((site) => ('code' in site ? [site.code] : []))
  const shapes = sites.length - codes.length
  return [...places(codes, names), ...(shapes > 0 ? [{ text: said(drawn(shapes), names) }] : [])]
}

type RowsOf = { readonly [K in Exclude<Kind, 'story'>]: (record: RecordByKind[K], names: Names) => readonly Row[] }

const ROWS_OF: RowsOf = {
  organisation: ({ kind, shortName, region, urusan, themes: own, offices }, names) => [
    ['kind', said(ORGANISATION_KIND_LABELS[kind], names)],
    ['shortName', shortName],
    ['region', region && names.place(region)],
    ['urusan', urusan.map(names.urusan).join(', ')],
    ['themes', themes(own, names)],
    [
      'offices',
      offices?.map(({ person, role, asOf }) => ({
        text: `${person}, ${role} (${textOf(names.language).date(asOf)})`,
      })),
    ],
  ],
  activity: (record, names) => {
    const { money, count } = textOf(names.language)
    return [
      ['status', said(STATUS_WORDS[record.status], names)],
      ['period', spanOf(record.period, names)],
      ['themes', themes(record.themes, names)],
      ['organisations', organisations(record.organisations, names)],
      ['sites', sitesOf(record, names)],
      ['budgetIdr', record.budgetIdr !== undefined && money(record.budgetIdr)],
      ['beneficiaries', record.beneficiaries !== undefined && count(record.beneficiaries)],
      ['planningDocument', record.planningDocument],
    ]
  },
  target: (record, names) => {
    const { measured, money } = textOf(names.language)
    const { unit, baseline, area, document } = record
    return [
      ['owner', organisations([{ id: record.organisation }], names)],
      ['themes', names.theme(record.theme)],
      ['indicator', record.indicator],
      ['baseline', baseline && `${measured(baseline.value, unit)} (${baseline.year})`],
      ['goal', `${measured(record.value, unit)} (${record.year})`],
      ['measure', said(MEASURE_WORDS[record.measure], names)],
      ['places', 'codes' in area ? places(area.codes, names) : said(drawn(1), names)],
      ['budgetIdr', record.budgetIdr !== undefined && money(record.budgetIdr)],
      ['document', document.title.startsWith(document.kind) ? document.title : `${document.kind}: ${document.title}`],
    ]
  },
  zone: (record, names) => [
    ['kind', said(ZONE_WORDS[record.kind], names)],
    ['owner', organisations([{ id: record.owner }], names)],
    ['period', spanOf(record.period, names)],
    ['region', names.place(record.region)],
    ['actions', record.actions.map(({ title, period }) => ({ text: `${title} (${spanOf(period, names)})` }))],
  ],
  authority: (record, names) => [
    ['kind', said(AUTHORITY_WORDS[record.kind], names)],
    ['holder', record.holder],
    ['region', names.place(record.region)],
    [
      'areaHaReported',
      record.areaHaReported !== undefined && textOf(names.language).measured(record.areaHaReported, 'ha'),
    ],
    ['decree', record.decree],
  ],
  agreement: (record, names) => [
    ['kind', `${said(AGREEMENT_KIND_WORDS[record.kind], names)} (${record.kind})`],
    ['stage', said(AGREEMENT_STAGE_WORDS[record.stage], names)],
    ['parties', organisations(record.parties, names)],
    ['fields', record.fields.map(({ wording }) => ({ text: wording }))],
    ['scope', record.scope.length > 0 ? places(record.scope, names) : names.place(record.region)],
    ['period', record.period && spanOf(record.period, names)],
  ],
  meeting: (record, names) => [
    ['kind', said(MEETING_WORDS[record.kind], names)],
    ['date', spanOfDays(record, names)],
    ['place', record.place],
    ['region', names.place(record.region)],
    ['outcome', record.outcome],
    ['themes', themes(record.themes, names)],
    [
      'organisations',
      organisations(
        record.organisations.map((id) => ({ id })),
        names,
      ),
    ],
    ['persons', record.persons.map(({ name, role }) => ({ text: `${name}, ${role}` }))],
  ],
  figure: (record, names) => [
    ['value', textOf(names.language).measured(record.value, record.unit)],
    ['asOf', textOf(names.language).date(record.asOf)],
    ['region', names.place(record.region)],
  ],
  convergence: (record, names) => [
    ['region', names.place(record.region)],
    [
      'works',
      record.works?.map(({ place, physical, words }) => ({
        text: `${names.place(place)}: ${said(WORKS_WORDS[physical ? 'yes' : 'no'], names)}. ${words}`,
      })),
    ],
    ['places', places(record.places, names)],
    ['parties', organisations(record.parties, names)],
    ['steps', record.steps.map((step, at) => ({ text: `${at + 1}. ${step}` }))],
  ],
  match: (record, names) => [
    ['organisations', organisations([{ id: record.partner }], names)],
    ['outcome', record.reason],
  ],
  plan: (record, names) => [
    ['owner', record.owner !== undefined && organisations([{ id: record.owner }], names)],
    ['region', names.place(record.region)],
    ['places', places(record.places, names)],
    ['actions', record.actions.map(({ what, period }) => ({ text: `${what} (${spanOf(period, names)})` }))],
  ],
}

const spanOfDays = ({ date, endDate }: RecordByKind['meeting'], names: Names): string =>
  endDate ? spanOf({ start: date, end: endDate }, names) : textOf(names.language).date(date)

const valuesOf = (given: Row[1]): readonly FactValue[] => {
  if (!given) return []
  if (typeof given === 'string') return [{ text: given }]
  return 'text' in given ? [given] : given
}

/** What a record states, field by field; what it leaves out is left out here. A story is told elsewhere. */
export const factsOf = <K extends Kind>(kind: K, record: RecordByKind[K], names: Names): readonly Fact[] => {
  if (!Object.hasOwn(ROWS_OF, kind)) return []
  const rowsOf = ROWS_OF[kind as Exclude<Kind, 'story'>] as (own: typeof record, by: Names) => readonly Row[]
  return rowsOf(record, names).flatMap(([field, given]) => {
    const values = valuesOf(given)
    return values.length > 0 ? [{ label: said(FIELD_WORDS[field], names), values }] : []
  })
}
