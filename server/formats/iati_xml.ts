import type { Activity, Role } from '../../data/model/activity.ts'
import { levelOf } from '../../data/model/codes.ts'
import {
  dacSectorsOf,
  evenShares,
  IATI_ORGANISATION_TYPE,
  IATI_STATUS,
  type IatiReporter,
  iatiDatesOf,
} from '../../data/model/iati.ts'
import { type Html, type Part, html as xml } from '../pages/html.ts'
import { type WorkPlace, workPlacesOf } from '../work_places.ts'
import type { World } from '../world.ts'

/** Who reports, the day that plans are told from facts by, and the address of records and themes. */
export type IatiAsked = {
  readonly reporter: IatiReporter
  readonly today: string
  readonly base: string
  readonly time: string
}

// What XML 1.0 does not allow, however it is written.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const narrative = (text: string, language = 'id'): Html => xml`<narrative xml:lang="${language}">${text}</narrative>`

const YEAR_MS = 366 * 86_400_000
const isOneYear = (start: string, end: string | null): end is string =>
  end !== null && Date.parse(end) - Date.parse(start) < YEAR_MS

/** A budget of IATI is of one year at most; what is known for several years is a commitment of the whole. */
const moneyOf = ({ budgetIdr, period: { start, end } }: Activity, at: 'budget' | 'transaction'): Part => {
  if (budgetIdr === undefined) return null
  const value = xml`<value currency="IDR" value-date="${start}">${budgetIdr}</value>`
  if (isOneYear(start, end))
    return (
      at === 'budget' &&
      xml`<budget type="1" status="1"><period-start iso-date="${start}"/><period-end iso-date="${end}"/>${value}</budget>`
    )
  return (
    at === 'transaction' &&
    xml`<transaction><transaction-type code="2"/><transaction-date iso-date="${start}"/>${value}<description>${narrative('Anggaran seluruh masa kegiatan')}${narrative('Budget of the whole activity', 'en')}</description></transaction>`
  )
}

const degrees = (value: number): string => value.toFixed(6)

/** Kemendagri codes stand in `ref`, the reporter's own reference: no vocabulary of IATI has them. */
const locationOf = ({ code, position }: WorkPlace, isExact: boolean, { geography }: World): Html => {
  const place = code ? geography.find(code) : null
  const at = position ?? place?.position ?? null
  const level = code ? levelOf(code) : null
  const name = code && [geography.nameOf(code), geography.nameAbove(code)].filter((one) => one !== '').join(', ')
  return xml`<location${code && xml` ref="${code}"`}><location-reach code="1"/>${name && xml`<name>${narrative(name)}</name>`}<administrative vocabulary="A4" level="0" code="ID"/>${
    at &&
    xml`<point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>${degrees(at[1]!)} ${degrees(at[0]!)}</pos></point><exactness code="${position && isExact ? '1' : '2'}"/>`
  }<location-class code="${level === 'village' && !position ? '2' : level && !position ? '1' : '4'}"/></location>`
}

const sectorsOf = ({ themes }: Activity, { base }: IatiAsked, world: World): Part => {
  const dac = dacSectorsOf(themes)
  const shares = evenShares(themes.length)
  const dacShares = dac && evenShares(dac.length)
  return [
    ...(dac ?? []).map((code, at) => xml`<sector vocabulary="2" code="${code}" percentage="${dacShares![at]}"/>`),
    ...themes.map((id, at) => {
      const label = world.themes.find((theme) => theme.id === id)?.label ?? { id, en: id }
      return xml`<sector vocabulary="99" vocabulary-uri="${base}/api/context" code="${id}" percentage="${shares[at]}">${narrative(label.id)}${narrative(label.en, 'en')}</sector>`
    }),
  ]
}

/** Funding and implementing; those who only support have no role in the list OrganisationRole and are named in words. */
const ROLES: { readonly [R in Role]?: string } = { funder: '1', implementer: '4' }

const partiesOf = ({ organisations }: Activity, { everyone }: World) => {
  const known = organisations.map(({ id, role }) => ({
    role,
    id,
    organisation: everyone.find('organisation', id)?.record,
  }))
  return {
    elements: known.flatMap(({ id, role, organisation }) => {
      const code = ROLES[role]
      const type = organisation ? IATI_ORGANISATION_TYPE[organisation.kind] : '90'
      return code
        ? [
            xml`<participating-org role="${code}" type="${type}">${narrative(organisation?.name ?? id)}</participating-org>`,
          ]
        : []
    }),
    supporters: known.flatMap(({ id, role, organisation }) => (role === 'support' ? [organisation?.name ?? id] : [])),
  }
}

const SAMPLE = {
  id: 'DATA CONTOH, bukan kegiatan nyata.',
  en: 'SAMPLE DATA, no real activity.',
}

const activityXml = (activity: Activity, asked: IatiAsked, world: World): Html => {
  const { id, title, note, source, status, period, origin, visibility } = activity
  const { reporter, today, base } = asked
  const { elements, supporters } = partiesOf(activity, world)
  const isSample = origin === 'sample'
  const changed = world.everyone.find('activity', id)!.time
  const about = [
    note ?? title,
    ...(supporters.length > 0 ? [`Didukung oleh ${supporters.join('; ')}.`] : []),
    `Sumber: ${source.text}${source.date ? ` (${source.date})` : ''}.`,
  ].join('\n')
  return xml`<iati-activity last-updated-datetime="${changed}" xml:lang="id" default-currency="IDR" humanitarian="0" linked-data-uri="${base}/p/activity/${encodeURIComponent(id)}">
<iati-identifier>${reporter.ref}-${id}</iati-identifier>
<reporting-org ref="${reporter.ref}" type="${reporter.type}" secondary-reporter="1">${narrative(reporter.name)}</reporting-org>
<title>${narrative(isSample ? `[CONTOH] ${title}` : title)}</title>
<description type="1">${isSample && [narrative(SAMPLE.id), narrative(SAMPLE.en, 'en')]}${narrative(about)}</description>
${elements}
<activity-status code="${IATI_STATUS[status]}"/>
${iatiDatesOf({ ...period, status }, today).map(({ type, date }) => xml`<activity-date type="${type}" iso-date="${date}"/>`)}
<recipient-country code="ID" percentage="100"/>
${workPlacesOf(activity, world).map((place) => locationOf(place, visibility === 'public', world))}
${sectorsOf(activity, asked, world)}
${moneyOf(activity, 'budget')}${moneyOf(activity, 'transaction')}
</iati-activity>
`
}

/** An activity file of IATI 2.03. Dates of versions are those of the journal. */
export const writeIatiXml = (activities: readonly Activity[], asked: IatiAsked, world: World): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${
    xml`<iati-activities version="2.03" generated-datetime="${asked.time}">
${activities.map((one) => activityXml(one, asked, world))}</iati-activities>
`.text
  }`.replace(FORBIDDEN, '')
