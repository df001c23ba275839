import type { QueryClient } from '@tanstack/react-query'
import { startLive } from './live/live.ts'
import { startOffline } from './offline/register.ts'
import { startOutboxInTime } from './outbox/start.ts'

/** What goes on behind every screen once it stands: following changes, sending what waits, working offline. */
export const startBehind = (client: QueryClient): void => {
  startOffline(client)
  startOutboxInTime(client)
  startLive(client)
}
