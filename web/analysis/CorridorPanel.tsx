import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { CorridorAnswer } from '../../data/model/answers.ts'
import { organisationName } from '../panel/card/names.ts'
import { formatNumber } from '../panel/card/numbers.ts'
import { ListSection } from '../panel/card/Section.tsx'
import { To } from '../panel/card/To.tsx'
import { named } from '../panel/named.ts'
import type { CardProps } from '../panel/props.ts'
import { Swatch, wear } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import { Answered } from './Answered.tsx'
import { CorridorAsked } from './CorridorAsked.tsx'
import { CorridorSide } from './CorridorSide.tsx'
import type { Corridor } from './keys.ts'
import { useCorridor } from './queries.ts'

type Props = CardProps & { readonly corridor: Corridor }

const SHOWN = 6

type FoundProps = Props & { readonly along: CorridorAnswer }

/** The verdicts along the border, as a bar and in words. */
const Counts = ({ along, palette }: FoundProps) => {
  const { count, language } = useText()
  const { counts } = along
  if (!counts) return null
  const shown = VERDICT_LEGEND.filter(({ value }) => counts[value] > 0)
  return (
    <>
      <div className="verdict-bar" aria-hidden="true">
        {shown.map(({ value }) => (
          <span key={value} style={{ ...wear(value, palette), flexGrow: counts[value] }} />
        ))}
      </div>
      <ul className="corridor-counts">
        {shown.map(({ value, meaning, label }) => (
          <li key={value}>
            <Swatch meaning={meaning} palette={palette} />
            {label[language]} <strong>{count(counts[value])}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

const Found = (props: FoundProps) => {
  const { along, context, view } = props
  const text = useText()
  const { say, count, language } = text
  const { villages, boundaryKm, activities, targets, a, b } = along
  const nameOf = (code: string) => context.regencies.find((one) => one.code === code)?.name ?? code
  if (boundaryKm === 0) return <p className="empty">{say('corridor.apart', { a: nameOf(a), b: nameOf(b) })}</p>
  return (
    <>
      <p className="figure">
        <span className="figure-number">{count(villages.length)}</span>
        <span className="figure-words">
          <strong>{say('corridor.figure', { km: formatNumber(along.km, language) })}</strong>
          <span>{say('corridor.length', { km: formatNumber(Math.round(boundaryKm), language) })}</span>
        </span>
      </p>
      <Counts {...props} />
      <p className="analysis-about">{say('corridor.about', named(view, context, text))}</p>
      <CorridorSide {...props} side="a" />
      <CorridorSide {...props} side="b" />
      <ListSection
        title={say('card.activities')}
        items={activities}
        most={SHOWN}
        keyOf={({ id }) => id}
        render={({ id, title, organisations }) => (
          <>
            <To selection={{ kind: 'activity', id }}>{title}</To>{' '}
            <span className="quiet">{organisations.map((one) => organisationName(context, one)).join(' · ')}</span>
          </>
        )}
      />
      <ListSection
        title={say('card.targets')}
        items={targets}
        most={SHOWN}
        keyOf={({ id }) => id}
        render={({ id, title, organisation }) => (
          <>
            <To selection={{ kind: 'target', id }}>{title}</To>{' '}
            <span className="quiet">{organisationName(context, organisation)}</span>
          </>
        )}
      />
    </>
  )
}

/** Villages on both sides of the border of two regencies, and what happens and is planned along it. */
const CorridorPanel = (props: Props) => {
  const asked = useCorridor(props.corridor, props.view)
  return (
    <>
      <CorridorAsked {...props} />
      <Answered asked={asked}>{(along) => <Found {...props} along={along} />}</Answered>
    </>
  )
}

export default CorridorPanel
