import { randomUUID } from 'node:crypto'
import type { Geometry } from 'geojson'
import { expect } from 'vitest'
import type { ImportAnswer, ImportRow } from '../../data/model/importing.ts'
import { apartM } from '../imports/apart.ts'
import type { importer } from '../imports/serving.ts'
import type { serve } from '../served.ts'
import type { Hostile } from './files/hostile.ts'

type Served = Pick<Awaited<ReturnType<typeof serve>>, 'store'>
type Importer = ReturnType<typeof importer>

/** Files keep seven decimals, a centimetre. */
const NEAR_M = 0.1

const isAt = ({ activity }: ImportRow, meant: Geometry | string): boolean => {
  const [site, ...others] = activity?.sites ?? []
  if (!site || others.length > 0) return false
  return 'code' in site
    ? site.code === meant
    : typeof meant !== 'string' && site.geometry.type === meant.type && apartM(site.geometry, meant) < NEAR_M
}

const named = (rows: readonly ImportRow[]): readonly string[] => [
  ...new Set(
    rows.flatMap(({ findings }) => findings.flatMap(({ severity, name }) => (severity === 'warning' ? [] : [name]))),
  ),
]

/** What was taken is one entry of the journal, whole; nothing else came near it. */
const expectRecorded = async ({ store }: Served, client: Importer, { id }: ImportAnswer, count: number) => {
  const { seq } = store.state
  const operation = randomUUID()
  const { status, answer } = await client.commit(id, operation)
  if (count === 0) {
    expect([status >= 400 && status < 500, store.state.seq]).toEqual([true, seq])
    return
  }
  expect([status, answer.added, answer.kept, store.state.seq]).toEqual([200, count, 0, seq + 1])
  expect((await client.undo(operation)).status).toBe(200)
}

/** Sends a file, tries to import it, and looks whether what became of it is what must. */
export const expectOutcome = async (
  served: Served,
  client: Importer,
  given: Uint8Array,
  { says, rows, found, asks, answers, takes, titles }: Hostile,
): Promise<void> => {
  const asked = await client.upload(given, 'berkas.csv')
  const { id, questions } = asked
  if (asks) expect(questions.map(({ name }) => name)).toContain(asks)
  if (answers) {
    expect(asked.counts.good).toBe(0)
    await client.choose(id, { ...asked.choices, answers })
  }
  const answer = answers ? await client.settled(id) : asked
  const { state, fault, counts } = answer
  const told = counts.good + counts.asked + counts.faulty
  if (says)
    expect([state, fault?.en, (fault?.id.length ?? 0) > 20]).toEqual(['failed', expect.stringMatching(says), true])
  else expect(fault?.en).toBeUndefined()
  if (rows !== undefined) expect([told, counts.good]).toEqual([rows, 0])
  const read = says ? [] : await client.rows(id)
  if (found) expect([...named(read)].sort()).toEqual([...found].sort())
  if (takes) {
    expect([told, counts.good, read.map((row, at) => isAt(row, takes[at]!))]).toEqual([
      takes.length,
      takes.length,
      takes.map(() => true),
    ])
  }
  if (titles) expect(read.map(({ activity }) => activity?.title)).toEqual(titles)
  await expectRecorded(served, client, answer, takes?.length ?? 0)
  expect((await client.remove(id)).status).toBe(204)
}
