import type { ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import type { Figure } from '../../data/model/figure.ts'
import { formatHa, formatWithUnit } from '../panel/card/numbers.ts'
import { useText } from '../text/useText.ts'
import { recordAddress } from './addresses.ts'
import { sourceWords } from './names.ts'

const One = ({ figure }: { readonly figure: Figure }) => {
  const text = useText()
  const { language, date, say } = text
  return (
    <li>
      <strong>{formatWithUnit(figure.value, figure.unit, language)}</strong>
      <a className="link-in" href={recordAddress('figure', figure.id, language)}>
        {figure.label[language]}
      </a>
      <span className="convergence-small">
        {say('record.asOf', { date: date(figure.asOf) })}. {sourceWords(figure.source, text)}
      </span>
    </li>
  )
}

type Props = { readonly answer: Pick<ConvergenceAnswer, 'figures' | 'counted' | 'asOf'> }

/** Reported figures side by side, where they differ as where they stand alone; none replaces the other. */
export const Reported = ({ answer: { figures, counted, asOf } }: Props) => {
  const { say, count, date, language } = useText()
  const differing = figures.filter(({ differs }) => differs)
  return (
    <section className="convergence-part">
      <h2>{say('convergence.figures')}</h2>
      <p className="convergence-small">
        {say('convergence.figures.about', { count: differing.length, total: count(figures.length) })}
      </p>
      <div className="convergence-topics">
        {figures.map(({ topic, differs, figures: same }) => (
          <div key={topic} data-differs={differs}>
            {differs && <p className="convergence-differs">{say('convergence.figures.differ')}</p>}
            <ul>
              {same.map((figure) => (
                <One key={figure.id} figure={figure} />
              ))}
            </ul>
          </div>
        ))}
        <div>
          <p className="convergence-differs">{say('convergence.figures.counted')}</p>
          <ul>
            <li>
              {say('convergence.figures.here', {
                islands: count(counted.islands),
                inhabited: count(counted.inhabited),
                ha: formatHa(counted.landHa, language),
                km2: count(Math.round(counted.landHa) / 100),
              })}
              <span className="convergence-small">{say('convergence.figures.source', { date: date(asOf.time) })}</span>
            </li>
          </ul>
        </div>
      </div>
    </section>
  )
}
