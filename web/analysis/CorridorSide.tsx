import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { CorridorAnswer } from '../../data/model/answers.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { formatNumber } from '../panel/card/numbers.ts'
import { ListSection } from '../panel/card/Section.tsx'
import { To } from '../panel/card/To.tsx'
import type { CardProps } from '../panel/props.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'

const SHOWN = 6

type Props = CardProps & { readonly along: CorridorAnswer; readonly side: 'a' | 'b' }

type Village = CorridorAnswer['villages'][number]

const tenths = ({ distanceKm }: Village): number => Math.round(distanceKm * 10)
const rank = ({ verdict }: Village): number => (verdict ? VERDICT_KINDS.indexOf(verdict.kind) : VERDICT_KINDS.length)

/** Villages of one side, the nearest to the border first, of the equally near the gaps. */
export const CorridorSide = ({ along, side, palette, context }: Props) => {
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
