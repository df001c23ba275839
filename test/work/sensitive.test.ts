import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { openStoreAt } from '../../server/journal/open.ts'
import { exportRecords } from '../../server/verbs/export.ts'
import { ownFolder } from '../journal/own_folder.ts'
import { idsOf, readTile } from '../mvt.ts'
import { commit, serve } from '../served.ts'
import { activity, ENAU, point, rectangle } from '../world.ts'
import { asRecord, type Desk, type Served, sit } from './desk.ts'

/*
 * Three sites of bina that must not be found: a point at 110.0123456 E 0.0173219 N, an area around 110.0345 E 0.0123 N and
 * the village Enau, all in one cell of the grid of 0.1 degree, whose middle is 110.05 E 0.05 N: outside every village.
 */
const SECRET = point(0.0123456, 0.0173219)
const SECRET_AREA = rectangle(0.0345111, 0.0123777, 0.0355333, 0.0133999)
const CONSENT = { by: 'Ketua adat', date: '2026-03-04' }
const sensitive = { kind: 'indigenous_territory' as const, consent: CONSENT }
const sites = [SECRET, SECRET_AREA, ENAU]

const RECORDS = [
  activity('s-generalised', ['bina'], sites, { visibility: 'generalised', sensitive, title: 'Pemetaan hutan adat' }),
  activity('s-closed', ['bina'], sites, { sensitive: { kind: 'endangered_species' }, title: 'Tertutup satu' }),
  activity('s-partners', ['bina'], sites, { visibility: 'partners', title: 'Tertutup dua' }),
  activity('s-own', ['bina'], sites, { visibility: 'organisation', title: 'Tertutup tiga' }),
].map((record) => asRecord('activity', record))

/** Seven, six and five digits of each position: a prefix is as good as the whole. */
const DIGITS = ['0.01234', '0.01732', '0.03451', '0.01237', '0.03553', '0.01339', '110.0123', '110.0345', '110.0355']

const PERIOD = 'theme=stunting&period=2026'
const ADDRESSES = [
  '/api/context',
  '/api/layers',
  '/api/features/activities',
  '/api/features/activities?within=99.02',
  '/api/features/activities?near=110.0123456,0.0173219&withinKm=0.1',
  '/api/features/activities?near=110.0123456,0.0173219&nearest=5',
  '/api/records/activity/s-generalised',
  '/api/records/activity/s-closed',
  '/api/records/activity/s-partners',
  '/api/records/organisation/bina',
  '/api/profile/bina',
  '/api/search?q=hutan',
  '/api/search?q=tertutup',
  '/api/places/99.01.01.2001',
  '/api/places/99.02.01.2002',
  `/api/coverage?region=99.01&level=village&${PERIOD}`,
  `/api/coverage.csv?region=99.02&level=village&${PERIOD}`,
  `/api/coverage.geojson?region=99.01&level=village&${PERIOD}`,
  '/api/export/activities.geojson',
  '/api/export/activities.csv?geometry=both',
  '/api/export/activities.json?bbox=110.01,0.01,110.02,0.02',
  `/api/export/answers/coverage.geojsonl?region=99.01&${PERIOD}`,
  `/api/overlaps?region=99.01&${PERIOD}`,
  `/api/explanation?code=99.01.01.2001&${PERIOD}`,
  `/api/change?region=99.01&${PERIOD}&since=0`,
  '/api/matches?organisation=bina',
  '/tiles/activities.json',
  '/tiles/activities/14/13198/8191',
  '/tiles/activities/14/13199/8191',
  '/tiles/activities/10/824/511',
  '/tiles/activities/6/51/31',
]

let served: Served
let bina: Desk
let akar: Desk

beforeAll(async () => {
  served = await serve(RECORDS)
  bina = await sit(served, 'partner', 'bina')
  akar = await sit(served, 'partner', 'akar')
})
afterAll(() => served.world.close())

const textOf = async (response: Response | Promise<Response>): Promise<string> => {
  const given = await response
  const headers = JSON.stringify([...given.headers])
  return headers + Buffer.from(await given.arrayBuffer()).toString('latin1')
}

const expectNothing = (text: string, whence: string) => {
  for (const digits of DIGITS) expect([whence, text.includes(digits)]).toEqual([whence, false])
}

