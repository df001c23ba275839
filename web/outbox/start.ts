import type { QueryClient } from '@tanstack/react-query'
import type { SessionAnswer } from '../../data/model/work.ts'
import { SESSION_KEY } from '../session.ts'
import { DEVICE_STORE } from './store_name.ts'

/** Whether anything may lie on this device; browsers that do not tell are looked through. */
const mayHoldSomething = async (): Promise<boolean> => {
  if (!('databases' in indexedDB)) return true
  const found = await indexedDB.databases().catch(() => null)
  return found === null || found.some(({ name }) => name === DEVICE_STORE)
}

/** Starts the outbox for whoever is signed in or left something here; a stranger's first screen does without it. */
export const startOutboxInTime = (client: QueryClient): void => {
  let isStarted = false
  let unfollow = (): void => {}
  const start = (): void => {
    if (isStarted) return
    isStarted = true
    unfollow()
    void import('./outbox.ts').then(({ startOutbox }) => startOutbox(client))
  }
  const isSignedIn = (): boolean => Boolean(client.getQueryData<SessionAnswer>(SESSION_KEY)?.person)
  unfollow = client.getQueryCache().subscribe(() => {
    if (isSignedIn()) start()
  })
  if (isSignedIn()) start()
  void mayHoldSomething().then((may) => {
    if (may) start()
  })
}
