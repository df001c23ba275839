import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../data/model/answers.ts'
import { type AwardRow, rankAward } from '../data/model/award.ts'
import type { AwardAnswer } from '../data/model/award_answer.ts'
import { AWARD_CRITERIA, AWARD_WEIGHTS, awardSharesOf, parseAwardWeights } from '../data/model/award_weights.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { awardFacts } from '../server/award.ts'
import { AWARD_WEIGHTS_FILE, readAwardWeights } from '../server/award_weights.ts'
import { commit, serve } from './served.ts'
import { BAKAU, DAMAR, organisation, PROGRAMME, point } from './world.ts'

const told = (id: string, more: object): AnyRecord => ({
  kind: 'activity',
  record: { ...(PROGRAMME.find((one) => one.id === id) as never as object), ...more } as never,
})

/*
 * By hand, in region 99 in 2026, from the verdicts worked out in world.ts:
 *   contribution  5 target places: t-health in four villages, t-forest in Enau
 *                 akar Asam, Bakau = 2; bina Bakau, Damar, Enau = 3; citra Damar, Enau = 2
 *   gaps closed   5 villages with a target; Asam (akar), Bakau (akar, bina), Damar (bina, citra) are closed, Enau is partial
 *                 akar 1 + 1/2; bina 1/2 + 1/2; citra 1/2
 *   reach         akar 120 in three villages, bina 60 + 30, citra states nothing
 *   reporting     an organisation is complete by 4 fields, an activity by 7; only a-three-sites was confirmed within 90 days
 *                 akar 1 of 3 fresh, 1/4 + 4/7 + 3/7 of 3 complete; bina 0, 0 + 4/7 + 4/7 + 3/7 of 4; citra 0, 0 + 3 x 3/7 of 4
 *   collaboration akar 0 of 2; bina 1 of 3 (Damar, beside citra under one agreement); citra 1 of 2
 */
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve()
  await commit(served.store, [
    told('a-three-sites', { beneficiaries: 120, confirmed: '2026-11-01' }),
    told('a-bakau', { beneficiaries: 60 }),
    told('a-damar-bina', { beneficiaries: 30 }),
  ])
  await served.world.settled()
})
afterAll(() => served.world.close())

const asked = (region: string) => ({
  region,
  period: { from: 2026, to: 2026 },
  weights: undefined,
  partner: undefined,
  today: '2026-11-22',
})
const facts = (region = '99') => awardFacts(served.world, asked(region))
const rank = (weights = AWARD_WEIGHTS, region = '99') => rankAward(facts(region), weights).map(({ row }) => row)
const of = (id: string, rows: readonly AwardRow[] = rank()) => rows.find((row) => row.organisation === id)!
const points = (id: string) => of(id).parts.map((part) => Number(part.points.toFixed(3)))

describe('three partners by hand', () => {
  test('each criterion gives the points that its definition says', () => {
    expect(points('akar')).toEqual([66.667, 100, 100, 37.5, 0])
    expect(points('bina')).toEqual([100, 66.667, 75, 19.643, 33.333])
    expect(points('citra')).toEqual([66.667, 33.333, 0, 16.071, 50])
  })

  test('each raw figure stands beside its denominator and what brings all points', () => {
    const figures = of('akar').parts.map((part) => part.figures.map(({ value, of, full }) => [value, of, full]))
    expect(figures).toEqual([
      [[2, 5, 3]],
      [[1.5, 5, 1.5]],
      [[120, 210, 120]],
      [
        [1, 3, 3],
        [1.25, 3, 3],
      ],
      [[0, 2, 2]],
    ])
  })

  test('the score is the sum of its parts to the last digit shown, and ranks them', () => {
    const rows = rank()
    expect(rows.map(({ organisation: id, rank: place, score }) => [place, id, score])).toEqual([
      [1, 'bina', 65.9],
      [2, 'akar', 65.6],
      [3, 'citra', 38.2],
    ])
    expect(of('bina').parts.map(({ weighted }) => weighted)).toEqual([30, 16.7, 11.3, 2.9, 5])
    for (const { parts, score } of rows)
      expect(parts.reduce((sum, { weighted }) => sum + Math.round(weighted * 10), 0)).toBe(Math.round(score * 10))
  })

  test('what the records add, line by line, is each figure', () => {
    for (const { row, evidence } of rankAward(facts(), AWARD_WEIGHTS))
      for (const { name, figures } of row.parts)
        figures.forEach(({ value }, at) => {
          expect(evidence[name].lines.reduce((sum, { adds }) => sum + adds[at]!, 0)).toBe(value)
        })
  })
})

test('all partners together have closed each gap once, and reached the people of each activity once', () => {
  const sum = (at: number) => rank().reduce((total, { parts }) => total + parts[at]!.figures[0]!.value, 0)
  expect(sum(1)).toBe(3)
  expect(of('akar').parts[2]!.figures[0]).toMatchObject({ value: 120, of: 210 })
})

test('an activity of several villages and two partners is one activity of each, its people once in the denominator', () => {
  const joint = told('a-bakau', {
    id: 'a-joint',
    beneficiaries: 40,
    organisations: [
      { id: 'akar', role: 'implementer' },
      { id: 'bina', role: 'implementer' },
    ],
    sites: [{ code: BAKAU }, { code: DAMAR }, { geometry: point(0.025, 0.005) }],
  })
  const before = facts()
  const rows = rankAward({ ...before, activities: [...before.activities, joint.record as never] }, AWARD_WEIGHTS)
  const people = (id: string) => rows.find(({ row }) => row.organisation === id)!.row.parts[2]!.figures[0]
  expect(people('akar')).toMatchObject({ value: 160, of: 250 })
  expect(people('bina')).toMatchObject({ value: 130, of: 250 })
})

