import type { ReactNode } from 'react'
import { type CallerRole, ROLE_LABELS } from '../../data/model/person.ts'
import type { SessionAnswer } from '../../data/model/work.ts'
import { signInAddress } from '../page.ts'
import { Trouble } from '../panel/Trouble.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'

type Props = {
  readonly isFor?: (role: CallerRole) => boolean
  /** The one place where a missing second factor can be set up. */
  readonly beforeTotp?: boolean
  readonly children: (session: SessionAnswer) => ReactNode
}

/** What only members see; everyone else is told what to do. The server decides again by itself. */
export const MembersOnly = ({ isFor = () => true, beforeTotp = false, children }: Props) => {
  const { say, language } = useText()
  const { data: session, error, refetch } = useSession()
  if (error && !session) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!session)
    return (
      <p className="page-waiting" role="status">
        {say('pages.loading')}
      </p>
    )
  const { role, mustSetTotp } = session
  if (role === 'public')
    return (
      <div className="page-sheet">
        <p>{say('pages.mustSignIn')}</p>
        <a className="button-main" href={signInAddress(location)}>
          {say('pages.signIn')}
        </a>
      </div>
    )
  if (!isFor(role))
    return <p className="page-sheet">{say('pages.notAllowed', { role: ROLE_LABELS[role][language] })}</p>
  if (mustSetTotp && !beforeTotp)
    return (
      <div className="page-sheet">
        <p>{say('pages.mustSetTotp')}</p>
        <a className="button-main" href="/account">
          {say('pages.setTotp')}
        </a>
      </div>
    )
  return children(session)
}
