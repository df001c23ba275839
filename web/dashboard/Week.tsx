import type { DashboardWeek, WeekRecord } from '../../data/model/dashboard.ts'
import { weekTable } from '../../data/model/dashboard_tables.ts'
import { Refused } from '../pages/Refused.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { useFieldNames } from '../work/useFieldNames.ts'
import { csvAddress, mapWith } from './addresses.ts'
import type { PartProps } from './Coverage.tsx'
import { useWeek } from './queries.ts'
import { Section } from './Section.tsx'

/** Where a record is shown: an organisation on its page, all else on the map. */
export const recordAddress = ({ kind, id }: Pick<WeekRecord, 'kind' | 'id'>, view: View): string =>
  kind === 'organisation'
    ? `/p/organisation/${encodeURIComponent(id)}${view.language === 'en' ? '?lang=en' : ''}`
    : mapWith(view, { selection: { kind, id } })

const Told = ({ record, view }: { readonly record: WeekRecord; readonly view: View }) => {
  const { say } = useText()
  const fieldName = useFieldNames()
  const { kind, title, organisation, what, fields } = record
  return (
    <li className="dash-told">
      {say(`dashboard.week.${what}`, { kind: say(`work.kind.${kind}`) })}{' '}
      <a className="dash-name" href={recordAddress(record, view)}>
        {title}
      </a>
      <small>
        {organisation && ` ${say('dashboard.week.by', { name: organisation })}`}
        {fields.length > 0 &&
          ` · ${say('dashboard.week.fields', { fields: fields.map((field) => fieldName(field).toLowerCase()).join(', ') })}`}
      </small>
    </li>
  )
}

const Entries = ({ week, view }: { readonly week: DashboardWeek; readonly view: View }) => {
  const { say, count, date } = useText()
  const shown = week.entries.reduce((sum, entry) => sum + entry.count, 0)
  return (
    <>
      <ol className="dash-week">
        {week.entries.map(({ seq, time, count: all, records }) => (
          <li key={seq}>
            <time dateTime={time}>{date(time)}</time>
            <ul>
              {records.map((record) => (
                <Told key={`${record.kind}/${record.id}`} record={record} view={view} />
              ))}
              {all > records.length && (
                <li className="dash-small">{say('dashboard.week.rest', { count: count(all - records.length) })}</li>
              )}
            </ul>
          </li>
        ))}
      </ol>
      {shown < week.records && (
        <p className="dash-small">{say('dashboard.week.older', { count: week.records - shown })}</p>
      )}
    </>
  )
}

/** The public part of the journal of seven days, in plain words. */
export const Week = ({ view, sheetOf }: PartProps) => {
  const { say, date } = useText()
  const { data: week, error } = useWeek(view)
  const { data: session } = useSession()
  const title = say('dashboard.week')
  const about = week && { since: date(week.since), until: date(week.until), count: week.records }
  return (
    <Section
      title={title}
      name={title}
      about={about ? say('dashboard.week.about', about) : null}
      csv={csvAddress(view, 'week')}
      sheet={week ? () => sheetOf(title, 'minggu-ini', () => weekTable(week)) : null}
    >
      <Refused error={error} />
      {week?.entries.length === 0 && <p className="empty">{say('dashboard.week.none')}</p>}
      {week && week.entries.length > 0 && <Entries week={week} view={view} />}
      {session?.role === 'admin' && (
        <a className="link" href="/journal">
          {say('dashboard.week.journal')}
        </a>
      )}
    </Section>
  )
}
