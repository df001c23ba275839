import { type FormEvent, useState } from 'react'
import type { ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import type { Save } from '../../data/model/work.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { partyNameIn, placeNameIn } from './names.ts'
import { useRecordAnswer } from './queries.ts'
import type { CellKey } from './state.ts'

type Props = { readonly answer: ConvergenceAnswer; readonly cell: CellKey; readonly isSekber: boolean }

const EMPTY = { value: '', document: '', date: '', wording: '', url: '' }

/** The record of one answer: its document is its source. `today` is an ISO date. */
const recordOf = (
  { programme }: ConvergenceAnswer,
  { place, party, question }: CellKey,
  given: typeof EMPTY,
  title: string,
  today: string,
): Save<'convergence'>['record'] => ({
  id: '',
  title,
  region: programme!.region,
  programme: programme!.id,
  places: [place],
  parties: [{ id: party }],
  steps: [],
  cells: [{ place, party, planned: null, budgeted: null, monitored: null, [question]: given.value === 'yes' }],
  source: {
    text: given.document.trim(),
    date: given.date,
    ...(given.wording.trim() ? { wording: given.wording.trim() } : {}),
    ...(given.url.trim() ? { url: given.url.trim() } : {}),
  },
  confirmed: today,
  visibility: 'public',
})

/** Entering an answer with its document. What nobody knows is not entered. */
export const Entry = ({ answer, cell, isSekber }: Props) => {
  const { say } = useText()
  const [given, setGiven] = useState(EMPTY)
  const { mutate, error, isPending, data } = useRecordAnswer(isSekber)
  const text = (name: 'document' | 'date' | 'wording' | 'url', more: object = {}) => ({
    label: say(`convergence.entry.${name}`),
    value: given[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      setGiven({ ...given, [name]: target.value }),
    ...more,
  })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const title = say('convergence.entry.title', {
      programme: answer.programme!.id.toUpperCase(),
      place: placeNameIn(answer, cell.place),
      party: partyNameIn(answer, cell.party),
      question: say(`convergence.short.${cell.question}`).toLowerCase(),
    })
    const record = recordOf(answer, cell, given, title, new Date().toLocaleDateString('sv'))
    mutate(record, { onSuccess: () => setGiven(EMPTY) })
  }
  return (
    <details className="convergence-entry">
      <summary>{say('convergence.entry')}</summary>
      <form className="form" onSubmit={save}>
        <fieldset className="convergence-choice">
          <legend>{say(`convergence.question.${cell.question}`)}</legend>
          {(['yes', 'no'] as const).map((value) => (
            <label key={value}>
              <input
                type="radio"
                name="value"
                required
                checked={given.value === value}
                onChange={() => setGiven({ ...given, value })}
              />{' '}
              {say(`convergence.state.${value}`)}
            </label>
          ))}
        </fieldset>
        <Field
          {...text('document', { required: true, maxLength: 300, hint: say('convergence.entry.document.hint') })}
        />
        <Field {...text('date', { required: true, type: 'date' })} />
        <Field {...text('wording', { maxLength: 400 })} />
        <Field {...text('url', { type: 'url' })} />
        <Refused error={error} />
        {data && (
          <p role="status">
            {say(data.verification === 'verified' ? 'convergence.entry.public' : 'convergence.entry.sent')}
          </p>
        )}
        <button type="submit" className="button-main" disabled={isPending}>
          {say(isPending ? 'pages.busy' : isSekber ? 'convergence.entry.publish' : 'convergence.entry.send')}
        </button>
      </form>
    </details>
  )
}
