import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useSyncExternalStore } from 'react'
import { type InvitationOpened, ROLE_LABELS } from '../../data/model/person.ts'
import type { SessionAnswer } from '../../data/model/work.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useSessionChange } from '../session.ts'
import { useText } from '../text/useText.ts'
import { textOf } from './form.ts'

/** Stands behind the #, which no browser sends to a server or names to another page. */
const secretOf = (hash: string): string => hash.replace(/^#/, '')

const followHash = (tell: () => void): (() => void) => {
  addEventListener('hashchange', tell)
  return () => removeEventListener('hashchange', tell)
}

/** Whoever pastes the whole link after half of it changes only what stands behind the #. */
const useSecret = (): string => useSyncExternalStore(followHash, () => secretOf(location.hash))

const Accept = ({ secret, opened }: { readonly secret: string; readonly opened: InvitationOpened }) => {
  const { say, language } = useText()
  const takeOver = useSessionChange()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (given: object) => send<SessionAnswer>('POST', '/api/invitations/accept', given),
    onSuccess: (answer) => {
      takeOver(answer)
      location.replace(answer.mustSetTotp ? '/account' : '/work')
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    mutate({
      secret,
      name: textOf(form, 'name'),
      email: opened.email ?? textOf(form, 'email'),
      password: textOf(form, 'password'),
    })
  }
  const role = ROLE_LABELS[opened.role][language]
  return (
    <>
      <p className="page-about">
        {opened.organisation
          ? say('people.invitation.for', { role, organisation: opened.organisation.name })
          : say('people.invitation.forSekber', { role })}
      </p>
      <form className="form" onSubmit={submit}>
        <Field name="name" label={say('people.name')} hint={say('people.name.hint')} autoComplete="name" required />
        <Field
          name="email"
          type="email"
          label={say('people.email')}
          autoComplete="username"
          required
          {...(opened.email ? { value: opened.email, readOnly: true } : {})}
        />
        <Field
          name="password"
          type="password"
          label={say('people.newPassword')}
          hint={say('people.newPassword.hint')}
          autoComplete="new-password"
          minLength={12}
          required
        />
        <Refused error={error} />
        <button type="submit" className="button-main" disabled={isPending}>
          {say(isPending ? 'pages.busy' : 'people.invitation.submit')}
        </button>
      </form>
    </>
  )
}

const Invitation = () => {
  const { say } = useText()
  const secret = useSecret()
  const { data, error } = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => send<InvitationOpened>('POST', '/api/invitations/open', { secret }),
    enabled: secret !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className="page-sheet page-narrow">
      <h1>{say('people.invitation.title')}</h1>
      {secret === '' && <p className="page-about">{say('people.invitation.missing')}</p>}
      <Refused error={error} />
      {data && <Accept secret={secret} opened={data} />}
    </section>
  )
}

export default Invitation
