import type { ContextAnswer } from '../../../data/model/answers.ts'
import type { Convergence } from '../../../data/model/convergence.ts'
import { useText } from '../../text/useText.ts'
import { organisationName } from '../card/names.ts'
import { Section } from '../card/Section.tsx'
import { placeLink } from './Rows.tsx'

const QUESTIONS = ['planned', 'budgeted', 'monitored'] as const
const ANSWERS = ['yes', 'no', 'unknown'] as const

const answerOf = (value: boolean | null | undefined): (typeof ANSWERS)[number] =>
  value === true ? 'yes' : value === false ? 'no' : 'unknown'

type Props = { readonly convergence: Convergence; readonly context: ContextAnswer }

/** For each place and party: is the programme in its plan, its budget, its monitoring? Not reported is its own answer. */
export const Matrix = ({ convergence: { places, parties, cells }, context }: Props) => {
  const { say } = useText()
  return (
    <Section title={say('record.matrix')}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col" className="matrix-column">
              {say('record.party')}
            </th>
            {QUESTIONS.map((question) => (
              <th key={question} scope="col" className="matrix-column">
                {say(`record.${question}`)}
              </th>
            ))}
          </tr>
        </thead>
        {places.map((place) => (
          <tbody key={place}>
            <tr>
              <th scope="rowgroup" colSpan={4} className="matrix-place">
                {placeLink(place)}
              </th>
            </tr>
            {parties.map(({ id, name }) => {
              const cell = cells.find((one) => one.place === place && one.party === id)
              return (
                <tr key={id}>
                  <th scope="row">{name ?? organisationName(context, id)}</th>
                  {QUESTIONS.map((question) => {
                    const answer = answerOf(cell?.[question])
                    return (
                      <td key={question}>
                        <span className="mark-answer" data-answer={answer} />
                        <span className="unseen">{say(`record.${answer}`)}</span>
                      </td>
                    )
                  })}
                </tr>
              )
            })}
          </tbody>
        ))}
      </table>
      <p className="matrix-key">
        {ANSWERS.map((answer) => (
          <span key={answer}>
            <span className="mark-answer" data-answer={answer} /> {say(`record.${answer}`)}
          </span>
        ))}
      </p>
    </Section>
  )
}
