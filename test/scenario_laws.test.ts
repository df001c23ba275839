import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../data/model/activity.ts'
import type { Agreement } from '../data/model/agreement.ts'
import type { CoverageAnswer, Problem } from '../data/model/answers.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { MOST_CHANGES, readScenario, type ScenarioChange } from '../data/model/scenario.ts'
import type { ScenarioAnswer } from '../data/model/scenario_answer.ts'
import { answerScenario } from '../server/scenario/answer.ts'
import { createStages } from '../server/scenario/stage.ts'
import { commit, serve } from './served.ts'
import { ASAM, activity, agreement, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, GAMBIR_ISLAND, PROGRAMME } from './world.ts'

type Served = Awaited<ReturnType<typeof serve>>
let served: Served
let second: Served
beforeAll(async () => {
  const secret = activity('a-secret', ['citra'], [CEMPAKA], { visibility: 'organisation' })
  const more: AnyRecord[] = [{ kind: 'activity', record: secret }]
  served = await serve(more)
  second = await serve(more)
})
afterAll(() => {
  served.world.close()
  second.world.close()
})

const post = (body: unknown, query = 'region=99&theme=stunting&period=2026&lang=en') =>
  served.get(`/api/scenario?${query}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  })
const think = async (changes: readonly ScenarioChange[], query?: string): Promise<ScenarioAnswer> => {
  const response = await post({ changes }, query)
  expect(response.status).toBe(200)
  return (await response.json()) as ScenarioAnswer
}
const coverageOf = async ({ get }: Served, query: string) =>
  (await (await get(`/api/coverage?${query}`)).json()) as CoverageAnswer

const SPAN = { start: '2026-01-01', end: '2026-12-31' }
const add = (places: readonly string[], organisation = 'bina'): ScenarioChange => ({
  kind: 'add',
  organisation,
  theme: 'stunting',
  places,
  period: SPAN,
})

/** In another world a plus begins no id; a nought sorts before every letter as well. */
const enteredId = (at: number) => `0-${at + 1}`

/** The same changes as records that somebody really enters, written apart from what is tested. */
const enterAll = (changes: readonly ScenarioChange[], region: string): AnyRecord[] => {
  const activities = new Map(PROGRAMME.flatMap((one) => ('sites' in one ? [[one.id, one as Activity]] : [])))
  const agreements = new Map(PROGRAMME.flatMap((one) => ('stage' in one ? [[one.id, one as Agreement]] : [])))
  const touched = new Map<string, AnyRecord>()
  const put = (record: Activity) => {
    activities.set(record.id, record)
    touched.set(record.id, { kind: 'activity', record })
  }
  changes.forEach((change, at) => {
    if (change.kind === 'add') {
      const given = { themes: [change.theme], period: change.period, status: 'planned' as const }
      put(activity(enteredId(at), [change.organisation], [...new Set(change.places)], given))
    } else if (change.kind === 'bind')
      touched.set(enteredId(at), {
        kind: 'agreement',
        record: agreement(enteredId(at), change.parties, { scope: change.places, region }),
      })
    else if (change.kind === 'unbind') {
      const record = { ...agreements.get(change.agreement)!, stage: 'ended' as const }
      touched.set(record.id, { kind: 'agreement', record })
    } else {
      const before = activities.get(change.activity)!
      if (change.kind === 'move') put({ ...before, sites: [...new Set(change.places)].map((code) => ({ code })) })
      if (change.kind === 'extend') put({ ...before, period: change.period })
      if (change.kind === 'drop') put({ ...before, status: 'cancelled' })
    }
  })
  return [...touched.values()]
}

/** Whatever was entered is as if it had never been; what the programme has is as it was. */
const restore = ({ store }: Served, entered: readonly AnyRecord[]) =>
  store.commit({
    actor: 'test',
    organisation: null,
    operation: `restore ${store.state.seq}`,
    changes: entered.map(({ kind, record: { id } }) => ({
      kind,
      id,
      revision: store.state.records.get(`${kind}/${id}`)!.revision + 1,
      record: (PROGRAMME.find((one) => one.id === id) ?? null) as never,
    })),
  })

const place = fc.constantFrom(ASAM, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, GAMBIR_ISLAND, '99.01.01', '99.02.01')
const places = fc.array(place, { minLength: 1, maxLength: 3 })
const work = fc.constantFrom('a-three-sites', 'a-bakau', 'a-damar-bina', 'a-damar-citra', 'a-enau', 'a-forest-citra')
const who = fc.constantFrom('akar', 'bina', 'citra', 'dinas')
const span = fc
  .tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 0, max: 2 }))
  .map(([from, years]) => ({ start: `${from}-01-01`, end: `${from + years}-12-31` }))
const anyChange: fc.Arbitrary<ScenarioChange> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    organisation: who,
    theme: fc.constantFrom('stunting', 'restoration'),
    places,
    period: span,
  }),
  fc.record({ kind: fc.constant('move' as const), activity: work, places }),
  fc.record({ kind: fc.constant('extend' as const), activity: work, period: span }),
  fc.record({ kind: fc.constant('drop' as const), activity: work }),
  fc.record({
    kind: fc.constant('bind' as const),
    parties: fc.uniqueArray(who, { minLength: 2, maxLength: 3 }),
    places: fc.array(place, { maxLength: 2 }),
  }),
  fc.constant({ kind: 'unbind' as const, agreement: 'g-damar' }),
)
/** Nothing is dropped twice, nor used after it was dropped: that is refused. */
const anyChanges = fc.array(anyChange, { maxLength: 6 }).map((changes) =>
  changes.filter((change, at) => {
    const idOf = (one: ScenarioChange) => ('activity' in one ? one.activity : 'agreement' in one ? one.agreement : null)
    const own = idOf(change)
    const isGone = (one: ScenarioChange) => one.kind === 'drop' || one.kind === 'unbind'
    return own === null || !changes.slice(0, at).some((one) => isGone(one) && idOf(one) === own)
  }),
)

describe('a scenario', () => {
  test('says what the map would say if the changes were really entered', async () => {
    const question = fc.record({
      region: fc.constantFrom('99.01', '99.02', '99'),
      theme: fc.constantFrom('stunting', 'restoration'),
      period: fc.constantFrom('2026', '2025/2026', '2027'),
      level: fc.constantFrom('village', 'district', 'regency', 'island'),
    })
    await fc.assert(
      fc.asyncProperty(anyChanges, question, async (changes, asked) => {
        const query = new URLSearchParams(asked).toString()
        const imagined = JSON.parse(
          JSON.stringify(await think(changes, query)).replaceAll('"+', '"0-'),
        ) as ScenarioAnswer
        const today = await coverageOf(second, query)
        const entered = enterAll(changes, asked.region)
        if (entered.length > 0) await commit(second.store, entered)
        await second.world.settled()
        const really = await coverageOf(second, query)
        if (entered.length > 0) await restore(second, entered)
        await second.world.settled()
        expect(imagined.today.counts).toEqual(today.counts)
        expect(imagined.scenario.counts).toEqual(really.counts)
        expect(imagined.denominator).toBe(really.denominator)
        const then = new Map(imagined.units.map(({ code, after }) => [code, after]))
        const [are, would] = [today.units, really.units]
        for (const [at, { code, verdict }] of would.entries())
          expect([code, then.get(code) ?? are[at]!.verdict]).toEqual([code, verdict])
        expect((await think([], query)).scenario).toEqual((await think([], query)).today)
      }),
      { numRuns: 60, seed: 20_261_122 },
    )
    expect(served.faults).toEqual([])
  }, 120_000)

  test('moves hectares of an area target: three of four squares become none when the western half is dropped', async () => {
    const query = 'region=99.02&theme=restoration&period=2026'
    const { today, scenario } = await think([{ kind: 'drop', activity: 'a-forest-citra' }], query)
    const whole = today.targetHectares!
    expect(whole.servedHa / whole.targetHa).toBeCloseTo(0.75, 3)
    expect(scenario.targetHectares!.servedHa / whole.targetHa).toBeCloseTo(0.5, 3)
    expect(scenario.targetHectares!.shortHa).toBeCloseTo(whole.targetHa - scenario.targetHectares!.servedHa, 3)
    expect([today.overlapHa > 100, scenario.overlapHa]).toEqual([true, 0])
    const filled = await think([{ ...add([ENAU]), theme: 'restoration' } as ScenarioChange], query)
    // A village that is named is present as a whole, without hectares: the target still asks for those.
    expect(filled.scenario.targetHectares).toEqual(today.targetHectares)
  })

  test('tells of each change where it reaches and why it does not count in this question', async () => {
    const { changes } = await think(
      [
        add([ASAM, '99.01.02']),
        { ...add([ASAM]), theme: 'restoration' } as ScenarioChange,
        { ...add([ASAM]), period: { start: '2020-01-01', end: '2020-12-31' } } as ScenarioChange,
        add([ENAU]),
        { kind: 'move', activity: 'a-cancelled', places: [ASAM] },
      ],
      'region=99.01&theme=stunting&period=2026',
    )
    expect(changes).toEqual([
      { places: [ASAM, CEMPAKA], idle: null },
      { places: [ASAM], idle: 'other_theme' },
      { places: [ASAM], idle: 'other_period' },
      { places: [], idle: 'elsewhere' },
      { places: [ASAM, CEMPAKA], idle: 'stopped' },
    ])
  })

  test('what was recorded since is in the next scenario', async () => {
    const fresh = await serve()
    const ask = async () =>
      (await (
        await fresh.get('/api/scenario?region=99&theme=stunting&period=2026', {
          method: 'POST',
          body: JSON.stringify({ changes: [add([ASAM])] }),
          headers: { 'Content-Type': 'application/json' },
        })
      ).json()) as ScenarioAnswer
    expect((await ask()).today.counts.gap).toBe(1)
    await commit(fresh.store, [{ kind: 'activity', record: activity('a-new', ['citra'], [CEMPAKA]) }])
    await fresh.world.settled()
    const now = await ask()
    expect([now.today.counts.gap, now.asOf.seq]).toEqual([0, 2])
    fresh.world.close()
  })
})

describe('what everyone may not see', () => {
  test('is as unknown to a scenario as what is not there, in the same words', async () => {
    for (const kind of ['move', 'extend', 'drop'] as const) {
      const change = (id: string) => ({ kind, activity: id, places: [ASAM], period: SPAN })
      const only = (id: string) => {
        const { places: where, period, ...rest } = change(id)
        return {
          changes: [{ ...rest, ...(kind === 'move' ? { places: where } : kind === 'extend' ? { period } : {}) }],
        }
      }
      const hidden = await post(only('a-secret'))
      const absent = await post(only('a-absent'))
      expect([hidden.status, absent.status]).toEqual([404, 404])
      expect((await hidden.text()).replaceAll('a-secret', 'a-absent')).toBe(await absent.text())
    }
  })

  test('moves no figure: Cempaka stays a gap although citra works there unseen', async () => {
    const { units, today } = await think([add([CEMPAKA])])
    expect(units.map(({ code, before, after }) => [code, before.kind, after])).toEqual([
      [CEMPAKA, 'gap', { kind: 'met', by: 'bina' }],
    ])
    expect(today.counts.gap).toBe(1)
  })
})

describe('what cannot be thought through is refused in words', () => {
  const refused = async (changes: unknown): Promise<string> => {
    const response = await post({ changes })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    return ((await response.json()) as Problem).detail
  }

  test('an unknown theme, organisation, place, activity or agreement', async () => {
    expect(await refused([{ ...add([ASAM]), theme: 'stuntin' }])).toContain('stunting')
    expect(await refused([add([ASAM], 'nobody')])).toContain('"nobody"')
    expect(await refused([add(['61.05.01.2007'])])).toContain('61.05.01.2007')
    expect(await refused([{ kind: 'drop', activity: 'a-nothing' }])).toContain('"a-nothing"')
    expect(await refused([{ kind: 'unbind', agreement: 'g-nothing' }])).toContain('"g-nothing"')
    expect(await refused([{ kind: 'bind', parties: ['akar', 'nobody'], places: [] }])).toContain('"nobody"')
  })

  test('a whole regency, a period that ends before it begins, too many changes, an unknown field', async () => {
    expect(await refused([add(['99.01'])])).toContain('"changes.0.places.0"')
    expect(await refused([{ ...add([ASAM]), period: { start: '2026-02-01', end: '2026-01-01' } }])).toContain('period')
    expect(await refused([{ ...add([ASAM]), period: { start: '2026-02-31', end: null } }])).toContain('start')
    expect(await refused(Array.from({ length: MOST_CHANGES + 1 }, () => add([ASAM])))).toContain('changes')
    expect(await refused([{ ...add([ASAM]), colour: 'red' }])).toContain('"colour"')
    expect(await refused([{ kind: 'explode' }])).toContain('changes.0')
    expect(await refused([{ ...add([ASAM]), budgetIdr: -1 }])).toContain('budgetIdr')
  })

  test('something dropped twice, or moved after it was dropped', async () => {
    const drop = { kind: 'drop', activity: 'a-bakau' }
    expect(await refused([drop, drop])).toContain('Change 2')
    expect(await refused([drop, { kind: 'move', activity: 'a-bakau', places: [ASAM] }])).toContain('an earlier change')
  })

  test('whoever has left is not answered', async () => {
    const { world } = served
    const stages = createStages(world.geography, world.everyone)
    const question = { region: '99', theme: 'stunting', period: { from: 2026, to: 2026 }, level: 'village' as const }
    await expect(answerScenario(world, stages, { question, changes: [], signal: AbortSignal.abort() })).rejects.toThrow(
      'abandoned',
    )
  })

  test('what a link or a file is read as, the server takes; what it is not, the server refuses', async () => {
    const bad: readonly unknown[] = [
      [add([])],
      [add(['x'])],
      [{ kind: 'move', activity: 'A B', places: [ASAM] }],
      [{ kind: 'bind', parties: ['akar'], places: [] }],
      [{ kind: 'extend', activity: 'a-bakau', period: { start: '2026', end: null } }],
      [{ kind: 'drop', activity: 'a-bakau', more: 1 }],
      [{ ...add([ASAM]), beneficiaries: 1.5 }],
      'text',
      null,
    ]
    for (const changes of bad) {
      expect(readScenario({ name: 'x', changes })).toBeNull()
      expect((await post({ changes })).status).toBe(400)
    }
    await fc.assert(
      fc.asyncProperty(anyChanges, async (changes) => {
        expect(readScenario(JSON.parse(JSON.stringify({ name: 'x', changes })))).toEqual({ name: 'x', changes })
        expect((await post({ changes })).status).toBe(200)
      }),
      { numRuns: 20, seed: 1 },
    )
  })
})
