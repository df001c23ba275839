import type { ContextAnswer } from '../../data/model/answers.ts'
import { MATCH_PART_LABELS } from '../../data/model/match_weights.ts'
import type { MatchDeskAnswer } from '../../data/model/matching.ts'
import { useText } from '../text/useText.ts'
import { formatPoints, placeName, standingOf } from './names.ts'
import { allProposals, shortProposals } from './proposals.ts'
import type { MeetingDesk } from './useMeetingDesk.ts'

type Props = { readonly shown: MeetingDesk; readonly desk: MatchDeskAnswer; readonly context: ContextAnswer }

/** The list of proposals on paper, to be signed; on screen it is not seen. */
export const PrintSheet = ({ shown, desk, context }: Props) => {
  const text = useText()
  const { say, language, date, share, count } = text
  const proposals = shortProposals(allProposals(shown.targets, desk.side, shown.decisionOf))
  const weights = desk.weights.map(({ name, share: part }) => `${MATCH_PART_LABELS[name][language]} ${share(part)}`)
  return (
    <section className="matching-sheet page-paper">
      <h1>{say('matching.sheet.title')}</h1>
      <p>
        {say('matching.sheet.about', {
          name: desk.organisation.name,
          region: placeName(context, desk.region),
          period: desk.period,
          date: date(desk.asOf.time),
          weights: weights.join(', '),
        })}{' '}
        {desk.sample && say('matching.sheet.sampleNote')}
      </p>
      <table>
        <thead>
          <tr>
            {(['number', 'target', 'partner', 'reasons', 'decision', 'sign'] as const).map((name) => (
              <th key={name} scope="col">
                {say(`matching.sheet.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {proposals.map(({ target, row, decision }, at) => (
            <tr key={`${target.id} ${row.organisation}`}>
              <td>{count(at + 1)}</td>
              <td>
                {proposals[at - 1]?.target !== target && (
                  <>
                    <strong>{target.title}</strong> <small>{standingOf(target, text)}</small>
                  </>
                )}
              </td>
              <td>
                {row.name} <small>{say('matching.score.of', { score: formatPoints(row.score, language) })}</small>
              </td>
              <td>
                <small>{row.parts.map(({ reason }) => reason[language]).join('. ')}.</small>
              </td>
              <td>
                {say(decision?.state ? `matching.state.${decision.state}` : 'matching.sheet.proposed')}
                {decision?.state && <small> {date(decision.time)}</small>}
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
