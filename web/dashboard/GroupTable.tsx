import type { LabelledGroup, LabelledGrouping } from '../../data/model/dashboard.ts'
import { useText } from '../text/useText.ts'
import { Behind } from './Behind.tsx'
import { formatRupiahShort } from './money.ts'
import { changeDashboard, type DashboardView, useDashboard } from './state.ts'

const SHOWN_AT_FIRST = 12

type Props = {
  readonly by: 'source' | DashboardView['group']
  readonly title: string
  readonly grouping: LabelledGrouping
  /** Where a group is seen on the map. */
  readonly onMap: (key: string) => string | null
}

type RowProps = Pick<Props, 'by' | 'onMap'> & {
  readonly group: LabelledGroup
  readonly most: number
  readonly showsShared: boolean
}

const Row = ({ by, group, most, showsShared, onMap }: RowProps) => {
  const { say, count, language } = useText()
  const { key, label, activities, budget, people, shared } = group
  const name = label[language]
  const map = onMap(key)
  const told = say('dashboard.records.of', { count: count(activities), name })
  return (
    <tr>
      <th scope="row">
        {map ? (
          <a className="dash-name" href={map} aria-label={say('dashboard.map.of', { name })}>
            {name}
          </a>
        ) : (
          name
        )}
      </th>
      <td className="dash-bar-cell">
        <span className="dash-bar" aria-hidden="true">
          <span style={{ width: `${(activities / most) * 100}%` }} />
        </span>
      </td>
      <td className="dash-figure" data-label={say('dashboard.groups.activities')}>
        <Behind to={{ records: { by, of: key } }} name={told}>
          {count(activities)}
        </Behind>
      </td>
      <td className="dash-figure" data-label={say('dashboard.groups.budget')}>
        {budget.known === 0 ? (
          <span className="dash-none">{say('dashboard.unstated')}</span>
        ) : (
          <Behind to={{ records: { by, of: key } }} name={`${formatRupiahShort(budget.total, language)}, ${told}`}>
            {formatRupiahShort(budget.total, language)}
          </Behind>
        )}
      </td>
      <td className="dash-figure" data-label={say('dashboard.groups.stated')}>
        {say('dashboard.reporting.freshOf', { fresh: count(budget.known), of: count(budget.of) })}
      </td>
      <td className="dash-figure" data-label={say('dashboard.groups.people')}>
        {people.known === 0 ? (
          <span className="dash-none">{say('dashboard.unstated')}</span>
        ) : (
          <Behind to={{ records: { by, of: key } }} name={`${count(people.total)}, ${told}`}>
            {count(people.total)}
          </Behind>
        )}
      </td>
      {showsShared && (
        <td className="dash-figure" data-label={say('dashboard.groups.shared')}>
          {count(shared)}
        </td>
      )}
    </tr>
  )
}

/** The rows add up to the total and what is repeated: both are said, so that anyone can check. */
const Foot = ({
  grouping: { groups, repeated, total, several },
  showsShared,
}: Pick<Props, 'grouping'> & { readonly showsShared: boolean }) => {
  const { say, count, language } = useText()
  const money = (rupiah: number) => formatRupiahShort(rupiah, language)
  const line = (name: string, activities: string, budget: string, people: string, isTotal = false) => (
    <tr data-total={isTotal} className={isTotal ? undefined : 'dash-less'}>
      <th scope="row" colSpan={2}>
        {name}
      </th>
      <td className="dash-figure" data-label={say('dashboard.groups.activities')}>
        {isTotal ? (
          <Behind
            to={{ records: { by: 'all', of: null } }}
            name={say('dashboard.records.of', { count: activities, name: say('dashboard.behind.all') })}
          >
            {activities}
          </Behind>
        ) : (
          activities
        )}
      </td>
      <td className="dash-figure" data-label={say('dashboard.groups.budget')}>
        {budget}
      </td>
      <td className="dash-figure">
        {isTotal &&
          say('dashboard.reporting.freshOf', { fresh: count(total.budget.known), of: count(total.budget.of) })}
      </td>
      <td className="dash-figure" data-label={say('dashboard.groups.people')}>
        {people}
      </td>
      {showsShared && <td />}
    </tr>
  )
  const sum = (read: (group: LabelledGroup) => number) => groups.reduce((all, group) => all + read(group), 0)
  const less = '\u2212'
  return (
    <tfoot>
      {several > 0 && (
        <>
          {line(
            say('dashboard.groups.sum'),
            count(sum(({ activities }) => activities)),
            money(sum(({ budget }) => budget.total)),
            count(sum(({ people }) => people.total)),
          )}
          {line(
            say('dashboard.groups.repeated', { count: count(several) }),
            `${less}${count(repeated.activities)}`,
            `${less}${money(repeated.budgetIdr)}`,
            `${less}${count(repeated.people)}`,
          )}
        </>
      )}
      {line(
        say('dashboard.total'),
        count(total.activities),
        money(total.budget.total),
        count(total.people.total),
        true,
      )}
    </tfoot>
  )
}

/** Shows the first rows of a long table, or all of them. */
export const Whole = ({ name, rows }: { readonly name: string; readonly rows: number }) => {
  const { say, count } = useText()
  const { whole } = useDashboard()
  if (rows <= SHOWN_AT_FIRST) return null
  const isWhole = whole.includes(name)
  const next = isWhole ? whole.filter((one) => one !== name) : [...whole, name]
  return (
    <button type="button" className="link dash-whole" onClick={() => changeDashboard({ whole: next }, false)}>
      {isWhole ? say('dashboard.fewer') : say('dashboard.all', { count: count(rows) })}
    </button>
  )
}

/** The rows that are shown: on paper all of them. */
export const useShown = <Row,>(name: string, rows: readonly Row[]): readonly Row[] => {
  const { whole } = useDashboard()
  return whole.includes(name) ? rows : rows.slice(0, SHOWN_AT_FIRST)
}

export const GroupTable = ({ by, title, grouping, onMap }: Props) => {
  const { say } = useText()
  const shown = useShown(by, grouping.groups)
  const most = Math.max(1, ...grouping.groups.map(({ activities }) => activities))
  const showsShared = grouping.several > 0
  if (grouping.total.activities === 0) return <p className="empty">{say('dashboard.groups.none')}</p>
  return (
    <>
      <table className="dash-table dash-groups">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('dashboard.name')}</th>
            <td />
            <th scope="col" className="dash-figure">
              {say('dashboard.groups.activities')}
            </th>
            <th scope="col" className="dash-figure">
              {say('dashboard.groups.budget')}
            </th>
            <th scope="col" className="dash-figure">
              {say('dashboard.groups.stated')}
            </th>
            <th scope="col" className="dash-figure">
              {say('dashboard.groups.people')}
            </th>
            {showsShared && (
              <th scope="col" className="dash-figure">
                {say('dashboard.groups.shared')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <Row key={group.key} by={by} group={group} most={most} showsShared={showsShared} onMap={onMap} />
          ))}
        </tbody>
        <Foot grouping={grouping} showsShared={showsShared} />
      </table>
      <Whole name={by} rows={grouping.groups.length} />
    </>
  )
}
