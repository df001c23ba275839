import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../data/model/activity.ts'
import type { CoverageAnswer } from '../data/model/answers.ts'
import type { ScenarioChange } from '../data/model/scenario.ts'
import type { ScenarioAnswer } from '../data/model/scenario_answer.ts'
import type { World } from '../server/world.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'
import { judgeByHand, type Known } from './scenario_judge.ts'

const QUESTION = 'region=61.05&theme=stunting&period=2026'
let world: World
let app: SampleApp['app']

// The whole programme on estimated areas: what a fresh machine without a network shows.
let close: SampleApp['close']
let journalFolder: string
beforeAll(async () => {
  ;({ world, app, journal: journalFolder, close } = await openSampleApp())
}, 120_000)
afterAll(() => close())

const think = async (changes: readonly ScenarioChange[], question = QUESTION): Promise<ScenarioAnswer> => {
  const response = await app.request(`/api/scenario?${question}`, {
    method: 'POST',
    body: JSON.stringify({ changes }),
    headers: { 'Content-Type': 'application/json' },
  })
  expect([response.status, response.status === 200 ? '' : await response.text()]).toEqual([200, ''])
  return (await response.json()) as ScenarioAnswer
}
const coverage = async () => {
  const response = await app.request(`/api/coverage?${QUESTION}`)
  return { bytes: await response.text(), etag: response.headers.get('ETag') }
}
const journal = () => {
  return readdirSync(journalFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name)).toString('base64')])
}

const WHOLE_YEAR = { start: '2026-01-01', end: '2026-12-31' }

/** What everyone knows of Sintang, for the judge that knows no engine. */
const known = (): Known => {
  const { everyone } = world
  return {
    activities: everyone.all('activity'),
    targets: everyone.all('target'),
    agreements: everyone.all('agreement'),
    zones: everyone.all('zone'),
    organisations: new Map(everyone.all('organisation').map(({ id, kind }) => [id, kind])),
    reach: (kind, id) => new Set(everyone.engine.reachedCodes(kind, id)),
  }
}
const villages = () => world.geography.within('61.05', 'village').map(({ code }) => code)
const judged = (records: Known) =>
  new Map(villages().map((code) => [code, judgeByHand(records, code, 'stunting', 2026)]))

/** The first five villages in the order of their codes that have a stunting target and no partner, and a partner of stunting. */
const fiveGaps = (): readonly string[] => {
  const verdicts = judged(known())
  return villages()
    .filter((code) => verdicts.get(code) === 'gap')
    .slice(0, 5)
}
const PARTNER = 'contoh-mitra-04'
const added = (places: readonly string[]): ScenarioChange => ({
  kind: 'add',
  organisation: PARTNER,
  theme: 'stunting',
  places,
  period: WHOLE_YEAR,
  budgetIdr: 250_000_000,
  beneficiaries: 400,
})
const asActivity = (id: string, places: readonly string[]): Activity => ({
  ...known().activities[0]!,
  id,
  themes: ['stunting'],
  organisations: [{ id: PARTNER, role: 'implementer' }],
  sites: places.map((code) => ({ code })),
  period: WHOLE_YEAR,
  status: 'planned',
})

