import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatchAnswer, Problem } from '../data/model/answers.ts'
import { MATCH_WEIGHTS } from '../data/model/match_weights.ts'
import type { ComparedAnswer, DepartmentsAnswer, MatchDeskAnswer } from '../data/model/matching.ts'
import { readRegencyWeights, WEIGHTS_FILE } from '../server/match_weights.ts'
import { serve } from './served.ts'
import { ASAM, BAKAU, CEMPAKA, organisation, target } from './world.ts'

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve([
    { kind: 'organisation', record: organisation('kantor', 'opd', { region: '99.01', urusan: ['health'] }) },
    { kind: 'target', record: target('t-kantor', [ASAM, BAKAU, CEMPAKA], { organisation: 'kantor' }) },
    { kind: 'target', record: target('t-late', [ASAM], { organisation: 'kantor', year: 2029 }) },
  ])
})
afterAll(() => served.world.close())

const ask = async <T>(path: string): Promise<T> => (await (await served.get(path)).json()) as T
const desk = (query: string) => ask<MatchDeskAnswer>(`/api/matches?${query}`)

test('a department sees its targets due in the year, each with the verdicts of its villages and every partner ranked', async () => {
  const { side, region, period, targets } = await desk('department=kantor&limit=50')
  expect({ side, region, period }).toEqual({ side: 'department', region: '99.01', period: '2026' })
  expect(targets.map(({ id }) => id)).toEqual(['t-kantor'])
  const [found] = targets
  // As worked out in world.ts: Asam is met, Bakau overlaps, Cempaka is a gap.
  expect(found).toMatchObject({ units: 3, verdict: 'gap', of: 3 })
  expect(found?.counts).toMatchObject({ gap: 1, overlap: 1, met: 1, partial: 0, coordinated: 0 })
  expect(found?.partners.map(({ organisation: id }) => id).sort()).toEqual(['akar', 'bina', 'citra'])
})

test('the departments of a region are told with how many targets wait, whoever waits for most first', async () => {
  const told = async (query: string) =>
    (await ask<DepartmentsAnswer>(`/api/matches/departments?${query}`)).departments.map(
      ({ id, targets, waiting }) => `${id} ${waiting}/${targets}`,
    )
  expect(await told('region=99.01&period=2026')).toEqual(['dinas 1/1', 'kantor 1/1'])
  // In 2029 everybody's work has ended, and only the office has a target due.
  expect(await told('region=99.01&period=2029')).toEqual(['kantor 1/1', 'dinas 0/0'])
  expect(await told('region=99.02&period=2026')).toEqual([])
})

test('in one district only its villages count, and a partner far from them is less near', async () => {
  const [found] = (await desk('department=kantor&region=99.01.02')).targets
  expect(found).toMatchObject({ units: 1, verdict: 'gap' })
  const presence = (rows: MatchAnswer, id: string) =>
    rows.find((row) => row.organisation === id)?.parts.find(({ name }) => name === 'presence')?.value
  expect(presence(found!.partners, 'akar')).toBeLessThan(1)
})

test('a desk ranks as the plain list of a target does', async () => {
  const [found] = (await desk('department=kantor&limit=50')).targets
  expect(found?.partners).toEqual(await ask<MatchAnswer>('/api/matches?target=t-kantor'))
})

test('a partner sees the same scores from its own side', async () => {
  const { side, targets } = await desk('partner=akar&region=99.01')
  expect(side).toBe('partner')
  const row = targets.find(({ id }) => id === 't-kantor')?.partners[0]
  expect((await ask<MatchAnswer>('/api/matches?target=t-kantor')).find((one) => one.organisation === 'akar')).toEqual(
    row,
  )
})

test('so many partners as asked are told, of all that are ranked', async () => {
  const [found] = (await desk('department=kantor&limit=2')).targets
  expect([found?.partners.length, found?.of]).toEqual([2, 3])
})

test('weights in the question are told as given and as shares', async () => {
  const { weights, weightsFrom } = await desk('department=kantor&weights=70,5,15,15,0')
  expect(weightsFrom).toBe('asked')
  expect(weights.map(({ given, share }) => [given, Number((share * 100).toFixed(1))])).toEqual([
    [70, 66.7],
    [5, 4.8],
    [15, 14.3],
    [15, 14.3],
    [0, 0],
  ])
  expect((await desk('department=kantor')).weightsFrom).toBe('table')
})

test('what cannot be asked is refused with what to write instead', async () => {
  const refused = async (query: string) => {
    const response = await served.get(`/api/matches?lang=en&${query}`)
    return [response.status, ((await response.json()) as Problem).detail] as const
  }
  expect((await refused('department=kantor&partner=akar'))[1]).toBe(
    'Name exactly one of "target", "organisation", "department" and "partner".',
  )
  expect((await refused('department=kantor&weights=1,2'))[1]).toContain('such as 35,25,15,15,10')
  expect((await refused('department=akar'))[1]).toContain('Organisation "akar" is not known')
  expect((await refused('partner=akar'))[1]).toContain('Name a "region"')
})

test('side by side: villages in place out of the villages asked, each activity and its money once', async () => {
  const compared = await ask<ComparedAnswer>('/api/matches/compared?target=t-kantor&organisation=citra,akar')
  expect(compared.units).toBe(3)
  expect(compared.partners.map(({ row }) => row.organisation)).toEqual(['citra', 'akar'])
  const [citra, akar] = compared.partners
  // Akar works in Asam and Bakau with one activity of three sites; Citra's work in Cempaka is cancelled.
  expect(akar).toMatchObject({ villagesInPlace: 2, villagesInRegion: 2, activities: 1, ofTheme: 1 })
  expect(citra).toMatchObject({ villagesInPlace: 0, activities: 0, budget: { totalIdr: 0, known: 0, of: 0 } })
  expect(citra?.agreements.map(({ id }) => id)).toEqual(['g-damar'])
  expect(akar?.positions).toHaveLength(2)
  const five = await served.get('/api/matches/compared?target=t-kantor&organisation=a,b,c,d,e')
  expect(five.status).toBe(400)
})

test('a regency sets its own weights in a file; one that cannot be used is refused, not guessed', async () => {
  const home = await mkdtemp(join(tmpdir(), 'weights-'))
  expect(await readRegencyWeights(home)).toEqual({})
  const own = { '99.01': { ...MATCH_WEIGHTS, presence: 60 } }
  await writeFile(join(home, WEIGHTS_FILE), JSON.stringify(own))
  expect(await readRegencyWeights(home)).toEqual(own)
  for (const wrong of ['{', '[1]', '{"99.01":{"theme":1}}', '{"Sintang":{}}']) {
    await writeFile(join(home, WEIGHTS_FILE), wrong)
    await expect(readRegencyWeights(home)).rejects.toThrow(WEIGHTS_FILE)
  }
  await rm(home, { recursive: true })
})
