import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Several changes in a row are one reason to ask again. */
const GATHER_MS = 400
/** Too short a cut to speak of. */
const UNHEARD_MS = 4_000

/** Whether the server is heard; `unknown` until it has been asked. */
export type Connection = 'unknown' | 'connected' | 'cut'

let connection: Connection = 'unknown'
const listeners = new Set<() => void>()

const tell = (next: Connection): void => {
  if (next === connection) return
  connection = next
  for (const listener of listeners) listener()
}

const follow = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls whenever the server is heard again after a cut. */
export const onReconnected = (doing: () => void): (() => void) => {
  let before = connection
  return follow(() => {
    const isBack = before === 'cut' && connection === 'connected'
    before = connection
    if (isBack) doing()
  })
}

export const useConnection = (): Connection => useSyncExternalStore(follow, () => connection)

/** What no change of a record changes; everything else is asked again. */
const STANDING: readonly unknown[] = ['session', 'edit-beginning', 'work-check']

type Changed = { readonly seq: number }

/**
 * Keeps an open screen current: the server says when something has changed, and whatever is shown is asked again. A page
 * nobody looks at lets its connection go and catches up when it is looked at.
 */
export const startLive = (client: QueryClient): void => {
  let events: EventSource | null = null
  let gathering: ReturnType<typeof setTimeout> | undefined
  let unheard: ReturnType<typeof setTimeout> | undefined
  let seen: number | null = null

  const askAgain = () => {
    clearTimeout(gathering)
    gathering = setTimeout(() => {
      void client.invalidateQueries({ predicate: ({ queryKey }) => !STANDING.includes(queryKey[0]) })
    }, GATHER_MS)
  }
  const learn = ({ data }: MessageEvent<string>) => {
    const { seq } = JSON.parse(data) as Changed
    const isNew = seen !== null && seq > seen
    seen = seq
    if (isNew) askAgain()
  }
  const heard = (event: Event) => {
    clearTimeout(unheard)
    unheard = undefined
    tell('connected')
    // The browser's own `open` and the server's first word come under one name.
    if ('data' in event) learn(event as MessageEvent<string>)
  }
  const close = () => {
    events?.close()
    events = null
  }
  const open = () => {
    if (events) return
    events = new EventSource('/api/events')
    events.addEventListener('open', heard)
    events.addEventListener('changed', learn)
    events.addEventListener('error', () => {
      unheard ??= setTimeout(() => tell('cut'), UNHEARD_MS)
      // A refusal ends it for good; a lost line is taken up again by the browser.
      if (events?.readyState === EventSource.CLOSED) {
        close()
        setTimeout(() => document.visibilityState === 'visible' && open(), UNHEARD_MS)
      }
    })
  }
  const watch = () => {
    if (document.visibilityState === 'hidden') return close()
    open()
  }
  document.addEventListener('visibilitychange', watch)
  // A page that the browser keeps aside while another is shown must not hold a socket.
  addEventListener('pagehide', close)
  addEventListener('pageshow', watch)
  addEventListener('offline', () => tell('cut'))
  watch()
}
