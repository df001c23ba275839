import type { AwardAnswer } from '../../data/model/award_answer.ts'
import { AWARD_LABELS, type AwardCriterion, type AwardWeights } from '../../data/model/award_weights.ts'
import { useText } from '../text/useText.ts'
import { formatTenths } from './figures.ts'
import { changeAward } from './state.ts'

const MOST = 100

type RowProps = {
  readonly name: AwardCriterion
  readonly given: number
  readonly sum: number
  readonly onSet: (name: AwardCriterion, value: number) => void
}

const Row = ({ name, given, sum, onSet }: RowProps) => {
  const text = useText()
  const label = AWARD_LABELS[name][text.language]
  const control = {
    min: 0,
    max: MOST,
    value: given,
    'aria-label': text.say('award.weights.slide', { name: label }),
    onChange: ({ target }: React.ChangeEvent<HTMLInputElement>) => onSet(name, Number(target.value)),
  }
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <input type="range" step={5} {...control} />
      </td>
      <td>
        <input type="number" step={1} inputMode="numeric" {...control} />
      </td>
      <td className="award-number">{formatTenths((given / sum) * 100, text)}</td>
    </tr>
  )
}

type Props = { readonly answer: AwardAnswer; readonly asked: AwardWeights | null }

/** The weights by slider or number, the given beside the normalised; the ranking follows. */
export const Weights = ({ answer, asked }: Props) => {
  const text = useText()
  const { say, count } = text
  const told = Object.fromEntries(answer.weights.map(({ name, given }) => [name, given])) as AwardWeights
  const given = asked ?? told
  const sum = Object.values(given).reduce((total, one) => total + one, 0)
  const set = (name: AwardCriterion, value: number) => {
    const weights = { ...given, [name]: Math.min(MOST, Math.max(0, Math.round(value))) }
    // All at nothing weigh nothing: the last one stays.
    if (Object.values(weights).some((one) => one > 0)) changeAward({ weights }, false)
  }
  return (
    <section className="award-weights" aria-labelledby="award-weights">
      <h2 id="award-weights">{say('award.weights')}</h2>
      <p className="award-small">{say(`award.weights.${asked ? 'asked' : answer.weightsFrom}`)}</p>
      <table>
        <thead>
          <tr>
            <td colSpan={2} />
            <th scope="col">{say('award.weights.given')}</th>
            <th scope="col" className="award-number">
              {say('award.weights.normalised')}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.weights.map(({ name }) => (
            <Row key={name} name={name} given={given[name]} sum={sum} onSet={set} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say('award.weights.sum')}
            </th>
            <td className="award-given">{count(sum)}</td>
            <td className="award-number">{count(100)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="award-small">{say('award.weights.note')}</p>
      {asked && (
        <button type="button" className="link" onClick={() => changeAward({ weights: null }, false)}>
          {say('award.weights.reset')}
        </button>
      )}
    </section>
  )
}
