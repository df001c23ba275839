import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { scopesFor } from '../../data/model/person.ts'
import type { TokenMade, TokenSummary } from '../../data/model/work.ts'
import { ask } from '../api.ts'
import { Copy } from '../pages/Copy.tsx'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import { textOf } from './form.ts'
import { useMoment } from './useMoment.ts'

const KEY = ['tokens']
const LONGEST_DAYS = 365

const NewToken = () => {
  const { say } = useText()
  const client = useQueryClient()
  const { data: session } = useSession()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (given: object) => send<TokenMade>('POST', '/api/tokens', given),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    mutate({ name: textOf(form, 'name'), scopes: form.getAll('scopes'), days: Number(textOf(form, 'days')) })
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field
        name="name"
        label={say('people.tokens.name')}
        hint={say('people.tokens.name.hint')}
        maxLength={80}
        required
      />
      <fieldset className="choices">
        <legend>{say('people.tokens.scopes')}</legend>
        {scopesFor(session?.role ?? 'public').map((scope) => (
          <label key={scope}>
            <input type="checkbox" name="scopes" value={scope} defaultChecked={scope === 'read'} />
            {say(`people.tokens.scope.${scope}`)}
          </label>
        ))}
      </fieldset>
      <Field
        name="days"
        type="number"
        label={say('people.tokens.days')}
        min={1}
        max={LONGEST_DAYS}
        defaultValue={90}
        required
      />
      <Refused error={error} />
      {data && <Copy label={say('people.tokens.made')} value={data.token} />}
      <button type="submit" className="button-quiet" disabled={isPending}>
        {say('people.tokens.make')}
      </button>
    </form>
  )
}

export const Tokens = () => {
  const { say } = useText()
  const moment = useMoment()
  const client = useQueryClient()
  const { data = [], error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask<readonly TokenSummary[]>('/api/tokens', signal),
  })
  const revoke = useMutation({
    mutationFn: (id: string) => send('DELETE', `/api/tokens/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
  return (
    <section className="page-sheet">
      <h2>{say('people.tokens.title')}</h2>
      <p className="page-about">{say('people.tokens.about')}</p>
      {data.length === 0 && <p className="page-about">{say('people.tokens.none')}</p>}
      <ul className="lines">
        {data.map(({ id, name, scopes, expires, lastUsed }) => (
          <li key={id}>
            <span>
              {name}
              <small>
                {scopes.map((scope) => say(`people.tokens.scope.${scope}`)).join(', ')} ·{' '}
                {say('people.tokens.until', { time: moment(expires) })} ·{' '}
                {lastUsed ? say('people.tokens.used', { time: moment(lastUsed) }) : say('people.tokens.unused')}
              </small>
            </span>
            <button
              type="button"
              className="button-quiet"
              aria-label={say('people.tokens.revokeOf', { name })}
              onClick={() => revoke.mutate(id)}
            >
              {say('people.tokens.revoke')}
            </button>
          </li>
        ))}
      </ul>
      <Refused error={error ?? revoke.error} />
      <NewToken />
    </section>
  )
}
