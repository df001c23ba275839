import { setImmediate as breathe } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { AnyRecord } from '../data/model/record.ts'
import { ask } from './asking.ts'
import { commit, serve } from './served.ts'
import * as world from './world.ts'
import { ASAM } from './world.ts'

const work = (id: string, west: number): AnyRecord => ({
  kind: 'activity',
  record: world.activity(id, ['akar'], [world.rectangle(west, 0, west + 0.015, 0.015)], { title: `Kerja ${id}` }),
})

test('one accepted change is in the next answer at once, before the tables have it', async () => {
  const { world: served, store } = await serve()
  const committed = commit(store, [work('new', 0)])
  const entry = await committed
  expect(served.everyone.asOf().seq).toBe(entry.seq)
  expect(served.everyone.engine.coverage(ask()).find(({ code }) => code === ASAM)!.activities).toContain('new')
  expect(served.everyone.search.find('Kerja new', 1)[0]?.id).toBe('new')
  await served.settled()
  expect(served.everyone.tabled().seq).toBe(entry.seq)
  served.close()
})

test('a batch of 3,000 is seen whole or not at all, others are answered meanwhile, and what follows comes after it', async () => {
  const { world: served, store } = await serve()
  const { engine } = served.everyone
  const before = engine.register.size()
  await commit(
    store,
    Array.from({ length: 3000 }, (_, index) => work(`m${index}`, (index % 60) / 1000)),
  )
  const last = await commit(store, [{ kind: 'activity', record: world.activity('m7', ['bina'], [ASAM]) }])
  const sizes = new Set<number>()
  while (served.everyone.asOf().seq < last.seq) {
    sizes.add(engine.register.size())
    await breathe()
  }
  await served.settled()
  expect([...sizes].filter((size) => size !== before && size !== before + 3000)).toEqual([])
  expect(engine.register.size()).toBe(before + 3000)
  expect(engine.reach('activity', 'm7')).toEqual([{ code: ASAM, areaHa: null }])
  expect(served.everyone.search.find('Kerja m2999', 1)[0]?.id).toBe('m2999')
  expect(served.everyone.tabled().seq).toBe(last.seq)
  served.close()
}, 30_000)
