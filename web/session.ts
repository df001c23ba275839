import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../data/model/work.ts'
import { ask } from './api.ts'

export const SESSION_KEY = ['session']

/** Who is signed in here. */
export const useSession = () =>
  useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => ask<SessionAnswer>('/api/session', signal),
    staleTime: 60_000,
  })

/** Takes over who is signed in after the server has said so; nothing another person saw stays. */
export const useSessionChange = () => {
  const client = useQueryClient()
  return (session: SessionAnswer) => {
    client.setQueryData(SESSION_KEY, session)
    void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] })
  }
}
