import { Validator } from '@seriousme/openapi-schema-validator'
import type { Feature, Geometry } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import { CONFORMANCE } from '../server/ogc/conformance.ts'
import { SYSTEMS } from '../server/ogc/crs.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

/** Abstract tests of the standards by their numbers: OGC 17-069r4 Annex A, 18-058r1 Annex A, 19-079r2 Annex A, 23-058r1 Annex A. */

type Link = { readonly rel: string; readonly href: string; readonly type?: string; readonly title?: string }
type Body = Record<string, unknown> & { readonly links: readonly Link[] }
type Collected = Body & {
  readonly type: string
  readonly features: readonly Feature<Geometry | null, Record<string, unknown>>[]
  readonly numberMatched: number
  readonly numberReturned: number
  readonly timeStamp: string
}
type Parameter = {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly style: string
  readonly explode: boolean
  readonly schema: Record<string, unknown>
}

const ROOT = 'http://localhost/ogc'
const IDS = LAYERS.map(({ id }) => id)

let sample: SampleApp
beforeAll(async () => {
  sample = await openSampleApp()
}, 60_000)
afterAll(() => sample.close())

const get = async (path: string, headers: Record<string, string> = {}) =>
  sample.app.request(`${ROOT}${path}`, { headers })
const read = async <T = Body>(path: string): Promise<T> => {
  const response = await get(path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as T
}
const rels = ({ links }: Body, rel: string) => links.filter((link) => link.rel === rel)
const parametersOf = async (id: string) => {
  const { paths } = await read<{ paths: Record<string, { get: { parameters: Parameter[] } }> }>('/api')
  return new Map(paths[`/collections/${id}/items`]!.get.parameters.map((parameter) => [parameter.name, parameter]))
}

describe('Part 1, core', () => {
  test('A.2.2.1 /conf/core/http: errors and answers by HTTP 1.1', async () => {
    expect((await get('/collections/none')).status).toBe(404)
    expect((await sample.app.request(`${ROOT}/collections`, { method: 'PUT' })).status).toBe(405)
    expect((await sample.app.request(`${ROOT}/collections`, { method: 'HEAD' })).status).toBe(200)
  })

  test('A.2.3 /conf/core/root-op, root-success: the landing page links definition, conformance and data', async () => {
    const landing = await read('')
    for (const rel of ['self', 'service-desc', 'service-doc', 'conformance', 'data'])
      expect([rel, rels(landing, rel).length]).toEqual([rel, 1])
    for (const { href, type } of landing.links) expect([href, type]).toEqual([expect.any(String), expect.any(String)])
  })

  test('A.2.4 /conf/core/api-definition-op, -success; /conf/oas30: a valid OpenAPI 3.0 document', async () => {
    const response = await get('/api')
    expect(response.headers.get('Content-Type')).toBe('application/vnd.oai.openapi+json;version=3.0')
    const { valid, errors } = await new Validator().validate((await response.json()) as Record<string, unknown>)
    expect([valid, errors]).toEqual([true, undefined])
  })

  test('A.2.5 /conf/core/conformance-op, -success', async () => {
    const { conformsTo } = await read<{ conformsTo: string[] }>('/conformance')
    expect(conformsTo).toEqual(CONFORMANCE)
    for (const name of ['core', 'geojson', 'html', 'oas30'])
      expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`)
  })

  test('A.2.6 /conf/core/fc-md-*, A.2.7 sfc-md-*: every collection with extent and typed links, alone as in the list', async () => {
    const list = await read<
      Body & { collections: (Body & { id: string; extent: { spatial: { bbox: number[][] } } })[] }
    >('/collections')
    expect(list.collections.map(({ id }) => id)).toEqual(IDS)
    expect(rels(list, 'self')).toHaveLength(1)
    expect(rels(list, 'alternate')).toHaveLength(1)
    for (const collection of list.collections) {
      expect(await read(`/collections/${collection.id}`)).toEqual(collection)
      expect(rels(collection, 'items').map(({ type }) => type)).toEqual(['application/geo+json', 'text/html'])
      const [west, south, east, north] = collection.extent.spatial.bbox[0]!
      expect([west! < east!, south! < north!]).toEqual([true, true])
    }
  })

  test('A.2.8 /conf/core/fc-bbox-definition, fc-limit-definition, fc-time-definition', async () => {
    for (const id of IDS) {
      const parameters = await parametersOf(id)
      expect(parameters.get('limit')!.schema).toEqual({ type: 'integer', minimum: 1, maximum: 10_000, default: 100 })
      expect(parameters.get('bbox')).toMatchObject({ in: 'query', required: false, style: 'form', explode: false })
      expect(parameters.get('bbox')!.schema).toMatchObject({ type: 'array', items: { type: 'number' } })
      expect(parameters.get('datetime')).toMatchObject({ in: 'query', required: false, schema: { type: 'string' } })
    }
  })

  test('A.2.8 /conf/core/fc-response, fc-links, fc-rel-type, fc-timeStamp, fc-numberMatched, fc-numberReturned, fc-limit-response', async () => {
    for (const id of IDS) {
      const page = await read<Collected>(`/collections/${id}/items?limit=3`)
      expect([page.type, page.numberReturned]).toEqual(['FeatureCollection', page.features.length])
      expect(page.features.length).toBe(Math.min(3, page.numberMatched))
      expect(new Date(page.timeStamp).toISOString()).toBe(page.timeStamp)
      for (const rel of ['self', 'alternate']) expect(rels(page, rel)).toHaveLength(1)
      expect(rels(page, 'next')).toHaveLength(page.numberMatched > 3 ? 1 : 0)
      for (const { type } of page.links) expect(type).toBeTruthy()
      const most = await read<Collected>(`/collections/${id}/items?limit=100000000`)
      expect(most.features.length).toBe(Math.min(10_000, most.numberMatched))
    }
  })

  test('A.2.8 /conf/core/query-param-unknown, query-param-invalid: 400', async () => {
    for (const query of ['nonsense=1', 'limit=x', 'bbox=1,2', 'datetime=soon', 'filter-lang=x'])
      expect([query, (await get(`/collections/villages/items?${query}`)).status]).toEqual([query, 400])
  })

  test('A.2.9 /conf/core/f-op, f-success, f-links: each feature at its own address', async () => {
    for (const id of IDS) {
      const { features } = await read<Collected>(`/collections/${id}/items?limit=2`)
      for (const { id: feature, properties } of features) {
        const one = await read<Body & Feature>(`/collections/${id}/items/${feature}`)
        expect([one.type, one.id, one.properties]).toEqual(['Feature', feature, properties])
        for (const rel of ['self', 'alternate', 'collection']) expect([id, rels(one, rel).length]).toEqual([id, 1])
        expect(rels(one, 'collection')[0]!.href).toBe(`${ROOT}/collections/${id}`)
      }
    }
  })

  test('A.3, A.4 /conf/geojson/content, /conf/html/content: both for every resource', async () => {
    const paths = ['', '/conformance', '/collections', '/collections/islands', '/collections/islands/items']
    for (const path of paths) {
      const [json, html] = [await get(path), await get(path, { Accept: 'text/html' })]
      expect([path, json.headers.get('Content-Type')]).toEqual([
        path,
        expect.stringMatching(/^application\/(geo\+)?json/),
      ])
      expect([path, html.headers.get('Content-Type')]).toEqual([path, expect.stringMatching(/^text\/html/)])
      expect(await html.text()).toMatch(/^<!doctype html>/)
    }
  })
})

describe('Part 2, systems of coordinates', () => {
  test('A.1 /conf/crs/fc-md-crs-list, fc-md-storageCrs, fc-md-crs-list-global', async () => {
    const list = await read<Body & { crs: string[]; collections: { crs: string[]; storageCrs: string }[] }>(
      '/collections',
    )
    const uris = SYSTEMS.map(({ uri }) => uri)
    expect(list.crs).toEqual(uris)
    for (const { crs, storageCrs } of list.collections) {
      expect(crs).toEqual(uris)
      expect(crs).toContain(storageCrs)
    }
  })

  test('A.1 /conf/crs/fc-crs-valid-value, fc-bbox-crs-valid-value, ogc-crs-header', async () => {
    for (const { uri } of SYSTEMS) {
      const response = await get(`/collections/villages/items?limit=1&crs=${encodeURIComponent(uri)}`)
      expect([response.status, response.headers.get('Content-Crs')]).toEqual([200, `<${uri}>`])
    }
    expect((await get('/collections/villages/items')).headers.get('Content-Crs')).toBe(`<${SYSTEMS[0]!.uri}>`)
    for (const name of ['crs', 'bbox-crs'])
      expect((await get(`/collections/villages/items?bbox=1,1,2,2&${name}=http://example.org/crs`)).status).toBe(400)
  })
})

describe('Part 3 and 5, queryables and schemas', () => {
  test('/conf/queryables/get-queryables-uris, -response; /conf/schemas: linked, typed, one address each', async () => {
    for (const id of IDS) {
      const collection = await read(`/collections/${id}`)
      for (const name of ['queryables', 'schema']) {
        const [link] = rels(collection, `http://www.opengis.net/def/rel/ogc/1.0/${name}`)
        expect(link).toMatchObject({ href: `${ROOT}/collections/${id}/${name}`, type: 'application/schema+json' })
        const schema = await read<Record<string, unknown>>(`/collections/${id}/${name}`)
        expect(schema).toMatchObject({
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: link!.href,
          type: 'object',
        })
      }
    }
  })

  test('/conf/queryables-query-parameters/parameters: each property but the geometry is a parameter of the items', async () => {
    for (const { id, fields } of LAYERS) {
      const parameters = await parametersOf(id)
      expect(fields.map(({ name }) => name).filter((name) => !parameters.has(name))).toEqual([])
    }
  })

  test('/conf/schemas/properties: features hold what the schema tells, and nothing else', async () => {
    for (const id of IDS) {
      const { properties } = await read<{ properties: object }>(`/collections/${id}/schema`)
      const { features } = await read<Collected>(`/collections/${id}/items?limit=10000`)
      const held = new Set(features.flatMap((feature) => Object.keys(feature.properties)))
      expect([id, [...held].filter((name) => !(name in properties))]).toEqual([id, []])
    }
  })
})