describe('a scenario over the whole programme of Sintang', () => {
  test('the judge by hand and the engine agree on all 406 villages of today', async () => {
    const { units } = JSON.parse((await coverage()).bytes) as CoverageAnswer
    expect(units).toHaveLength(406)
    expect(new Map(units.map(({ code, verdict }) => [code, verdict.kind]))).toEqual(judged(known()))
  })

  test('adding a partner to five villages changes exactly the verdicts that the judge by hand says', async () => {
    const before = judged(known())
    const met = villages().find((code) => before.get(code) === 'met')!
    const gaps = fiveGaps()
    for (const places of [gaps, [...gaps.slice(0, 3), met, villages()[0]!]]) {
      const after = judged({ ...known(), activities: [...known().activities, asActivity('a-sixth', places)] })
      const expected = villages()
        .filter((code) => before.get(code) !== after.get(code))
        .map((code) => [code, before.get(code), after.get(code)])
      const answer = await think([added(places)])
      expect(answer.units.map((unit) => [unit.code, unit.before.kind, unit.after.kind])).toEqual(expected)
      expect(expected.length).toBeGreaterThanOrEqual(4)
      for (const { gained, arrived, lost } of answer.units)
        expect([gained, arrived, lost]).toEqual([['+1'], [PARTNER], []])
      const count = (verdicts: ReadonlyMap<string, string>, kind: string) =>
        [...verdicts.values()].filter((one) => one === kind).length
      for (const [kind, value] of Object.entries(answer.scenario.counts))
        expect([kind, value]).toEqual([kind, count(after, kind)])
    }
  })

  test('today is what the map says, and leaving restores it byte for byte: coverage, its ETag, the journal', async () => {
    const before = await coverage()
    const written = journal()
    const { seq } = world.everyone.asOf()
    const [, , during] = await Promise.all([
      think([added(fiveGaps())]),
      think([added(villages().slice(0, 200))]),
      coverage(),
    ])
    expect(during).toEqual(before)
    expect(await coverage()).toEqual(before)
    expect(journal()).toEqual(written)
    expect(world.everyone.asOf().seq).toBe(seq)
    const { today, units, denominator, scenario } = await think([])
    expect([today.counts, denominator, units]).toEqual([(JSON.parse(before.bytes) as CoverageAnswer).counts, 406, []])
    expect(scenario).toEqual(today)
  })

  test('budget and beneficiaries of an activity in five villages count once', async () => {
    const { today, scenario } = await think([added(fiveGaps())])
    expect(scenario.budget.totalIdr - today.budget.totalIdr).toBe(250_000_000)
    expect(scenario.beneficiaries.total - today.beneficiaries.total).toBe(400)
    expect([scenario.budget.of, scenario.activities]).toEqual([today.budget.of + 1, today.activities + 1])
    expect(scenario.served).toBe(today.served + 5)
    const counted = known().activities.filter(
      (one) =>
        one.themes.includes('stunting') &&
        ['planned', 'ongoing', 'completed'].includes(one.status) &&
        one.organisations.some(({ role }) => role === 'implementer') &&
        one.period.start <= '2026-12-31' &&
        (one.period.end ?? '9999') >= '2026-01-01' &&
        world.everyone.engine
          .reachedCodes('activity', one.id)
          .some((code) => code.startsWith('61.05.') && code.length === 13),
    )
    expect(today.activities).toBe(counted.length)
    expect(today.budget.totalIdr).toBe(counted.reduce((sum, { budgetIdr = 0 }) => sum + budgetIdr, 0))
  })

  test('dropping the only activity of a village opens a gap there, and tells who left', async () => {
    const { units } = JSON.parse((await coverage()).bytes) as CoverageAnswer
    const alone = units.find(({ verdict, activities }) => verdict.kind === 'met' && activities.length === 1)!
    const answer = await think([{ kind: 'drop', activity: alone.activities[0]! }])
    const unit = answer.units.find(({ code }) => code === alone.code)!
    expect([unit.after.kind, unit.lost, unit.left.length]).toEqual(['gap', alone.activities, 1])
    expect(answer.changes[0]!.places).toContain(alone.code)
  })

  test('an agreement of those who overlap in a village makes it coordinated there and nowhere else', async () => {
    const { units } = JSON.parse((await coverage()).bytes) as CoverageAnswer
    const overlap = units.find(({ verdict }) => verdict.kind === 'overlap')!
    const parties = overlap.verdict.kind === 'overlap' ? overlap.verdict.organisations : []
    const answer = await think([{ kind: 'bind', parties, places: [overlap.code] }])
    expect(answer.units.map(({ code, after }) => [code, after])).toEqual([
      [overlap.code, { kind: 'coordinated', organisations: parties, binding: { kind: 'agreement', id: '+1' } }],
    ])
  })
})
