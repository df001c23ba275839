import type { Kind, RecordByKind } from '../../../data/model/record.ts'
import { formatHa, formatNumber, formatRupiah, formatWithUnit } from '../card/numbers.ts'
import { Places, Sites } from './Places.tsx'
import {
  listOf,
  Organisation,
  placeLink,
  type Row,
  spanOf,
  themesOf,
  urusanOf,
  WholeRegion,
  type Words,
} from './Rows.tsx'

type FieldsOf = { readonly [K in Kind]: (record: RecordByKind[K], words: Words) => readonly Row[] }

const money = (rupiah: number | undefined, { language }: Words) =>
  rupiah === undefined ? undefined : formatRupiah(rupiah, language)

/** The kind of a planning document is said once. */
const documentOf = ({ kind, title }: RecordByKind['target']['document']) =>
  title.startsWith(kind) ? title : `${kind}: ${title}`

/** Every field of each kind of record, in the order a reader asks for them. */
export const FIELDS_OF: FieldsOf = {
  organisation: ({ kind, shortName, region, urusan, themes, offices }, words) => [
    ['kind', words.say(`record.organisation.${kind}`)],
    ['shortName', shortName],
    ['region', region && placeLink(region)],
    ...(kind === 'opd'
      ? [['urusan', urusanOf(urusan, words)] as const]
      : [['themes', themesOf(themes, words)] as const]),
    [
      'offices',
      listOf(
        offices,
        ({ person, role }) => `${person} ${role}`,
        ({ person, role, asOf }) => `${person}, ${role} (${words.say('record.asOf', { date: words.date(asOf) })})`,
      ),
    ],
  ],
  activity: (record, words) => [
    ['status', words.say(`panel.status.${record.status}`)],
    ['period', spanOf(record.period, words)],
    ['themes', themesOf(record.themes, words)],
    [
      'organisations',
      listOf(
        record.organisations,
        ({ id, role }) => `${id} ${role}`,
        ({ id, role }) => (
          <>
            <Organisation id={id} context={words.context} /> ({words.say(`record.relation.${role}`)})
          </>
        ),
      ),
    ],
    ['sites', record.sites.length > 0 && <Sites sites={record.sites} />],
    ['budgetIdr', money(record.budgetIdr, words)],
    [
      'beneficiaries',
      record.beneficiaries === undefined
        ? undefined
        : words.say('record.people', { count: words.count(record.beneficiaries) }),
    ],
    ['planningDocument', record.planningDocument],
  ],
  target: (record, words) => [
    ['owner', <Organisation key="owner" id={record.organisation} context={words.context} />],
    ['themes', themesOf([record.theme], words)],
    ['indicator', record.indicator],
    [
      'baseline',
      record.baseline &&
        `${formatWithUnit(record.baseline.value, record.unit, words.language)} (${record.baseline.year})`,
    ],
    ['goal', `${formatWithUnit(record.value, record.unit, words.language)} (${record.year})`],
    ['measure', words.say(`record.measure.${record.measure}`)],
    ['places', 'codes' in record.area ? <Places key="places" codes={record.area.codes} /> : words.say('record.drawn')],
    ['budgetIdr', money(record.budgetIdr, words)],
    ['document', documentOf(record.document)],
  ],
  zone: (record, words) => [
    ['kind', words.say(`record.zone.${record.kind}`)],
    ['owner', <Organisation key="owner" id={record.owner} context={words.context} />],
    ['period', spanOf(record.period, words)],
    ['region', placeLink(record.region)],
  ],
  authority: (record, words) => [
    ['kind', words.say(`record.authority.${record.kind}`)],
    ['holder', record.holder],
    ['region', placeLink(record.region)],
    [
      'areaHaReported',
      record.areaHaReported === undefined
        ? undefined
        : words.say('card.ha', { ha: formatHa(record.areaHaReported, words.language) }),
    ],
    ['decree', record.decree],
  ],
  agreement: (record, words) => [
    ['kind', `${words.say(`record.agreement.${record.kind}`)} (${record.kind})`],
    [
      'parties',
      listOf(
        record.parties,
        ({ id }) => id,
        ({ id, name, role }) => (
          <>
            <Organisation id={id} name={name} context={words.context} />
            {role && ` (${role})`}
          </>
        ),
      ),
    ],
    [
      'fields',
      listOf(
        record.fields,
        ({ wording }) => wording,
        ({ wording, themes }) => (
          <>
            {wording} {themes.length > 0 && <span className="quiet">({themesOf(themes, words)})</span>}
          </>
        ),
      ),
    ],
    [
      'scope',
      record.scope.length > 0 ? (
        <Places key="scope" codes={record.scope} />
      ) : (
        <WholeRegion key="scope" code={record.region} />
      ),
    ],
    ['period', record.period && spanOf(record.period, words)],
  ],
  meeting: (record, words) => [
    ['kind', words.say(`record.meeting.${record.kind}`)],
    [
      'date',
      record.endDate
        ? words.say('record.span', { from: words.date(record.date), to: words.date(record.endDate) })
        : words.date(record.date),
    ],
    ['place', record.place],
    ['region', placeLink(record.region)],
    ['outcome', record.outcome],
    ['themes', themesOf(record.themes, words)],
    [
      'organisations',
      listOf(
        record.organisations,
        (id) => id,
        (id) => <Organisation id={id} context={words.context} />,
      ),
    ],
    [
      'persons',
      listOf(
        record.persons,
        ({ name }) => name,
        ({ name, role }) => `${name}, ${role}`,
      ),
    ],
  ],
  figure: (record, words) => [
    ['value', formatWithUnit(record.value, record.unit, words.language)],
    ['asOf', words.date(record.asOf)],
    ['region', placeLink(record.region)],
  ],
  convergence: (record, words) => [
    ['region', placeLink(record.region)],
    ['programme', record.programme],
    [
      'works',
      record.works && (
        <ul>
          {record.works.map(({ place, physical, words: said }) => (
            <li key={place}>
              {placeLink(place)}: {words.say(physical ? 'record.works.yes' : 'record.works.no')}. {said}.
            </li>
          ))}
        </ul>
      ),
    ],
    ['places', <Places key="places" codes={record.places} />],
    [
      'parties',
      listOf(
        record.parties,
        ({ id }) => id,
        ({ id, name }) => <Organisation id={id} name={name} context={words.context} />,
      ),
    ],
    [
      'steps',
      record.steps.length > 0 && (
        <ol className="steps">
          {record.steps.map((step, index) => (
            <li key={step}>
              {formatNumber(index + 1, words.language)}. {step}
            </li>
          ))}
        </ol>
      ),
    ],
  ],
  match: (record, words) => [
    ['organisations', <Organisation key="partner" id={record.partner} context={words.context} />],
    ['region', record.region && placeLink(record.region)],
    ['outcome', record.reason],
  ],
  story: ({ region, author, scenes }) => [
    ['region', placeLink(region)],
    ['author', author],
    [
      'scenes',
      listOf(
        scenes,
        ({ id }) => id,
        ({ title }) => title,
      ),
    ],
  ],
  plan: (record) => [
    ['region', placeLink(record.region)],
    ['places', record.places.length > 0 && <Places key="places" codes={record.places} />],
    [
      'actions',
      listOf(
        record.actions,
        ({ id }) => id,
        ({ what }) => what,
      ),
    ],
  ],
}
