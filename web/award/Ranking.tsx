import type { AwardAnswer, AwardLine } from '../../data/model/award_answer.ts'
import { AWARD_LABELS } from '../../data/model/award_weights.ts'
import { useText } from '../text/useText.ts'
import { figureOf, formatTenths } from './figures.ts'
import { changeAward, formatAward, parseAward } from './state.ts'

type RowProps = { readonly line: AwardLine; readonly weights: AwardAnswer['weights'] }

const Row = ({ line, weights }: RowProps) => {
  const text = useText()
  const { say, language } = text
  const open = (event: React.MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    changeAward({ partner: line.organisation })
    scrollTo(0, 0)
  }
  const { search } = location
  return (
    <tr>
      <td className="award-rank">
        <span className="unseen">{say('award.rank', { rank: '' })}</span>
        {line.rank}
      </td>
      <th scope="row">
        <a
          className="link"
          href={`/award${formatAward(search, { ...parseAward(search), partner: line.organisation })}`}
          onClick={open}
          aria-label={say('award.open', { name: line.name })}
        >
          {line.name}
        </a>
      </th>
      {line.parts.map((part, at) => {
        const most = formatTenths(weights[at]!.share * 100, text)
        return (
          <td
            key={part.name}
            className="award-part"
            data-label={AWARD_LABELS[part.name][language]}
            title={part.figures.map((figure) => figureOf(figure, text)).join('; ')}
          >
            <span className="award-bar" aria-hidden="true">
              <span style={{ width: `${part.points}%` }} />
            </span>
            <span>{say('award.part.of', { points: formatTenths(part.weighted, text), most })}</span>
          </td>
        )
      })}
      <td className="award-score">
        <span className="unseen">{say('award.score')} </span>
        {formatTenths(line.score, text)}
      </td>
    </tr>
  )
}

/** Every ranked partner, best first, with a bar for each criterion. */
export const Ranking = ({ answer: { ranking, weights } }: { readonly answer: AwardAnswer }) => {
  const { say, language } = useText()
  return (
    <table className="award-ranking">
      <caption className="unseen">{say('award.ranking')}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{say('award.partner')}</th>
          {weights.map(({ name }) => (
            <th key={name} scope="col">
              {AWARD_LABELS[name][language]}
            </th>
          ))}
          <th scope="col" className="award-number">
            {say('award.score')}
          </th>
        </tr>
      </thead>
      <tbody>
        {ranking.map((line) => (
          <Row key={line.organisation} line={line} weights={weights} />
        ))}
      </tbody>
    </table>
  )
}
