import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commit, serve } from '../served.ts'
import { ASAM, activity } from '../world.ts'
import { accepted, asRecord, type Desk, given, type Served, sit } from './desk.ts'

let served: Served
let akar: Desk
let bina: Desk
let sekber: Desk
let closing: AbortController

beforeAll(async () => {
  closing = new AbortController()
  served = await serve([], { closing: closing.signal })
  akar = await sit(served, 'partner', 'akar')
  bina = await sit(served, 'partner', 'bina')
  sekber = await sit(served, 'moderator')
})
afterAll(() => served.world.close())

type Event = {
  readonly event: string
  readonly data: { seq?: number; records?: { id: string; revision: number }[]; claim?: object | null }
}

/** An open screen: events one after another; null when the server let go. */
const follow = async (headers: Record<string, string> = {}) => {
  const response = await served.app.request('/api/events', { headers })
  const reader = response.body!.getReader()
  let text = ''
  const next = async (): Promise<Event | null> => {
    while (!text.includes('\n\n')) {
      const { value, done } = await reader.read()
      if (done) return null
      text += Buffer.from(value).toString()
    }
    const [block = '', ...rest] = text.split('\n\n')
    text = rest.join('\n\n')
    const field = (name: string) =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2) ?? ''
    return { event: field('event'), data: JSON.parse(field('data')) as Event['data'] }
  }
  const opened = await next()
  expect([response.status, opened?.event]).toEqual([200, 'open'])
  return { response, next, leave: () => reader.cancel() }
}

describe('open screens', () => {
  test('each hears of every entry, and only of the records it may see: a draft its keeper and Sekber, what is verified everyone', async () => {
    const screens = [
      await follow(),
      await follow(bina.headers),
      await follow(akar.headers),
      await follow(sekber.headers),
    ]
    const heard = async () =>
      Promise.all(
        screens.map(async ({ next }) => {
          const { event, data } = (await next())!
          return [event, data.seq, data.records!.map(({ id, revision }) => `${id === first.id} ${revision}`)]
        }),
      )
    const first = await accepted(akar.begin(given(), true))
    expect(await heard()).toEqual([
      ['changed', first.seq, []],
      ['changed', first.seq, []],
      ['changed', first.seq, ['true 1']],
      ['changed', first.seq, ['true 1']],
    ])
    const second = await accepted(sekber.step(first, 'verify'))
    const all = ['changed', second.seq, ['true 2']]
    expect(await heard()).toEqual([all, all, all, all])
    // What everyone sees is still revision 2: of the draft behind it only its keeper and Sekber hear.
    const third = await accepted(akar.save(second, given({ title: 'Ubahan' })))
    expect((await heard()).map(([, , records]) => records)).toEqual([[], [], ['true 3'], ['true 3']])
    const fourth = await accepted(akar.step(third, 'archive'))
    expect((await heard()).map(([, , records]) => records)).toEqual([['true 2'], ['true 2'], ['true 4'], ['true 4']])
    expect(fourth.verification).toBe('archived')
    await Promise.all(screens.map(({ leave }) => leave()))
  })

  test('when the notice comes, the next answer has the change', async () => {
    const screen = await follow()
    const id = `a-${randomUUID()}`
    await commit(served.store, [asRecord('activity', activity(id, ['akar'], [ASAM]))])
    await screen.next()
    const inTables = await served.get('/api/features/activities?within=99.01.01&limit=1000')
    expect(await inTables.text()).toContain(id)
    await screen.leave()
  })

  test('claims are told to moderators alone', async () => {
    const [mine, theirs] = [await follow(sekber.headers), await follow(akar.headers)]
    const first = await accepted(akar.begin(given(), true))
    await mine.next()
    await theirs.next()
    await sekber.ask('POST', '/api/review/claims', { kind: 'activity', id: first.id })
    expect(await mine.next()).toMatchObject({ event: 'claims', data: { claim: { person: sekber.person } } })
    await sekber.ask('DELETE', '/api/review/claims', { kind: 'activity', id: first.id })
    expect((await mine.next())?.data.claim).toBeNull()
    await accepted(akar.step(first, 'withdraw'))
    expect((await theirs.next())?.event).toBe('changed')
    await mine.leave()
    await theirs.leave()
  })

  test('who was signed out hears nothing more', async () => {
    const guest = await sit(served, 'partner', 'akar')
    const screen = await follow(guest.headers)
    expect((await guest.ask('DELETE', '/api/session')).status).toBe(204)
    await accepted(akar.begin(given()))
    expect(await screen.next()).toBeNull()
  })

  test('all are let go when the server stops, and nobody new is let in', async () => {
    const screens = [await follow(), await follow(sekber.headers)]
    expect(screens[0]!.response.headers.get('Cache-Control')).toBe('no-store')
    closing.abort()
    expect(await Promise.all(screens.map(({ next }) => next()))).toEqual([null, null])
    expect((await served.get('/api/events')).status).toBe(503)
  })
})
