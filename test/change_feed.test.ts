import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../data/model/activity.ts'
import { type ChangeItem, type ChangesAnswer, parseFeedPosition } from '../data/model/change_feed.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { followChanges } from '../server/change_feed.ts'
import { commit, serve } from './served.ts'
import { ASAM, activity } from './world.ts'

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.world.close())

const ask = async (query: string): Promise<ChangesAnswer> => {
  await served.world.settled()
  const response = await served.get(`/api/changes?${query}`)
  expect([query, response.status]).toEqual([query, 200])
  return (await response.json()) as ChangesAnswer
}
const write = (...records: readonly Activity[]) =>
  commit(
    served.store,
    records.map((record): AnyRecord => ({ kind: 'activity', record })),
  )
const briefly = ({ id, what, revision }: ChangeItem) => [id, what, revision]
const now = () => served.store.state.seq

describe('what changed for everyone', () => {
  test('is followed from the first reader on: until then no entry is held for it', async () => {
    const { store, world } = served
    let listening = 0
    const onEntry: typeof store.onEntry = (hear) => {
      listening += 1
      return store.onEntry(hear)
    }
    const feed = followChanges({ ...store, onEntry }, world.coarsening)
    expect(listening).toBe(0)
    const from = parseFeedPosition('0')!
    expect((await feed.after(from, store.state.seq)).length).toBeGreaterThan(10)
    await feed.after(from, store.state.seq)
    expect(listening).toBe(1)
    feed.stop()
  })

  test('begins with every public record, each once, and every link answers', async () => {
    const { items, next, asOf } = await ask('since=0&limit=5000')
    expect(next).toBeNull()
    expect(asOf.seq).toBe(1)
    expect(items.every(({ what }) => what === 'created')).toBe(true)
    const shown = [...served.store.state.records.values()].filter(({ record }) => record.visibility === 'public')
    expect(items.map(({ kind, id }) => `${kind}/${id}`).sort()).toEqual(
      shown.map(({ kind, id }) => `${kind}/${id}`).sort(),
    )
    for (const { record } of items.slice(0, 10)) expect((await served.get(record!)).status).toBe(200)
  })

  test('goes page by page through one entry of many records, and what is written meanwhile comes behind', async () => {
    const since = now()
    await write(...['b', 'a', 'd', 'c', 'e'].map((id) => activity(`page-${id}`, ['bina'], [ASAM])))
    const first = await ask(`since=${since}&limit=2`)
    expect(first.items.map(({ id }) => id)).toEqual(['page-a', 'page-b'])
    await write(
      activity('page-a', ['bina'], [ASAM], { title: 'diubah' }),
      activity('page-c', ['bina'], [ASAM], { title: 'diubah' }),
    )
    const rest: ChangeItem[] = []
    let next = first.next
    while (next !== null) {
      const page = await ask(new URL(next).searchParams.toString())
      rest.push(...page.items)
      next = page.next
    }
    expect(rest.map(briefly)).toEqual([
      ['page-d', 'created', 1],
      ['page-e', 'created', 1],
      ['page-a', 'changed', 2],
      ['page-c', 'changed', 2],
    ])
  })

  test('tells of a record that turns hidden only that it went, and of one that never was public nothing', async () => {
    const since = now()
    await write(activity('turning', ['bina'], [ASAM], { title: 'Rahasia kelak' }))
    await write(activity('never', ['bina'], [ASAM], { visibility: 'partners' }))
    await write(activity('never', ['bina'], [ASAM], { visibility: 'organisation', title: 'lain' }))
    expect((await ask(`since=${since}`)).items.map(briefly)).toEqual([['turning', 'created', 1]])
    const before = now()
    await write(activity('turning', ['bina'], [ASAM], { title: 'Rahasia kini', visibility: 'organisation' }))
    await write(activity('turning', ['bina'], [ASAM], { title: 'Lebih rahasia', visibility: 'organisation' }))
    for (const query of [`since=${since}`, `since=${before}`]) {
      const { items } = await ask(query)
      expect(items.map(({ time: _, ...one }) => one)).toEqual([
        { seq: before + 1, kind: 'activity', id: 'turning', what: 'removed', revision: null, record: null, page: null },
      ])
    }
    const atom = await (await served.get('/api/changes.atom')).text()
    expect(atom).toContain('ditarik: turning')
    for (const text of [JSON.stringify(await ask('since=0&limit=5000')), atom]) {
      expect(text).not.toMatch(/rahasia/i)
      expect(text).not.toContain('never')
    }
    await write(activity('turning', ['bina'], [ASAM], { title: 'Terbuka lagi' }))
    expect((await ask(`since=${since}`)).items.map(briefly)).toEqual([['turning', 'created', 4]])
  })

  test('a draft behind a version that stands is no public change', async () => {
    const since = now()
    await write(activity('page-d', ['bina'], [ASAM], { verification: 'submitted', title: 'usulan' }))
    expect((await ask(`since=${since}`)).items).toEqual([])
    await write(activity('page-d', ['bina'], [ASAM], { title: 'disetujui' }))
    expect((await ask(`since=${since}`)).items.map(briefly)).toEqual([['page-d', 'changed', 3]])
  })

  test('read anew from the journal it is the same', async () => {
    const { items } = await ask('since=0&limit=5000')
    const again = await serve([], { store: served.store })
    // That server commits its own first entry; what stood before it must be told the same.
    const answer = (await (await again.get('/api/changes?since=0&limit=5000')).json()) as ChangesAnswer
    const own = new Set(answer.items.filter(({ seq }) => seq === now()).map(({ id }) => id))
    expect(answer.items.filter(({ id }) => !own.has(id))).toEqual(items.filter(({ id }) => !own.has(id)))
    expect(items.filter(({ id }) => !own.has(id)).length).toBeGreaterThan(4)
    again.world.close()
  })

  test('refuses what it cannot begin at in words', async () => {
    for (const query of ['since=99999', 'after=x', 'after=1.person/x', 'since=1&after=1', 'since=2026-02-30']) {
      const response = await served.get(`/api/changes?${query}`)
      expect([query, response.status]).toEqual([query, 400])
    }
    expect((await ask('since=2030-01-01')).items).toEqual([])
    expect((await ask('since=2026-01-01&kind=organisation')).items.every(({ kind }) => kind === 'organisation')).toBe(
      true,
    )
  })
})
