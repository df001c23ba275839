import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec'
import { createExpression, featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import { ACTIVITY_STATUSES } from '../data/model/activity.ts'
import type { CoverageAnswer } from '../data/model/answers.ts'
import { clusterLayers } from '../styles/clusters.ts'
import { islandLayers } from '../styles/islands.ts'
import { PALETTES, type PaletteName } from '../styles/palette.ts'
import { portable } from '../styles/portable.ts'
import { activityPoints, activityShapes } from '../styles/records.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

let sample: SampleApp
beforeAll(async () => {
  sample = await openSampleApp()
}, 60_000)
afterAll(() => sample.close())

const get = (path: string) => sample.app.request(`http://localhost${path}`)
const styleOf = async (path: string): Promise<StyleSpecification> => {
  const response = await get(path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as StyleSpecification
}
const QUESTION = 'theme=stunting&period=2026'
const NAMES = Object.keys(PALETTES) as PaletteName[]

describe('a layer as a style of its own', () => {
  test('is valid in every palette, and asks nobody but this server for tiles and faces that are there', async () => {
    const asked = new Set<string>()
    for (const { id, family } of LAYERS)
      for (const palette of NAMES)
        for (const query of family === 'analysis' ? [QUESTION] : ['lang=en', QUESTION]) {
          const style = await styleOf(`/styles/${id}.json?palette=${palette}&${query}`)
          expect([id, validateStyleMin(style).map(({ message }) => message)]).toEqual([id, []])
          expect(style.layers.length).toBeGreaterThan(1)
          for (const address of JSON.stringify(style).match(/https?:[^"]+/g) ?? []) asked.add(address)
        }
    for (const address of asked) {
      expect(address).toMatch(/^http:\/\/localhost\/(tiles|styles\/fonts)\//)
      const path = address.slice('http://localhost'.length).replace('{z}/{x}/{y}', '6/51/31')
      expect([path, [200, 204]]).toEqual([path, expect.arrayContaining([(await get(path)).status])])
    }
  }, 30_000)

  test('colours each place as the answer judges it, and says of when and out of how many', async () => {
    const style = await styleOf(`/styles/villages.json?${QUESTION}&region=61.11`)
    const answer = (await (await get(`/api/coverage?region=61.11&${QUESTION}`)).json()) as CoverageAnswer
    expect(style.metadata).toEqual({ 'bentang:asOf': answer.asOf, 'bentang:denominator': answer.denominator })
    const fills = style.layers.filter(({ id }) => id.startsWith('verdict-'))
    for (const { code, verdict } of answer.units) {
      const feature = { type: 3 as const, properties: { code } }
      const wearing = fills.filter((layer) => passes(layer, feature, 8)).map(({ id }) => id)
      expect([code, wearing]).toEqual([code, [`verdict-${verdict.kind}`]])
    }
  })

  test('what cannot be drawn is refused in words', async () => {
    for (const [path, status] of [
      ['/styles/villages.json?palette=pink', 400],
      ['/styles/villages.json?theme=stuntin&period=2026', 400],
      ['/styles/gaps.json', 400],
      ['/styles/desa.json', 404],
      ['/styles/fonts/arial.woff2', 404],
      ['/ogc/collections/desa/styles', 404],
    ] as const)
      expect([path, (await get(path)).status]).toEqual([path, status])
  })

  test('a collection leads to its styles', async () => {
    type Links = { links: readonly { rel: string; href: string }[] }
    const { links } = (await (await get('/ogc/collections/islands')).json()) as Links
    const { href } = links.find(({ rel }) => rel.endsWith('/styles'))!
    const { styles } = (await (await get(href.slice('http://localhost'.length))).json()) as { styles: readonly Links[] }
    expect(styles).toHaveLength(NAMES.length)
    for (const { links: own } of styles) await styleOf(own[0]!.href.slice('http://localhost'.length))
  })
})

type Drawn = { readonly type: 1 | 2 | 3; readonly properties: Record<string, string | number | boolean> }

const passes = (layer: LayerSpecification, feature: Drawn, zoom: number): boolean => {
  if ('minzoom' in layer && layer.minzoom !== undefined && zoom < layer.minzoom) return false
  const filter = 'filter' in layer ? layer.filter : undefined
  return featureFilter(filter ?? true, 'filter').filter({ zoom }, feature as never)
}

/** What a layer draws a feature with, each value come out of its expression. */
const lookOf = (layer: LayerSpecification, feature: Drawn, zoom: number): object => {
  const values = { ...layer.layout, ...layer.paint } as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const isExpression = Array.isArray(value) && typeof value[0] === 'string' && /^[a-z-]+$/.test(value[0])
      const compiled = isExpression ? createExpression(value as never, name) : null
      const drawn =
        compiled?.result === 'success' ? compiled.value.evaluate({ zoom }, feature as never) : (value as unknown)
      const isWhole = name === 'line-dasharray' && JSON.stringify(drawn) === '[1,0]'
      return isWhole ? [] : [[name, drawn]]
    }),
  )
}

const FEATURES: readonly Drawn[] = [
  ...[1 as const, 2 as const, 3 as const].flatMap((type) =>
    [...ACTIVITY_STATUSES, 'unheard-of'].flatMap((status) => [
      { type, properties: { id: 'a', status } },
      { type, properties: { id: 'a', status, count: 1 } },
      { type, properties: { status, count: 12 } },
    ]),
  ),
  ...[true, false].flatMap((populated) =>
    [0.2, 900_000].map((areaHa) => ({ type: 1 as const, properties: { name: 'Serutu', populated, areaHa } })),
  ),
]

test.each(NAMES)('in expressions that others read, all is drawn as on the screen: %s', (name) => {
  const palette = PALETTES[name]
  const screen = [
    ...activityShapes(palette, 1),
    ...activityPoints(palette, 1),
    ...clusterLayers(palette, 1),
    ...islandLayers(palette, '', 0.7),
  ]
  let drawn = 0
  for (const layer of screen) {
    const own = portable([layer])
    for (const feature of FEATURES)
      for (const zoom of [4, 8.5, 10, 11, 14]) {
        const text = 'text-field'
        const looks = own.filter((one) => passes(one, feature, zoom)).map((one) => lookOf(one, feature, zoom))
        const wanted = passes(layer, feature, zoom) ? [lookOf(layer, feature, zoom)] : []
        // A name that is empty is no name: the layer of its own begins where it is not.
        const told = wanted.filter((look) => (look as Record<string, unknown>)[text] !== '')
        expect([layer.id, feature, zoom, looks]).toEqual([layer.id, feature, zoom, told])
        drawn += told.length
      }
  }
  expect(drawn).toBeGreaterThan(400)
})
