import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { SessionAnswer } from '../../data/model/work.ts'
import { AskError } from '../api.ts'
import { nextOf } from '../page.ts'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useSession, useSessionChange } from '../session.ts'
import { useText } from '../text/useText.ts'
import { textOf } from './form.ts'

/** The refusal that only asks for the second factor as well; the password was right. */
const isCodeNeeded = (error: Error | null): boolean => error instanceof AskError && error.problem === 'code-needed'

const SignIn = () => {
  const { say } = useText()
  const { data: session } = useSession()
  const takeOver = useSessionChange()
  const [wantsCode, setWantsCode] = useState(false)
  const { mutate, error, isPending } = useMutation({
    mutationFn: (given: object) => send<SessionAnswer>('POST', '/api/session', given),
    onSuccess: (answer) => {
      takeOver(answer)
      location.assign(answer.mustSetTotp ? '/account' : nextOf(location.search))
    },
    onError: (refused) => isCodeNeeded(refused) && setWantsCode(true),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const code = textOf(form, 'code').replace(/\s/g, '')
    mutate({ email: textOf(form, 'email'), password: textOf(form, 'password'), ...(code ? { code } : {}) })
  }
  return (
    <section className="page-sheet page-narrow">
      <h1>{say('people.signIn.title')}</h1>
      <p className="page-about">{say('people.signIn.about')}</p>
      {session?.person && (
        <p className="page-note">
          {say('people.already', { name: session.person.name })}{' '}
          <a className="link" href={nextOf(location.search)}>
            {say('people.goOn')}
          </a>
        </p>
      )}
      <form className="form" onSubmit={submit}>
        <Field name="email" type="email" label={say('people.email')} autoComplete="username" required />
        <Field
          name="password"
          type="password"
          label={say('people.password')}
          autoComplete="current-password"
          required
        />
        {wantsCode && (
          <Field
            name="code"
            label={say('people.code')}
            hint={say('people.code.hint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]{6,7}"
            autoFocus
            required
          />
        )}
        <Refused error={error} />
        <button type="submit" className="button-main" disabled={isPending}>
          {say(isPending ? 'pages.busy' : 'people.signIn.submit')}
        </button>
      </form>
      <p className="field-hint">{say('people.signIn.forgot')}</p>
    </section>
  )
}

export default SignIn
