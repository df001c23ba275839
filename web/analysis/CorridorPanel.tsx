import { useState } from 'react'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { CorridorAnswer } from '../../data/model/answers.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { organisationName } from '../panel/card/names.ts'
import { formatNumber } from '../panel/card/numbers.ts'
import { ListSection } from '../panel/card/Section.tsx'
import { To } from '../panel/card/To.tsx'
import { named } from '../panel/named.ts'
import type { CardProps } from '../panel/props.ts'
import { Swatch, wear } from '../panel/Swatch.tsx'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { Answered } from './Answered.tsx'
import { CORRIDOR_KM, type Corridor } from './keys.ts'
import { openCorridor } from './open.ts'
import { useCorridor } from './queries.ts'

type Props = CardProps & { readonly corridor: Corridor }

const SHOWN = 6

/** The two regencies and the distance, each to be changed in its place. */
const Asked = ({ corridor, context, changeView }: Props) => {
  const { say } = useText()
  const { a, b, km } = corridor
  const [typed, setTyped] = useState(`${km}`)
  const wrong = !(Number(typed) >= CORRIDOR_KM.least && Number(typed) <= CORRIDOR_KM.most)
  const side = (own: string, other: string, name: string, pick: (code: string) => void) => (
    <Pick
      look="control"
      name={name}
      value={own}
      choices={context.regencies
        .filter(({ code }) => code !== other)
        .map(({ code, name: label }) => ({ value: code, label, detail: code }))}
      onPick={pick}
    />
  )
  const type = (text: string) => {
    setTyped(text)
    const next = Number(text)
    if (next >= CORRIDOR_KM.least && next <= CORRIDOR_KM.most)
      changeView((v) => ({ ...v, corridor: { a, b, km: next } }))
  }
  return (
    <>
      <div className="analysis-asked">
        <label>
          {say('corridor.within')}{' '}
          <input
            type="number"
            className="analysis-field analysis-km"
            inputMode="decimal"
            min={CORRIDOR_KM.least}
            max={CORRIDOR_KM.most}
            step={0.5}
            value={typed}
            aria-invalid={wrong}
            aria-describedby={wrong ? 'corridor-wrong' : undefined}
            onChange={({ target }) => type(target.value)}
          />{' '}
          km
        </label>
        <span>{say('corridor.of')}</span>
        {side(a, b, say('corridor.first'), (code) => changeView((v) => openCorridor(v, [code, b], km)))}
        <span>{say('corridor.and')}</span>
        {side(b, a, say('corridor.second'), (code) => changeView((v) => openCorridor(v, [a, code], km)))}
      </div>
      {wrong && (
        <p id="corridor-wrong" className="analysis-wrong" role="alert">
          {say('corridor.wrong', { least: CORRIDOR_KM.least, most: CORRIDOR_KM.most })}
        </p>
      )}
    </>
  )
}

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

type Village = CorridorAnswer['villages'][number]

const tenths = ({ distanceKm }: Village): number => Math.round(distanceKm * 10)
const rank = ({ verdict }: Village): number => (verdict ? VERDICT_KINDS.indexOf(verdict.kind) : VERDICT_KINDS.length)

/** Villages of one side, the nearest to the border first, of the equally near the gaps. */
const Side = ({ along, side, palette, context }: FoundProps & { readonly side: 'a' | 'b' }) => {
  const { say, count, language } = useText()
  const own = along.villages
    .filter((village) => village.side === side)
    .toSorted(
      (one, other) => tenths(one) - tenths(other) || rank(one) - rank(other) || one.name.localeCompare(other.name),
    )
  const name = context.regencies.find(({ code }) => code === along[side])?.name ?? along[side]
  return (
    <ListSection
      title={say('corridor.side', { name, count: count(own.length) })}
      items={own}
      most={SHOWN}
      keyOf={({ code }) => code}
      className="corridor-villages"
      render={(village) => {
        const { code, within, verdict } = village
        const entry = VERDICT_LEGEND.find(({ value }) => value === verdict?.kind)
        return (
          <span className="unit-link">
            {entry && (
              <span title={entry.label[language]}>
                <Swatch meaning={entry.meaning} palette={palette} />
                <span className="unseen">{entry.label[language]}</span>
              </span>
            )}
            <span className="corridor-name">
              <To selection={{ kind: 'place', id: code }}>{village.name}</To> <span className="quiet">{within}</span>
            </span>
            <span className="quiet">
              {tenths(village) === 0
                ? say('corridor.touching')
                : say('corridor.km', { km: formatNumber(tenths(village) / 10, language) })}
            </span>
          </span>
        )
      }}
    />
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
      <Side {...props} side="a" />
      <Side {...props} side="b" />
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
      <Asked {...props} />
      <Answered asked={asked}>{(along) => <Found {...props} along={along} />}</Answered>
    </>
  )
}

export default CorridorPanel
