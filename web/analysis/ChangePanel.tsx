import type { ChangeAnswer } from '../../data/model/answers.ts'
import { figureOf } from '../../data/model/asked_figure.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { named } from '../panel/named.ts'
import type { CardProps } from '../panel/props.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { Answered } from './Answered.tsx'
import { Changes } from './Changes.tsx'
import { ChangeTable, sideName } from './ChangeTable.tsx'
import type { Comparison } from './keys.ts'
import { useChange } from './queries.ts'
import { isComparable } from './useSubset.ts'

type Props = CardProps & { readonly compare: Comparison }

const SINCE = 'since'
const MONTH_MS = 30 * 24 * 3_600_000

const monthBefore = (time: string): string => new Date(Date.parse(time) - MONTH_MS).toISOString().slice(0, 10)

/** What is held against the asked year: another year, or the same one as it was on record on a day. */
const Against = ({ compare, view, context, changeView }: Props) => {
  const { say } = useText()
  const [first, last] = context.years
  const today = context.asOf.time.slice(0, 10)
  const years = Array.from({ length: last - first + 1 }, (_, index) => last - index)
  const others = [...new Set([...(compare.kind === 'year' ? [compare.year] : []), ...years])].filter(
    (year) => year !== view.period.to,
  )
  const pick = (value: string) => {
    const next: Comparison =
      value === SINCE ? { kind: 'since', since: monthBefore(context.asOf.time) } : { kind: 'year', year: Number(value) }
    changeView((v) => ({ ...v, compare: next }))
  }
  return (
    <div className="analysis-asked">
      <span>{say('change.against')}</span>
      <Pick
        look="control"
        name={say('change.against')}
        value={compare.kind === 'year' ? `${compare.year}` : SINCE}
        choices={[
          ...others.map((year) => ({ value: `${year}`, label: `${year}` })),
          { value: SINCE, label: say('change.since', { period: formatPeriod(view.period) }) },
        ]}
        onPick={pick}
      />
      {compare.kind === 'since' && (
        <input
          type="date"
          className="analysis-field"
          aria-label={say('change.day')}
          value={compare.since}
          max={today}
          onChange={({ target }) =>
            target.value && changeView((v) => ({ ...v, compare: { kind: 'since', since: target.value } }))
          }
        />
      )}
    </div>
  )
}

/** The two figures of the question side by side, each with its own denominator. */
const Headline = ({ change, view, compare }: Props & { readonly change: ChangeAnswer }) => {
  const text = useText()
  const { say, count, share } = text
  const { before, after, denominator, level } = change
  const sides = [before, after].map((side) => ({
    name: sideName(side, compare, text),
    figure: figureOf({ ...side, denominator }, view.ask),
  }))
  return (
    <>
      <div className="change-figures">
        {sides.map(({ name, figure }, index) => (
          <p key={index === 0 ? 'before' : 'after'} className={view.ask === 'gap' ? 'figure-gap' : undefined}>
            <span className="quiet">{name}</span>
            <span className="figure-number">{count(figure.count)}</span>
            <span className="quiet">
              {figure.share === null
                ? say('panel.noneTargeted', { units: say(`panel.unit.${level}`, { count: 2 }) })
                : say(figure.of === 'targeted' ? 'change.ofTargeted' : 'change.ofAll', {
                    total: count(figure.total),
                    share: share(figure.share),
                  })}
            </span>
          </p>
        ))}
      </div>
      <p className="analysis-about">
        {say('panel.figureWords', {
          units: say(`panel.unit.${level}`, { count: 2 }),
          ask: say(`panel.ask.${view.ask}`),
        })}
      </p>
    </>
  )
}

/** The same question put twice: counts side by side, and every unit whose verdict is another one now. */
const ChangePanel = (props: Props) => {
  const text = useText()
  const { compare, view } = props
  const comparable = isComparable(view)
  const asked = useChange(view, comparable ? compare : null)
  if (!comparable) return <p className="empty">{text.say('change.oneYear')}</p>
  return (
    <>
      <Against {...props} />
      <Answered asked={asked}>
        {(change) => (
          <>
            <Headline {...props} change={change} />
            <ChangeTable {...props} change={change} />
            {change.units.length === 0 ? (
              <p className="empty">{text.say('change.none', named(view, props.context, text))}</p>
            ) : (
              <Changes {...props} change={change} />
            )}
          </>
        )}
      </Answered>
    </>
  )
}

export default ChangePanel
