import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ROLE_LABELS } from '../../data/model/person.ts'
import type { InvitationSummary } from '../../data/model/work.ts'
import { ask } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { INVITATIONS_KEY } from './keys.ts'
import { useMoment } from './useMoment.ts'
import { useOrganisations } from './useOrganisations.ts'

/** Every invitation with what became of it, newest first. */
export const Invitations = () => {
  const { say, language } = useText()
  const moment = useMoment()
  const { nameOf } = useOrganisations()
  const client = useQueryClient()
  const { data = [], error } = useQuery({
    queryKey: INVITATIONS_KEY,
    queryFn: ({ signal }) => ask<readonly InvitationSummary[]>('/api/invitations', signal),
  })
  const revoke = useMutation({
    mutationFn: (id: string) => send('DELETE', `/api/invitations/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: INVITATIONS_KEY }),
  })
  return (
    <section className="page-sheet">
      <h2>{say('people.invitations.title')}</h2>
      {data.length === 0 && <p className="page-about">{say('people.invitations.none')}</p>}
      <ul className="lines">
        {data.map(({ id, role, organisation, email, state, expires }) => {
          const [named, of] = [ROLE_LABELS[role][language], nameOf(organisation)]
          return (
            <li key={id}>
              <span>
                {named}, {of}
                <small>
                  {email && `${email} · `}
                  {say(`people.invitation.state.${state}`, { time: moment(expires) })}
                </small>
              </span>
              {state === 'open' && (
                <button
                  type="button"
                  className="button-quiet"
                  aria-label={say('people.invitation.revokeOf', { role: named, organisation: of })}
                  onClick={() => revoke.mutate(id)}
                >
                  {say('people.invitation.revoke')}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <Refused error={error ?? revoke.error} />
    </section>
  )
}
