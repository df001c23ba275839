import { ChevronDown } from 'lucide-react'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { CoverageUnit, OverlapsAnswer } from '../../data/model/answers.ts'
import { organisationName } from '../panel/card/names.ts'
import { formatHa } from '../panel/card/numbers.ts'
import { To } from '../panel/card/To.tsx'
import type { CardProps } from '../panel/props.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { selectionOf } from '../panel/table/rows.ts'
import { useText } from '../text/useText.ts'
import type { Pairs } from './keys.ts'

type UnitProps = Pick<CardProps, 'palette'> & {
  readonly unit: Pick<CoverageUnit, 'code' | 'name' | 'level' | 'within' | 'verdict'>
}

/** A unit by its verdict's look and its name, which selects it. */
export const UnitLink = ({ unit, palette }: UnitProps) => {
  const { language } = useText()
  const { code, name, within, verdict } = unit
  const entry = VERDICT_LEGEND.find(({ value }) => value === verdict.kind)
  return (
    <span className="unit-link">
      {entry && (
        <span title={entry.label[language]}>
          <Swatch meaning={entry.meaning} palette={palette} />
          <span className="unseen">{entry.label[language]}</span>
        </span>
      )}
      <To selection={selectionOf(unit)}>{name}</To>
      <span className="quiet">{within || code}</span>
    </span>
  )
}

type Props = CardProps & {
  readonly pair: OverlapsAnswer['pairs'][number]
  /** The organisation whose pairs are listed; it needs no naming in each row. */
  readonly of: string | null
  readonly chosen: Pairs['chosen']
}

/** Two organisations, how much they share and whether something binds them; pressed, where that is. */
export const PairRow = ({ pair, of, chosen, ...props }: Props) => {
  const { view, context, coverage, changeView, palette } = props
  const { say, count, language } = useText()
  const { a, b, units, areaHa, coordinated } = pair
  const open = [a, b].every((id) => chosen?.includes(id))
  const names = [a, b].sort((one) => (one === of ? -1 : 0)).map((id) => organisationName(context, id))
  const entry = VERDICT_LEGEND.find(({ value }) => value === (coordinated ? 'coordinated' : 'overlap'))
  const known = new Map(coverage?.units.map((unit) => [unit.code, unit]))
  const choose = () => changeView((v) => ({ ...v, selection: null, pairs: { of, chosen: open ? null : [a, b] } }))
  return (
    <li className="pair-row">
      <button type="button" className="pair" aria-expanded={open} onClick={choose}>
        {entry && <Swatch meaning={entry.meaning} palette={palette} />}
        <span className="pair-names">
          <strong>{names[0]}</strong>
          <strong>{names[1]}</strong>
          <span className="quiet">{entry?.label[language]}</span>
        </span>
        <span className="pair-figures">
          <strong>
            {say('pairs.units', {
              count: count(units.length),
              units: say(`panel.unit.${view.level}`, { count: units.length }),
            })}
          </strong>
          {areaHa > 0 && <span className="quiet">{say('card.ha', { ha: formatHa(areaHa, language) })}</span>}
        </span>
        <ChevronDown className="row-opener" aria-hidden="true" />
      </button>
      {open && (
        <ul className="pair-units">
          {units.map((code) => {
            const unit = known.get(code)
            return <li key={code}>{unit ? <UnitLink unit={unit} palette={palette} /> : code}</li>
          })}
        </ul>
      )}
    </li>
  )
}
