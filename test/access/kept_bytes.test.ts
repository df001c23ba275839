import { Session } from 'node:inspector/promises'
import { serialize } from 'node:v8'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from '../../data/model/record.ts'
import type { Served } from '../work/desk.ts'
import { SECRETS, SHOWN_AT, serveWorld } from './worlds.ts'

/*
 * What answers everyone is searched itself: every array of numbers and every memory of a WebAssembly module that lives in this
 * process, the tables, and the records. The journal's own state, which holds all, is kept as plain objects and not among them.
 */
let served: Served
beforeAll(async () => {
  served = await serveWorld({ places: 'here', own: true, members: true })
  // Whatever is drawn or indexed late is there now.
  for (const path of [
    '/api/features/activities',
    '/tiles/activities/8/206/127',
    '/api/gaps.geojson?region=99.01&theme=stunting&period=2026',
    '/api/search?q=hutan',
  ])
    expect((await served.get(path)).status).toBe(200)
})
afterAll(() => served.world.close())

const numberWith = (bytes: number, write: (view: DataView, isLittle: boolean) => void): readonly Buffer[] =>
  [true, false].map((isLittle) => {
    const view = new DataView(new ArrayBuffer(bytes))
    write(view, isLittle)
    return Buffer.from(view.buffer)
  })

/** A degree as any part of a program might keep it. Few digits of latitude are in any memory by chance, as a whole number. */
const written = (degrees: number): readonly Buffer[] => [
  ...numberWith(8, (view, isLittle) => view.setFloat64(0, degrees, isLittle)),
  ...numberWith(8, (view, isLittle) => view.setFloat64(0, (degrees * Math.PI) / 180, isLittle)),
  ...(degrees < 100
    ? []
    : [
        ...numberWith(4, (view, isLittle) => view.setFloat32(0, degrees, isLittle)),
        ...numberWith(4, (view, isLittle) => view.setInt32(0, Math.round(degrees * 1e7), isLittle)),
        ...numberWith(4, (view, isLittle) => view.setInt32(0, Math.round(degrees * 1e6), isLittle)),
      ]),
]
const holding =
  (memory: readonly Buffer[]) =>
  ([lng, lat]: readonly number[]) =>
    [...written(lng!), ...written(lat!)].some((needle) => memory.some((bytes) => bytes.includes(needle)))
/** Seven digits are a metre, five a kilometre. */
const spelt = (degrees: number): string => degrees.toFixed(9).slice(0, degrees >= 100 ? 8 : 7)

/** Everything of these types that lives, as bytes; each buffer once. */
const living = async (): Promise<readonly Buffer[]> => {
  const session = new Session()
  session.connect()
  const found = new Map<ArrayBufferLike, Buffer>()
  const keep = (buffer: ArrayBufferLike) => {
    // What was handed over to a thread holds nothing here, and cannot be read.
    if (buffer.byteLength > 0) found.set(buffer, Buffer.from(new Uint8Array(buffer)))
  }
  const types = ['ArrayBuffer', 'SharedArrayBuffer', 'WebAssembly.Memory']
  for (const type of types) {
    const { result } = await session.post('Runtime.evaluate', { expression: `${type}.prototype` })
    const { objects } = await session.post('Runtime.queryObjects', { prototypeObjectId: result.objectId! })
    const room = globalThis as { living?: readonly (ArrayBufferLike | WebAssembly.Memory)[] }
    await session.post('Runtime.callFunctionOn', {
      functionDeclaration: 'function () { globalThis.living = [...this] }',
      objectId: objects.objectId!,
    })
    for (const one of room.living ?? []) keep('buffer' in one ? one.buffer : one)
    delete room.living
  }
  session.disconnect()
  return [...found.values()]
}

const TABLES = ['records', 'record_themes', 'record_organisations', 'record_places', 'record_boxes', 'cover']

describe('what is kept to answer everyone', () => {
  test('holds no true corner of a hidden place in any array of numbers, in any way of writing one', async () => {
    const memory = await living()
    const holds = holding(memory)
    // Of what stands for everyone it does, so that it would be seen here.
    expect(holds(SHOWN_AT)).toBe(true)
    expect(memory.length).toBeGreaterThan(100)
    // Nor of what everyone saw until lately, but for answers that somebody asked for meanwhile.
    expect(SECRETS.filter((secret) => holds(secret))).toEqual([])
  })

  test('holds none in what is kept for the next start, not even what everyone saw until lately', () => {
    const facts = [serialize(served.world.everyone.engine.pack())]
    expect(holding(facts)(SHOWN_AT)).toBe(true)
    expect(SECRETS.filter(holding(facts))).toEqual([])
  })

  test('holds none in its tables or records, as text or as the whole numbers of the tables', async () => {
    const { everyone } = served.world
    const rows = []
    for (const table of TABLES) rows.push(await everyone.projection.query(`SELECT * FROM ${table}`))
    const text = JSON.stringify([rows, KINDS.map((kind) => everyone.all(kind))], (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    )
    const holds = (degrees: number) => text.includes(spelt(degrees)) || text.includes(`${Math.round(degrees * 1e7)}`)
    expect(SHOWN_AT.map(holds)).toEqual([true, true])
    expect(SECRETS.filter(([lng, lat]) => holds(lng) || holds(lat))).toEqual([])
    expect(text).not.toContain('ahasia')
  })
})