describe('where a sensitive place is', () => {
  test('stands in no byte of any public answer, tiles and headers included', async () => {
    for (const address of ADDRESSES) {
      const text = await textOf(served.get(address))
      // What was asked for is quoted in the link to the next page.
      expectNothing(address.includes('near=') ? text.replaceAll(/near=[^&"]*/g, '') : text, address)
    }
    expect(await textOf(served.get('/api/features/activities'))).toContain('s-generalised')
  })

  test('stands in no drawn tile either: the only position is the middle of its cell', async () => {
    const idsIn = async (x: number, y: number): Promise<readonly string[]> => {
      const response = await served.get(`/tiles/activities/14/${x}/${y}`)
      return response.status === 200 ? idsOf(readTile(Buffer.from(await response.arrayBuffer())).activities) : []
    }
    // At zoom 14 a tile is 0.022 degrees wide: 110.05 E 0.05 N is in 13200/8189, the true places in 13198 to 13202/8191.
    expect(await idsIn(13200, 8189)).toContain('s-generalised')
    for (const x of [13198, 13199, 13200, 13201, 13202]) expect(await idsIn(x, 8191)).not.toContain('s-generalised')
  })

  test('cannot be narrowed down by asking box after box: each answers for the cell and for nothing smaller', async () => {
    const count = async (box: readonly number[]) => {
      const answer = (await (
        await served.get(`/api/features/activities?bbox=${box.join(',')}&hits=true&organisation=bina`)
      ).json()) as {
        numberMatched: number
      }
      return answer.numberMatched
    }
    const visible = await count([110.0499, 0.0499, 110.0501, 0.0501])
    expect(visible).toBe(1)
    // Halving towards the true place loses the record at once, on every path.
    let [west, south, east, north] = [110, 0, 110.1, 0.1]
    for (let step = 0; step < 20; step += 1) {
      const middle = (west + east) / 2
      if (110.0123456 < middle) east = middle
      else west = middle
      const half = (south + north) / 2
      if (0.0173219 < half) north = half
      else south = half
      const holdsMiddle = west <= 110.05 && east >= 110.05 && south <= 0.05 && north >= 0.05
      const others = await count([west, south, east, north])
      const without = served.world.everyone
        .all('activity')
        .filter(({ id }) => id !== 's-generalised')
        .filter(({ organisations }) => organisations.some(({ id }) => id === 'bina')).length
      expect(others).toBeLessThanOrEqual(without + (holdsMiddle ? 1 : 0))
      if (!holdsMiddle) expect(await idsIn([west, south, east, north])).not.toContain('s-generalised')
    }
  })

  test('closes no gap, counts in no village and adds no name to a search', async () => {
    const { everyone } = served.world
    for (const id of ['s-generalised', 's-closed', 's-partners', 's-own'])
      expect(everyone.engine.reach('activity', id)).toEqual([])
    expect(everyone.engine.at(ENAU).activities).not.toContain('s-closed')
    expect(await (await served.get('/api/search?q=tertutup')).json()).toEqual([])
  })

  test('is told to members of Sekber only as far as its visibility goes, and whole to its keeper', async () => {
    const siteOf = async (desk: Desk, id: string) => (await desk.ask('GET', `/api/work/records/activity/${id}`)).text()
    expect(await siteOf(akar, 's-closed')).not.toContain('0.0123')
    expect(await siteOf(akar, 's-own')).not.toContain('0.0123')
    expect(await siteOf(akar, 's-partners')).toContain('110.0123456')
    expect(await siteOf(bina, 's-closed')).toContain('110.0123456')
    const list = await (await akar.ask('GET', '/api/work/records?organisation=bina&limit=200')).text()
    expect(list).not.toMatch(/s-closed|s-own/)
    const check = await akar.ask('POST', '/api/work/check', {
      kind: 'activity',
      record: {
        title: 'Tertutup satu',
        themes: ['stunting'],
        sites: [{ geometry: SECRET }],
        period: { start: '2026-01-01', end: null },
      },
    })
    expect(await check.text()).not.toContain('s-closed')
  })

  test('is the same for whoever asks with the version of an earlier answer', async () => {
    const before = await served.get('/api/features/activities')
    const { record } = served.store.state.records.get('activity/s-closed')!
    await commit(served.store, [asRecord('activity', { ...record, note: 'diubah' })])
    await served.world.settled()
    const after = await served.get('/api/features/activities')
    const features = async (response: Response) =>
      JSON.stringify(((await response.json()) as { features: unknown }).features)
    expect(await features(after)).toBe(await features(before))
  })
})

const idsIn = async (box: readonly number[]): Promise<string> =>
  textOf(served.get(`/api/features/activities?bbox=${box.join(',')}`))

test('what is shown coarsely today is shown coarsely for every earlier day', async () => {
  const { store, world, get } = await serve()
  const ask = async () => (await get(`/api/change?region=99.01&${PERIOD}&since=1`)).text()
  await commit(store, [asRecord('activity', activity('s-later', ['citra'], [point(0.05, 0.01)]))])
  await world.settled()
  expect(await ask()).toContain('citra')
  const { record } = store.state.records.get('activity/s-later')!
  await commit(store, [asRecord('activity', { ...record, visibility: 'generalised' })])
  await commit(store, [asRecord('activity', activity('s-other', ['bina'], [point(0.05, 0.01)]))])
  await world.settled()
  const since2 = await (await get(`/api/change?region=99.01&${PERIOD}&since=2`)).text()
  expect(since2).not.toContain('citra')
  expect(since2).toContain('bina')
  world.close()
})

test('an export of the command line holds the version that stands, with its coarse places only', async () => {
  const home = ownFolder()
  const { journal } = readConfig({ BENTANG_HOME: home })
  const store = await openStoreAt(journal)
  const village = activity('s-village', ['bina'], [ENAU, '61.05.01.2007', '61.05.01'], { visibility: 'generalised' })
  await commit(store, [...RECORDS, asRecord('activity', village)])
  await commit(store, [asRecord('activity', activity('s-draft', ['bina'], [SECRET], { verification: 'draft' }))])
  await store.close()
  let written = ''
  const out = new Writable({
    write(chunk, _, done) {
      written += chunk
      done()
    },
  })
  await exportRecords.run([], {
    config: readConfig({ BENTANG_HOME: home }),
    out,
    err: new Writable({ write: (_, __, done) => done() }),
  })
  expectNothing(written, 'export')
  const lines = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; record: { sites: object[] } })
  expect(lines.map(({ id }) => id)).toEqual(['s-generalised', 's-village'])
  // Sintang's first village by the gazetteer's point; Enau is on no official list.
  expect(lines[1]?.record.sites).toEqual([
    { geometry: { type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] } },
    { code: '61.05.01' },
  ])
})
