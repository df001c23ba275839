import { type FormEvent, useState } from 'react'
import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { IMPORT_FIELDS, type ImportAnswer, type ImportChoices, type ImportField } from '../../data/model/importing.ts'
import { Refused } from '../pages/Refused.tsx'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'
import type { ImportChanges } from './queries.ts'

type Props = { readonly answer: ImportAnswer; readonly changes: ImportChanges }
type Change = (change: (choices: ImportChoices) => ImportChoices) => void

const Questions = ({ answer, choices, change }: { answer: ImportAnswer; choices: ImportChoices; change: Change }) => {
  const { say, language, count } = useText()
  if (answer.questions.length === 0) return null
  return (
    <div className="import-questions">
      <h2>{say('import.questions')}</h2>
      {answer.questions.map(({ name, words, options, guess, affects }) => (
        <fieldset key={name} className="choices">
          <legend>
            {words[language]}{' '}
            {affects > 0 && <span className="quiet">({say('import.question.affects', { count: affects })})</span>}
          </legend>
          {options.map((option) => (
            <label key={option.value}>
              <input
                type="radio"
                name={name}
                checked={(choices.answers[name] ?? guess) === option.value}
                onChange={() => change((now) => ({ ...now, answers: { ...now.answers, [name]: option.value } }))}
              />
              <span>
                {option.words[language]}
                {guess === option.value && <em className="line-mark">{say('import.question.guess')}</em>}
                {option.example && <small>{option.example}</small>}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <span className="unseen" role="status">
        {count(answer.questions.length)}
      </span>
    </div>
  )
}

const Columns = ({ answer, choices, change }: { answer: ImportAnswer; choices: ImportChoices; change: Change }) => {
  const { say } = useText()
  const pick = (column: string, field: string) =>
    change((now) => ({ ...now, mapping: { ...now.mapping, [column]: (field || null) as ImportField | null } }))
  return (
    <details className="import-columns" open={answer.state === 'asking'}>
      <summary>{say('import.columns')}</summary>
      <p className="page-about">{say('import.columns.about')}</p>
      <ul className="lines">
        {answer.columns.map(({ name, examples, guess, isRemembered }) => (
          <li key={name}>
            <span>
              {name}
              {isRemembered && <em className="line-mark">{say('import.columns.remembered')}</em>}
              <small>{examples.slice(0, 3).join(' · ')}</small>
            </span>
            <select
              aria-label={say('import.columns.of', { name })}
              value={(name in choices.mapping ? choices.mapping[name] : guess) ?? ''}
              onChange={(event) => pick(name, event.target.value)}
            >
              <option value="">{say('import.columns.skip')}</option>
              {IMPORT_FIELDS.map((field) => (
                <option key={field} value={field}>
                  {say(`import.field.${field}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  )
}

const Defaults = ({ choices, change }: { readonly choices: ImportChoices; readonly change: Change }) => {
  const { say, language } = useText()
  const { data: context } = useContextAnswer()
  const set = (name: 'theme' | 'status', value: string) =>
    change((now) => {
      const { [name]: _, ...rest } = now.defaults
      return { ...now, defaults: value ? { ...rest, [name]: value } : rest }
    })
  return (
    <fieldset className="import-defaults">
      <legend>{say('import.defaults')}</legend>
      <label>
        {say('import.default.theme')}
        <select value={choices.defaults.theme ?? ''} onChange={(event) => set('theme', event.target.value)}>
          <option value="">{say('import.default.none')}</option>
          {context?.themes.map(({ id, label }) => (
            <option key={id} value={id}>
              {label[language]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('import.default.status')}
        <select value={choices.defaults.status ?? ''} onChange={(event) => set('status', event.target.value)}>
          <option value="">{say('import.default.none')}</option>
          {ACTIVITY_STATUSES.map((status) => (
            <option key={status} value={status}>
              {say(`panel.status.${status}`)}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  )
}

/** What only a person can decide of a file, with what was guessed. */
export const Choices = ({ answer, changes: { choose } }: Props) => {
  const { say } = useText()
  const [choices, setChoices] = useState(answer.choices)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    choose.mutate(choices)
  }
  const part = { answer, choices, change: setChoices }
  return (
    <form className="page-sheet page-wide" onSubmit={submit}>
      <Questions {...part} />
      <Columns {...part} />
      <Defaults choices={choices} change={setChoices} />
      <Refused error={choose.error} />
      <button type="submit" className="button-quiet" disabled={choose.isPending}>
        {say(choose.isPending ? 'pages.busy' : 'import.apply')}
      </button>
    </form>
  )
}
