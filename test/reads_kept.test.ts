import type { FeatureCollection } from 'geojson'
import { describe, expect, test } from 'vitest'
import type { Engine } from '../server/engine/engine.ts'
import { featuresGeojson, type Properties, viewportGeojson } from '../server/engine/reads/index.ts'
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

  test('are whole in an answer that is larger than all that is kept, and after it', async () => {
    const ids = Array.from({ length: 45 }, (_, index) => `a-${index}`)
    const engine = await engineWith(...ids.map((id, index) => activity(id, ['akar'], [point(index / 100, 0)])))
    const megabyte = 'x'.repeat(1_000_000)
    const properties: Properties = (slot) => Buffer.from(JSON.stringify({ own: engine.register.idOf(slot), megabyte }))
    const expected = ids.map((id) => [id, id, megabyte.length])
    for (const turn of [1, 2]) {
      const { features } = JSON.parse(
        featuresGeojson(ids.map(engine.register.find), engine, properties).toString('utf8'),
      ) as FeatureCollection
      const found = features.map(({ id, properties: said }) => [id, said!.own, said!.megabyte.length])
      expect(found, `turn ${turn}`).toEqual(expected)
    }
    expect(view(engine, idOf(engine)).map(({ id }) => id)).toHaveLength(ids.length)
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
