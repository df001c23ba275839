import type { ChangeAnswer } from '../../data/model/answers.ts'
import { formatPeriod, parsePeriod } from '../../data/model/period.ts'
import { figureOf } from '../panel/figure.ts'
import { named } from '../panel/named.ts'
import type { CardProps } from '../panel/props.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { Answered } from './Answered.tsx'
import { Changes } from './Changes.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import type { Comparison } from './keys.ts'
import { useChange } from './queries.ts'

type Props = CardProps & { readonly compare: Comparison }

const SINCE = 'since'
const today = (asOf: string): string => asOf.slice(0, 10)

/** What is held against the asked period: another year of the register, or the same year as it was known on a day. */
const Against = ({ compare, view, context, changeView }: Props) => {
  const { say } = useText()
  const [first, last] = context.years
  const own = formatPeriod(view.period)
  const years = Array.from({ length: last - first + 1 }, (_, index) => `${last - index}`).filter((year) => year !== own)
  const chosen = compare.kind === 'period' ? formatPeriod(compare.period) : SINCE
  const pick = (value: string) => {
    const period = parsePeriod(value)
    const next: Comparison = period
      ? { kind: 'period', period }
      : {
          kind: 'since',
          since:
            `${view.period.to}-01-01` < today(context.asOf.time) ? `${view.period.to}-01-01` : today(context.asOf.time),
        }
    changeView((v) => ({ ...v, compare: next }))
  }
  return (
    <div className="analysis-asked">
      <span>{say('change.against')}</span>
      <Pick
        look="control"
        name={say('change.against')}
        value={chosen}
        choices={[
          ...[...new Set([...(compare.kind === 'period' ? [chosen] : []), ...years])].map((value) => ({
            value,
            label: value.replace('/', '–'),
          })),
          { value: SINCE, label: say('change.since', { period: own }) },
        ]}
        onPick={pick}
      />
      {compare.kind === 'since' && (
        <input
          type="date"
          className="analysis-field"
          aria-label={say('change.day')}
          value={compare.since}
          max={today(context.asOf.time)}
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
  const { say, count, share, date } = useText()
  const { before, after, denominator, level } = change
  const sides = [
    { ...before, name: compare.kind === 'since' ? date(before.asOf.time) : before.period },
    { ...after, name: compare.kind === 'since' ? date(after.asOf.time) : after.period },
  ].map((side) => ({ ...side, figure: figureOf({ ...side, denominator }, view.ask) }))
  return (
    <>
      <div className="change-figures">
        {sides.map(({ name, figure }, index) => (
          <p key={index === 0 ? 'before' : 'after'} className={view.ask === 'gap' ? 'figure-gap' : undefined}>
            <span className="quiet">{name.replace('/', '–')}</span>
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
  const asked = useChange(props.view, props.compare)
  return (
    <>
      <Against {...props} />
      <Answered asked={asked}>
        {(change) => (
          <>
            <Headline {...props} change={change} />
            <ChangeTable {...props} change={change} />
            {change.units.length === 0 ? (
              <p className="empty">{text.say('change.none', named(props.view, props.context, text))}</p>
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
