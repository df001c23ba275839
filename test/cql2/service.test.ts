import type { Feature, Geometry } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '../../data/layers/index.ts'
import { openSampleApp, type SampleApp } from '../sample_app.ts'

type Page = {
  readonly numberMatched: number
  readonly links: readonly { readonly rel: string; readonly href: string }[]
  readonly features: readonly Feature<Geometry | null, Record<string, unknown> & { readonly id: string }>[]
  readonly detail?: string
}

let sample: SampleApp
beforeAll(async () => {
  sample = await openSampleApp()
}, 60_000)
afterAll(() => sample.close())

const ask = async (collection: string, query: Record<string, string>) => {
  const response = await sample.app.request(
    `http://localhost/ogc/collections/${collection}/items?${new URLSearchParams({ limit: '10000', ...query })}`,
  )
  return { status: response.status, type: response.headers.get('Content-Type'), body: (await response.json()) as Page }
}
const idsOf = async (collection: string, query: Record<string, string>) => {
  const { status, body } = await ask(collection, query)
  expect([status, body.detail]).toEqual([200, undefined])
  expect(body.numberMatched).toBe(body.features.length)
  return body.features.map(({ properties }) => properties.id)
}
const chosen = async (collection: string, keep: (properties: Record<string, unknown>) => boolean) =>
  (await ask(collection, {})).body.features
    .filter(({ properties }) => keep(properties))
    .map(({ properties }) => properties.id)

