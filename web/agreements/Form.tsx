import { type FormEvent, useState } from 'react'
import type { Agreement } from '../../data/model/agreement.ts'
import type { AgreementLine } from '../../data/model/agreement_board.ts'
import { type BoardStage, columnOf, placeIn } from '../../data/model/agreement_stages.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { AskError } from '../api.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { columnName } from './columns.ts'
import { type AgreementDraft, draftOfAgreement, emptyAgreement, recordOfAgreement } from './draft.ts'
import { Fields } from './Fields.tsx'
import { Kinds } from './Kinds.tsx'
import { Parties } from './Parties.tsx'
import { Places } from './Places.tsx'
import { useKinds, useSaveAgreement } from './queries.ts'
import { changeAgreementView } from './state.ts'

type Props = {
  readonly context: ContextAnswer
  /** What it was when writing began; null for a new one. */
  readonly before: { readonly record: Agreement; readonly revision: number } | null
  readonly columns: readonly BoardStage[]
  readonly lines: readonly AgreementLine[]
}

/** Writing an agreement: who, in which form, on what, where, how far, what next. */
export const Form = ({ context, before, columns, lines }: Props) => {
  const texts = useText()
  const { say } = texts
  const [draft, setDraft] = useState<AgreementDraft>(() =>
    before ? draftOfAgreement(before.record, (code) => code) : emptyAgreement(context.regencies[0]?.code ?? ''),
  )
  const set = (change: Partial<AgreementDraft>) => setDraft((now) => ({ ...now, ...change }))
  const { data: offer } = useKinds(draft.parties.map(({ id }) => id))
  const kind = offer?.offered.find((one) => one.kind === draft.kind)?.kind ?? offer?.offered[0]?.kind ?? draft.kind
  const { mutate, error, isPending } = useSaveAgreement()
  const isOvertaken = error instanceof AskError && (error.status === 409 || error.status === 412)
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const by = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    const record = recordOfAgreement({ ...draft, kind }, before?.record ?? null, new Date().toLocaleDateString('sv'))
    mutate(
      {
        id: before?.record.id ?? null,
        revision: before?.revision ?? 0,
        record,
        publish: by?.value === 'publish',
      },
      { onSuccess: ({ id }) => changeAgreementView({ edit: null, id }) },
    )
  }
  const text = (name: keyof AgreementDraft, more: object = {}) => ({
    label: say(`agreements.form.${name as 'title'}`),
    value: draft[name] as string,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set({ [name]: target.value }),
    ...more,
  })
  return (
    <form className="agreement-form-sheet" onSubmit={save}>
      <h1>{before ? before.record.title : say('agreements.new')}</h1>
      <Field {...text('title', { required: true, maxLength: 200 })} />
      <Parties parties={draft.parties} context={context} onChange={(parties) => set({ parties })} />
      <Kinds
        offer={draft.parties.length > 0 ? offer : undefined}
        chosen={kind}
        onChoose={(one) => set({ kind: one })}
      />
      <Fields fields={draft.fields} context={context} onChange={(fields) => set({ fields })} />
      <div className="agreement-pair">
        <div className="field">
          <label htmlFor="region">{say('agreements.region')}</label>
          <select id="region" value={draft.region} onChange={({ target }) => set({ region: target.value })}>
            {[
              ...context.regencies.map(({ code, name }) => [code, name]),
              ['61', say('agreements.province.61')],
              ['62', say('agreements.province.62')],
            ].map(([code, name]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Places scope={draft.scope} onChange={(scope) => set({ scope })} />
      </div>
      <div className="agreement-pair">
        <div className="field">
          <label htmlFor="form-stage">{say('agreements.stage')}</label>
          <select
            id="form-stage"
            value={columnOf(draft.place, columns).id}
            onChange={({ target }) => {
              const column = columns.find(({ id }) => id === target.value)
              if (column) set({ place: placeIn(column), stageDate: '' })
            }}
          >
            {columns.map((column) => (
              <option key={column.id} value={column.id}>
                {columnName(column, texts)}
              </option>
            ))}
          </select>
        </div>
        <Field {...text('stageDate', { type: 'date' })} />
        <Field {...text('start', { type: 'date' })} />
        <Field {...text('end', { type: 'date', hint: say('agreements.form.end.hint') })} />
      </div>
      <fieldset className="agreement-choose">
        <legend>{say('agreements.nextStep')}</legend>
        <div className="agreement-pair">
          <Field {...text('step', { maxLength: 200 })} />
          <div className="field">
            <label htmlFor="step-by">{say('agreements.form.stepBy')}</label>
            <select id="step-by" value={draft.stepBy} onChange={({ target }) => set({ stepBy: target.value })}>
              <option value="">–</option>
              {context.organisations.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Field {...text('due', { type: 'date' })} />
        </div>
      </fieldset>
      {(kind === 'PKS' || kind === 'RK') && (
        <div className="field">
          <label htmlFor="carries-out">{say('agreements.form.carriesOut')}</label>
          <select
            id="carries-out"
            value={draft.carriesOut}
            onChange={({ target }) => set({ carriesOut: target.value })}
          >
            <option value="">–</option>
            {lines
              .filter((one) => one.id !== before?.record.id && one.kind !== 'PKS' && one.kind !== 'RK')
              .map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
          </select>
        </div>
      )}
      <div className="agreement-pair">
        <Field {...text('source', { required: true, maxLength: 300, hint: say('agreements.form.source.hint') })} />
        <Field {...text('sourceUrl', { type: 'url' })} />
      </div>
      <Field {...text('note', { maxLength: 1000 })} />
      {isOvertaken ? (
        <p className="form-refused" role="alert">
          {say('agreements.overtaken')}
        </p>
      ) : (
        <Refused error={error} />
      )}
      <div className="agreement-acts">
        <button type="submit" className="button-main" value="publish" disabled={isPending || kind === null}>
          {say(isPending ? 'pages.busy' : 'agreements.publish')}
        </button>
        <button type="submit" className="button-quiet" value="draft" disabled={isPending || kind === null}>
          {say('agreements.keep')}
        </button>
        <button type="button" className="button-quiet" onClick={() => changeAgreementView({ edit: null })}>
          {say('agreements.cancel')}
        </button>
      </div>
    </form>
  )
}
