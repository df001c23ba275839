import type { ImportAnswer, ImportChoices } from '../../data/model/importing.ts'
import { useText } from '../text/useText.ts'

type Question = ImportAnswer['questions'][number]
type Props = {
  readonly questions: readonly Question[]
  readonly answers: ImportChoices['answers']
  readonly onAnswer: (name: string, value: string) => void
}

const Asked = ({
  question: { name, words, options, guess, affects },
  chosen,
  onAnswer,
}: {
  readonly question: Question
  readonly chosen: string | null
  readonly onAnswer: Props['onAnswer']
}) => {
  const { say, language } = useText()
  return (
    <fieldset className="import-question" data-open={chosen === null}>
      <legend>{words[language]}</legend>
      {affects > 0 && <p className="page-about">{say('import.question.affects', { count: affects })}</p>}
      <div className="import-options">
        {options.map(({ value, words: option, example }) => (
          <label key={value}>
            <input type="radio" name={name} checked={chosen === value} onChange={() => onAnswer(name, value)} />
            <span>
              {option[language]}
              {guess === value && <em className="line-mark">{say('import.question.guess')}</em>}
              {example && <small>{example}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What the file leaves open, each choice with what it makes of a cell of the file. */
export const Questions = ({ questions, answers, onAnswer }: Props) => {
  const { say } = useText()
  if (questions.length === 0) return <p className="page-about">{say('import.questions.none')}</p>
  return (
    <>
      <p className="page-about">{say('import.questions.about')}</p>
      {questions.map((question) => (
        <Asked
          key={question.name}
          question={question}
          chosen={answers[question.name] ?? question.guess}
          onAnswer={onAnswer}
        />
      ))}
    </>
  )
}
