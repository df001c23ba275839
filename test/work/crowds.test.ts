import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import { FEWEST_TOLD } from '../../data/model/disclosure.ts'
import { idsOf, readTile } from '../mvt.ts'
import { commit, serve } from '../served.ts'
import { activity, point } from '../world.ts'
import { asRecord, type Desk, type Served, sit } from './desk.ts'

/*
 * Sensitive places of three organisations, all in the cell of 0.1 degree whose middle, 110.25 E 0.05 N, lies in no village,
 * and one in the cell to the west of it, whose middle is 110.15 E 0.05 N.
 */
const sensitive = { kind: 'indigenous_territory' as const, consent: { by: 'Ketua adat', date: '2026-03-04' } }
const secret = (id: string, organisation: string, x: number, more: Partial<Activity> = {}) =>
  asRecord(
    'activity',
    activity(id, [organisation], [point(x, 0.005)], { visibility: 'generalised', sensitive, title: id, ...more }),
  )
const FIRST = secret('peka-satu', 'akar', 0.205)
const SECOND = secret('peka-dua', 'bina', 0.225)
const THIRD = secret('peka-tiga', 'citra', 0.228)
const WEST = secret('peka-barat', 'akar', 0.15)

const CELL = [110.2, 0, 110.3, 0.1]
const PERIOD = 'theme=stunting&period=2026'

let served: Served
let akar: Desk
let bina: Desk
beforeAll(async () => {
  served = await serve([FIRST, SECOND, WEST])
  akar = await sit(served, 'partner', 'akar')
  bina = await sit(served, 'partner', 'bina')
})
afterAll(() => served.world.close())

const put = async (...records: Parameters<typeof commit>[1]) => {
  await commit(served.store, records)
  await served.world.settled()
}
const textOf = async (address: string) => (await served.get(address)).text()
const inCell = async (box: readonly number[] = CELL): Promise<readonly string[]> => {
  const answer = await textOf(`/api/features/activities?bbox=${box.join(',')}&limit=100`)
  return [...new Set([...answer.matchAll(/peka-\w+/g)].map(([id]) => id))].sort()
}
const sitesOf = async (id: string) =>
  (JSON.parse(await textOf(`/api/records/activity/${id}`)) as { record: Activity }).record.sites
const tiled = async (): Promise<readonly string[]> => {
  const response = await served.get('/tiles/activities/8/206/127')
  if (response.status !== 200) return []
  return idsOf(readTile(Buffer.from(await response.arrayBuffer())).activities).filter((id) =>
    `${id}`.startsWith('peka'),
  )
}

describe('a cell with fewer than three sensitive sites', () => {
  test('is told by no list, tile, count, search nearby or figure; the work itself stays known', async () => {
    expect(FEWEST_TOLD).toBe(3)
    expect(await sitesOf('peka-satu')).toEqual([])
    expect(await textOf('/api/features/activities?limit=100')).toContain('peka-satu')
    expect(await inCell()).toEqual([])
    expect(await tiled()).toEqual([])
    expect(await textOf('/api/features/activities?near=110.25,0.05&withinKm=30')).not.toContain('peka')
    expect(
      await textOf(`/api/features/activities?bbox=${CELL.join(',')}&hits=true`).then((text) => JSON.parse(text)),
    ).toMatchObject({ numberMatched: 0 })
    expect(served.world.everyone.engine.reach('activity', 'peka-satu')).toEqual([])
  })

  test('is told when a third site comes into it, of all three at once and in every way', async () => {
    await put(THIRD)
    expect(await inCell()).toEqual(['peka-dua', 'peka-satu', 'peka-tiga'])
    expect(await sitesOf('peka-satu')).toEqual([{ geometry: { type: 'Point', coordinates: [110.25, 0.05] } }])
    expect([...(await tiled())].sort()).toEqual(['peka-dua', 'peka-satu', 'peka-tiga'])
    // The neighbouring cell still has only one.
    expect(await sitesOf('peka-barat')).toEqual([])
  })

  test('ceases to be told when one of three is taken back, withdrawn or moved away', async () => {
    for (const change of [
      { visibility: 'organisation' as const },
      { verification: 'archived' as const },
      { sites: [{ geometry: point(0.15, 0.005) }] },
    ]) {
      await put(THIRD)
      expect(await inCell()).toHaveLength(3)
      await put(secret('peka-tiga', 'citra', 0.228, change))
      expect(await inCell()).toEqual([])
      expect(await sitesOf('peka-dua')).toEqual([])
    }
  })

  test('is not filled by the same place twice, by drafts, by common sites, nor by places that everyone sees whole', async () => {
    await put(secret('peka-tiga', 'citra', 0.205))
    expect(await inCell()).toEqual([])
    await put(secret('peka-tiga', 'citra', 0.228, { verification: 'archived' }))
    await put(secret('peka-draf', 'citra', 0.228, { verification: 'draft' }))
    expect(await inCell()).toEqual([])
    await put(
      asRecord('activity', activity('umum', ['citra'], [point(0.228, 0.005)], { visibility: 'generalised' })),
      secret('peka-utuh', 'citra', 0.227, { visibility: 'public' }),
    )
    expect(await inCell()).toEqual(['peka-utuh'])
    expect(await sitesOf('umum')).toHaveLength(1)
    await put(secret('peka-utuh', 'citra', 0.227, { verification: 'archived' }))
  })

  test('hides nothing from its keeper and the members of Sekber', async () => {
    for (const desk of [akar, bina]) {
      const { record } = await desk.open('activity', 'peka-satu')
      expect((record as Activity).sites).toEqual([{ geometry: point(0.205, 0.005) }])
    }
  })

  test('is hidden for every earlier day as well', async () => {
    await put(THIRD)
    const then = ['peka-satu', 'peka-dua'].map((id) => served.store.state.records.get(`activity/${id}`)!)
    const shown = () => then.map((kept) => (served.world.hidden.show(kept)!.record as Activity).sites.length)
    const version = served.world.hidden.version()
    expect(shown()).toEqual([1, 1])
    await put(secret('peka-tiga', 'citra', 0.228, { verification: 'archived' }))
    expect(shown()).toEqual([0, 0])
    expect(served.world.hidden.version()).toBeGreaterThan(version)
  })
})

test('a world that starts anew tells the same cells as one that was there', async () => {
  const { world } = await serve([], { store: served.store })
  for (const id of ['peka-satu', 'peka-dua', 'peka-barat'])
    expect(world.everyone.find('activity', id)?.record.sites).toEqual(
      served.world.everyone.find('activity', id)?.record.sites,
    )
  world.close()
})

test(`every figure counts as if what is not told were not there: ${PERIOD}`, async () => {
  const addresses = [
    `/api/coverage?region=99.02&level=village&${PERIOD}`,
    `/api/coverage?region=99.02&level=regency&${PERIOD}`,
    `/api/overlaps?region=99.02&${PERIOD}`,
    '/api/places/99.02.01.2003',
  ]
  const bare = await serve([], {})
  for (const address of addresses) {
    const [here, without] = await Promise.all(
      [served, bare].map(async ({ get }) => JSON.stringify(strip(await (await get(address)).json()))),
    )
    expect(here).toBe(without)
  }
  bare.world.close()
})

/** Without the position of the journal, which differs. */
const strip = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === 'asOf' ? undefined : inner)))
