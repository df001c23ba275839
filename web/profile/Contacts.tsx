import { useQuery } from '@tanstack/react-query'
import type { Contact } from '../../data/model/person.ts'
import { ask } from '../api.ts'
import { useText } from '../text/useText.ts'

/** Who may be reached for an organisation; asked anew each time, because a consent may be withdrawn. */
export const Contacts = ({ organisation }: { readonly organisation: string }) => {
  const { say } = useText()
  const { data = [] } = useQuery({
    queryKey: ['contacts', organisation],
    queryFn: ({ signal }) => ask<readonly Contact[]>(`/api/contacts/${encodeURIComponent(organisation)}`, signal),
    staleTime: 0,
    gcTime: 0,
  })
  if (data.length === 0) return null
  return (
    <section>
      <h2>{say('profile.contacts')}</h2>
      <ul className="lines">
        {data.map(({ name, email }) => (
          <li key={email}>
            <span>{name}</span>
            <a className="link" href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>
              {email}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
