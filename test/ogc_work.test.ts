import { randomUUID } from 'node:crypto'
import type { Feature, Geometry } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../data/model/activity.ts'
import type { Accepted } from '../data/model/work.ts'
import { addPerson } from './people.ts'
import { serve } from './served.ts'
import { type Desk, type Fault, type Served, sit } from './work/desk.ts'
import { activity, point } from './world.ts'

const POINT = point(0.005, 0.005)
const ITEMS = '/ogc/collections/activities/items'

let served: Served
let sekber: Desk
let akar = ''
let bina = ''

const tokenOf = async (organisation: string, scopes: readonly ('read' | 'write')[] = ['read', 'write']) => {
  const { id } = await addPerson(served.people, 'partner', organisation)
  const { token } = await served.people.tokens.make(id, { name: 'QGIS', scopes, days: 1 })
  return token
}

beforeAll(async () => {
  const exact = activity('a-peka', ['akar'], [point(0.0123456, 0.0043217)], { visibility: 'generalised' })
  served = await serve([{ kind: 'activity', record: exact }])
  sekber = await sit(served, 'moderator')
  akar = await tokenOf('akar')
  bina = await tokenOf('bina')
})
afterAll(() => served.world.close())

const write = async (token: string, method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
  served.get(path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/geo+json', ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const feature = (properties: object = {}, geometry: unknown = POINT) => ({
  type: 'Feature',
  geometry,
  properties: {
    title: 'Sumur bor',
    themes: ['stunting'],
    organisations: ['akar'],
    status: 'ongoing',
    start: '2026-01-01',
    end: '2026-12-31',
    ...properties,
  },
})
const verify = async (id: string, revision: number) => {
  expect((await sekber.step({ kind: 'activity', id, revision }, 'verify')).status).toBe(200)
  await served.world.settled()
}
const publicItem = async (id: string) => {
  const response = await served.get(`${ITEMS}/${id}`)
  const item = (await response.json()) as Feature<Geometry, Record<string, unknown>>
  return { status: response.status, etag: response.headers.get('ETag'), item }
}
const create = async (body: unknown = feature()) => {
  const response = await write(akar, 'POST', ITEMS, body)
  expect(response.status).toBe(201)
  return (await response.json()) as Accepted
}