test('equal scores share a rank, the next one counts them all, and two runs give the same', () => {
  const contribution = parseAwardWeights('100,0,0,0,0')!
  expect(rank(contribution).map(({ organisation: id, rank: place }) => [place, id])).toEqual([
    [1, 'bina'],
    [2, 'akar'],
    [2, 'citra'],
  ])
  expect(JSON.stringify(rank(contribution))).toBe(JSON.stringify(rank(contribution)))
  const turned = { ...facts(), partners: facts().partners.toReversed(), activities: facts().activities.toReversed() }
  expect(rankAward(turned, contribution).map(({ row }) => row.organisation)).toEqual(['bina', 'akar', 'citra'])
})

test('a partner without work of its own in the region is not ranked, and a department never', () => {
  expect(
    rank(AWARD_WEIGHTS, '99.01')
      .map(({ organisation: id }) => id)
      .sort(),
  ).toEqual(['akar', 'bina', 'citra'])
  expect(
    rank(AWARD_WEIGHTS, DAMAR)
      .map(({ organisation: id }) => id)
      .sort(),
  ).toEqual(['bina', 'citra'])
  const none = { ...facts(), partners: [...facts().partners, organisation('diam', 'ngo')] }
  expect(rankAward(none, AWARD_WEIGHTS)).toHaveLength(3)
})

test('weights of 70 + 5 + 15 + 15 = 105 are 66.7, 4.8, 14.3 and 14.3 of 100', () => {
  const shares = awardSharesOf(parseAwardWeights('70,5,15,15,0')!)
  const shown = AWARD_CRITERIA.map((name) => (shares[name] * 100).toFixed(1))
  expect(shown).toEqual(['66.7', '4.8', '14.3', '14.3', '0.0'])
  expect(AWARD_CRITERIA.reduce((sum, name) => sum + shares[name], 0)).toBeCloseTo(1, 12)
  const bina = of('bina', rank(parseAwardWeights('70,5,15,15,0')!))
  // 66.667 + 66.667 x 5/105 + 75 x 15/105 + 19.643 x 15/105
  expect(bina.score).toBe(83.4)
})

test('a regency sets its own weights of the award in a file; one that cannot be used is refused', async () => {
  const home = await mkdtemp(join(tmpdir(), 'award-'))
  expect(await readAwardWeights(home)).toEqual({})
  const own = { '99.01': { ...AWARD_WEIGHTS, reach: 40 } }
  await writeFile(join(home, AWARD_WEIGHTS_FILE), JSON.stringify(own))
  expect(await readAwardWeights(home)).toEqual(own)
  await writeFile(join(home, AWARD_WEIGHTS_FILE), '{"99.01":{"reach":1}}')
  await expect(readAwardWeights(home)).rejects.toThrow(AWARD_WEIGHTS_FILE)
  await rm(home, { recursive: true })
})

describe('the address of the award', () => {
  const ask = async (query: string) => (await (await served.get(`/api/award?${query}`)).json()) as AwardAnswer

  test('tells given weights beside normalised ones, where they come from, and how many partners are not ranked', async () => {
    const own = await ask('region=99')
    expect([own.weightsFrom, own.partners, own.period, own.today]).toEqual(['table', 3, '2026', '2026-11-22'])
    expect(own.ranking.map(({ organisation: id, score }) => [id, score])).toEqual([
      ['bina', 65.9],
      ['akar', 65.6],
      ['citra', 38.2],
    ])
    const { weights, weightsFrom } = await ask('region=99&weights=70,5,15,15,0')
    expect(weightsFrom).toBe('asked')
    expect(weights.map(({ given, share }) => [given, (share * 100).toFixed(1)])).toEqual([
      [70, '66.7'],
      [5, '4.8'],
      [15, '14.3'],
      [15, '14.3'],
      [0, '0.0'],
    ])
    expect(await ask('region=99')).toEqual(own)
  })

  test('every score goes down to records on the map', async () => {
    const { ranking, dossier } = await ask('region=99&partner=bina')
    const collaboration = dossier!.criteria[4]!
    expect(collaboration.lines.map(({ id, adds, through }) => [id, adds[0], through])).toEqual([
      ['a-bakau', 0, []],
      ['a-damar-bina', 1, [{ kind: 'activity', id: 'a-damar-citra' }]],
      ['a-forest-bina', 0, []],
    ])
    const everyRecord = ranking.flatMap(({ parts }) => parts.flatMap(({ records }) => records))
    for (const { kind, id } of everyRecord)
      expect((await served.get(`/api/records/${kind}/${id}`)).status, `${kind}/${id}`).toBe(200)
    expect(dossier!.titles['activity/a-damar-citra']).toBe('a-damar-citra')
    expect((await ask('region=99')).dossier).toBeNull()
  })

  test('the table says the same', async () => {
    const response = await served.get('/api/award.csv?region=99')
    expect(response.headers.get('Content-Disposition')).toContain('bentang-penghargaan_negeri-contoh_2026.csv')
    const [head, first] = (await response.text()).split('\r\n').map((row) => row.split(','))
    const cell = (column: string) => first![head!.indexOf(column)]
    expect(['rank', 'partner', 'gaps_closed_closed_value', 'gaps_closed_closed_of', 'score'].map(cell)).toEqual([
      '1',
      'bina',
      '1',
      '5',
      '65.9',
    ])
  })

  test('what cannot be asked is refused with what to write instead', async () => {
    const refused = async (query: string) =>
      ((await (await served.get(`/api/award?lang=en&${query}`)).json()) as Problem).detail
    expect(await refused('region=99&weights=1,2')).toContain('such as 30,25,15,15,15')
    expect(await refused('region=99&partner=dinas')).toContain('Organisation "dinas" is not known')
  })
})
