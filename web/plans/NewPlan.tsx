import { useQueries } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Plan } from '../../data/model/plan.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { placeQuery } from '../panel/card/queries.ts'
import { useText } from '../text/useText.ts'
import { Choice } from './Choice.tsx'
import { useAgreementTitles, useSavePlan } from './queries.ts'
import { changePlanView } from './state.ts'

type Props = { readonly context: ContextAnswer; readonly owner: string | null }

/** A plan begins with a name, its places and where it comes from; its actions come after. */
export const NewPlan = ({ context, owner }: Props) => {
  const { say } = useText()
  const [places, setPlaces] = useState<readonly Code[]>([])
  const [region, setRegion] = useState(context.organisations.find(({ id }) => id === owner)?.region ?? '')
  const found = useQueries({ queries: places.map(placeQuery) })
  const { data: board } = useAgreementTitles(true)
  const { mutate, error, isPending } = useSavePlan()
  const nameOf = (code: Code) => found.find(({ data }) => data?.code === code)?.data?.name ?? code
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const agreement = text('agreement')
    const record = {
      id: '',
      name: text('name'),
      region: region || context.regencies[0]?.code || '',
      places,
      ...(agreement ? { agreement } : {}),
      actions: [],
      source: { text: text('source') },
      confirmed: new Date().toLocaleDateString('sv'),
      visibility: 'public',
      ...(owner ? { owner } : {}),
    } as unknown as Plan
    mutate(
      { id: null, revision: 0, record, submit: false, verify: false },
      { onSuccess: ({ id }) => changePlanView({ isNew: false, id, face: 'table' }) },
    )
  }
  return (
    <form className="form plan-new" onSubmit={begin}>
      <h1>{say('plans.new')}</h1>
      <Field name="name" label={say('plans.field.name')} maxLength={200} required />
      <div className="field">
        <label htmlFor="plan-region">{say('plans.field.region')}</label>
        <select id="plan-region" value={region} onChange={({ target }) => setRegion(target.value)}>
          {context.regencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Choice kind="places" label={say('plans.form.places')} chosen={places} nameOf={nameOf} onChange={setPlaces} />
      <div className="field">
        <label htmlFor="plan-agreement">{say('plans.field.agreement')}</label>
        <select id="plan-agreement" name="agreement" defaultValue="">
          <option value="">{say('plans.form.none')}</option>
          {board?.lines.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <Field
        name="source"
        label={say('plans.field.source')}
        hint={say('plans.form.source.hint')}
        maxLength={300}
        required
      />
      <Refused error={error} />
      <div className="desk-buttons">
        <button type="submit" className="button-main" disabled={isPending || places.length === 0}>
          {say(isPending ? 'pages.busy' : 'plans.form.create')}
        </button>
        <button type="button" className="button-quiet" onClick={() => changePlanView({ isNew: false })}>
          {say('plans.form.cancel')}
        </button>
      </div>
    </form>
  )
}
