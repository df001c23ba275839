import type { CoverageAnswer, OverlapsAnswer } from '../../data/model/answers.ts'
import { overlapsDownload } from '../api.ts'
import { organisationName } from '../panel/card/names.ts'
import { formatHa } from '../panel/card/numbers.ts'
import { ListSection } from '../panel/card/Section.tsx'
import { named } from '../panel/named.ts'
import type { CardProps } from '../panel/props.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { Answered } from './Answered.tsx'
import type { Pairs } from './keys.ts'
import { PairRow, UnitLink } from './PairRow.tsx'
import { useOverlaps } from './queries.ts'
import { unitsOfPairs } from './useSubset.ts'

type Props = CardProps & { readonly overlaps: OverlapsAnswer; readonly pairs: Pairs }

const EVERYONE = 'all'
const MANY = 3
const SHOWN = 8

/** Organisations that meet another, those with most units first. */
const meetingOf = ({ pairs }: OverlapsAnswer): readonly string[] => {
  const units = new Map<string, number>()
  for (const { a, b, units: shared } of pairs)
    for (const id of [a, b]) units.set(id, (units.get(id) ?? 0) + shared.length)
  return [...units.keys()].sort((a, b) => (units.get(b) ?? 0) - (units.get(a) ?? 0))
}

/** Units where three or more work, the most first. */
const crowdedIn = ({ units }: CoverageAnswer, of: string | null) =>
  units
    .flatMap((unit) => {
      const { verdict } = unit
      const organisations = 'organisations' in verdict ? verdict.organisations : []
      return organisations.length >= MANY && (of === null || organisations.includes(of))
        ? [{ unit, organisations }]
        : []
    })
    .sort((a, b) => b.organisations.length - a.organisations.length)

const Found = (props: Props) => {
  const { overlaps, pairs, view, context, coverage, changeView } = props
  const text = useText()
  const { say, count, language } = text
  const names = named(view, context, text)
  const unitsWord = (number: number) => say(`panel.unit.${view.level}`, { count: number })
  if (overlaps.count === 0) return <p className="empty">{say('pairs.none', names)}</p>
  const shown = overlaps.pairs
    .filter(({ a, b }) => pairs.of === null || a === pairs.of || b === pairs.of)
    .toSorted((one, other) => other.units.length - one.units.length || other.areaHa - one.areaHa)
  const where = unitsOfPairs(overlaps, { ...pairs, chosen: null }).length
  return (
    <>
      <p className="figure">
        <span className="figure-number">{count(shown.length)}</span>
        <span className="figure-words">
          <strong>{say('pairs.figure', { count: shown.length })}</strong>
          <span>
            {coverage &&
              say('pairs.of', {
                villages: count(where),
                total: count(coverage.denominator),
                units: unitsWord(coverage.denominator),
              })}
          </span>
        </span>
      </p>
      {overlaps.areaHa > 0 && pairs.of === null && (
        <p className="analysis-about">{say('pairs.ground', { ha: formatHa(overlaps.areaHa, language) })}</p>
      )}
      <div className="analysis-asked">
        <span>{say('pairs.with')}</span>
        <Pick
          look="control"
          name={say('pairs.with')}
          value={pairs.of ?? EVERYONE}
          choices={[
            { value: EVERYONE, label: say('pairs.everyone') },
            ...meetingOf(overlaps).map((id) => ({ value: id, label: organisationName(context, id) })),
          ]}
          onPick={(id) => changeView((v) => ({ ...v, pairs: { of: id === EVERYONE ? null : id, chosen: null } }))}
        />
      </div>
      <section className="analysis-part" aria-labelledby="pairs-title">
        <div className="section-head">
          <h3 id="pairs-title">{say('pairs.list')}</h3>
          <a className="link" href={overlapsDownload(view)} download>
            {say('panel.csv')}
          </a>
        </div>
        {shown.length === 0 && <p className="empty">{say('pairs.noneOf', names)}</p>}
        <ul className="pairs">
          {shown.map((pair) => (
            <PairRow key={`${pair.a} ${pair.b}`} {...props} pair={pair} of={pairs.of} chosen={pairs.chosen} />
          ))}
        </ul>
      </section>
      {coverage && (
        <ListSection
          title={say('pairs.many', { unit: unitsWord(1) })}
          items={crowdedIn(coverage, pairs.of)}
          most={SHOWN}
          keyOf={({ unit }) => unit.code}
          className="pairs-crowded"
          render={({ unit, organisations }) => (
            <>
              <UnitLink {...props} unit={unit} />
              <span className="quiet pairs-who">
                {organisations.map((id) => organisationName(context, id)).join(' · ')}
              </span>
            </>
          )}
        />
      )}
      <p className="quiet analysis-note">{say('pairs.about')}</p>
    </>
  )
}

/** Who does the same thing in the same place as whom; a chosen pair is alone on the map. */
export const PairsPanel = (props: CardProps) => {
  const { pairs } = props.view
  const asked = useOverlaps(props.view, pairs !== null)
  if (!pairs) return null
  return <Answered asked={asked}>{(overlaps) => <Found {...props} overlaps={overlaps} pairs={pairs} />}</Answered>
}
