import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Field } from '../pages/Field.tsx'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { textOf } from './form.ts'

export const Password = () => {
  const { say } = useText()
  const { mutate, error, isPending, isSuccess } = useMutation({
    mutationFn: (given: object) => send('POST', '/api/password', given),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const element = event.currentTarget
    const form = new FormData(element)
    mutate({ current: textOf(form, 'current'), next: textOf(form, 'next') }, { onSuccess: () => element.reset() })
  }
  return (
    <section className="page-sheet">
      <h2>{say('people.password.title')}</h2>
      <form className="form" onSubmit={submit}>
        <Field
          name="current"
          type="password"
          label={say('people.password.current')}
          autoComplete="current-password"
          required
        />
        <Field
          name="next"
          type="password"
          label={say('people.newPassword')}
          hint={say('people.newPassword.hint')}
          autoComplete="new-password"
          minLength={12}
          required
        />
        <Refused error={error} />
        {isSuccess && <p role="status">{say('people.password.done')}</p>}
        <button type="submit" className="button-main" disabled={isPending}>
          {say('people.password.submit')}
        </button>
      </form>
    </section>
  )
}
