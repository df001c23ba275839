import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StoryPack } from '../data/model/story_pack.ts'
import { unboxTiles } from '../data/model/tile_box.ts'
import { framesOf, tilesIn } from '../server/story_frames.ts'
import { packStory } from '../server/story_pack.ts'
import { serve } from './served.ts'
import { asRecord } from './work/desk.ts'
import { scene, story } from './world.ts'

const PARTS = { player: 'const a = "</script><!--"', style: 'p{color:red}', worker: 'self.onmessage = null' }

const LAYERS = 'layers=regencies,villages'
const STORY = story(
  'cerita-uji',
  [
    scene('satu', {
      kind: 'swipe',
      view: `?region=99.01&theme=stunting&period=2025&${LAYERS}`,
      after: `?region=99.01&theme=stunting&period=2026&${LAYERS}`,
      text: '',
      notes: 'Bisikan penyaji',
    }),
  ],
  { name: 'Cerita <uji>' },
)

let served: Awaited<ReturnType<typeof serve>>
let html = ''
const pack = async (id: string) => packStory((path) => served.app.request(path), PARTS, id)
beforeAll(async () => {
  served = await serve([asRecord('story', STORY)])
  html = new TextDecoder().decode((await pack(STORY.id)) ?? new Uint8Array())
})
afterAll(() => served.world.close())

const partOf = (id: string): string => new RegExp(`id="${id}">([^<]*)<`).exec(html)?.[1] ?? ''
const answers = (): StoryPack => JSON.parse(partOf('pack-answers')) as StoryPack

test('a pack holds the story and one answer for each question of its scenes', () => {
  const { answer, coverages } = answers()
  expect(answer.story.name).toBe('Cerita <uji>')
  expect(Object.keys(coverages)).toEqual([
    '/api/coverage?region=99.01&theme=stunting&period=2025&level=village',
    '/api/coverage?region=99.01&theme=stunting&period=2026&level=village',
  ])
})

test('the pack for everyone is without the notes for the presenter', () => {
  expect(html).not.toContain('Bisikan penyaji')
})

test('a pack holds the tiles its maps read, and none of layers they do not show', () => {
  const tiles = unboxTiles(new Uint8Array(gunzipSync(Buffer.from(partOf('pack-tiles-villages'), 'base64'))))
  expect(tiles.size).toBeGreaterThan(4)
  expect([...tiles.values()].some(({ length }) => length > 0)).toBe(true)
  expect([partOf('pack-tiles-activities'), partOf('pack-tiles-authority')]).toEqual(['', ''])
})

test('nothing in a pack may reach a network, and no text of it ends a script early', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'sha256-[\w+/=]+'/)
  expect(policy).not.toMatch(/https?:|\*|'self'/)
  expect(html.match(/<\/script/g)?.length).toBe(html.match(/<script/g)?.length)
})

test('the same data gives the same bytes, and says which data it is', async () => {
  expect(new TextDecoder().decode((await pack(STORY.id)) ?? new Uint8Array())).toBe(html)
  const { seq, time } = answers().answer.asOf
  expect(html).toContain(`<meta name="bentang-data" content="entry ${seq}, ${time}">`)
})

test('there is no pack of a story that is not open to everyone; the others are saved, not opened', async () => {
  expect(await pack('cerita-lain')).toBeNull()
  expect((await served.get('/api/stories/cerita-lain/pack.html')).status).toBe(404)
  const { status, headers } = await served.get(`/api/stories/${STORY.id}/pack.html`)
  expect([status, headers.get('Content-Disposition')]).toEqual([
    200,
    'attachment; filename="bentang-cerita_cerita-uji.html"',
  ])
})

test('frames reach from three zooms out to three closer, and take the deepest tiles there are', () => {
  const frames = framesOf(
    { camera: { lng: 109, lat: -1.5, zoom: 9.6, bearing: 0 }, region: '61.11' },
    { regencies: [] },
  )
  expect(frames.map(({ zoom }) => zoom)).toEqual([6, 7, 8, 9, 10, 11, 12])
  expect(Math.max(...tilesIn(frames, 10).map(({ z }) => z))).toBe(10)
  expect(tilesIn([{ zoom: 9, box: [109, -1.5, 109, -1.5] }], 10)).toEqual([{ z: 9, x: 411, y: 258 }])
})
