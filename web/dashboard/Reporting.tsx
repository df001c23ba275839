import type { OrganisationReport } from '../../data/model/dashboard.ts'
import { reportingTable } from '../../data/model/dashboard_tables.ts'
import { FRESH_DAYS } from '../../data/model/freshness.ts'
import { useText } from '../text/useText.ts'
import { useFieldNames } from '../work/useFieldNames.ts'
import { csvAddress, mapWith } from './addresses.ts'
import { Behind } from './Behind.tsx'
import type { PartProps } from './Coverage.tsx'
import { useShown, Whole } from './GroupTable.tsx'
import { Section } from './Section.tsx'
import { changeDashboard, SORTS, type SortName, useDashboard } from './state.ts'

const VALUES: { readonly [S in Exclude<SortName, 'name'>]: (report: OrganisationReport) => number } = {
  of: ({ of }) => of,
  fresh: ({ fresh, of }) => fresh / of,
  median: ({ medianDays }) => medianDays,
  oldest: ({ oldestDays }) => oldestDays,
  completeness: ({ completeness }) => completeness,
}
const COLUMNS = {
  name: 'organisation',
  of: 'records',
  fresh: 'fresh',
  median: 'median',
  oldest: 'oldest',
  completeness: 'completeness',
} as const satisfies { readonly [S in SortName]: string }

const sorted = (reports: readonly OrganisationReport[], by: SortName, isDown: boolean) => {
  const way = isDown ? -1 : 1
  const byName = (a: OrganisationReport, b: OrganisationReport) => a.name.localeCompare(b.name, 'id')
  if (by === 'name') return reports.toSorted((a, b) => way * byName(a, b))
  const value = VALUES[by]
  return reports.toSorted((a, b) => way * (value(a) - value(b)) || byName(a, b))
}

const Heading = ({ by }: { readonly by: SortName }) => {
  const { say } = useText()
  const { sort } = useDashboard()
  const isSorted = sort.by === by
  const name = say(`dashboard.reporting.${COLUMNS[by]}`)
  const turn = () => changeDashboard({ sort: { by, isDown: isSorted ? !sort.isDown : by !== 'name' } }, false)
  return (
    <th
      scope="col"
      className={by === 'name' ? undefined : 'dash-figure'}
      aria-sort={isSorted ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="dash-sort" onClick={turn} aria-label={say('dashboard.reporting.sort', { name })}>
        {name}
        <span aria-hidden="true">{isSorted ? (sort.isDown ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
}

const Row = ({ report, view }: Pick<PartProps, 'view'> & { readonly report: OrganisationReport }) => {
  const { say, count, share, language } = useText()
  const fieldName = useFieldNames()
  const { organisation, name, of, fresh, medianDays, oldestDays, completeness, missing } = report
  const lang = language === 'en' ? '?lang=en' : ''
  return (
    <tr>
      <th scope="row">
        <a className="dash-name" href={`/p/organisation/${encodeURIComponent(organisation)}${lang}`}>
          {name}
        </a>{' '}
        <a
          className="dash-map"
          href={mapWith(view, { organisations: [organisation] })}
          aria-label={say('dashboard.map.of', { name })}
        >
          {say('dashboard.map')}
        </a>
      </th>
      <td className="dash-figure" data-label={say('dashboard.reporting.records')}>
        <Behind
          to={{ records: { by: 'reporting', of: organisation } }}
          name={say('dashboard.records.of', { count: count(of), name })}
        >
          {count(of)}
        </Behind>
      </td>
      <td className="dash-figure" data-label={say('dashboard.reporting.fresh')}>
        {say('dashboard.reporting.freshOf', { fresh: count(fresh), of: count(of) })}
      </td>
      <td className="dash-figure" data-label={say('dashboard.reporting.median')} data-late={medianDays > FRESH_DAYS}>
        {count(medianDays)}
      </td>
      <td className="dash-figure" data-label={say('dashboard.reporting.oldest')}>
        {count(oldestDays)}
      </td>
      <td className="dash-figure" data-label={say('dashboard.reporting.completeness')}>
        {share(completeness)}
      </td>
      <td className="dash-missing" data-label={say('dashboard.reporting.missing')}>
        {missing
          .slice(0, 2)
          .map(({ field, records }) =>
            say('dashboard.reporting.missingOf', { field: fieldName(field), count: count(records) }),
          )
          .join(', ')}
      </td>
    </tr>
  )
}

/** How fresh and how complete each organisation keeps its records; sorted by whatever column. */
export const Reporting = ({ answer, view, sheetOf }: PartProps) => {
  const { say } = useText()
  const { sort } = useDashboard()
  const title = say('dashboard.reporting')
  const rows = sorted(answer.reporting, sort.by, sort.isDown)
  const shown = useShown('reporting', rows)
  return (
    <Section
      title={title}
      name={title}
      about={say('dashboard.reporting.about')}
      csv={csvAddress(view, 'reporting')}
      sheet={() => sheetOf(title, 'kemutakhiran', (words) => reportingTable(answer, words))}
    >
      {rows.length === 0 ? (
        <p className="empty">{say('dashboard.reporting.none')}</p>
      ) : (
        <table className="dash-table dash-reporting">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              {SORTS.map((by) => (
                <Heading key={by} by={by} />
              ))}
              <th scope="col">{say('dashboard.reporting.missing')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((report) => (
              <Row key={report.organisation} report={report} view={view} />
            ))}
          </tbody>
        </table>
      )}
      <Whole name="reporting" rows={rows.length} />
    </Section>
  )
}
