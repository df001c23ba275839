import type { Feature, Geometry, Position } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCrs, projected, SYSTEMS } from '../server/ogc/crs.ts'
import { parseDatetime } from '../server/ogc/datetime.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

type Page = {
  readonly numberMatched: number
  readonly numberReturned: number
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type: string }[]
  readonly features: readonly Feature<Geometry | null, Record<string, unknown> & { readonly id: string }>[]
}

let sample: SampleApp
beforeAll(async () => {
  sample = await openSampleApp()
}, 60_000)
afterAll(() => sample.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  sample.app.request(`http://localhost${path}`, { headers })
const page = async (path: string): Promise<Page> => {
  const response = await get(path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as Page
}
const idsOf = ({ features }: Page) => features.map(({ properties }) => properties.id)
const inSystem = (name: string) => encodeURIComponent(findCrs(name)!.uri)

describe('OGC API - Features', () => {
  test('every link that the landing page and the collections give is answered', async () => {
    const asked = new Set<string>()
    const follow = async (path: string, depth: number): Promise<void> => {
      if (asked.has(path) || depth === 0) return
      asked.add(path)
      const response = await get(path)
      expect([path, response.status === 200 || response.status === 302]).toEqual([path, true])
      if (!response.headers.get('Content-Type')?.includes('json')) return
      const { links = [], collections = [] } = (await response.json()) as Partial<Page> & {
        collections?: readonly Page[]
      }
      for (const { href } of [...links, ...collections.flatMap((one) => one.links)])
        if (href.startsWith('http://localhost/')) await follow(href.slice('http://localhost'.length), depth - 1)
    }
    await follow('/ogc', 3)
    expect(asked.size).toBeGreaterThan(30)
  })

  test('page by page each collection gives every feature once, in the order of ids', async () => {
    const { collections } = (await (await get('/ogc/collections')).json()) as { collections: { id: string }[] }
    expect(collections).toHaveLength(11)
    for (const { id } of collections) {
      const seen: string[] = []
      let path: string | null = `/ogc/collections/${id}/items?limit=97`
      let matched = 0
      while (path) {
        const next: Page = await page(path)
        expect(next.numberReturned).toBe(next.features.length)
        matched = next.numberMatched
        seen.push(...idsOf(next))
        path = next.links.find(({ rel }) => rel === 'next')?.href.slice('http://localhost'.length) ?? null
      }
      expect([id, seen.length, new Set(seen).size]).toEqual([id, matched, matched])
      expect(seen).toEqual([...seen].sort())
    }
  })

  test('a box finds the same features in whichever system it is told', async () => {
    const corners: readonly Position[] = [
      [111.2, -0.4],
      [112.1, 0.3],
    ]
    const told = await Promise.all(
      SYSTEMS.map(async (crs) => {
        const [low, high] = corners.map(
          (at) => (projected({ type: 'Point', coordinates: [...at] }, crs) as { coordinates: Position }).coordinates,
        )
        const path = `/ogc/collections/villages/items?limit=1000&bbox=${[...low!, ...high!].join(',')}&bbox-crs=${encodeURIComponent(crs.uri)}`
        return idsOf(await page(path))
      }),
    )
    expect(told[0]!.length).toBeGreaterThan(20)
    // A box of a projection is no box of degrees: at its edges, a few metres decide.
    for (const ids of told) {
      const differing = [...ids.filter((id) => !told[0]!.includes(id)), ...told[0]!.filter((id) => !ids.includes(id))]
      expect(differing.length).toBeLessThanOrEqual(2)
    }
    const { features } = await page('/ogc/collections/villages/items?limit=1000&bbox=111.2,-0.4,112.1,0.3')
    for (const { geometry } of features) expect(geometry!.type).toBe('MultiPolygon')
  })

  test('coordinates come in the system asked for, to the centimetre, and the answer says which', async () => {
    // Computed by PROJ 9.1: cs2cs EPSG:4326 EPSG:<code>, for 0.0695 degrees south, 111.4951 degrees east.
    const point: Geometry = { type: 'Point', coordinates: [111.4951, -0.0695] }
    expect(projected(point, findCrs('EPSG:4326')!)).toEqual({ type: 'Point', coordinates: [-0.0695, 111.4951] })
    expect(projected(point, findCrs('EPSG:32749')!)).toEqual({ type: 'Point', coordinates: [555_092.88, 9_992_317.87] })
    expect(projected(point, findCrs('EPSG:3857')!)).toEqual({ type: 'Point', coordinates: [12_411_577.76, -7_736.71] })
    const response = await get(`/ogc/collections/villages/items?limit=1&crs=${inSystem('EPSG:32749')}`)
    expect(response.headers.get('Content-Crs')).toBe('<http://www.opengis.net/def/crs/EPSG/0/32749>')
    const { features } = (await response.json()) as Page
    const [x, y] = (features[0]!.geometry as { coordinates: Position[][][] }).coordinates[0]![0]![0]!
    expect(x).toBeGreaterThan(100_000)
    expect(y).toBeGreaterThan(9_000_000)
  })

  test('a time of days takes records that reach into it, no others', async () => {
    const all = await page('/ogc/collections/activities/items?limit=10000')
    for (const text of [
      '2026-03-15',
      '2025-11-20/2026-02-10',
      '../2024-06-30',
      '2026-01-01/..',
      '2026-01-01/2026-12-31',
      '2026-01-01T00:00:00/9999-12-31T000:00:00Z',
    ]) {
      const { from, to } = parseDatetime(text)!
      const wanted = all.features
        .filter(
          ({ properties: { start, end } }) =>
            (from === null || end === null || `${end}` >= from) && (to === null || `${start}` <= to),
        )
        .map(({ properties }) => properties.id)
      const found = await page(`/ogc/collections/activities/items?limit=10000&datetime=${text}`)
      expect([text, idsOf(found)]).toEqual([text, wanted])
      expect(found.numberMatched).toBe(wanted.length)
    }
  })

  test('what cannot be read is refused in words, an item that is not there is not found', async () => {
    const refused = [
      'bbox=1,2,3',
      'bbox=113,1,111,-1',
      'bbox=111,-1,113,1&bbox-crs=EPSG:1',
      'crs=EPSG:23834',
      'datetime=2026-13-01',
      'datetime=../..',
      'datetime=2026-05-01/2026-04-01',
      'limit=0',
      'limit=ten',
      'bboxx=111,-1,113,1',
      'limit=1&limit=2',
      'f=xml',
    ]
    for (const query of refused) {
      const response = await get(`/ogc/collections/activities/items?${query}`)
      expect([query, response.status]).toEqual([query, 400])
      expect(response.headers.get('Content-Type')).toContain('application/problem+json')
    }
    for (const path of [
      '/ogc/collections/desa',
      '/ogc/collections/villages/items/61.05',
      '/ogc/collections/activities/items/tidak-ada',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404])
  })

  test('a feature by its id is the one of the list, with its way back; people get a page', async () => {
    const [first] = (await page('/ogc/collections/activities/items?limit=1')).features
    const one = (await (await get(`/ogc/collections/activities/items/${first!.properties.id}`)).json()) as Page &
      Feature
    const { links, ...feature } = one
    expect(feature).toEqual(first)
    expect(links.map(({ rel }) => rel)).toEqual(['self', 'alternate', 'collection'])
    const shown = await get('/ogc/collections/activities/items', { Accept: 'text/html,application/xhtml+xml' })
    expect(shown.headers.get('Content-Type')).toContain('text/html')
    const text = await shown.text()
    expect(text).toContain(`${first!.properties.id}?f=html`)
    expect(text).toContain('<em>data contoh</em>')
    const told = await (await get(`/ogc/collections/activities/items/${first!.properties.id}?f=html&lang=en`)).text()
    expect(told).toContain(`<a href="/p/activity/${first!.properties.id}">`)
    expect(told).toContain('<dt>Budget (IDR)</dt>')
  })
})