describe('filters on /ogc', () => {
  test.each([
    [
      "status = 'ongoing' AND budgetIdr > 1000000000",
      ({ status, budgetIdr }: Record<string, unknown>) => status === 'ongoing' && (budgetIdr as number) > 1e9,
    ],
    [
      "A_CONTAINS(themes, ('stunting'))",
      ({ themes }: Record<string, unknown>) => (themes as string[]).includes('stunting'),
    ],
    ["CASEI(title) LIKE CASEI('%AIR%')", ({ title }: Record<string, unknown>) => /air/i.test(title as string)],
    ["start >= DATE('2025-01-01')", ({ start }: Record<string, unknown>) => (start as string) >= '2025-01-01'],
    ["start >= '2025-01-01'", ({ start }: Record<string, unknown>) => (start as string) >= '2025-01-01'],
    ['beneficiaries IS NULL', ({ beneficiaries }: Record<string, unknown>) => beneficiaries === undefined],
  ])('%s', async (filter, keep) => {
    const wanted = await chosen('activities', keep)
    expect(wanted.length).toBeGreaterThan(0)
    expect(await idsOf('activities', { filter })).toEqual(wanted)
  })

  test('a parameter with the name of a property, and JSON, choose the same', async () => {
    const wanted = await idsOf('activities', { filter: "status = 'planned'" })
    expect(await idsOf('activities', { status: 'planned' })).toEqual(wanted)
    const json = JSON.stringify({ op: '=', args: [{ property: 'status' }, 'planned'] })
    expect(await idsOf('activities', { filter: json, 'filter-lang': 'cql2-json' })).toEqual(wanted)
    expect(await idsOf('activities', { themes: 'stunting' })).toEqual(
      await chosen('activities', ({ themes }) => (themes as string[]).includes('stunting')),
    )
    expect((await idsOf('islands', { populated: 'true' })).length).toBeGreaterThan(0)
  })

  test('a box around Karimata is the same in degrees, in latitude first and in metres of UTM 49S', async () => {
    const wanted = await idsOf('islands', { filter: 'S_INTERSECTS(geometry, BBOX(108.8, -1.8, 109.2, -1.4))' })
    expect(wanted.length).toBeGreaterThan(10)
    expect(
      await idsOf('islands', {
        filter: 'S_INTERSECTS(geometry, POLYGON((-1.8 108.8, -1.8 109.2, -1.4 109.2, -1.4 108.8, -1.8 108.8)))',
        'filter-crs': 'http://www.opengis.net/def/crs/EPSG/0/4326',
      }),
    ).toEqual(wanted)
    const metres = await idsOf('islands', {
      filter: 'S_INTERSECTS(geometry, BBOX(255000, 9800900, 300000, 9845300))',
      'filter-crs': 'EPSG:32749',
    })
    expect(metres.length).toBeGreaterThan(10)
    expect(wanted.filter((id) => metres.includes(id)).length).toBeGreaterThan(wanted.length * 0.9)
    const inside = await idsOf('islands', { filter: 'S_WITHIN(geometry, BBOX(108.8, -1.8, 109.2, -1.4))' })
    const outside = await idsOf('islands', { filter: 'S_DISJOINT(geometry, BBOX(108.8, -1.8, 109.2, -1.4))' })
    const all = await idsOf('islands', {})
    expect(inside.every((id) => wanted.includes(id))).toBe(true)
    expect([...wanted, ...outside].sort()).toEqual(all)
  })

  test('pages of a filter give every feature once, and keep the filter in the link', async () => {
    const filter = "status <> 'ongoing'"
    const wanted = await idsOf('activities', { filter })
    const seen: string[] = []
    let path: string | null =
      `http://localhost/ogc/collections/activities/items?${new URLSearchParams({ filter, limit: '7' })}`
    while (path) {
      const page = (await (await sample.app.request(path)).json()) as Page
      expect(page.numberMatched).toBe(wanted.length)
      seen.push(...page.features.map(({ properties }) => properties.id))
      path = page.links.find(({ rel }) => rel === 'next')?.href ?? null
    }
    expect(seen).toEqual(wanted)
  })

  test('gaps and overlaps are collections: a feature for each theme and unit, found again by its id', async () => {
    for (const collection of ['gaps', 'overlaps']) {
      const { body } = await ask(collection, { datetime: '2026-01-01/2026-12-31' })
      expect(body.numberMatched).toBeGreaterThan(0)
      expect(new Set(body.features.map(({ properties }) => properties.id)).size).toBe(body.numberMatched)
      const [first] = body.features
      const again = await sample.app.request(
        `http://localhost/ogc/collections/${collection}/items/${first!.properties.id}`,
      )
      expect(((await again.json()) as Feature).properties).toEqual(first!.properties)
      const theme = first!.properties.theme as string
      const ofTheme = body.features.filter(({ properties }) => properties.theme === theme)
      expect(await idsOf(collection, { filter: `theme = '${theme}'`, datetime: '2026-06-01' })).toEqual(
        ofTheme.map(({ properties }) => properties.id),
      )
    }
    const gone = await sample.app.request('http://localhost/ogc/collections/gaps/items/stunting.1800.61.05.01.2007')
    expect(gone.status).toBe(404)
  })

  test('every collection declares its properties as queryables and as a schema, and /api names them', async () => {
    const { paths } = (await (await sample.app.request('http://localhost/ogc/api')).json()) as {
      paths: Record<string, { get: { parameters: { name: string }[] } }>
    }
    for (const { id, fields } of LAYERS) {
      const names = [...fields.map(({ name }) => name), 'geometry']
      for (const of of ['queryables', 'schema']) {
        const response = await sample.app.request(`http://localhost/ogc/collections/${id}/${of}`)
        expect(response.headers.get('Content-Type')).toBe('application/schema+json')
        const { properties } = (await response.json()) as { properties: Record<string, unknown> }
        expect(Object.keys(properties).filter((name) => name !== 'layer')).toEqual(names)
      }
      const parameters = paths[`/collections/${id}/items`]!.get.parameters.map(({ name }) => name)
      expect(parameters).toEqual(expect.arrayContaining([...names.slice(0, -1), 'filter', 'filter-lang', 'filter-crs']))
    }
  })
})

