import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TrustLine } from '../../data/model/person.ts'
import { ask } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { TRUST_KEY } from './keys.ts'

/** Which organisations publish at once; only those that somebody can sign in for. */
export const Trust = () => {
  const { say } = useText()
  const client = useQueryClient()
  const { data = [], error } = useQuery({
    queryKey: TRUST_KEY,
    queryFn: ({ signal }) => ask<readonly TrustLine[]>('/api/organisations/trust', signal),
  })
  const change = useMutation({
    mutationFn: ({ id, isTrusted }: Pick<TrustLine, 'id' | 'isTrusted'>) =>
      send('PUT', `/api/organisations/${encodeURIComponent(id)}/trust`, { isTrusted }),
    onSettled: () => client.invalidateQueries({ queryKey: TRUST_KEY }),
  })
  const withMembers = data.filter(({ people, isTrusted }) => people > 0 || isTrusted)
  return (
    <section className="page-sheet">
      <h2>{say('people.trust.title')}</h2>
      <p className="page-about">{say('people.trust.about')}</p>
      {withMembers.length === 0 && <p className="page-about">{say('people.trust.none')}</p>}
      <ul className="lines">
        {withMembers.map(({ id, name, isTrusted, people }) => (
          <li key={id}>
            <label className="line-choice">
              <input
                type="checkbox"
                aria-label={say('people.trust.of', { name })}
                checked={isTrusted}
                disabled={change.isPending}
                onChange={(event) => change.mutate({ id, isTrusted: event.target.checked })}
              />
              <span>
                {name}
                <small>{say('people.people.count', { count: people })}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <Refused error={error ?? change.error} />
    </section>
  )
}
