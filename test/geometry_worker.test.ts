import { Worker } from 'node:worker_threads'
import type { Polygon } from 'geojson'
import { afterEach, expect, test } from 'vitest'
import { type FlatArea, flattenArea, hectares, projectArea } from '../server/engine/equal_area.ts'
import { geojsonOf } from '../server/engine/from_plane.ts'
import type { ErrandsOptions } from '../server/engine/geometry_worker/errands.ts'
import { type Cut, createGeometryWorker, type GeometryWorker } from '../server/engine/geometry_worker/index.ts'
import { pack, unpack } from '../server/engine/geometry_worker/pack.ts'
import { openThread } from '../server/engine/geometry_worker/thread.ts'
import { geojsonOfPacked, packed } from './packed_areas.ts'
import { ASAM, BAKAU, rectangle, SHAPES, SQUARE_HA } from './world.ts'

const unit = packed(SHAPES[ASAM])
const west = { organisations: [1], area: packed(rectangle(0, 0, 0.01, 0.02)) }
const job = { unit, within: null, layers: [west], kind: 'gap' } as const

const open: GeometryWorker[] = []
const start = (options: Partial<ErrandsOptions> = {}): GeometryWorker => {
  const worker = createGeometryWorker({ report: () => {}, ...options })
  open.push(worker)
  return worker
}
afterEach(async () => {
  for (const worker of open.splice(0)) await worker.close()
})

const askOnce = async (worker: GeometryWorker, patience?: Parameters<GeometryWorker['cut']>[2]) => {
  let found: readonly Cut[] = []
  await worker.cut(
    () => [job, { ...job, layers: [] }],
    (cuts) => {
      found = cuts
    },
    patience,
  )
  return found
}

/** A thread that does nothing but what the test says. */
const stuck = (onMessage: string) => () =>
  new Worker(
    `const { parentPort } = require('node:worker_threads')
    parentPort.postMessage('ready')
    parentPort.on('message', () => { ${onMessage} })`,
    { eval: true },
  )
const SLEEPS = 'for (;;);'

test('several units go and come back in one message, their hectares and their areas', async () => {
  const [half, all] = await askOnce(start())
  expect(half!.areaHa).toBeCloseTo(2 * SQUARE_HA, 2)
  expect(hectares(geojsonOfPacked(half!.area))).toBeCloseTo(2 * SQUARE_HA, 2)
  expect(all!.areaHa).toBeCloseTo(4 * SQUARE_HA, 2)
})

const planeOf = (geometry: Polygon): FlatArea => projectArea(flattenArea(geometry))

test('units of which nothing is left come back empty, however many', async () => {
  const served = { ...job, layers: [{ organisations: [1], area: unit }] }
  let found: readonly Cut[] = []
  await start().cut(
    () => [served, served],
    (cuts) => {
      found = cuts
    },
  )
  expect(found.map(({ areaHa, area }) => [areaHa, [...area]])).toEqual([
    [0, [0]],
    [0, [0]],
  ])
})

test('polygons side by side come back as one, in degrees', async () => {
  const asam = planeOf(SHAPES[ASAM])
  const united = await start().unite([...asam, ...planeOf(SHAPES[BAKAU])])
  expect(united).toHaveLength(1)
  expect(hectares(geojsonOf(united))).toBeCloseTo(8 * SQUARE_HA, 2)
  expect(hectares(geojsonOf(await start().unite(asam)))).toBeCloseTo(4 * SQUARE_HA, 2)
})

test('packing keeps every ring, also those of empty areas', () => {
  const areas: FlatArea[] = [planeOf(SHAPES[ASAM]), [], [...planeOf(SHAPES[ASAM]), ...planeOf(SHAPES[BAKAU])]]
  expect(unpack(pack(areas))).toEqual(areas)
})

test('what takes longer than the limit is refused in words, and the next question gets a fresh thread', async () => {
  let threads = 0
  const worker = start({ limitMs: 200, open: () => (threads++ === 0 ? stuck(SLEEPS)() : openThread()) })
  const refused = await askOnce(worker).catch((error) => error)
  expect(refused).toMatchObject({ problem: 'too-slow' })
  expect(refused.detail.id).toContain('dua detik')
  expect(await askOnce(worker)).toHaveLength(2)
  expect(threads).toBe(2)
})

test('a thread that dies refuses its question in words and is replaced by the next', async () => {
  const lost: unknown[] = []
  let threads = 0
  const dying = stuck("throw new Error('out of memory')")
  const worker = start({ report: (error) => lost.push(error), open: () => (threads++ === 0 ? dying() : openThread()) })
  await expect(askOnce(worker)).rejects.toMatchObject({ problem: 'rebuilding' })
  expect(String(lost[0])).toContain('out of memory')
  expect(await askOnce(worker)).toHaveLength(2)
  expect(threads).toBe(2)
})

test('who leaves is let go at once, waiting or not, and the others are served', async () => {
  const worker = start()
  const leaving = new AbortController()
  const [first, second, third] = [askOnce(worker), askOnce(worker, { signal: leaving.signal }), askOnce(worker)]
  const left = expect(second).rejects.toMatchObject({ detail: { en: expect.stringContaining('abandoned') } })
  leaving.abort()
  await left
  expect(await first).toHaveLength(2)
  expect(await third).toHaveLength(2)
  await expect(askOnce(worker, { signal: AbortSignal.abort() })).rejects.toMatchObject({ problem: 'too-slow' })
})

test('the answer to a question nobody waits for any more is still kept', async () => {
  const worker = start()
  const leaving = new AbortController()
  const kept: Cut[] = []
  const asking = worker.cut(
    () => [job],
    (cuts) => kept.push(...cuts),
    { signal: leaving.signal },
  )
  leaving.abort()
  await expect(asking).rejects.toThrow()
  await askOnce(worker)
  expect(kept).toHaveLength(1)
})

test('its deadline refuses a question that only waited, and too many waiting are refused at the door', async () => {
  const worker = start({ open: stuck(SLEEPS), limitMs: 60_000, room: 1 })
  const first = askOnce(worker).catch((error) => error)
  const second = askOnce(worker, { deadlineMs: 50 })
  await expect(askOnce(worker)).rejects.toMatchObject({ detail: { en: expect.stringContaining('Too many') } })
  await expect(second).rejects.toMatchObject({ problem: 'too-slow' })
  await worker.close()
  expect(await first).toMatchObject({ detail: { en: expect.stringContaining('stopping') } })
  await expect(askOnce(worker)).rejects.toMatchObject({ problem: 'rebuilding' })
})