describe('writing through OGC API - Features', () => {
  test('a feature is created, reviewed, read, replaced under its ETag, changed in part, and taken away', async () => {
    const made = await write(akar, 'POST', ITEMS, feature())
    const { id, verification } = (await made.json()) as Accepted
    expect([made.status, made.headers.get('ETag'), verification]).toEqual([201, '"1"', 'submitted'])
    expect(made.headers.get('Location')).toBe(`http://localhost${ITEMS}/${id}`)
    expect([made.headers.get('Cache-Control'), made.headers.get('Access-Control-Allow-Origin')]).toEqual([
      'no-store',
      null,
    ])
    expect((await publicItem(id)).status).toBe(404)
    await verify(id, 1)

    const { etag, item } = await publicItem(id)
    expect([etag, item.properties.title, item.geometry]).toEqual(['"2"', 'Sumur bor', POINT])

    const wider = {
      ...item,
      geometry: {
        type: 'MultiPoint',
        coordinates: [POINT.coordinates, point(0.006, 0.004).coordinates],
      },
    }
    const replaced = await write(akar, 'PUT', `${ITEMS}/${id}`, wider, { 'If-Match': etag! })
    expect([replaced.status, replaced.headers.get('ETag')]).toEqual([200, '"3"'])
    await verify(id, 3)
    const late = await write(akar, 'PUT', `${ITEMS}/${id}`, wider, { 'If-Match': etag! })
    expect([late.status, late.headers.get('ETag')]).toEqual([412, '"4"'])

    const part = { properties: { status: 'completed', beneficiaries: 120 } }
    const patched = await write(akar, 'PATCH', `${ITEMS}/${id}`, part, { 'If-Match': '"4"' })
    expect(patched.status).toBe(200)
    await verify(id, 5)
    const after = await publicItem(id)
    expect(after.item.properties).toMatchObject({ title: 'Sumur bor', status: 'completed', beneficiaries: 120 })
    expect(after.item.geometry).toEqual(wider.geometry)

    const gone = await write(akar, 'DELETE', `${ITEMS}/${id}`, undefined, { 'If-Match': after.etag! })
    expect(gone.status).toBe(204)
    await served.world.settled()
    expect((await publicItem(id)).status).toBe(404)
    const { record } = await sekber.open('activity', id)
    expect([record.verification, (record as Activity).title]).toEqual(['archived', 'Sumur bor'])
  })

  test('a replacement empties what it leaves out, and keeps what a client cannot write', async () => {
    const { id } = await create(
      feature({ budgetIdr: 5e6, beneficiaries: 40, organisations: undefined, codes: ['99.01.01.2001'] }),
    )
    const { record } = await sekber.open('activity', id)
    expect((record as Activity).organisations).toEqual([{ id: 'akar', role: 'implementer' }])
    const response = await write(akar, 'PUT', `${ITEMS}/${id}`, feature({ codes: ['99.01.01.2001'] }), {
      'If-Match': '"1"',
    })
    expect(response.status).toBe(200)
    const { record: after } = await sekber.open('activity', id)
    expect(after).toMatchObject({ source: record.source, visibility: record.visibility })
    expect((after as Activity).budgetIdr).toBeUndefined()
    expect((after as Activity).sites).toEqual((record as Activity).sites)
  })

  test('a coarse place that comes back as it was read does not take that of the exact one', async () => {
    const { item } = await publicItem('a-peka')
    expect(item.geometry).not.toEqual(point(0.0123456, 0.0043217))
    const response = await write(akar, 'PUT', `${ITEMS}/a-peka`, item, { 'If-Match': '"1"' })
    expect(response.status).toBe(200)
    const { record } = await sekber.open('activity', 'a-peka')
    expect((record as Activity).sites).toEqual([{ geometry: point(0.0123456, 0.0043217) }])
  })

  test('sent again with its key nothing is done twice', async () => {
    const key = { 'Idempotency-Key': randomUUID() }
    const [first, again] = [
      await write(akar, 'POST', ITEMS, feature(), key),
      await write(akar, 'POST', ITEMS, feature(), key),
    ]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(((await first.json()) as Accepted).id).toBe(((await again.json()) as Accepted).id)
  })

  test('what may not be, or cannot be read, is refused in words', async () => {
    const { id } = await create()
    const read = await tokenOf('akar', ['read'])
    const asked: readonly (readonly [number, RegExp, Response | Promise<Response>])[] = [
      [
        401,
        /Masuk dahulu/,
        served.get(ITEMS, { method: 'POST', headers: { 'Content-Type': 'application/geo+json' }, body: '{}' }),
      ],
      [403, /Token ini/, write(read, 'POST', ITEMS, feature())],
      [404, /dapat Anda buka/, write(bina, 'PUT', `${ITEMS}/${id}`, feature(), { 'If-Match': '"1"' })],
      [403, /milik lembaga lain/, write(akar, 'PUT', `${ITEMS}/a-bakau`, feature(), { 'If-Match': '"1"' })],
      [428, /If-Match/, write(akar, 'PUT', `${ITEMS}/${id}`, feature())],
      [428, /If-Match/, write(akar, 'DELETE', `${ITEMS}/${id}`)],
      [412, /./, write(akar, 'DELETE', `${ITEMS}/${id}`, undefined, { 'If-Match': '"9"' })],
      [405, /activities/, write(akar, 'POST', '/ogc/collections/villages/items', feature())],
      [404, /Koleksi/, write(akar, 'POST', '/ogc/collections/villes/items', feature())],
      [415, /geo\+json/, write(akar, 'POST', ITEMS, feature(), { 'Content-Type': 'text/plain' })],
      [400, /"budget".*"budgetIdr"/, write(akar, 'POST', ITEMS, feature({ budget: 5 }))],
      [400, /Feature/, write(akar, 'POST', ITEMS, { type: 'FeatureCollection', features: [] })],
      [400, /./, write(akar, 'POST', ITEMS, feature({ organisations: ['bina'] }))],
      [400, /./, write(akar, 'POST', ITEMS, feature({ status: 'finished' }))],
      [400, /./, write(akar, 'POST', ITEMS, feature({ start: undefined }))],
      [400, /./, write(akar, 'POST', ITEMS, feature({}, { type: 'MultiPoint', coordinates: 'x' }))],
      [400, /./, write(akar, 'POST', ITEMS, feature({}, { type: 'Point', coordinates: [500, 0] }))],
      [400, /./, write(akar, 'POST', ITEMS, feature({}, { type: 'GeometryCollection', geometries: [null] }))],
      [400, /./, write(akar, 'POST', ITEMS, feature(), { 'Idempotency-Key': 'again' })],
    ]
    for (const [status, words, response] of asked) {
      const given = await response
      const { detail } = (await given.json()) as Fault
      expect([given.status, detail]).toEqual([status, expect.stringMatching(words)])
    }
  })
})
