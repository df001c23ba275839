import type { Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../data/model/answers.ts'
import { serve } from '../served.ts'

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve()
  // What is loaded once is loaded before the clock runs.
  await ask(JSON.stringify({ units: ['99.01'], bufferKm: 1 }))
})
afterAll(() => served.world.close())

/** Of the processor, all threads together: a busy machine must not make a slow server of a fast one, nor hide one. */
const LIMIT_MS = 2_000

const ask = async (body: string) => {
  const started = process.cpuUsage()
  const response = await served.get('/api/area-report?lang=en', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json' },
  })
  const answer = (await response.json()) as Problem & { areaHa?: number }
  const { user, system } = process.cpuUsage(started)
  return { status: response.status, answer, tookMs: (user + system) / 1000 }
}

/** Answered, or refused in a sentence; never late, never a fault. */
const expectClear = async (body: string) => {
  const { status, answer, tookMs } = await ask(body)
  expect(tookMs).toBeLessThan(LIMIT_MS)
  expect(served.faults).toEqual([])
  if (status === 200) expect(answer.areaHa).toBeGreaterThan(0)
  else expect([[400, 413, 503].includes(status), answer.detail.length > 20]).toEqual([true, true])
  return status
}

const polygon = (positions: readonly Position[]) =>
  JSON.stringify({ type: 'Polygon', coordinates: [[...positions, positions[0]!]] })
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
const around = (count: number, radiusOf: (index: number) => number, turns = 1): Position[] =>
  times(count, (index) => {
    const angle = (2 * Math.PI * turns * index) / count
    return [110.05 + radiusOf(index) * Math.cos(angle), 0.01 + radiusOf(index) * Math.sin(angle)]
  })

describe('shapes that hurt', () => {
  test('ten thousand vertices are measured, one more is refused with what to do', async () => {
    expect(await expectClear(polygon(around(9_999, () => 0.05)))).toBe(200)
    const { status, answer } = await ask(polygon(around(10_000, () => 0.05)))
    expect([status, answer.detail]).toEqual([413, expect.stringContaining('has 10001 positions; at most 10000')])
  })

  test.each<[string, readonly Position[]]>([
    ['a coast of ten thousand teeth', around(9_990, (index) => (index % 2 === 0 ? 0.05 : 0.0499))],
    ['a star of ten thousand long rays', around(9_990, (index) => (index % 2 === 0 ? 0.05 : 0.0001))],
    ['a spiral wound a hundred times', around(9_990, (index) => 0.05 - index * 0.000004, 100)],
    ['a star that crosses itself a million times', around(9_991, () => 0.05, 4_001)],
    ['a comb of thin upright teeth', times(9_990, (at) => [110 + at / 100_000, at % 4 < 2 ? 0 : 0.02])],
    [
      'a comb of thin slanting teeth',
      times(9_990, (at) => [110 + at / 1e6 + (at % 4 < 2 ? 0 : 0.02), at % 4 < 2 ? 0 : 0.02]),
    ],
    [
      'a hand that trembled',
      times(9_990, (at) => [110 + ((at * 7919) % 10_007) / 1e5, ((at * 104_729) % 10_009) / 1e5]),
    ],
    [
      'a sliver of ten million square metres',
      [
        [110, 0],
        [119, 0.001],
        [119, 0.00101],
      ],
    ],
    [
      'a sliver that rounds to a line',
      [
        [110, 0],
        [110.1, 1e-9],
        [110.05, 2e-9],
      ],
    ],
    [
      'the whole world',
      [
        [-180, -90],
        [-60, -90],
        [60, -90],
        [180, -90],
        [180, 90],
        [60, 90],
        [-60, 90],
        [-180, 90],
      ],
    ],
    ['the same place ten thousand times', times(9_990, () => [110, 0])],
    [
      'a hole in the bow',
      [
        [110, 0],
        [110.1, 0.1],
        [110.1, 0],
        [110, 0.1],
      ],
    ],
  ])('%s is answered or refused in two seconds, with a buffer and without', async (_name, positions) => {
    const body = polygon(positions)
    await expectClear(body)
    await expectClear(`{"geometry":${body},"bufferKm":0.05}`)
    await expectClear(`{"geometry":${body},"bufferKm":50}`)
  })

  test('thousands of parts that lie over each other, or side by side', async () => {
    const parts = (step: number) =>
      times(1_999, (at) => {
        const [west, south] = [110 + (at % 50) * step, Math.floor(at / 50) * step]
        return [
          [
            [west, south],
            [west + 0.01, south],
            [west + 0.01, south + 0.01],
            [west, south + 0.01],
            [west, south],
          ],
        ]
      })
    for (const step of [0.0001, 0.005, 0.01, 0.02]) {
      const body = JSON.stringify({ type: 'MultiPolygon', coordinates: parts(step) })
      await expectClear(body)
      await expectClear(`{"geometry":${body},"bufferKm":5}`)
    }
  })

  test('points and lines without end', async () => {
    const scattered = times(10_000, (at) => [110 + ((at * 7919) % 10_007) / 1e4, ((at * 104_729) % 10_009) / 1e4])
    for (const type of ['MultiPoint', 'LineString'])
      for (const bufferKm of [0.001, 0.5, 50])
        await expectClear(JSON.stringify({ geometry: { type, coordinates: scattered }, bufferKm }))
  })

  test.each([
    ['lists in lists', `{"type":"Polygon","coordinates":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['objects in objects', `${'{"geometry":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['features in features', `${'{"type":"Feature","geometry":'.repeat(20_000)}null${'}'.repeat(20_000)}`],
    ['numbers beyond numbers', '{"type":"Polygon","coordinates":[[[1e999,0],[1,-1e999],[1,1]]]}'],
    ['NaN', '{"type":"Polygon","coordinates":[[[NaN,0],[1,0],[1,1]]]}'],
    ['a name of the prototype', '{"__proto__":{"geometry":1}}'],
    ['a type of the prototype', '{"type":"constructor","coordinates":[]}'],
    ['positions that are objects', '{"type":"Polygon","coordinates":[[{"0":1,"1":1},{"0":2,"1":1},{"0":2,"1":2}]]}'],
    ['half a megabyte of a field name', `{"${'a'.repeat(500_000)}":1}`],
    ['half a megabyte of a code', `{"units":["${'6'.repeat(500_000)}"]}`],
    ['control characters in a code', '{"units":["99.01\\u0000"]}'],
  ])('%s is refused in words', async (_name, body) => {
    const status = await expectClear(body)
    expect(status).toBe(400)
  })
})
