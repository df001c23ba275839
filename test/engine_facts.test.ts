import { deserialize, serialize } from 'node:v8'
import { describe, expect, test } from 'vitest'
import type { Engine, EngineChange } from '../server/engine/engine.ts'
import type { Facts } from '../server/engine/facts.ts'
import { createEngine } from '../server/engine/index.ts'
import { ask } from './asking.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, ENAU } from './world.ts'

const zone = world.zone('z', world.rectangle(0.07, 0, 0.09, 0.02), ['akar', 'bina'], { region: '99.02' })
const twice = world.activity(
  'twice',
  ['bina'],
  [world.rectangle(0.08, 0, 0.09, 0.01), world.rectangle(0.085, 0, 0.1, 0.01)],
)
const nowhere = world.activity('nowhere', ['akar'], ['99.09.09.2009', world.point(0.5, 0.5)])
const records = [...world.ORGANISATIONS, ...world.PROGRAMME, zone, twice, nowhere]

const changesOf = (revision: number, entered: readonly (world.Entered | null)[] = records): EngineChange[] =>
  world.enter(...entered.filter((record) => record !== null)).map((change) => ({ ...change, revision }))

const everything = (engine: Engine) =>
  (['village', 'district', 'regency', 'island', 'zone'] as const).flatMap((level) =>
    ['stunting', 'restoration'].flatMap((theme) => [
      engine.coverage(ask({ level, theme })),
      engine.overlaps(ask({ level, theme })),
      engine.overlapHa(ask({ level, theme })),
    ]),
  )

const through = (facts: Facts): Facts => deserialize(serialize(facts)) as Facts

const fresh = async (changes: readonly EngineChange[], facts?: Facts): Promise<Engine> => {
  const engine = await createEngine({ places: world.PLACES, ...(facts ? { facts } : {}) })
  engine.apply(changes)
  return engine
}

describe('facts that were kept', () => {
  test('answer like facts found anew, and name the same refusals', async () => {
    const first = await fresh(changesOf(1))
    const answers = everything(first)
    const again = await fresh(changesOf(1), through(first.pack()))
    expect(everything(again)).toEqual(answers)
    expect(again.at(ENAU)).toEqual(first.at(ENAU))
    expect(again.reach('activity', 'twice')).toEqual(first.reach('activity', 'twice'))
    expect(again.refusals()).toEqual(first.refusals())
    expect(again.recalled()).toEqual([])
  })

  test('are not found again for a revision that is known', async () => {
    const first = await fresh(changesOf(1))
    const facts = through(first.pack())
    // A kept activity whose geometry would now be refused shows that nobody looked at it.
    const spoilt = changesOf(1).map((change) =>
      change.id === 'a-bakau' ? ({ ...change, record: { ...change.record, sites: [] } } as EngineChange) : change,
    )
    expect(everything(await fresh(spoilt, facts))).toEqual(everything(first))
  })

  test('give way to a newer revision of the record', async () => {
    const facts = through((await fresh(changesOf(1))).pack())
    const moved = world.activity('a-bakau', ['bina'], [world.point(0.005, 0.005)])
    const next = changesOf(1).map((change) =>
      change.id === 'a-bakau' ? { ...change, revision: 2, record: moved } : change,
    ) as EngineChange[]
    const engine = await fresh(next, facts)
    const plain = await fresh(next)
    expect(everything(engine)).toEqual(everything(plain))
    expect(engine.reach('activity', 'a-bakau').map(({ code }) => code)).toEqual([ASAM])
  })

  test('of an activity that is gone are named, to be removed', async () => {
    const facts = through((await fresh(changesOf(1))).pack())
    const left = changesOf(1).filter(({ id }) => id !== 'a-bakau')
    const engine = await fresh(left, facts)
    expect(engine.recalled()).toEqual(['a-bakau'])
    engine.apply([{ kind: 'activity', id: 'a-bakau', record: null }])
    expect(everything(engine)).toEqual(everything(await fresh(left)))
    expect(engine.at(BAKAU).activities).not.toContain('a-bakau')
  })

  test('of other places, another rule or another version are left aside', async () => {
    const facts = through((await fresh(changesOf(1))).pack())
    const { places } = { places: world.PLACES.filter(({ code }) => code !== ENAU) }
    for (const options of [
      { places, facts },
      { places: world.PLACES, facts, sliver: { minHa: 2, minShare: 0.01 } },
      { places: world.PLACES, facts: { ...facts, version: 0 } },
    ]) {
      const engine = await createEngine(options)
      expect(engine.recalled()).toEqual([])
      expect(engine.register.size()).toBe(0)
    }
  })
})
