import { createRoute, z } from '@hono/zod-openapi'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import { isModerating } from '../../data/model/person.ts'
import type { Caller, Member } from '../access/caller.ts'
import { partsOf } from '../journal/state.ts'
import { Refusal } from '../problems.ts'
import { followNotices, type Notice } from '../work/notices.ts'
import type { Room } from '../work/room.ts'
import { queryOf } from './parameters.ts'
import { createRouter, REFUSALS } from './router.ts'

const route = createRoute({
  method: 'get',
  path: '/api/events',
  summary: 'Server-sent events: `changed` with the journal position and the records I may see, `claims` for moderators',
  request: { query: queryOf({}) },
  responses: {
    200: { description: 'Stays open', content: { 'text/event-stream': { schema: z.string() } } },
    ...REFUSALS,
  },
})

/** Shorter than what proxies and phones wait on a silent line. */
const HEARTBEAT_MS = 25_000
/** Each open screen holds a socket. */
const MOST_LISTENERS = 2_000

const TOO_MANY = {
  id: 'Terlalu banyak layar yang mengikuti perubahan. Layar Anda mencoba lagi sendiri.',
  en: 'Too many screens are following changes. Yours tries again by itself.',
}

type Listener = {
  readonly caller: Member | null
  readonly send: (event: string, data: unknown, id?: string) => void
  readonly close: () => void
}

const memberOf = ({ person, name, ...caller }: Caller): Member | null =>
  person === null || name === null ? null : { ...caller, person, name }

/** Tells open screens what changed; all of them are let go when the server stops, so that it need not wait. */
const createHub = (room: Room, closing: AbortSignal | undefined) => {
  const listeners = new Set<Listener>()
  const { claims } = room
  followNotices(room, ({ seq, recordsFor }: Notice) => {
    for (const { caller, send } of listeners) send('changed', { seq, records: recordsFor(caller) }, `${seq}`)
  })
  claims.onChange((key) => {
    const [kind, id] = partsOf(key)
    for (const { caller, send } of listeners)
      if (caller && isModerating(caller.role)) send('claims', { kind, id, claim: claims.find(key) })
  })
  closing?.addEventListener('abort', () => {
    for (const { close } of listeners) close()
  })
  return listeners
}

const listen = (stream: SSEStreamingApi, caller: Member | null, holds: () => boolean) => {
  let end = (): void => {}
  const ended = new Promise<void>((done) => {
    end = done
  })
  stream.onAbort(end)
  const send: Listener['send'] = (event, data, id) => {
    // Whoever was signed out since is told nothing more.
    if (!holds()) return end()
    stream.writeSSE({ event, data: JSON.stringify(data), ...(id === undefined ? {} : { id }) }).catch(end)
  }
  return { listener: { caller, send, close: end }, ended }
}

export const eventRoutes = (room: Room, closing: AbortSignal | undefined) => {
  const listeners = createHub(room, closing)
  return createRouter().openapi(route, (c) => {
    if (listeners.size >= MOST_LISTENERS || closing?.aborted)
      throw new Refusal('too-slow', TOO_MANY, { 'Retry-After': '30' })
    const caller = memberOf(c.get('caller'))
    const holds = c.get('holds')
    c.header('X-Accel-Buffering', 'no')
    return streamSSE(c, async (stream) => {
      const { listener, ended } = listen(stream, caller, holds)
      listeners.add(listener)
      const beat = setInterval(() => listener.send('beat', { seq: room.store.state.seq }), HEARTBEAT_MS)
      beat.unref()
      listener.send('open', { seq: room.store.state.seq })
      await ended
      clearInterval(beat)
      listeners.delete(listener)
    })
  })
}
