import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { DashboardChange, ThemeChange } from '../../data/model/dashboard.ts'
import { changeTable } from '../../data/model/dashboard_tables.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { Language } from '../../data/model/words.ts'
import { Refused } from '../pages/Refused.tsx'
import { themeName } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'
import { changedVillagesCsv, csvAddress, mapWith } from './addresses.ts'
import type { PartProps } from './Coverage.tsx'
import { useDashboardChange } from './queries.ts'
import { Section } from './Section.tsx'
import { changeDashboard, useDashboard } from './state.ts'

const DAY_MS = 86_400_000
const SPANS = [
  ['week', 7],
  ['month', 30],
  ['quarter', 90],
] as const
const NAMED = 8

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10)

const verdictName = (kind: VerdictKind, language: Language): string =>
  VERDICT_LEGEND.find(({ value }) => value === kind)!.label[language]

type Sides = { readonly since: string; readonly until: string | undefined; readonly today: string }

const Dates = ({ since, until, today }: Sides) => {
  const { say } = useText()
  return (
    <div className="dash-dates">
      {SPANS.map(([name, days]) => (
        <button
          key={name}
          type="button"
          className="button-quiet"
          aria-pressed={until === undefined && since === daysBefore(today, days)}
          onClick={() => changeDashboard({ since: daysBefore(today, days), until: null })}
        >
          {say(`dashboard.change.${name}`)}
        </button>
      ))}
      <label>
        {say('dashboard.change.since')}{' '}
        <input
          type="date"
          value={since}
          max={until ?? today}
          onChange={({ target }) => target.value && changeDashboard({ since: target.value })}
        />
      </label>
      <label>
        {say('dashboard.change.until')}{' '}
        <input
          type="date"
          value={until ?? today}
          min={since}
          max={today}
          onChange={({ target }) => changeDashboard({ until: target.value === today ? null : target.value || null })}
        />
      </label>
    </div>
  )
}

type RowProps = Pick<PartProps, 'view' | 'context'> & { readonly change: ThemeChange; readonly sides: Sides }

const Villages = ({ change: { theme, units, changed }, view }: RowProps) => {
  const { say, count, language } = useText()
  return (
    <ul className="dash-villages">
      {units.slice(0, NAMED).map(({ code, name, before, after }) => (
        <li key={code}>
          <a href={mapWith(view, { theme, selection: { kind: 'place', id: code } })}>{name}</a>{' '}
          {say('dashboard.change.fromTo', {
            before: verdictName(before, language).toLowerCase(),
            after: verdictName(after, language).toLowerCase(),
          })}
        </li>
      ))}
      {changed > NAMED && <li>+{count(changed - NAMED)}</li>}
    </ul>
  )
}

const Row = (props: RowProps) => {
  const { change, view, context, sides } = props
  const { say, count, language } = useText()
  const { theme, before, after, closed, opened, changed } = change
  const name = themeName(context, theme, language)
  const { since, until } = sides
  // The map compares with what stands now: a later date of one's own is for the table alone.
  const isOnMap = until === undefined && view.period.from === view.period.to
  return (
    <tr>
      <th scope="row">
        {isOnMap ? (
          <a
            className="dash-name"
            href={mapWith(view, { theme, compare: { kind: 'since', since } })}
            aria-label={say('dashboard.map.of', { name })}
          >
            {name}
          </a>
        ) : (
          name
        )}
        <Villages {...props} />
      </th>
      <td className="dash-figure" data-label={say('dashboard.change.gaps')}>
        {count(before.counts.gap)} → {count(after.counts.gap)}
      </td>
      <td className="dash-figure" data-label={say('dashboard.change.closed')}>
        {count(closed)}
      </td>
      <td className="dash-figure" data-label={say('dashboard.change.opened')}>
        {count(opened)}
      </td>
      <td className="dash-figure" data-label={say('dashboard.change.changed')}>
        <a
          className="dash-number"
          href={changedVillagesCsv(view, theme, { since, until })}
          aria-label={say('dashboard.change.csv', { name: `${name} ${count(changed)}` })}
        >
          {count(changed)}
        </a>
      </td>
    </tr>
  )
}

type TableProps = PartProps & { readonly change: DashboardChange; readonly sides: Sides; readonly title: string }

const Table = ({ change, sides, view, context, title }: TableProps) => {
  const { say, count } = useText()
  const sum = (read: (one: ThemeChange) => number) => change.themes.reduce((all, one) => all + read(one), 0)
  const told = { closed: count(sum(({ closed }) => closed)), opened: count(sum(({ opened }) => opened)) }
  return (
    <>
      <p className="page-finding">{say('dashboard.change.finding', told)}</p>
      <table className="dash-table dash-change">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('dashboard.change.theme')}</th>
            {(['gaps', 'closed', 'opened', 'changed'] as const).map((name) => (
              <th key={name} scope="col" className="dash-figure">
                {say(`dashboard.change.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {change.themes.map((one) => (
            <Row key={one.theme} change={one} view={view} context={context} sides={sides} />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** What two dates of the register tell apart: gaps closed and opened, by theme. */
export const Change = (props: PartProps) => {
  const { say, count, date } = useText()
  const { answer, view, sheetOf } = props
  const asked = useDashboard()
  const since = asked.since ?? daysBefore(answer.today, 30)
  const until = asked.until ?? undefined
  const { data: change, error } = useDashboardChange(view, since, until)
  const sides: Sides = { since, until, today: answer.today }
  const title = `${say('dashboard.change')} ${date(since)}`
  const isEmpty = change?.before.seq === 0
  const about = change && {
    period: change.period,
    before: isEmpty ? say('dashboard.change.beginning') : date(change.before.time),
    after: date(change.after.time),
    villages: count(change.villages),
  }
  return (
    <Section
      title={title}
      name={title}
      about={
        <>
          <Dates {...sides} />
          {about && <p>{say('dashboard.change.about', about)}</p>}
        </>
      }
      csv={csvAddress(view, 'change', { since, until })}
      sheet={change ? () => sheetOf(title, 'perubahan', (words) => changeTable(change, words)) : null}
    >
      <Refused error={error} />
      {isEmpty && <p className="empty">{say('dashboard.change.empty', { date: date(change.after.time) })}</p>}
      {change && !isEmpty && change.themes.length === 0 && <p className="empty">{say('dashboard.change.none')}</p>}
      {change && !isEmpty && change.themes.length > 0 && (
        <Table {...props} change={change} sides={sides} title={title} />
      )}
    </Section>
  )
}
