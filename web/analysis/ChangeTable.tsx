import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ChangeAnswer } from '../../data/model/answers.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { CardProps } from '../panel/props.ts'
import { Swatch, wear } from '../panel/Swatch.tsx'
import { type Text, useText } from '../text/useText.ts'
import type { Comparison } from './keys.ts'

type Props = CardProps & { readonly change: ChangeAnswer; readonly compare: Comparison }

type Side = ChangeAnswer['before']

/** A year, or the day as of which the register is meant; before its first entry there is no day. */
export const sideName = ({ period, asOf }: Side, compare: Comparison, { say, date }: Text): string => {
  if (compare.kind === 'year') return period
  return asOf.seq === 0 ? say('change.beginning') : date(asOf.time)
}

const MINUS = '\u2212'

/** All verdicts before and after, as two bars on one scale and as a table with the difference. */
export const ChangeTable = ({ change, compare, palette }: Props) => {
  const { say, count, language } = useText()
  const { before, after, denominator, level } = change
  const nameOf = (side: Side) =>
    compare.kind === 'year' ? side.period : say(side === before ? 'change.then' : 'change.now')
  const signed = (difference: number) =>
    difference === 0 ? '0' : `${difference > 0 ? '+' : MINUS}${count(Math.abs(difference))}`
  const shown = VERDICT_LEGEND.filter(({ value }) => before.counts[value] + after.counts[value] > 0)
  return (
    <>
      <div className="change-bars" aria-hidden="true">
        {[before, after].map((side, index) => (
          <div key={index === 0 ? 'before' : 'after'} className="change-bar">
            <span className="quiet">{nameOf(side)}</span>
            <div className="verdict-bar">
              {shown
                .filter(({ value }) => side.counts[value] > 0)
                .map(({ value }) => (
                  <span key={value} style={{ ...wear(value, palette), flexGrow: side.counts[value] }} />
                ))}
            </div>
          </div>
        ))}
      </div>
      <table className="change-table">
        <caption className="unseen">{say('change.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say(`panel.all.${level}`)}</th>
            <th scope="col">{nameOf(before)}</th>
            <th scope="col">{nameOf(after)}</th>
            <th scope="col">{say('change.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ value, label, meaning }: (typeof shown)[number] & { readonly value: VerdictKind }) => (
            <tr key={value}>
              <th scope="row">
                <span className="change-verdict">
                  <Swatch meaning={meaning} palette={palette} />
                  {label[language]}
                </span>
              </th>
              <td>{count(before.counts[value])}</td>
              <td>{count(after.counts[value])}</td>
              <td data-zero={after.counts[value] === before.counts[value]}>
                {signed(after.counts[value] - before.counts[value])}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('change.total')}</th>
            <td>{count(denominator)}</td>
            <td>{count(denominator)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </>
  )
}