describe('what is no filter is refused in words', () => {
  const deep = `${'('.repeat(5_000)}title = 'a'${')'.repeat(5_000)}`
  const nested = (depth: number): string => `${'{"op":"not","args":['.repeat(depth)}true${']}'.repeat(depth)}`
  test.each([
    "title = '' OR 1=1 --",
    "'; DROP TABLE features; --",
    "title = 'a' UNION SELECT * FROM people",
    "title LIKE '%' ESCAPE '!'",
    'title = (SELECT secret FROM people LIMIT 1)',
    "read_csv('/etc/passwd')",
    "title = read_text('/etc/passwd')",
    "title = 'a'; ATTACH 'x'",
    "__proto__ = 'a'",
    "constructor = 'a'",
    'toString IS NULL',
    "owner = 'x'",
    'title.length > 3',
    'title = `id`',
    'title = $1',
    "title = 'a' /* */",
    "CASEI(1) = 'a'",
    'title > 5',
    "themes = 'stunting'",
    "year = DATE('2026-01-01')",
    "start = DATE('2026-02-30')",
    "start = TIMESTAMP('now')",
    'title IN ()',
    "geometry = 'POINT(1 1)'",
    'S_INTERSECTS(title, POINT(1 1))',
    'S_INTERSECTS(geometry, geometry)',
    'S_INTERSECTS(geometry, POINT(1000 1))',
    'S_INTERSECTS(geometry, POLYGON((0 0, 1 1, 0 1, 1 0, 0 0)))',
    'S_INTERSECTS(geometry, POLYGON((0 0, 1 1)))',
    'S_INTERSECTS(geometry, BBOX(2, 0, 1, 1))',
    'T_DURING(start, title)',
    "T_DURING(start, INTERVAL('2026-01-01'))",
    "LIKE(title, 'a')",
    'title',
    '1',
    '',
    ' ',
    '\u0000',
    "title = 'a' AND",
    'NOT',
    deep,
    `NOT ${'NOT '.repeat(5_000)}title = 'a'`,
    `title IN (${"'a',".repeat(5_000)}'a')`,
    `GEOMETRYCOLLECTION${'(GEOMETRYCOLLECTION'.repeat(900)}`,
  ])('%#', async (filter) => {
    const startedMs = performance.now()
    const { status, type, body } = await ask('activities', { filter })
    expect([filter.slice(0, 60), status, type]).toEqual([
      filter.slice(0, 60),
      400,
      'application/problem+json; charset=utf-8',
    ])
    expect(body.detail).toMatch(/[.?]$/)
    expect(performance.now() - startedMs).toBeLessThan(1_000)
  })

  test.each([
    'null',
    '[]',
    '{}',
    '{"op":"and","args":[]}',
    '{"op":"and","args":[true]}',
    '{"op":"__proto__","args":[]}',
    '{"op":"=","args":[{"property":"__proto__"},1]}',
    '{"op":"=","args":[{"property":["title"]},1]}',
    '{"op":"=","args":[{"property":"title"},{"$ne":null}]}',
    '{"op":"like","args":[{"property":"title"},{"property":"title"}]}',
    '{"op":"in","args":[{"property":"title"},"abc"]}',
    '{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[["a",1]]]}]}',
    '{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[]}]}',
    '{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":["a",1,2,3]}]}',
    '{"op":"s_intersects","args":[{"property":"geometry"},{"type":"GeometryCollection","geometries":[null]}]}',
    '{"op":"t_during","args":[{"property":"start"},{"interval":[{"property":"title"},".."]}]}',
    '{"op":"a_contains","args":[{"property":"themes"},[1,2]]}',
    '{"op":"=","args":[1e999,1]}',
    '{"op":"=",',
    nested(200),
    nested(5_000),
  ])('as JSON: %#', async (filter) => {
    const { status, body } = await ask('activities', { filter, 'filter-lang': 'cql2-json' })
    expect([filter.slice(0, 80), status]).toEqual([filter.slice(0, 80), 400])
    expect(body.detail).toMatch(/[.?]$/)
  })

  test.each([
    [{ 'filter-lang': 'sql', filter: "title = 'a'" }, /cql2-text/],
    [{ 'filter-crs': 'EPSG:9999', filter: "title = 'a'" }, /EPSG\/0\/32749/],
    [{ budgetIdr: 'much' }, /bilangan/],
    [{ budget: '5' }, /budgetIdr/],
  ])('parameters: %j', async (query, words) => {
    const { status, body } = await ask('activities', query as Record<string, string>)
    expect([status, body.detail]).toEqual([400, expect.stringMatching(words)])
  })
})
