import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { THEMES } from '../data/model/theme.ts'
import { COLLECTION_IDS } from '../server/ogc/collections.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

type Linked = {
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type: string }[]
}
type Limits = {
  readonly tileMatrix: string
  readonly minTileRow: number
  readonly maxTileRow: number
  readonly minTileCol: number
  readonly maxTileCol: number
}
type Tileset = Linked & {
  readonly tileMatrixSetURI: string
  readonly tileMatrixSetLimits: readonly Limits[]
  readonly layers: readonly { readonly id: string }[]
}

let sample: SampleApp
beforeAll(async () => {
  sample = await openSampleApp()
}, 60_000)
afterAll(() => sample.close())

const get = (address: string, headers: Record<string, string> = {}) =>
  sample.app.request(new URL(address, 'http://localhost').href, { headers })
const read = async <T>(address: string): Promise<T> => {
  const response = await get(address)
  expect([address, response.status]).toEqual([address, 200])
  return (await response.json()) as T
}
const linkOf = ({ links }: Linked, rel: string): string => {
  const found = links.find((link) => link.rel.endsWith(rel))
  if (!found) throw new Error(`There is no link ${rel}.`)
  return found.href
}

/** The way a client goes: from the landing page by links alone. */
const tilesetOf = async (id: string): Promise<Tileset> => {
  const collection = await read<Linked>(`${linkOf(await read<Linked>('/ogc'), 'data')}/${id}`)
  const { tilesets } = await read<{ tilesets: readonly Linked[] }>(linkOf(collection, '/tilesets-vector'))
  // Those of analyses are told theme by theme.
  expect([id, tilesets.length]).toEqual([id, ['gaps', 'overlaps'].includes(id) ? THEMES.length : 1])
  return read<Tileset>(
    linkOf(
      tilesets.find(({ links }) => !links[0]!.href.includes('theme') || links[0]!.href.includes('theme=stunting'))!,
      'self',
    ),
  )
}
const tileAt = (tileset: Tileset, z: number, row: number, col: number) =>
  linkOf(tileset, 'item').replace('{tileMatrix}', `${z}`).replace('{tileRow}', `${row}`).replace('{tileCol}', `${col}`)

