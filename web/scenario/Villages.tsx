import { useState } from 'react'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ScenarioAnswer } from '../../data/model/scenario_answer.ts'
import type { VerdictKind, Verdict as VerdictOf } from '../../data/model/verdict.ts'
import type { ScreenPalette } from '../palette.ts'
import { enumerate, organisationName } from '../panel/card/names.ts'
import { formatHa } from '../panel/card/numbers.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { type Text, useText } from '../text/useText.ts'
import { DEFAULT_VIEW, formatView } from '../view.ts'
import type { Thinking } from './useThinking.ts'

const SHOWN = 12

/** What tells two verdicts of one kind apart. */
const detailOf = (verdict: VerdictOf, { say, count, language }: Text): string | null => {
  if (verdict.kind === 'overlap' || verdict.kind === 'coordinated')
    return say('scenario.organisations', { count: count(verdict.organisations.length) })
  return verdict.kind === 'partial' ? say('scenario.short', { value: formatHa(verdict.shortHa, language) }) : null
}

type VerdictProps = { readonly kind: VerdictKind; readonly palette: ScreenPalette; readonly detail?: string | null }

export const Verdict = ({ kind, palette, detail = null }: VerdictProps) => {
  const { language } = useText()
  const entry = VERDICT_LEGEND.find(({ value }) => value === kind)
  if (!entry) return null
  return (
    <span className="scenario-verdict">
      <Swatch meaning={entry.meaning} palette={palette} />
      <span>
        {entry.label[language]}
        {detail && <small>{detail}</small>}
      </span>
    </span>
  )
}

type Props = { readonly thinking: Thinking; readonly answer: ScenarioAnswer }

/** Every village whose verdict differs: what it is, what it would be, by whom. */
export const Villages = ({ thinking: { about, context, palette }, answer }: Props) => {
  const text = useText()
  const { say, count, language } = text
  const [all, setAll] = useState(false)
  const { units } = answer
  if (units.length === 0) return null
  const names = (ids: readonly string[]) =>
    enumerate(
      ids.map((id) => organisationName(context, id)),
      language,
    )
  const placed = (code: string) =>
    `/${formatView({ ...DEFAULT_VIEW, ...about, level: 'village', language, selection: { kind: 'place', id: code } })}`
  return (
    <section className="scenario-villages" aria-labelledby="scenario-villages">
      <h2 id="scenario-villages">{say('scenario.list', { count: count(units.length) })}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('scenario.list.village')}</th>
            <th scope="col">{say('scenario.today')}</th>
            <th scope="col">{say('scenario.then')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? units : units.slice(0, SHOWN)).map(({ code, name, within, before, after, arrived, left }) => (
            <tr key={code}>
              <th scope="row">
                <a href={placed(code)}>{name}</a> <small>{within}</small>
              </th>
              <td>
                <Verdict kind={before.kind} palette={palette} detail={detailOf(before, text)} />
              </td>
              <td>
                <Verdict kind={after.kind} palette={palette} detail={detailOf(after, text)} />
                <small>
                  {[
                    ...(arrived.length > 0 ? [say('scenario.arrived', { names: names(arrived) })] : []),
                    ...(left.length > 0 ? [say('scenario.left', { names: names(left) })] : []),
                  ].join(', ')}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && units.length > SHOWN && (
        <button type="button" className="button-quiet" onClick={() => setAll(true)}>
          {say('scenario.more.villages', { count: count(units.length) })}
        </button>
      )}
    </section>
  )
}
