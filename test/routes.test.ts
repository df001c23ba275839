import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FeaturesAnswer } from '../data/model/answers.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { CONTENT_SECURITY_POLICY, DATA_POLICY } from '../server/transport/headers.ts'
import { commit, serve } from './served.ts'
import { ASAM, activity, BAKAU, organisation, point, rectangle, target } from './world.ts'

const SECRET = 'rahasia-adat'
const PRIVATE: readonly AnyRecord[] = [
  { kind: 'organisation', record: organisation(`${SECRET}-org`, 'ngo', { verification: 'submitted' }) },
  {
    kind: 'activity',
    record: activity(`${SECRET}-act`, [`${SECRET}-org`], [point(0.0123456, 0.0123456), ASAM], {
      visibility: 'organisation',
    }),
  },
  { kind: 'target', record: target(`${SECRET}-target`, [BAKAU], { verification: 'draft', title: SECRET }) },
  {
    kind: 'authority',
    record: {
      ...target(`${SECRET}-area`, [], { visibility: 'partners' }),
      name: SECRET,
      kind: 'other_use',
      holder: SECRET,
      region: '99.01',
      geometry: rectangle(0.001, 0.001, 0.002, 0.002),
    },
  },
]

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve(PRIVATE)
})
afterAll(() => served.world.close())

const COVERAGE = '/api/coverage?region=99.01&theme=stunting&period=2026'
const ADDRESSES = [
  '/healthz',
  '/api/context',
  '/api/layers',
  '/api/search?q=rahasia',
  '/api/search?q=asam',
  '/api/features/activities',
  '/api/features/targets',
  '/api/features/authority',
  '/api/features/villages',
  '/api/features/gaps?theme=stunting&period=2026',
  '/api/features/activities?bbox=110.0123,0.0123,110.0124,0.0124',
  `/api/records/activity/${SECRET}-act`,
  `/api/records/organisation/${SECRET}-org`,
  `/api/places/${ASAM}`,
  '/api/places/99.01',
  COVERAGE,
  COVERAGE.replace('coverage', 'coverage.csv'),
  COVERAGE.replace('coverage', 'coverage.geojson'),
  COVERAGE.replace('coverage', 'overlaps'),
  COVERAGE.replace('coverage', 'overlaps.csv'),
  COVERAGE.replace('coverage', 'flows'),
  COVERAGE.replace('coverage', 'flows.csv'),
  `/api/explanation?code=${ASAM}&theme=stunting&period=2026`,
  COVERAGE.replace('coverage', 'gaps.csv'),
  '/api/points?region=99.01',
  '/api/points?region=99.01&theme=stunting&organisation=bina&status=ongoing',
  '/api/corridor?a=99.01&b=99.02&km=100',
  '/api/change?region=99.01&theme=stunting&period=2026&since=0',
  '/api/change.csv?region=99.01&theme=stunting&from=2024&to=2026',
  '/api/corridor?a=99.01&b=99.02&km=100&theme=stunting&period=2026',
  '/api/coverage/years?region=99.01&theme=stunting&from=2024&to=2026',
  '/api/matches?target=t-health',
  `/api/matches?target=${SECRET}-target`,
  '/tiles/activities/10/824/511',
  '/tiles/authority/10/824/511',
  '/tiles/targets/10/824/511',
  '/tiles/activities.json',
  '/api/openapi.json',
  '/docs',
  '/docs/start.js',
  '/api/nothing-here',
  '/nothing-here',
]

describe('what nobody may see', () => {
  test('a record that is not public is in the full register and in no byte of any public answer', async () => {
    expect((await served.world.members()).find('activity', `${SECRET}-act`)).not.toBeNull()
    for (const address of ADDRESSES) {
      const body = Buffer.from(await (await served.get(address)).arrayBuffer()).toString('utf8')
      // A refusal may quote the words that were asked for, but must not differ from that for words nobody ever used.
      const unknown = Buffer.from(
        await (await served.get(address.replaceAll(SECRET, 'tak-pernah-ada'))).arrayBuffer(),
      ).toString('utf8')
      if (address.includes(SECRET)) expect(body.replaceAll(SECRET, 'tak-pernah-ada')).toBe(unknown)
      else expect(body).not.toContain(SECRET)
      expect(body).not.toContain('0.0123456')
    }
  })

  test('the tables of the public hold no row of a record that is not public', async () => {
    const { everyone } = served.world
    const full = await served.world.members()
    const rows = "SELECT count(*)::INTEGER AS n FROM records WHERE starts_with(id, 'rahasia')"
    expect(await full.projection.query(rows)).toEqual([{ n: 4 }])
    expect(await everyone.projection.query(rows)).toEqual([{ n: 0 }])
  })

  test('private work closes no gap', async () => {
    const { units } = (await (await served.get(COVERAGE)).json()) as { units: { code: string; verdict: object }[] }
    expect(units.find(({ code }) => code === ASAM)?.verdict).toEqual({ kind: 'met', by: 'akar' })
  })
})

