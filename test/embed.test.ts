import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CoverageAnswer } from '../data/model/answers.ts'
import {
  appAddress,
  DEFAULT_EMBED,
  EMBED_NAMES,
  embedAnswerPath,
  embedFilteredPath,
  formatEmbed,
  parseEmbed,
  parsePathPeriod,
} from '../data/model/embed.ts'
import type { EmbedAnswer } from '../data/model/embed_answer.ts'
import { embedFiles } from '../server/embed/files.ts'
import { createEmbedTiles } from '../server/embed/tiles.ts'
import { createTilesets } from '../server/tiles/tilesets.ts'
import { parseView } from '../web/view.ts'
import { serve } from './served.ts'

describe('the address of a widget', () => {
  test('says what is shown, and comes back as it was written', () => {
    const view = parseEmbed(
      '?v=1&region=61.11&theme=tourism&period=2024/2026&level=island&ask=overlap&layers=authority,islands&lang=en&palette=dark&show=list,counter&site=sintang&paper=ffffff&ink=%23112233',
    )
    expect(view).toEqual({
      region: '61.11',
      theme: 'tourism',
      period: { from: 2024, to: 2026 },
      level: 'island',
      ask: 'overlap',
      layers: ['islands', 'authority'],
      language: 'en',
      palette: 'dark',
      show: ['counter', 'list'],
      site: 'sintang',
      paper: 'FFFFFF',
      ink: '112233',
      accent: null,
    })
    expect(parseEmbed(formatEmbed(view))).toEqual(view)
  })

  test('names its question even where it is the default, because defaults age', () => {
    expect(formatEmbed(DEFAULT_EMBED)).toBe('?v=1&region=61.05&theme=stunting&period=2026&level=village')
  })

  test('falls back where it is damaged, and to nothing else', () => {
    const damaged =
      '?v=99&region=6105&theme=%3Cscript%3E&period=20x6&level=galaxy&ask=all&layers=secret&lang=xx&palette=neon&show=&site=../x&paper=red&ink=12345&accent=javascript:alert(1)'
    expect(parseEmbed(damaged)).toEqual(DEFAULT_EMBED)
  })

  test('takes no notice of `edit` and names it does not know', () => {
    expect(parseEmbed('?edit=new&draw=1&utm_source=x&__proto__=1&constructor=2')).toEqual(DEFAULT_EMBED)
    expect(formatEmbed(parseEmbed('?edit=new'))).not.toContain('edit')
  })

  test('never fails, and what was read is read the same again', () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('1', 'list,map', '61.05', '%', '&&', '2026/2024'))
    const search = fc.array(fc.tuple(fc.constantFrom(...EMBED_NAMES, 'v', 'edit'), value))
    fc.assert(
      fc.property(search, (pairs) => {
        const view = parseEmbed(`?${new URLSearchParams(pairs)}`)
        expect(parseEmbed(formatEmbed(view))).toEqual(view)
      }),
    )
  })

  test('leads on to the same view in the app', () => {
    const search = '?region=61.11&theme=tourism&period=2024/2026&level=island&ask=met&lang=en&layers=islands,zones'
    const { view, repaired } = parseView(appAddress(parseEmbed(search)).slice(1))
    expect(repaired).toEqual([])
    const { region, theme, period, level, ask, language } = view
    expect({ region, theme, period, level, ask, language }).toEqual({
      region: '61.11',
      theme: 'tourism',
      period: { from: 2024, to: 2026 },
      level: 'island',
      ask: 'met',
      language: 'en',
    })
    expect(view.layers.map(({ id }) => id)).toEqual(['regencies', 'districts', 'villages', 'islands', 'zones'])
  })

  test('turns into paths without a query, with a hyphen in a span of years', () => {
    const view = parseEmbed('?period=2024/2026')
    expect(embedAnswerPath(view)).toBe('/embed/v1/61.05/stunting/2024-2026/village.json')
    expect(embedFilteredPath('activities', view)).toBe('/embed/v1/tiles/activities/stunting/2024-2026/{z}/{x}/{y}.mvt')
    expect(parsePathPeriod('2024-2026')).toEqual({ from: 2024, to: 2026 })
    expect([parsePathPeriod('2024/2026'), parsePathPeriod('2026-2024'), parsePathPeriod('x')]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('what a widget fetches', () => {
  let served: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    served = await serve()
  })
  afterAll(() => served.world.close())
  const answerOf = async <Answer = EmbedAnswer>(path: string) => (await (await served.get(path)).json()) as Answer

  test('is the public answer of the app: same figures, same verdicts', async () => {
    const path = embedAnswerPath(parseEmbed('?region=99.01'))
    const [own, app] = await Promise.all([
      answerOf(path),
      answerOf<CoverageAnswer>('/api/coverage?region=99.01&theme=stunting&period=2026&level=village'),
    ])
    expect([own.counts, own.denominator, own.targeted, own.asOf]).toEqual([
      app.counts,
      app.denominator,
      app.targeted,
      app.asOf,
    ])
    expect(own.units.map(({ code, verdict }) => [code, verdict])).toEqual(
      app.units.map(({ code, verdict }) => [code, verdict.kind]),
    )
    expect(own.years.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026])
    expect(own.years.at(-1)!.counts).toEqual(own.counts)
    expect(own.boundaries).toEqual({ kind: 'indicative', attribution: 'world' })
  })

  test('may be kept for a moment by anybody, and is asked for again by its tag', async () => {
    const first = await served.get('/embed/v1/99.01/stunting/2026/village.json')
    expect(first.headers.get('Cache-Control')).toMatch(/^public, max-age=60/)
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*')
    expect(first.headers.get('Set-Cookie')).toBeNull()
    const again = await served.get('/embed/v1/99.01/stunting/2026/village.json', {
      headers: { 'If-None-Match': first.headers.get('ETag')! },
    })
    expect(again.status).toBe(304)
  })

  test.each([
    ['/embed/v1/99.99/stunting/2026/village.json', 404],
    ['/embed/v1/99.01/gibberish/2026/village.json', 400],
    ['/embed/v1/99.01/stunting/20x6/village.json', 400],
    ['/embed/v1/99.01/stunting/2026/zone.json', 404],
    ['/embed/v1/99.01/stunting/2026/village.html', 404],
    ['/embed/v1/tiles/places/11/1/1.mvt', 404],
    ['/embed/v1/tiles/places/3/9/1.mvt', 400],
    ['/embed/v1/tiles/secrets/3/1/1.mvt', 404],
    ['/embed/v1/tiles/villages/stunting/2026/3/1/1.mvt', 404],
  ])('%s is refused with %i, in words', async (path, status) => {
    const response = await served.get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
  })

  test('comes as one tile that holds the base map and every place', async () => {
    const response = await served.get('/embed/v1/tiles/places/8/206/127.mvt')
    const tile = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())))
    expect(Object.keys(tile.layers)).toEqual(
      expect.arrayContaining(['land', 'regencies', 'villages', 'villages-lines', 'labels']),
    )
    const own = new VectorTile(
      new PbfReader(new Uint8Array(await (await served.get('/tiles/villages/8/206/127')).arrayBuffer())),
    )
    expect(tile.layers.villages!.length).toBe(own.layers.villages!.length)
  })

  test('lies in files at the addresses that the server answers, byte for byte', async () => {
    const tiles = createEmbedTiles(createTilesets(served.world))
    const files = new Map<string, Uint8Array>()
    for await (const { path, bytes } of embedFiles({ world: served.world, tiles, years: [2025, 2026] })) {
      expect(files.has(path), path).toBe(false)
      files.set(path, bytes)
    }
    const paths = [...files.keys()]
    expect(paths).toContain('/embed/v1/99.01/stunting/2026/village.json')
    expect(paths.every((path) => /^\/embed\/v1\/[\w./-]+\.(json|mvt)$/.test(path))).toBe(true)
    const isFiltered = (path: string) => /\/tiles\/(activities|agreements)\//.test(path)
    expect(paths.some(isFiltered)).toBe(true)
    // An empty tile of a filtered layer is no file: maps take a missing one for it.
    expect(paths.filter((path) => isFiltered(path) && files.get(path)!.byteLength === 0)).toEqual([])
    for (const path of paths.filter((_, at) => at % 37 === 0)) {
      const response = await served.get(path)
      expect([path, Buffer.from(await response.arrayBuffer()).equals(Buffer.from(files.get(path)!))]).toEqual([
        path,
        true,
      ])
    }
  })
})
