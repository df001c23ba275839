import { expect, test } from 'vitest'
import type { Entry } from '../server/journal/entry.ts'
import { keyOf, revisionOf } from '../server/journal/state.ts'
import { everyChange } from './crash/changes.ts'
import { serve } from './served.ts'
import { accepted, given, sit } from './work/desk.ts'

/** Who changes a record by each route, as everyChange has it, and how many records. Every other route changes accounts, settings or files. */
const OF_RECORDS: Readonly<Record<string, readonly [role: string, organisation: string | null, records: number]>> = {
  'POST /ogc/collections/:id/items': ['partner', 'akar', 1],
  'PUT /ogc/collections/:id/items/:item': ['partner', 'akar', 1],
  'PATCH /ogc/collections/:id/items/:item': ['partner', 'akar', 1],
  'DELETE /ogc/collections/:id/items/:item': ['partner', 'akar', 1],
  'POST /api/work/records/:kind': ['partner', 'akar', 1],
  'PUT /api/work/records/:kind/:id': ['partner', 'akar', 1],
  'POST /api/work/records/:kind/:id/:step': ['moderator', null, 1],
  'POST /api/work/undo': ['partner', 'akar', 1],
  'PUT /api/work/matches/:target/:partner': ['planner', 'dinas', 1],
  'POST /api/review/accept': ['moderator', null, 1],
  'POST /api/imports/:id/commit': ['partner', 'akar', 1],
}

test('each change of a record is exactly one entry, with who made it, for whom, and what stood before and after; no other change is one', async () => {
  const served = await serve()
  const { store, people, world } = served
  const changes = await everyChange(served)
  expect(Object.keys(OF_RECORDS).filter((row) => !(row in changes))).toEqual([])
  for (const [row, prepare] of Object.entries(changes)) {
    const change = await prepare()
    const before = new Map(
      [...store.state.records].map(([key, { revision }]) => [key, revision] as const).concat([...store.state.removed]),
    )
    const { seq } = store.state
    const { status } = await change()
    expect([row, status >= 200 && status < 300]).toEqual([row, true])
    const entries: Entry[] = []
    for await (const entry of store.journal.replay(seq)) entries.push(entry)
    const expected = OF_RECORDS[row]
    expect([row, entries.length]).toEqual([row, expected ? 1 : 0])
    if (!expected) continue
    const [role, organisation, records] = expected
    const [entry] = entries
    const actor = people.store.state().people.find(({ id }) => id === entry!.actor)
    expect([row, actor?.role, actor?.organisation, entry!.organisation]).toEqual([
      row,
      role,
      organisation,
      organisation,
    ])
    expect([row, entry!.changes.length, entry!.seq]).toEqual([row, records, seq + 1])
    expect(entry!.operation).toMatch(/^[\w:-]{8,}$/)
    for (const { revision, ...one } of entry!.changes) {
      const key = keyOf(one)
      expect([row, revision, revisionOf(store.state, key)]).toEqual([row, (before.get(key) ?? 0) + 1, revision])
    }
  }
  world.close()
})

test('what is refused, and what is sent again, is no entry', async () => {
  const served = await serve()
  const [desk, other] = [await sit(served, 'partner', 'akar'), await sit(served, 'partner', 'bina')]
  const operation = crypto.randomUUID()
  const made = await accepted(desk.begin(given(), false, operation))
  const { seq } = served.store.state
  const later = { ...made, revision: made.revision + 1 }
  const asked = [
    await desk.begin({}),
    await desk.begin(given(), false, operation),
    await desk.save(later, given({ title: 'Lain' })),
    await other.save(made, given({ title: 'Lain' })),
    await other.step(made, 'verify'),
  ]
  expect(asked.map(({ status }) => status)).toEqual([400, 201, 412, 404, 404])
  expect(served.store.state.seq).toBe(seq)
  served.world.close()
})