describe('OGC API - Tiles', () => {
  test('every collection leads to a tileset whose tiles are those of the map, its row before its column', async () => {
    for (const id of COLLECTION_IDS) {
      const tileset = await tilesetOf(id)
      const { minTileRow, maxTileRow, minTileCol, maxTileCol } = tileset.tileMatrixSetLimits[7]!
      const { search } = new URL(linkOf(tileset, 'item'))
      let full = 0
      for (let row = minTileRow; row <= maxTileRow; row += 1)
        for (let col = minTileCol; col <= maxTileCol; col += 1) {
          const given = await get(tileAt(tileset, 7, row, col))
          const own = await get(`/tiles/${id}/7/${col}/${row}${search}`)
          expect([id, row, col, given.status]).toEqual([id, row, col, own.status])
          expect(Buffer.from(await given.arrayBuffer()).equals(Buffer.from(await own.arrayBuffer()))).toBe(true)
          if (given.status === 200) full += 1
        }
      expect([id, full > 0]).toEqual([id, true])
      const tilejson = await read<{ vector_layers: readonly { id: string }[] }>(
        linkOf({ links: tileset.links.filter(({ href }) => href.includes('.json')) }, 'alternate'),
      )
      expect(tileset.layers.map((layer) => layer.id)).toEqual(tilejson.vector_layers.map((layer) => layer.id))
    }
  })

  test('nothing lies outside the limits; an empty tile within them has no content, one beyond is not found', async () => {
    for (const id of ['authority', 'villages', 'activities']) {
      const tileset = await tilesetOf(id)
      const limits = tileset.tileMatrixSetLimits[6]!
      for (let row = limits.minTileRow - 1; row <= limits.maxTileRow + 1; row += 1)
        for (let col = limits.minTileCol - 1; col <= limits.maxTileCol + 1; col += 1) {
          const isInside =
            row >= limits.minTileRow && row <= limits.maxTileRow && col >= limits.minTileCol && col <= limits.maxTileCol
          const { status } = await get(tileAt(tileset, 6, row, col))
          // A tile beyond holds what its neighbour's margin holds at most.
          if (isInside) expect([200, 204]).toContain(status)
          else if (status !== 200) expect([id, row, col, status]).toEqual([id, row, col, 404])
        }
    }
    const villages = await tilesetOf('villages')
    expect((await get(tileAt(villages, 10, 521, 821))).status).toBe(204)
    for (const [z, row, col] of [
      [10, 0, 0],
      [11, 1030, 1666],
      [24, 0, 0],
    ] as const) {
      const { status, headers } = await get(tileAt(villages, z, row, col))
      expect([z, row, col, status === 404 || status === 400]).toEqual([z, row, col, true])
      expect(headers.get('Content-Type')).toContain('application/problem+json')
    }
  })

  test('filters stay in every address; analysis and misspelt filters are refused in words', async () => {
    const path = '/ogc/collections/activities/tiles/WebMercatorQuad?theme=stunting&period=2026'
    const tileset = await read<Tileset>(`${path}&lang=en`)
    expect(linkOf(tileset, 'item')).toContain('/{tileMatrix}/{tileRow}/{tileCol}?theme=stunting&period=2026')
    const own = await get('/tiles/activities/6/51/31?theme=stunting&period=2026')
    const given = await get(tileAt(tileset, 6, 31, 51))
    expect(Buffer.from(await given.arrayBuffer()).equals(Buffer.from(await own.arrayBuffer()))).toBe(true)
    for (const query of ['theme=stuntin', 'region=61.05', 'themes=stunting', 'f=xml'])
      expect([query, (await get(`/ogc/collections/activities/tiles/WebMercatorQuad?${query}`)).status]).toEqual([
        query,
        400,
      ])
    expect((await get('/ogc/collections/desa/tiles')).status).toBe(404)
    expect((await get('/ogc/collections/villages/tiles/WorldCRS84Quad')).status).toBe(404)
  })

  test('the tile matrix set is the one of the register: halves each scale, from one tile of the whole world', async () => {
    const sets = linkOf(await read<Linked>('/ogc'), '/tiling-schemes')
    const { tileMatrixSets } = await read<{ tileMatrixSets: readonly Linked[] }>(sets)
    type Matrix = { id: string; scaleDenominator: number; cellSize: number; matrixWidth: number; tileWidth: number }
    const set = await read<{ uri: string; tileMatrices: readonly Matrix[] }>(linkOf(tileMatrixSets[0]!, 'self'))
    expect(set.uri).toBe((await tilesetOf('villages')).tileMatrixSetURI)
    expect(set.tileMatrices).toHaveLength(25)
    for (const { id, scaleDenominator, cellSize, matrixWidth, tileWidth } of set.tileMatrices) {
      // A pixel is 0.28 mm; the world is as wide as the equator of WGS 84.
      expect(scaleDenominator * 0.28e-3).toBeCloseTo(cellSize, 5)
      expect(cellSize * tileWidth * matrixWidth).toBeCloseTo(2 * Math.PI * 6_378_137, 3)
      expect(matrixWidth).toBe(2 ** Number(id))
    }
  })

  test('programs find it in the conformance and the definition, people on pages', async () => {
    const { conformsTo } = await read<{ conformsTo: readonly string[] }>('/ogc/conformance')
    for (const name of ['core', 'tileset', 'tilesets-list', 'geodata-tilesets', 'mvt', 'oas30'])
      expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`)
    const { paths } = await read<{ paths: Record<string, { get: { operationId: string } }> }>('/ogc/api')
    const operations = Object.values(paths).map((path) => path.get.operationId)
    for (const id of COLLECTION_IDS) expect(operations).toContain(`${id}.collection.vector.getTile`)
    expect(new Set(operations).size).toBe(operations.length)
    const asPage = async (path: string) => (await get(path, { Accept: 'text/html' })).text()
    expect(await asPage('/ogc/collections/villages/tiles')).toContain('/tiles/WebMercatorQuad?f=html')
    expect(await asPage('/ogc/tileMatrixSets')).toContain('<h1>Skema ubin</h1>')
    const page = await asPage('/ogc/collections/villages/tiles/WebMercatorQuad?lang=en')
    expect(page).toContain('<h1>Villages: Vector tiles</h1>')
    expect(page).toContain('/{tileMatrix}/{tileRow}/{tileCol}</p>')
    expect(page).toContain('/tiles/villages.json')
    // A page that was kept for people is not what the next program gets.
    expect(await read('/ogc/collections/villages/tiles/WebMercatorQuad?lang=en')).toHaveProperty('tileMatrixSetLimits')
  })
})
