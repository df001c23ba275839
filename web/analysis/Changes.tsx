import { ArrowRight, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ChangeAnswer } from '../../data/model/answers.ts'
import { VERDICT_KINDS, type VerdictKind } from '../../data/model/verdict.ts'
import { changeDownload } from '../api.ts'
import { enumerate, organisationName } from '../panel/card/names.ts'
import { To } from '../panel/card/To.tsx'
import type { CardProps } from '../panel/props.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { selectionOf } from '../panel/table/rows.ts'
import { useText } from '../text/useText.ts'
import type { Comparison } from './keys.ts'

type Changed = ChangeAnswer['units'][number]
type Turn = { readonly from: VerdictKind; readonly to: VerdictKind; readonly units: readonly Changed[] }

/** Gaps that opened or closed are the news; whether anybody reported is the least of it. */
const weightOf = ({ from, to }: Turn): number => {
  const kinds = [from, to]
  return kinds.includes('gap') ? 0 : kinds.includes('unreported') ? 2 : 1
}

/** Units by the turn their verdict took: gaps first, among their like the most frequent first. */
export const turnsOf = (units: readonly Changed[]): readonly Turn[] =>
  VERDICT_KINDS.flatMap((from) =>
    VERDICT_KINDS.map((to) => ({
      from,
      to,
      units: units.filter(({ before, after }) => before.kind === from && after.kind === to),
    })),
  )
    .filter((turn) => turn.units.length > 0)
    .sort((one, other) => weightOf(one) - weightOf(other) || other.units.length - one.units.length)

const labelOf = (kind: VerdictKind, language: 'id' | 'en') =>
  VERDICT_LEGEND.find(({ value }) => value === kind)?.label[language] ?? kind

type Props = CardProps & { readonly change: ChangeAnswer; readonly compare: Comparison }

/** One unit, and who came or left. */
const ChangedUnit = ({ unit, change, context }: Props & { readonly unit: Changed }) => {
  const { say, language } = useText()
  const names = (ids: readonly string[]) =>
    enumerate(
      ids.map((id) => organisationName(context, id)),
      language,
    )
  return (
    <li>
      <span className="unit-link">
        <To selection={selectionOf({ code: unit.code, level: change.level })}>{unit.name}</To>
        <span className="quiet">{unit.within}</span>
      </span>
      {unit.arrived.length > 0 && <p className="quiet">{say('change.arrived', { names: names(unit.arrived) })}</p>}
      {unit.left.length > 0 && <p className="quiet">{say('change.left', { names: names(unit.left) })}</p>}
    </li>
  )
}

const TurnRow = ({ turn, ...props }: Props & { readonly turn: Turn }) => {
  const { say, count, language } = useText()
  const [open, setOpen] = useState(false)
  const { from, to, units } = turn
  const nobodyMoved = units.every(({ arrived, left }) => arrived.length + left.length === 0)
  return (
    <li>
      <button type="button" className="turn" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Swatch meaning={from} palette={props.palette} />
        <ArrowRight className="row-arrow" aria-hidden="true" />
        <Swatch meaning={to} palette={props.palette} />
        <span className="turn-words">
          {from === to
            ? say('change.same', { verdict: labelOf(to, language) })
            : `${labelOf(from, language)} → ${labelOf(to, language)}`}
        </span>
        <strong>{count(units.length)}</strong>
        <ChevronDown className="row-opener" aria-hidden="true" />
      </button>
      {open && (
        <ul className="turn-units">
          {nobodyMoved && <li className="quiet">{say('change.nobodyMoved')}</li>}
          {units.map((unit) => (
            <ChangedUnit key={unit.code} {...props} unit={unit} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** Every unit whose verdict is another one now, gathered by what it was and what it became. */
export const Changes = (props: Props) => {
  const { say, count } = useText()
  const { units, level } = props.change
  return (
    <section className="analysis-part" aria-labelledby="changes-title">
      <div className="section-head">
        <h3 id="changes-title">
          {say('change.changed', {
            count: count(units.length),
            units: say(`panel.unit.${level}`, { count: units.length }),
          })}
        </h3>
        <a className="link" href={changeDownload(props.view, props.compare)} download>
          {say('panel.csv')}
        </a>
      </div>
      <ul className="turns">
        {turnsOf(units).map((turn) => (
          <TurnRow key={`${turn.from} ${turn.to}`} {...props} turn={turn} />
        ))}
      </ul>
      <p className="quiet analysis-note">{say('change.about')}</p>
    </section>
  )
}
