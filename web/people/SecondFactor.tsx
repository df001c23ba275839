import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { isModerating, type TotpOffer } from '../../data/model/person.ts'
import type { SessionAnswer } from '../../data/model/work.ts'
import { Picture } from '../pages/Picture.tsx'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useSessionChange } from '../session.ts'
import { useText } from '../text/useText.ts'
import { codeOf, textOf } from './form.ts'
import { PresentCode, PresentPassword } from './Proof.tsx'

const Confirm = ({ offer }: { readonly offer: TotpOffer }) => {
  const { say } = useText()
  const takeOver = useSessionChange()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (code: string) => send<SessionAnswer>('POST', '/api/totp/confirm', { code }),
    onSuccess: takeOver,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(codeOf(new FormData(event.currentTarget)))
  }
  return (
    <>
      <p>{say('people.secondFactor.scan')}</p>
      <Picture svg={offer.qrSvg} words={say('people.secondFactor.qr')} />
      <p className="field-hint">{say('people.secondFactor.secret', { secret: offer.secret })}</p>
      <form className="form" onSubmit={submit}>
        <PresentCode />
        <Refused error={error} />
        <button type="submit" className="button-main" disabled={isPending}>
          {say('people.secondFactor.confirm')}
        </button>
      </form>
    </>
  )
}

const SetUp = () => {
  const { say } = useText()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (password: string) => send<TotpOffer>('POST', '/api/totp', { password }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    mutate(textOf(new FormData(event.currentTarget), 'password'))
  }
  if (data) return <Confirm offer={data} />
  return (
    <>
      <p>{say('people.secondFactor.off')}</p>
      <form className="form" onSubmit={submit}>
        <PresentPassword />
        <Refused error={error} />
        <button type="submit" className="button-main" disabled={isPending}>
          {say('people.secondFactor.start')}
        </button>
      </form>
    </>
  )
}

const Remove = () => {
  const { say } = useText()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (given: object) => send('POST', '/api/totp/remove', given),
    onSuccess: () => location.assign('/sign-in?next=/account'),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    mutate({ password: textOf(form, 'password'), code: codeOf(form) })
  }
  return (
    <details>
      <summary className="link">{say('people.secondFactor.remove')}</summary>
      <form className="form" onSubmit={submit}>
        <PresentPassword />
        <PresentCode />
        <Refused error={error} />
        <button type="submit" className="button-quiet" disabled={isPending}>
          {say('people.secondFactor.remove')}
        </button>
      </form>
    </details>
  )
}

export const SecondFactor = ({ session }: { readonly session: SessionAnswer }) => {
  const { say } = useText()
  const isRequired = isModerating(session.role)
  return (
    <section className="page-sheet">
      <h2>{say('people.secondFactor.title')}</h2>
      {isRequired && <p className="page-note">{say('people.secondFactor.required')}</p>}
      {session.person?.hasTotp ? (
        <>
          <p>{say('people.secondFactor.on')}</p>
          <Remove />
        </>
      ) : (
        <SetUp />
      )}
    </section>
  )
}
