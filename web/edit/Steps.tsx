import { useText } from '../text/useText.ts'

export const STEPS = ['place', 'what', 'when', 'save'] as const
export type StepName = (typeof STEPS)[number]

type Props = {
  readonly step: StepName
  readonly onStep: (step: StepName) => void
  readonly asks: (step: StepName) => boolean
}

/** Where one is on a phone, and the way to every other step. */
export const Steps = ({ step, onStep, asks }: Props) => {
  const { say } = useText()
  return (
    <nav aria-label={say('edit.steps')}>
      <ol className="edit-steps">
        {STEPS.map((name, at) => (
          <li key={name}>
            <button type="button" aria-current={name === step ? 'step' : undefined} onClick={() => onStep(name)}>
              <span aria-hidden="true">{at + 1}</span>
              {say(`edit.step.${name}`)}
              {asks(name) && <span className="unseen">{say('edit.step.asks')}</span>}
              {asks(name) && <i aria-hidden="true" />}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