describe('how an answer travels', () => {
  test('every answer, refusals included, carries the policy that forbids foreign and inline scripts, and no cookie', async () => {
    for (const address of ADDRESSES) {
      const { headers } = await served.get(address)
      const isData = !headers.get('Content-Type')?.startsWith('text/html')
      expect(headers.get('Content-Security-Policy')).toBe(isData ? DATA_POLICY : CONTENT_SECURITY_POLICY)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      if (!isData) expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin')
      expect(headers.has('Set-Cookie')).toBe(false)
    }
  })

  test('data may do nothing at all, a page only what comes from here, and neither may be framed', () => {
    expect(DATA_POLICY).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'; script-src 'self';")
    expect(CONTENT_SECURITY_POLICY).toContain("frame-ancestors 'none'")
  })

  test('anyone may read the API from anywhere, and nothing else', async () => {
    expect((await served.get('/api/context')).headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect((await served.get('/docs')).headers.has('Access-Control-Allow-Origin')).toBe(false)
    const preflight = await served.get('/tiles/villages/10/824/511', { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD')
    expect(preflight.headers.has('Access-Control-Allow-Credentials')).toBe(false)
  })

  test('who holds this version is told so without a body; a new entry makes it a new version', async () => {
    const { get, store, world } = await serve()
    const first = await get(COVERAGE)
    const tag = first.headers.get('ETag')!
    const again = await get(COVERAGE, { headers: { 'If-None-Match': `"other", ${tag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await commit(store, [{ kind: 'activity', record: activity('a-new', ['citra'], [BAKAU]) }])
    await world.settled()
    const changed = await get(COVERAGE, { headers: { 'If-None-Match': tag } })
    expect(changed.status).toBe(200)
    expect(await changed.json()).toMatchObject({ asOf: { seq: 2 } })
    world.close()
  })

  test('the same answer arrives plain, gzipped and brotlied', async () => {
    const plain = await (await served.get('/api/openapi.json')).text()
    const brotli = await served.get('/api/openapi.json', { headers: { 'Accept-Encoding': 'gzip, br' } })
    expect(brotli.headers.get('Content-Encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(plain)
    const gzip = await served.get('/api/openapi.json', { headers: { 'Accept-Encoding': 'br;q=0, gzip' } })
    expect(gzip.headers.get('Content-Encoding')).toBe('gzip')
  })

  test('thirty who ask at the same moment get one answer that was made once', async () => {
    const { get, world } = await serve()
    let asked = 0
    const { engine } = world.everyone
    const coverage = engine.coverage
    engine.coverage = (question) => {
      asked += 1
      return coverage(question)
    }
    const answers = await Promise.all(Array.from({ length: 30 }, () => get(COVERAGE)))
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())))
    expect([asked, bodies.size]).toEqual([1, 1])
    world.close()
  })

  test('behind a proxy, links carry the public address', async () => {
    const { get, world } = await serve([], { url: 'https://peta.example/bentang' })
    const tiles = (await (await get('/tiles/villages.json?v=2')).json()) as { tiles: string[] }
    expect(tiles.tiles).toEqual(['https://peta.example/bentang/tiles/villages/{z}/{x}/{y}?v=2'])
    const page = (await (await get('/api/features/villages?limit=1')).json()) as FeaturesAnswer
    expect(page.links[0]?.href).toBe('https://peta.example/bentang/api/features/villages?limit=1')
    world.close()
  })

  test('HEAD says what GET would, without the body', async () => {
    const head = await served.get(COVERAGE, { method: 'HEAD' })
    const get = await served.get(COVERAGE)
    expect(await head.text()).toBe('')
    expect(head.headers.get('ETag')).toBe(get.headers.get('ETag'))
    expect(head.headers.get('Content-Length')).toBe(get.headers.get('Content-Length'))
  })

  test('refusals speak Indonesian, and English when asked', async () => {
    const detail = async (path: string, language?: string) => {
      const response = await served.get(path, language ? { headers: { 'Accept-Language': language } } : {})
      expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
      return ((await response.json()) as { detail: string }).detail
    }
    expect(await detail('/api/features/village')).toContain('Maksud Anda villages?')
    expect(await detail('/api/features/village', 'en-GB,en;q=0.9')).toContain('Did you mean villages?')
    expect(await detail('/api/features/village?lang=id', 'en')).toContain('Maksud Anda villages?')
  })

  test('a table is saved under a name that tells place, theme and period, and no cell of it runs as a formula', async () => {
    const { get, world } = await serve([
      { kind: 'organisation', record: organisation('jahat', 'ngo', { name: '=HYPERLINK("http://x")\nlagi' }) },
      { kind: 'activity', record: activity('a-jahat', ['jahat'], ['99.02.01.2003']) },
      { kind: 'target', record: target('t-jahat', ['99.02.01.2003'], { title: '-2+3' }) },
    ])
    const response = await get('/api/coverage.csv?region=99.02&theme=stunting&period=2024/2026')
    const disposition = response.headers.get('Content-Disposition')
    expect(disposition).toBe('attachment; filename="bentang-cakupan_timur_stunting_2024-2026.csv"')
    const text = await response.text()
    expect(text.startsWith('code,name,within,')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")\nlagi","'-2+3",`)
    expect(text).toMatch(/,246\.18,sample,/)
    world.close()
  })
})

describe('pages of a listing', () => {
  test('writes between two pages neither repeat nor skip a record that stays', async () => {
    const { get, store, world } = await serve()
    const read = async (path: string) => (await (await get(path)).json()) as FeaturesAnswer
    const idsOf = ({ features }: FeaturesAnswer) => features.map(({ properties }) => properties.id)
    const before = idsOf(await read('/api/features/activities'))
    const first = await read('/api/features/activities?limit=3')
    expect(first.numberMatched).toBe(before.length)
    await commit(store, [{ kind: 'activity', record: activity('a-aaa', ['akar'], [ASAM]) }])
    await world.settled()
    const seen = idsOf(first)
    let next = first.links.find(({ rel }) => rel === 'next')?.href
    while (next) {
      const page = await read(next)
      seen.push(...idsOf(page))
      next = page.links.find(({ rel }) => rel === 'next')?.href
    }
    expect(seen).toEqual(before)
    world.close()
  })

  test('place layers page the same way', async () => {
    const page = (await (await served.get('/api/features/villages?limit=4')).json()) as FeaturesAnswer
    expect([page.numberMatched, page.numberReturned]).toEqual([6, 4])
    const rest = (await (await served.get(page.links.at(-1)!.href)).json()) as FeaturesAnswer
    expect(rest.features.map(({ properties }) => properties.title)).toEqual(['Enau', 'Gambir'])
    expect(rest.links.map(({ rel }) => rel)).toEqual(['self'])
  })
})

describe('tiles', () => {
  const tile = async (path: string) => {
    const response = await served.get(path)
    return { status: response.status, text: Buffer.from(await response.arrayBuffer()).toString('latin1'), response }
  }

  test('a tile over the world holds its villages and their outlines, one over the empty sea is 204', async () => {
    const { status, text, response } = await tile('/tiles/villages/10/824/511.mvt')
    expect(status).toBe(200)
    expect(response.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile')
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=300, stale-while-revalidate=86400')
    for (const word of ['villages', 'villages-lines', 'Asam', ASAM]) expect(text).toContain(word)
    expect((await tile('/tiles/villages/10/1/1')).status).toBe(204)
  })

  test('a zoom deeper than the tileset announces is cut all the same, never called empty', async () => {
    expect((await tile('/tiles/villages/14/13199/8191')).text).toContain('Bakau')
    expect((await tile('/tiles/labels/14/13199/8191')).text).toContain('Bakau')
    expect((await tile('/tiles/villages/19/0/0')).status).toBe(400)
  })

  test('filters act on the tiles of records', async () => {
    expect((await tile('/tiles/activities/10/824/511?theme=stunting')).text).toContain('a-three-sites')
    expect((await tile('/tiles/activities/10/824/511?theme=stunting&period=2020')).status).toBe(204)
    expect((await tile('/tiles/activities/10/824/511?theme=stunting&organisation=bina')).text).not.toContain('a-three')
    expect((await tile('/tiles/activities/10/824/511?status=cancelled')).status).toBe(204)
  })

  test('TileJSON names the layers that the tiles hold and keeps the filters in their address', async () => {
    const json = await (await served.get('/tiles/activities.json?theme=stunting&period=2026')).json()
    expect(json).toMatchObject({
      tilejson: '3.0.0',
      tiles: ['http://localhost/tiles/activities/{z}/{x}/{y}?theme=stunting&period=2026'],
      vector_layers: [{ id: 'activities' }, { id: 'activities-lines' }, { id: 'activities-clusters' }],
    })
  })
})
