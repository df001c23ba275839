import { type FormEvent, useState } from 'react'
import type { Agreement } from '../../data/model/agreement.ts'
import { type BoardStage, columnOf, placeIn } from '../../data/model/agreement_stages.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { textOf } from '../people/form.ts'
import { useText } from '../text/useText.ts'
import { columnName } from './columns.ts'
import { useSaveAgreement, useWorkAgreement, writtenOf } from './queries.ts'

/** What the record says once it has come to a column on a day; what was next is done. */
export const movedTo = (
  { next: _, step: __, ...agreement }: Agreement,
  column: BoardStage,
  date: string,
  source: string,
): Agreement => ({
  ...agreement,
  ...placeIn(column),
  stages: [...agreement.stages, { ...placeIn(column), date, ...(source ? { source } : {}) }],
  confirmed: date > agreement.confirmed ? date : agreement.confirmed,
})

type Props = { readonly agreement: Agreement; readonly columns: readonly BoardStage[] }

/** Takes an agreement to another stage, with the day and where that is written. */
export const NextStage = ({ agreement, columns }: Props) => {
  const text = useText()
  const { say } = text
  const [isOpen, setOpen] = useState(false)
  const { data: work } = useWorkAgreement(isOpen ? agreement.id : null)
  const { mutate, error, isPending } = useSaveAgreement()
  const present = columnOf(agreement, columns)
  const after = columns[columns.indexOf(present) + 1] ?? present
  if (!isOpen)
    return (
      <button type="button" className="button-quiet" onClick={() => setOpen(true)}>
        {say('agreements.move')}
      </button>
    )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!work) return
    const form = new FormData(event.currentTarget)
    const column = columns.find(({ id }) => id === textOf(form, 'stage')) ?? after
    const record = writtenOf(movedTo(work.record, column, textOf(form, 'date'), textOf(form, 'source').trim()))
    mutate({ id: agreement.id, revision: work.revision, record, publish: true }, { onSuccess: () => setOpen(false) })
  }
  return (
    <form className="form agreement-move" onSubmit={submit}>
      <div className="field">
        <label htmlFor="stage">{say('agreements.stage')}</label>
        <select id="stage" name="stage" defaultValue={after.id}>
          {columns.map((column) => (
            <option key={column.id} value={column.id}>
              {columnName(column, text)}
            </option>
          ))}
        </select>
      </div>
      <Field
        name="date"
        type="date"
        label={say('agreements.stageDate')}
        defaultValue={new Date().toLocaleDateString('sv')}
        required
      />
      <Field name="source" label={say('agreements.stageSource')} hint={say('agreements.stageSource.hint')} />
      <Refused error={error} />
      <div className="agreement-acts">
        <button type="submit" className="button-main" disabled={isPending || !work}>
          {say(isPending ? 'pages.busy' : 'agreements.moveNow')}
        </button>
        <button type="button" className="button-quiet" onClick={() => setOpen(false)}>
          {say('agreements.cancel')}
        </button>
      </div>
    </form>
  )
}
