import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionSummary } from '../../data/model/work.ts'
import { ask } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { send } from '../send.ts'
import { useText } from '../text/useText.ts'
import { useMoment } from './useMoment.ts'

const KEY = ['sessions']

export const Sessions = () => {
  const { say } = useText()
  const moment = useMoment()
  const client = useQueryClient()
  const { data = [], error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ask<readonly SessionSummary[]>('/api/sessions', signal),
  })
  const end = useMutation({
    mutationFn: (id: string) => send('DELETE', `/api/sessions/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
  const endAll = useMutation({
    mutationFn: () => send('DELETE', '/api/sessions'),
    onSuccess: () => location.assign('/sign-in'),
  })
  return (
    <section className="page-sheet">
      <h2>{say('people.sessions.title')}</h2>
      <ul className="lines">
        {data.map(({ id, device, lastSeen, isThis }) => (
          <li key={id}>
            <span>
              {device}
              {isThis && <em className="line-mark">{say('people.sessions.this')}</em>}
              <small>{say('people.sessions.seen', { time: moment(lastSeen) })}</small>
            </span>
            {!isThis && (
              <button
                type="button"
                className="button-quiet"
                aria-label={say('people.sessions.endOf', { device })}
                onClick={() => end.mutate(id)}
              >
                {say('people.sessions.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refused error={error ?? end.error ?? endAll.error} />
      <button type="button" className="button-quiet" disabled={endAll.isPending} onClick={() => endAll.mutate()}>
        {say('people.sessions.endAll')}
      </button>
    </section>
  )
}
