import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import type { Accepted, ConflictDetail } from '../../data/model/work.ts'
import { openFileStore } from '../../server/journal/store.ts'
import { verifyJournal } from '../../server/journal/verify.ts'
import { entriesOf, seeded } from '../journal/world.ts'
import { serve } from '../served.ts'
import { accepted, type Desk, type Fault, given, type Served, sit } from './desk.ts'

const WRITERS = 50
const RECORDS = 20
const EDITS = 20

let folder: string
let served: Served
let desks: Desk[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bentang-work-'))
  served = await serve([], { store: await openFileStore({ folder }) })
  desks = []
  for (let n = 0; n < WRITERS; n += 1) desks.push(await sit(served, 'partner', 'akar'))
}, 60_000)
afterAll(async () => {
  served.world.close()
  await served.store.close()
  rmSync(folder, { recursive: true, force: true })
})

describe(`${WRITERS} writers on ${RECORDS} records`, () => {
  test('what is accepted is in the journal, each revision once; everyone else is told what stands now', async () => {
    const begun: Accepted[] = []
    for (let n = 0; n < RECORDS; n += 1) begun.push(await accepted(desks[0]!.begin(given({ title: `Catatan ${n}` }))))
    const before = served.store.state.seq
    const answers: { status: number; revision: number; id: string }[] = []
    await Promise.all(
      desks.map(async (desk, writer) => {
        const random = seeded(writer)
        const known = new Map(begun.map(({ id, revision }) => [id, revision]))
        for (let edit = 0; edit < EDITS; edit += 1) {
          const { id } = begun[Math.floor(random() * RECORDS)]!
          const place = { kind: 'activity', id, revision: known.get(id)! } as const
          const response = await desk.save(place, given({ title: `Penulis ${writer}, ubahan ${edit}` }))
          const body = (await response.json()) as Accepted & Fault
          answers.push({ status: response.status, revision: body.revision, id })
          if (response.status === 200) known.set(id, body.revision)
          else {
            const conflict = body.conflict as ConflictDetail
            expect(conflict.current).toBeGreaterThan(conflict.given)
            expect((conflict.record as Activity).id).toBe(id)
            known.set(id, conflict.current)
          }
        }
      }),
    )
    const won = answers.filter(({ status }) => status === 200)
    expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([200, 412])
    expect(answers).toHaveLength(WRITERS * EDITS)
    const entries = await entriesOf(served.store.journal, before)
    expect(won.length).toBe(entries.length)
    const revisions = (list: readonly { id: string; revision: number }[]) =>
      list.map(({ id, revision }) => `${id} ${revision}`).sort()
    expect(revisions(won)).toEqual(revisions(entries.flatMap(({ changes }) => changes)))
    expect(new Set(revisions(won)).size).toBe(won.length)
    expect(served.faults).toEqual([])
  }, 60_000)

  test('an operation sent by ten at the same moment is one entry with one answer', async () => {
    const [desk] = desks
    const operation = randomUUID()
    const before = served.store.state.seq
    const all = await Promise.all(Array.from({ length: 10 }, () => accepted(desk!.begin(given(), false, operation))))
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(served.store.state.seq).toBe(before + 1)
    const foreign = await desks[1]!.begin(given(), false, operation)
    expect(foreign.status).toBe(409)
  })

  test('whoever writes to two records at once with one operation is told, and nothing is written twice', async () => {
    const [desk] = desks
    const [one, other] = [await accepted(desk!.begin(given())), await accepted(desk!.begin(given()))]
    const operation = randomUUID()
    const before = served.store.state.seq
    const statuses = (await Promise.all([one, other].map((place) => desk!.save(place, given(), false, operation)))).map(
      ({ status }) => status,
    )
    expect(statuses.sort()).toEqual([200, 409])
    expect(served.store.state.seq).toBe(before + 1)
  })

  test('a replay of the journal is what was acknowledged, with what stands behind each record', async () => {
    const { state, broken } = await verifyJournal(folder)
    expect(broken).toBeNull()
    expect([...state.records]).toEqual([...served.store.state.records])
  })
})
