import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Activity } from '../data/model/activity.ts'
import type { Accepted } from '../data/model/work.ts'
import { openFileStore } from '../server/journal/store.ts'
import { verifyJournal } from '../server/journal/verify.ts'
import { ownFolder } from './journal/own_folder.ts'
import { seeded } from './journal/world.ts'
import { serve } from './served.ts'
import { accepted, given, sit } from './work/desk.ts'

const [WRITERS, RECORDS] = [50, 20]
/** Of each writer; `npm run soak -- edits` asks for 200. */
const EDITS = Number(process.env.BENTANG_EDITS ?? 10)

type Said = { readonly operation: string; readonly id: string; readonly revision: number; readonly title: string }
const inOrder = (list: readonly Said[]): readonly Said[] =>
  [...list].sort((a, b) => (a.operation < b.operation ? -1 : 1))

test(
  `${WRITERS} who change ${RECORDS} records ${EDITS} times each are told yes or that they came too late, and the journal holds what was said yes to`,
  async () => {
    const folder = join(ownFolder(), 'journal')
    const store = await openFileStore({ folder })
    const served = await serve([], { store })
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => sit(served, 'partner', 'akar')))
    const records: Accepted[] = []
    for (let n = 0; n < RECORDS; n += 1) records.push(await accepted(writers[0]!.begin(given())))
    const first = store.state.seq

    const statuses = new Map<number, number>()
    const yes: Said[] = []
    const write = async (at: number): Promise<void> => {
      const { save, open } = writers[at]!
      const random = seeded(at)
      const known = new Map(records.map(({ id, revision }) => [id, revision]))
      for (let n = 0; n < EDITS; n += 1) {
        const { id } = records[Math.floor(random() * RECORDS)]!
        const [operation, title] = [randomUUID(), `Penulis ${at}, ubahan ${n}`]
        const changed = { kind: 'activity' as const, id, revision: known.get(id)! }
        const response = await save(changed, given({ title }), false, operation)
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
        const { revision } = response.ok ? ((await response.json()) as Accepted) : await open('activity', id)
        known.set(id, revision)
        if (response.ok) yes.push({ operation, id, revision, title })
      }
    }
    const begun = performance.now()
    await Promise.all(writers.map((_, at) => write(at)))
    const seconds = (performance.now() - begun) / 1000
    const [good, late] = [statuses.get(200) ?? 0, (statuses.get(409) ?? 0) + (statuses.get(412) ?? 0)]
    console.log(`${WRITERS * EDITS} edits in ${seconds.toFixed(1)} s: ${good} accepted, ${late} too late.`)

    expect(good + late).toBe(WRITERS * EDITS)
    expect(Math.min(good, late)).toBeGreaterThan(EDITS)
    const kept: Said[] = []
    for await (const { operation, changes } of store.journal.replay(first))
      for (const { id, revision, record } of changes)
        kept.push({ operation, id, revision, title: (record as Activity).title })
    expect(inOrder(kept)).toEqual(inOrder(yes))
    // Each of them under a revision of its own, and the last of each record is what is read.
    for (const { id, revision } of records) {
      const own = yes.filter((one) => one.id === id).sort((a, b) => a.revision - b.revision)
      expect(own.map((one) => one.revision)).toEqual(own.map((_, at) => revision + 1 + at))
      const { record } = await writers[0]!.open('activity', id)
      expect((record as Activity).title).toBe(own.at(-1)?.title ?? given().title)
    }
    served.world.close()
    await served.people.close()
    await store.close()
    expect(await verifyJournal(folder)).toMatchObject({ seq: first + good, broken: null, snapshot: { agrees: true } })
    expect(served.faults).toEqual([])
  },
  60_000 + 1_000 * EDITS,
)
