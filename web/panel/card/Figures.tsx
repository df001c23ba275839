import type { Figure } from '../../../data/model/figure.ts'
import { useText } from '../../text/useText.ts'
import { formatWithUnit } from './numbers.ts'
import { To } from './To.tsx'

type Props = { readonly figures: readonly Figure[]; readonly current?: string }

const byTopic = (figures: readonly Figure[]): readonly (readonly Figure[])[] => [
  ...new Map(figures.map(({ topic }) => [topic, figures.filter((figure) => figure.topic === topic)] as const)).values(),
]

/** Reported numbers side by side, those of one topic in one row. */
export const Figures = ({ figures, current }: Props) => {
  const { say, language, date } = useText()
  return (
    <>
      {byTopic(figures).map((same) => (
        <ul key={same[0]?.topic} className="figures">
          {same.map((figure) => (
            <li key={figure.id} aria-current={figure.id === current ? 'true' : undefined}>
              <strong>{formatWithUnit(figure.value, figure.unit, language)}</strong>
              <To selection={{ kind: 'figure', id: figure.id }}>{figure.label[language]}</To>
              <span className="quiet">{say('record.asOf', { date: date(figure.asOf) })}</span>
            </li>
          ))}
        </ul>
      ))}
    </>
  )
}
