import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import type { Accepted, MemberMap } from '../../data/model/work.ts'
import { commit, serve } from '../served.ts'
import { ASAM, activity, point } from '../world.ts'
import { asRecord, type Desk, given, type Served, sit } from './desk.ts'

/*
 * Akar keeps work that everyone sees, work for members, work of its own alone and a draft; bina keeps work that everyone
 * sees coarsely. All on stunting from 2025 to 2027.
 */
const work = (id: string, organisation: string, more: Partial<Activity> = {}) =>
  asRecord('activity', activity(id, [organisation], [point(0.005, 0.005)], { title: id, ...more }))

let served: Served
let [akar, bina, sekber]: Desk[] = []
let draft: Accepted
beforeAll(async () => {
  served = await serve([
    work('semua', 'akar'),
    work('anggota', 'akar', { visibility: 'partners' }),
    work('sendiri', 'akar', { visibility: 'organisation' }),
    work('kasar', 'bina', { visibility: 'generalised' }),
    work('desa', 'bina', { visibility: 'partners', sites: [{ code: ASAM }] }),
  ])
  akar = await sit(served, 'partner', 'akar')
  bina = await sit(served, 'partner', 'bina')
  sekber = await sit(served, 'moderator')
  draft = (await (await akar.begin(given())).json()) as Accepted
})
afterAll(() => served.world.close())

const shownTo = async (desk: Desk, query = ''): Promise<readonly string[]> => {
  const { features } = await desk.get<MemberMap>(`/api/work/map${query}`)
  return [...new Set(features.map(({ properties }) => properties.id))].sort()
}

test('a member sees what is for members, the true place of what is shown coarsely, and its own drafts; nothing of others alone', async () => {
  expect(await shownTo(akar!)).toEqual(['anggota', 'desa', 'kasar', 'sendiri', draft.id].sort())
  expect(await shownTo(bina!)).toEqual(['anggota', 'desa', 'kasar'])
  expect(await shownTo(sekber!)).toEqual(['anggota', 'desa', 'kasar', 'sendiri', draft.id].sort())
})

test('whoever is not signed in is told nothing', async () => {
  expect((await served.get('/api/work/map')).status).toBe(401)
})

test('a named village stands at its position and says so; own work says that it is', async () => {
  const { features, activities, shown } = await bina!.get<MemberMap>('/api/work/map')
  const named = features.find(({ properties }) => properties.id === 'desa')
  expect(named?.properties).toMatchObject({
    place: 'Asam',
    isOwn: true,
    verification: 'verified',
    visibility: 'partners',
  })
  expect(named?.geometry.type).toBe('Point')
  expect(features.find(({ properties }) => properties.id === 'anggota')?.properties).toMatchObject({
    place: null,
    isOwn: false,
  })
  expect([activities, shown]).toEqual([3, 3])
})

test('theme and period are asked as on the map', async () => {
  expect(await shownTo(bina!, '?theme=stunting&period=2026')).toEqual(['anggota', 'desa', 'kasar'])
  expect(await shownTo(bina!, '?theme=restoration&period=2026')).toEqual([])
  expect(await shownTo(bina!, '?theme=stunting&period=2031')).toEqual([])
})

test('what becomes public leaves it, what is withdrawn from the public comes to it, what is archived is gone', async () => {
  await commit(served.store, [work('anggota', 'akar'), work('semua', 'akar', { visibility: 'partners' })])
  await served.world.settled()
  expect(await shownTo(bina!)).toEqual(['desa', 'kasar', 'semua'])
  await commit(served.store, [work('semua', 'akar', { visibility: 'partners', verification: 'archived' })])
  await served.world.settled()
  expect(await shownTo(bina!)).toEqual(['desa', 'kasar'])
})
