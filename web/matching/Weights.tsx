import { MATCH_PART_LABELS, type MatchPartName, type MatchWeights } from '../../data/model/match_weights.ts'
import type { MatchDeskAnswer } from '../../data/model/matching.ts'
import { useText } from '../text/useText.ts'
import { changeMatching } from './state.ts'

type Props = { readonly desk: MatchDeskAnswer; readonly asked: MatchWeights | null }

/** The weights as sliders; the ranking follows while they move. Given and normalised stand side by side. */
export const Weights = ({ desk, asked }: Props) => {
  const { say, count, share, language } = useText()
  const told = Object.fromEntries(desk.weights.map(({ name, given }) => [name, given])) as MatchWeights
  const given = asked ?? told
  const sum = Object.values(given).reduce((total, one) => total + one, 0)
  const slide = (name: MatchPartName, value: number) => {
    const weights = { ...given, [name]: value }
    // All at nothing weigh nothing: the last one stays.
    if (Object.values(weights).some((one) => one > 0)) changeMatching({ weights }, false)
  }
  return (
    <details className="matching-weights" open={asked !== null}>
      <summary>
        <span>{say('matching.weights')}</span>{' '}
        <small>
          {say(`matching.weights.${desk.weightsFrom}`)}:{' '}
          {desk.weights
            .map(({ name, share: part }) => `${MATCH_PART_LABELS[name][language]} ${share(part)}`)
            .join(', ')}
        </small>
      </summary>
      <div className="matching-sliders">
        {desk.weights.map(({ name }) => (
          <label key={name}>
            <span>{MATCH_PART_LABELS[name][language]}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={given[name]}
              onChange={({ target }) => slide(name, Number(target.value))}
            />
            <small>
              {say('matching.weights.given', { given: count(given[name]) })},{' '}
              <strong>{say('matching.weights.share', { share: share(given[name] / sum) })}</strong>
            </small>
          </label>
        ))}
      </div>
      <p className="matching-sum">
        {say('matching.weights.sum', { given: count(sum) })} {say('matching.weights.zero')}{' '}
        {asked && (
          <button type="button" className="link" onClick={() => changeMatching({ weights: null }, false)}>
            {say('matching.weights.reset')}
          </button>
        )}
      </p>
    </details>
  )
}
