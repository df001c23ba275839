import fc from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { Engine } from '../server/engine/engine.ts'
import { featuresGeojson, type Properties, viewportGeojson } from '../server/engine/reads/index.ts'
import { createTextRoom } from '../server/engine/reads/text_room.ts'
import { engineWith } from './asking.ts'
import { ASAM, activity, enter, line, point, rectangle } from './world.ts'

const everything = () => true
const WORLD = [100, -10, 120, 10] as const

const view = (engine: Engine, properties: Properties, box: typeof WORLD | readonly number[] = WORLD) => {
  const text = viewportGeojson(box as typeof WORLD, everything, 100, properties, engine).toString('utf8')
  return (JSON.parse(text) as FeatureCollection).features
}
const idOf =
  ({ register }: Engine): Properties =>
  (slot) =>
    JSON.stringify({ id: register.idOf(slot) })

describe('features that were written before', () => {
  test('are never shown for another activity that took the place of one that is gone', async () => {
    const engine = await engineWith(activity('a-gone', ['akar'], [rectangle(0, 0, 0.01, 0.01)]))
    const properties = idOf(engine)
    const place = engine.register.find('a-gone')
    expect(view(engine, properties).map(({ id }) => id)).toEqual(['a-gone'])
    engine.apply([{ kind: 'activity', id: 'a-gone', record: null }])
    expect(view(engine, properties)).toEqual([])
    engine.apply(enter(activity('a-new', ['akar'], [point(0.02, 0.02)])))
    expect(engine.register.find('a-new')).toBe(place)
    expect(view(engine, properties)).toEqual([
      {
        type: 'Feature',
        id: 'a-new',
        geometry: point(0.02, 0.02),
        properties: { id: 'a-new' },
      },
    ])
  })

  test('change with their activity, its sites and what is said of it alike', async () => {
    const engine = await engineWith(activity('a-1', ['akar'], [point(0, 0)]), activity('a-2', ['akar'], [point(1, 1)]))
    const properties: Properties = (slot) => `{"last":${engine.register.columns.toYear[slot]}}`
    const before = view(engine, properties)
    const moved = activity('a-1', ['akar'], [point(0.5, 0.5)])
    engine.apply(enter({ ...moved, period: { start: '2030-01-01', end: '2031-12-31' } }))
    const after = new Map(view(engine, properties).map((feature) => [feature.id, feature]))
    expect(after.get('a-1')).toMatchObject({ geometry: point(0.5, 0.5), properties: { last: 2031 } })
    expect(after.get('a-2')).toEqual(before.find(({ id }) => id === 'a-2'))
  })

  test('are asked once what they say by the same function, and anew by another', async () => {
    const engine = await engineWith(activity('a-1', ['akar'], [point(0, 0)]), activity('a-2', ['akar'], [point(1, 1)]))
    const asked: string[] = []
    const say =
      (word: string): Properties =>
      (slot) => {
        asked.push(`${word} ${engine.register.idOf(slot)}`)
        return JSON.stringify({ word })
      }
    const [indonesian, english] = [say('désa'), say('village')]
    const wordsBy = (properties: Properties) => view(engine, properties).map((feature) => feature.properties!.word)
    expect(wordsBy(indonesian)).toEqual(['désa', 'désa'])
    expect(wordsBy(indonesian)).toEqual(['désa', 'désa'])
    expect(wordsBy(english)).toEqual(['village', 'village'])
    expect(view(engine, english).map(({ geometry }) => geometry)).toEqual(
      view(engine, indonesian).map(({ geometry }) => geometry),
    )
    expect(asked).toEqual(['désa a-1', 'désa a-2', 'village a-1', 'village a-2', 'désa a-1', 'désa a-2'])
  })

  test('come in the order that is asked for, whole, whatever was written first', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `a-${index}`)
    const engine = await engineWith(...ids.map((id, index) => activity(id, ['akar'], [point(index / 100, 0)])))
    const properties = idOf(engine)
    const orders = [ids, [...ids].reverse(), ids.filter((_, index) => index % 3 === 0), ids.slice(5, 9), []]
    for (const order of orders) {
      const text = featuresGeojson(order.map(engine.register.find), engine, properties).toString('utf8')
      const { features } = JSON.parse(text) as FeatureCollection
      expect(features.map((feature) => [feature.id, feature.properties!.id])).toEqual(order.map((id) => [id, id]))
    }
  })

  const createMany = async (count: number) => {
    const ids = Array.from({ length: count }, (_, index) => `a-${index}`)
    const engine = await engineWith(...ids.map((id, index) => activity(id, ['akar'], [point(index / 100, 0)])))
    return { engine, slots: ids.map(engine.register.find) }
  }
  /** What is said of each activity: so much of a letter of its own. */
  const letters =
    (lengthOf: (slot: number) => number): Properties =>
    (slot) =>
      Buffer.alloc(lengthOf(slot), 97 + (slot % 26))
  /** The answer put together from answers of one feature each. */
  const oneByOne = (engine: Engine, slots: readonly number[], properties: Properties): Buffer => {
    const [head, tail] = ['{"type":"FeatureCollection","features":[', '}]}']
    const parts = slots.flatMap((slot, index) => {
      const alone = featuresGeojson([slot], engine, () => '')
      const opening = alone.subarray(head.length, alone.length - tail.length)
      return [Buffer.from(index === 0 ? head : '},'), opening, Buffer.from(properties(slot))]
    })
    return Buffer.concat([...parts, Buffer.from(tail)])
  }

  test('are whole in an answer that is larger than all that is kept, and in the ones after it', async () => {
    const { engine, slots } = await createMany(45)
    const megabytes = letters(() => 1_000_000)
    // The last ones are kept and the first ones are not: what is written for these must not take the place of those.
    for (const wanted of [slots, [...slots.slice(20), ...slots.slice(0, 20)], slots.slice(0, 5), slots.slice(3, 40)]) {
      const answer = featuresGeojson(wanted, engine, megabytes)
      expect(answer.equals(oneByOne(engine, wanted, megabytes))).toBe(true)
    }
  })

  test('are whole where one alone is larger than all that is kept', async () => {
    const { engine, slots } = await createMany(5)
    const properties = letters((slot) => (slot % 2 === 0 ? 10 : 33_600_000 + slot))
    const answer = featuresGeojson(slots, engine, properties)
    expect(answer.equals(oneByOne(engine, slots, properties))).toBe(true)
  })

  test('show an activity once with all its sites, where a box meets two of them', async () => {
    const path = line([0.03, 0], [0.04, 0.01])
    const engine = await engineWith(
      activity('a-many', ['akar'], [point(0.01, 0.01), ASAM, path, rectangle(0.5, 0.5, 0.6, 0.6)]),
    )
    const found = view(engine, idOf(engine), [110, 0, 110.1, 0.1])
    expect(found.map(({ id }) => id)).toEqual(['a-many'])
    expect(found[0]!.geometry).toMatchObject({
      type: 'GeometryCollection',
      geometries: [{ type: 'Point' }, { type: 'LineString' }, { type: 'Polygon' }],
    })
  })
})

test('a text that is said to be in a room is there, whole, and so are two whose places follow each other', () => {
  const ROOM = 40
  const texts = fc.array(fc.integer({ min: 0, max: ROOM - 1 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(texts, (lengths) => {
      const room = createTextRoom(ROOM)
      const put: { place: number; text: Buffer }[] = []
      for (const [index, length] of lengths.entries()) {
        const text = Buffer.alloc(length, index + 1)
        const left = put.filter(({ place }) => room.isThere(place) && room.leaves(place, length))
        put.push({ place: room.put(text), text })
        for (const one of left) expect(room.isThere(one.place)).toBe(true)
        for (const one of put.filter(({ place }) => room.isThere(place)))
          expect(Buffer.from(room.piece(one.place, one.place + one.text.length)).equals(one.text)).toBe(true)
      }
      const there = put.filter(({ place }) => room.isThere(place))
      expect(there.at(-1)).toBe(put.at(-1))
      for (const [index, { place, text }] of there.entries()) {
        const next = there[index + 1]
        if (next?.place !== place + text.length) continue
        const both = Buffer.from(room.piece(place, next.place + next.text.length))
        expect(both.equals(Buffer.concat([text, next.text]))).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})
