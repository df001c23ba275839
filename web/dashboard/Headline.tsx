import type { ContextAnswer } from '../../data/model/answers.ts'
import type { DashboardAnswer } from '../../data/model/dashboard.ts'
import { formatPeriod, type Period, parsePeriod } from '../../data/model/period.ts'
import { themeName } from '../panel/card/names.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { changeView } from '../useView.ts'
import type { View } from '../view.ts'
import { Behind } from './Behind.tsx'
import { formatRupiahShort } from './money.ts'

/** Single years, the newest first, with the three years that end in the one that is shown. */
const periodsOf = ([first, last]: readonly [number, number], shown: Period): readonly string[] => {
  const years = Array.from({ length: last - first + 1 }, (_, at) => `${last - at}`)
  const span = formatPeriod({ from: Math.max(first, shown.to - 2), to: shown.to })
  return [...new Set([formatPeriod(shown), ...years, span])].sort((a, b) => (a < b ? 1 : -1))
}

const readable = (period: string): string => period.replace('/', '–')

export const Question = ({ context, view }: { readonly context: ContextAnswer; readonly view: View }) => {
  const { say } = useText()
  const pick = (text: string) => {
    const period = parsePeriod(text)
    if (period) changeView((v) => ({ ...v, period }))
  }
  return (
    <h1 className="dash-question">
      <span>{say('dashboard.ask')}</span>{' '}
      <Pick
        look="word"
        name={say('dashboard.region')}
        value={view.region}
        choices={context.regencies.map(({ code, name }) => ({ value: code, label: name }))}
        onPick={(code) => changeView((v) => ({ ...v, region: code }))}
      />{' '}
      <span>{say('dashboard.when')}</span>{' '}
      <Pick
        look="word"
        name={say('dashboard.period')}
        value={formatPeriod(view.period)}
        choices={periodsOf(context.years, view.period).map((value) => ({ value, label: readable(value) }))}
        onPick={pick}
      />
      ?
    </h1>
  )
}

type Props = { readonly answer: DashboardAnswer; readonly region: string }

const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** The one large number: villages and themes that have a target and no partner. */
export const Finding = ({ answer, region, context }: Props & { readonly context: ContextAnswer }) => {
  const { say, count, date, language } = useText()
  const { coverage, period, asOf, sample } = answer
  const { themes, total } = coverage
  const gap = sumOf(themes.map(({ counts }) => counts.gap))
  if (total.targeted === 0) return <p className="dash-small">{say('dashboard.noTarget', { region, period })}</p>
  const [worst] = themes.toSorted((a, b) => b.counts.gap - a.counts.gap)
  const about = {
    gap: count(total.gap),
    targeted: count(total.targeted),
    worst: themeName(context, worst!.theme, language),
    date: date(asOf.time),
  }
  const finding = say('dashboard.finding', { of: count(sumOf(themes.map(({ targeted }) => targeted))) })
  return (
    <div className="page-answer">
      <Behind to={{ villages: 'all' }} name={`${count(gap)} ${finding}`}>
        <strong className="page-figure">{count(gap)}</strong>
      </Behind>
      <p>
        <span className="page-finding">{finding}</span>
        <small>
          {say('dashboard.about', about)}{' '}
          {sample && <span className="badge badge-sample">{say('dashboard.sample')}</span>}
        </small>
      </p>
    </div>
  )
}

type LedgerName = 'activities' | 'organisations' | 'villages' | 'budget' | 'people' | 'targetBudget'

/** Organisations are the rows of their grouping; all else goes down to the records. */
const Ledgered = ({ name, value }: { readonly name: LedgerName; readonly value: string }) => {
  const { say } = useText()
  const figure = say(`dashboard.figure.${name}`)
  if (name === 'organisations')
    return (
      <a className="dash-number" href="#dash-groups" aria-label={`${figure}: ${value}`}>
        <strong>{value}</strong>
      </a>
    )
  const by = name === 'targetBudget' ? 'targets' : 'all'
  return (
    <Behind to={{ records: { by, of: null } }} name={`${figure}: ${value}`}>
      <strong>{value}</strong>
    </Behind>
  )
}

/** What stands beside it, each with its denominator. */
export const Ledger = ({ answer }: Pick<Props, 'answer'>) => {
  const { say, count, language } = useText()
  const { total, organisations, reached, villages, targetBudget } = answer
  const { budget, people } = total
  const stated = ({ known, of }: typeof budget) => ({ known: count(known), of: count(of) })
  const rows = [
    ['activities', count(total.activities), say('dashboard.of.once')],
    ['organisations', count(organisations), say('dashboard.of.once')],
    ['villages', count(reached), say('dashboard.of.villages', { count: count(villages) })],
    ['budget', formatRupiahShort(budget.total, language), say('dashboard.of.stated', stated(budget))],
    ['people', count(people.total), say('dashboard.of.stated', stated(people))],
    [
      'targetBudget',
      formatRupiahShort(targetBudget.total, language),
      say('dashboard.of.targets', stated(targetBudget)),
    ],
  ] as const
  return (
    <dl className="dash-ledger">
      {rows.map(([name, value, of]) => (
        <div key={name}>
          <dt>{say(`dashboard.figure.${name}`)}</dt>
          <dd>
            <Ledgered name={name} value={value} />
            <small>{of}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
