import type { QueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../../data/model/work.ts'
import { SESSION_KEY } from '../session.ts'

const SERVICE_WORKER = '/service-worker.js'

/** Absent in development, and where a server is reached without https. */
export const isOfflinePossible = (): boolean => import.meta.env.PROD && 'serviceWorker' in navigator

let isRegistered = false

const register = async (client: QueryClient): Promise<void> => {
  if (isRegistered) return
  isRegistered = true
  // What was asked before anybody remembered is asked once more, so that this very screen opens without a network.
  if (!navigator.serviceWorker.controller)
    navigator.serviceWorker.addEventListener('controllerchange', () => void client.invalidateQueries(), { once: true })
  await navigator.serviceWorker.register(SERVICE_WORKER).catch(() => {
    isRegistered = false
  })
}

const isMember = (session: SessionAnswer | undefined): boolean => session?.person != null

/** Members work offline as well; a visitor's phone is not filled with what it may never need again. */
export const startOffline = (client: QueryClient): void => {
  if (!isOfflinePossible()) return
  if (isMember(client.getQueryData(SESSION_KEY))) void register(client)
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] !== SESSION_KEY[0]) return
    if (isMember(event.query.state.data as SessionAnswer | undefined)) void register(client)
  })
}
