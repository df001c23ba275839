import { useQuery } from '@tanstack/react-query'
import type { PersonSummary } from '../../data/model/person.ts'
import { ask } from '../api.ts'
import { MembersOnly } from '../pages/MembersOnly.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { Invitations } from './Invitations.tsx'
import { Invite } from './Invite.tsx'
import { PEOPLE_KEY } from './keys.ts'
import { PersonRow } from './PersonRow.tsx'
import { Trust } from './Trust.tsx'
import { useOrganisations } from './useOrganisations.ts'

const Members = ({ own }: { readonly own: string | undefined }) => {
  const { say } = useText()
  const { nameOf } = useOrganisations()
  const { data = [], error } = useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: ({ signal }) => ask<readonly PersonSummary[]>('/api/people', signal),
  })
  return (
    <section className="page-sheet page-wide">
      <h1>{say('people.people.title')}</h1>
      <p className="page-about">{say('people.people.count', { count: data.length })}</p>
      <Refused error={error} />
      <table className="members">
        <thead>
          <tr>
            <th scope="col">{say('people.table.name')}</th>
            <th scope="col">{say('people.table.role')}</th>
            <th scope="col">{say('people.table.organisation')}</th>
            <th scope="col">{say('people.table.totp')}</th>
            <th scope="col">{say('people.table.seen')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              organisation={nameOf(person.organisation)}
              isOwn={person.id === own}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Who may sign in, who is invited, and which organisations publish at once; for admins. */
const People = () => (
  <MembersOnly isFor={(role) => role === 'admin'}>
    {({ person }) => (
      <>
        <Members own={person?.id} />
        <Invite />
        <Invitations />
        <Trust />
      </>
    )}
  </MembersOnly>
)

export default People
