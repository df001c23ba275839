import { type FormEvent, useState } from 'react'
import { AGREEMENT_STAGES, type Agreement, type AgreementStage } from '../../data/model/agreement.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { textOf } from '../people/form.ts'
import { useText } from '../text/useText.ts'
import { useSaveAgreement, useWorkAgreement, writtenOf } from './queries.ts'

/** What the record says once it has come to a stage on a day; what was next is done. */
export const movedTo = (
  { next: _, ...agreement }: Agreement,
  stage: AgreementStage,
  date: string,
  source: string,
): Agreement => ({
  ...agreement,
  stage,
  stages: [...agreement.stages, { stage, date, ...(source ? { source } : {}) }],
  confirmed: date > agreement.confirmed ? date : agreement.confirmed,
})

/** Takes an agreement to another stage, with the day and where that is written. */
export const NextStage = ({ agreement }: { readonly agreement: Agreement }) => {
  const { say } = useText()
  const [isOpen, setOpen] = useState(false)
  const { data: work } = useWorkAgreement(isOpen ? agreement.id : null)
  const { mutate, error, isPending } = useSaveAgreement()
  const after = AGREEMENT_STAGES[AGREEMENT_STAGES.indexOf(agreement.stage) + 1] ?? agreement.stage
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
    const stage = textOf(form, 'stage') as AgreementStage
    const record = writtenOf(movedTo(work.record, stage, textOf(form, 'date'), textOf(form, 'source').trim()))
    mutate({ id: agreement.id, revision: work.revision, record, publish: true }, { onSuccess: () => setOpen(false) })
  }
  return (
    <form className="form agreement-move" onSubmit={submit}>
      <div className="field">
        <label htmlFor="stage">{say('agreements.stage')}</label>
        <select id="stage" name="stage" defaultValue={after}>
          {AGREEMENT_STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {say(`record.stage.${stage}`)}
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
