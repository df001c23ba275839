import { useMutation } from '@tanstack/react-query'
import { ROLE_LABELS } from '../../data/model/person.ts'
import type { SessionAnswer } from '../../data/model/work.ts'
import { MembersOnly } from '../pages/MembersOnly.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { OwnContact } from './OwnContact.tsx'
import { OwnData } from './OwnData.tsx'
import { Password } from './Password.tsx'
import { Reminders } from './Reminders.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { Sessions } from './Sessions.tsx'
import { Tokens } from './Tokens.tsx'

const Who = ({ session }: { readonly session: SessionAnswer }) => {
  const { say, language } = useText()
  const { mutate, isPending } = useMutation({
    mutationFn: () => send('DELETE', '/api/session'),
    onSettled: () => location.assign('/'),
  })
  const { person, organisation } = session
  if (!person) return null
  return (
    <section className="page-sheet">
      <h1>{say('people.account.title')}</h1>
      <p className="page-lead">
        {say('people.account.who', { name: person.name, role: ROLE_LABELS[person.role][language] })}
      </p>
      <p>
        {organisation ? say('people.account.organisation', { name: organisation.name }) : say('people.account.sekber')}
      </p>
      <p className="page-about">{person.email}</p>
      {organisation?.isTrusted && <p className="page-note">{say('people.account.trusted')}</p>}
      <button type="button" className="button-quiet" disabled={isPending} onClick={() => mutate()}>
        {say('pages.signOut')}
      </button>
    </section>
  )
}

/** One's own account: who, second factor, password, devices, tokens, one's data. */
const Account = () => (
  <MembersOnly beforeTotp>
    {(session) => (
      <>
        <Who session={session} />
        <SecondFactor session={session} />
        {!session.mustSetTotp && (
          <>
            <Password />
            {session.organisation && <Reminders />}
            <Sessions />
            <Tokens />
            {session.organisation && <OwnContact />}
            <OwnData session={session} />
          </>
        )}
      </>
    )}
  </MembersOnly>
)

export default Account
