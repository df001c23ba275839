import type { ImportAnswer } from '../../data/model/importing.ts'
import { useText } from '../text/useText.ts'

export const STEPS = ['decide', 'check'] as const
export type Step = (typeof STEPS)[number]

type Props = { readonly answer: ImportAnswer; readonly step: Step; readonly onStep: (step: Step) => void }

/** How far a file is: what it leaves open, then its rows. */
export const Steps = ({ answer: { questions, choices, counts }, step, onStep }: Props) => {
  const { say, count } = useText()
  const open = questions.filter(({ name, guess }) => guess === null && !(name in choices.answers)).length
  const about = {
    decide: open > 0 ? say('import.step.decide.open', { count: open }) : say('import.step.decide.done'),
    check: say('import.step.check.about', { good: count(counts.good), others: count(counts.faulty + counts.asked) }),
  }
  return (
    <nav aria-label={say('import.steps')}>
      <ol className="import-steps">
        {STEPS.map((one, at) => (
          <li key={one}>
            <button type="button" aria-current={one === step ? 'step' : undefined} onClick={() => onStep(one)}>
              <span className="import-step-number">{at + 1}</span>
              <span>
                {say(`import.step.${one}`)}
                <small>{about[one]}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
