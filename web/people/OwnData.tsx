import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { SessionAnswer } from '../../data/model/work.ts'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { codeOf, textOf } from './form.ts'
import { PresentCode, PresentPassword } from './Proof.tsx'
import './personal.css'

type Props = { readonly session: SessionAnswer }

const EraseMe = ({ session: { person, organisation } }: Props) => {
  const { say } = useText()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (given: object) => send('POST', '/api/account/erase', given),
    onSuccess: () => location.assign('/'),
  })
  if (!person) return null
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    mutate({ password: textOf(form, 'password'), ...(person.hasTotp ? { code: codeOf(form) } : {}) })
  }
  return (
    <details>
      <summary className="link">{say('people.own.erase')}</summary>
      <form className="form" onSubmit={submit}>
        <div className="erase-about">
          <p>{say('people.own.erase.goes', { name: person.name, email: person.email })}</p>
          <p>
            {organisation
              ? say('people.own.erase.stays', { organisation: organisation.name })
              : say('people.own.erase.staysSekber')}
          </p>
        </div>
        <p className="page-note">{say('people.own.erase.final')}</p>
        <PresentPassword />
        {person.hasTotp && <PresentCode />}
        <Refused error={error} />
        <button type="submit" className="button-quiet" disabled={isPending}>
          {say('people.own.erase.submit')}
        </button>
      </form>
    </details>
  )
}

/** What everybody may ask for of their own data (UU PDP): a copy, and to be erased. */
export const OwnData = ({ session }: Props) => {
  const { say } = useText()
  return (
    <section className="page-sheet">
      <h2>{say('people.own.title')}</h2>
      <p className="page-about">{say('people.own.about')}</p>
      <p>
        <a className="button-quiet" href="/api/account" download>
          {say('people.own.export')}
        </a>
      </p>
      <EraseMe session={session} />
    </section>
  )
}
