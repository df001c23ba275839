import { type FormEvent, useState } from 'react'
import type { ImportAnswer, ImportChoices } from '../../data/model/importing.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { Columns } from './Columns.tsx'
import { DefaultFields } from './Defaults.tsx'
import { Heading } from './Heading.tsx'
import { Questions } from './Questions.tsx'
import type { ImportChanges } from './queries.ts'

type Props = { readonly answer: ImportAnswer; readonly changes: ImportChanges; readonly onDone: () => void }

const withDefault = (choices: ImportChoices, name: keyof ImportChoices['defaults'], value: string): ImportChoices => {
  const { [name]: _, ...rest } = choices.defaults
  return { ...choices, defaults: value ? { ...rest, [name]: value } : rest }
}

/** What only a person can decide of a file, with what was guessed. */
export const Choices = ({ answer, changes: { choose }, onDone }: Props) => {
  const { say } = useText()
  const [choices, setChoices] = useState(answer.choices)
  const { answers, mapping, defaults } = choices
  const isSame = JSON.stringify(choices) === JSON.stringify(answer.choices)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isSame) onDone()
    else choose.mutate(choices, { onSuccess: onDone })
  }
  return (
    <form className="page-sheet page-wide" onSubmit={submit}>
      <Heading>{say('import.step.decide')}</Heading>
      <Questions
        questions={answer.questions}
        answers={answers}
        onAnswer={(name, value) => setChoices((now) => ({ ...now, answers: { ...now.answers, [name]: value } }))}
      />
      <Columns
        columns={answer.columns}
        mapping={mapping}
        onMap={(column, field) => setChoices((now) => ({ ...now, mapping: { ...now.mapping, [column]: field } }))}
      />
      <DefaultFields defaults={defaults} onSet={(name, value) => setChoices((now) => withDefault(now, name, value))} />
      <Refused error={choose.error} />
      <button type="submit" className="button-main" disabled={choose.isPending}>
        {say(choose.isPending ? 'pages.busy' : isSame ? 'import.next' : 'import.apply')}
      </button>
    </form>
  )
}
