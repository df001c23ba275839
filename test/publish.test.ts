import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PMTiles } from 'pmtiles'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '../server/publish/folder.ts'
import { publish } from '../server/publish/publish.ts'
import { packStory } from '../server/story_pack.ts'
import { createTilesets } from '../server/tiles/tilesets.ts'
import { memoryShelf } from '../server/work/photos/shelf.ts'
import { commit, serve } from './served.ts'
import { serveFolder } from './static_server.ts'
import { asRecord } from './work/desk.ts'
import { activity, BAKAU, organisation, point, scene, story } from './world.ts'

const HIDDEN = /Rahasia|rahasia|a-partners|a-draft|o-hidden/
const URL_OF_SITE = 'https://peta.example'
const room = mkdtempSync(join(tmpdir(), 'bentang-publish-'))
const [one, other] = [join(room, 'one'), join(room, 'other')]
const webFolder = join(room, 'web')
let served: Awaited<ReturnType<typeof serve>>

const PARTS = { player: 'play()', style: 'p{}', worker: 'work()' }
const packing = { parts: PARTS, photos: memoryShelf() }
const STORY = story(
  'cerita-uji',
  [
    scene('satu', {
      kind: 'map',
      view: '?region=99.01&theme=stunting&period=2026&layers=regencies,villages',
      text: '',
    }),
  ],
  { name: 'Cerita uji' },
)

/** What only members see, or nobody but its owner. */
const SECRETS = [
  asRecord(
    'activity',
    activity('a-partners', ['akar'], [point(0.02, 0.01)], { visibility: 'partners', title: 'Rahasia mitra' }),
  ),
  asRecord('activity', activity('a-draft', ['akar'], [BAKAU], { verification: 'draft', title: 'Rahasia draf' })),
  asRecord('story', { ...STORY, id: 'cerita-mitra', name: 'Rahasia cerita', visibility: 'partners' }),
  asRecord('organisation', organisation('o-hidden', 'ngo', { visibility: 'organisation', name: 'Lembaga rahasia' })),
]

const run = (folder: string, world = served.world, signal = new AbortController().signal) =>
  publish({ world, folder, url: URL_OF_SITE, webFolder, packing, signal })

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()
const sumsIn = (folder: string) =>
  filesIn(folder).map((path) => [
    path,
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex'),
  ])

beforeAll(async () => {
  mkdirSync(join(webFolder, 'embed/assets'), { recursive: true })
  writeFileSync(join(webFolder, 'embed/index.html'), '<script src="/embed/assets/main.js"></script>')
  writeFileSync(join(webFolder, 'embed/assets/main.js'), '0')
  writeFileSync(join(webFolder, 'embed/assets/main.js.br'), '0')
  const coarse = (x: number, y: number) =>
    asRecord('activity', activity('a-coarse', ['akar'], [point(x, y)], { visibility: 'generalised' }))
  served = await serve([asRecord('story', STORY), coarse(0.0123456, 0.0654321), ...SECRETS])
  const bare = await serve([asRecord('story', STORY), coarse(0.0765432, 0.0345678)])
  await run(one)
  await run(other, bare.world)
  bare.world.close()
}, 240_000)
afterAll(() => {
  served.world.close()
  rmSync(room, { recursive: true, force: true })
})

describe('a published folder', () => {
  test('is the same to the byte wherever and however often the same data is published, whatever is hidden beside it', async () => {
    const first = sumsIn(one)
    expect(sumsIn(other)).toEqual(first)
    const times = filesIn(one).map((path) => statSync(join(one, path)).mtimeMs)
    expect(await run(one)).toMatchObject({ written: 0, removed: 0 })
    expect(sumsIn(one)).toEqual(first)
    expect(filesIn(one).map((path) => statSync(join(one, path)).mtimeMs)).toEqual(times)
  }, 120_000)

  test('names every file in its manifest with its checksum, and the journal position of its data', () => {
    const manifest: Manifest = JSON.parse(readFileSync(join(one, 'manifest.json'), 'utf8'))
    expect(manifest).toMatchObject({ url: URL_OF_SITE, data: { seq: 1 } })
    expect(manifest.files.map(({ path, sha256 }) => [path, sha256])).toEqual(
      sumsIn(one).filter(([path]) => path !== 'manifest.json'),
    )
  })

  test('holds pages, downloads, tiles, widget, pictures and what leads a search engine', () => {
    for (const path of [
      'index.html',
      'en/index.html',
      'p/organisation/akar/index.html',
      'en/p/activity/a-bakau/index.html',
      'data/activities.geojson',
      'data/gaps.csv',
      'data/villages.pmtiles',
      'embed/index.html',
      'embed/v1/99.01/stunting/2026/village.json',
      'og/id/p/organisation/akar.png',
      'present/cerita-uji/index.html',
      'p/story/cerita-uji/index.html',
      'sitemap.xml',
      'robots.txt',
    ])
      expect([path, existsSync(join(one, path))]).toEqual([path, true])
    expect(existsSync(join(one, 'embed/assets/main.js.br'))).toBe(false)
    expect(readFileSync(join(one, 'og/id/index.png')).subarray(1, 4).toString()).toBe('PNG')
  })

  test('plays each public story at its address, the same pack as the server gives, told to whom it is shared with and to browsers without scripts', async () => {
    const played = readFileSync(join(one, 'present/cerita-uji/index.html'), 'utf8')
    const given = await packStory((path) => served.app.request(path), PARTS, 'cerita-uji')
    const playerOf = (html: string) =>
      html.replace(/<title>[\s\S]*?(?=<link rel="icon")/, '').replace(/<noscript>[\s\S]*?<\/noscript>/, '')
    expect(playerOf(played)).toBe(playerOf(new TextDecoder().decode(given!)))
    const told = await (await served.app.request('/present/cerita-uji')).text()
    const words = /<h2>([^<]+)<\/h2>/.exec(told)![1]!
    expect(/<noscript>([\s\S]*?)<\/noscript>/.exec(played)![1]).toContain(`<h2>${words}</h2>`)
    expect(played).toContain('<meta property="og:title" content="Cerita uji" />')
    const read = readFileSync(join(one, 'en/p/story/cerita-uji/index.html'), 'utf8')
    expect(read).toContain('<a href="/present/cerita-uji/">Play the story</a>')
    expect(read).toContain('<a href="/present/cerita-uji/index.html" download="cerita-uji.html">')
    expect(readdirSync(join(one, 'present'))).toEqual(['cerita-uji'])
    expect(existsSync(join(one, 'en/present'))).toBe(false)
    expect(readFileSync(join(one, 'sitemap.xml'), 'utf8')).toContain('/p/story/cerita-uji/')
  })

  test('has in none of its bytes what is not for everyone, pressed tiles included', async () => {
    const tilesets = createTilesets(served.world)
    for (const path of filesIn(one)) {
      expect(path).not.toMatch(HIDDEN)
      const bytes = readFileSync(join(one, path))
      expect([path, HIDDEN.test(bytes.toString('latin1'))]).toEqual([path, false])
      if (!path.endsWith('.pmtiles')) continue
      const { archive, tiles } = await readArchive(bytes)
      const { maxZoom } = await archive.getHeader()
      expect(maxZoom).toBe(tilesets.get(path.slice('data/'.length, -'.pmtiles'.length))!.maxZoom)
      for (const tile of tiles) expect(HIDDEN.test(Buffer.from(tile).toString('latin1'))).toBe(false)
    }
  })

  test('answers by path alone: every link inside it is there, and no page asks the API', async () => {
    const site = await serveFolder(one)
    const broken: string[] = []
    const asked = new Set<string>()
    const follow = async (path: string): Promise<void> => {
      if (asked.has(path)) return
      asked.add(path)
      const response = await fetch(`${site.url}${path}`)
      if (!response.ok) broken.push(path)
      const text = response.headers.get('content-type') === 'text/html' ? await response.text() : ''
      // A pack holds its answers by their addresses; its policy lets it ask nothing.
      const isPack = path.startsWith('/present/') && text.includes("default-src 'none'")
      expect([path, !isPack && /["'(]\/(api|tiles|docs)\b/.test(text)]).toEqual([path, false])
      const own = text.replaceAll(URL_OF_SITE, '')
      for (const [, link] of own.matchAll(/(?:href|src|content)="(\/[^"]*)"/g)) await follow(link!)
      for (const [, link] of own.matchAll(/"contentUrl":"([^"]+)"/g)) await follow(link!)
    }
    for (const path of ['/', '/embed?region=99.01&theme=stunting&period=2026', '/p/activity/a-bakau', '/data'])
      await follow(path)
    const map = await (await fetch(`${site.url}/sitemap.xml`)).text()
    for (const [, link] of map.matchAll(/<loc>https:\/\/peta\.example([^<]*)<\/loc>/g)) await follow(link!)
    site.close()
    expect(broken).toEqual([])
    expect(asked.size).toBeGreaterThan(100)
  }, 60_000)
})

const readArchive = async (bytes: Buffer) => {
  const archive = new PMTiles({
    getKey: () => 'archive',
    getBytes: async (offset: number, length: number) => ({
      data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer,
    }),
  })
  const { maxZoom, minLon, minLat, maxLon, maxLat } = await archive.getHeader()
  const tiles: ArrayBuffer[] = []
  const scale = 2 ** maxZoom
  const column = (lng: number) => Math.floor(((lng + 180) / 360) * scale)
  const row = (lat: number) => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * scale)
  for (let x = column(minLon); x <= column(maxLon); x += 1)
    for (let y = row(maxLat); y <= row(minLat); y += 1) {
      const tile = await archive.getZxy(maxZoom, x, y)
      if (tile) tiles.push(tile.data)
    }
  return { archive, tiles }
}

describe('the tiles of a published layer', () => {
  test('are those of the server, read by the reader of the format', async () => {
    const { archive, tiles } = await readArchive(readFileSync(join(one, 'data/villages.pmtiles')))
    expect(tiles.length).toBeGreaterThan(0)
    const cut = await createTilesets(served.world).get('villages')!.cut({ z: 8, x: 206, y: 127 }, {})
    const packed = await archive.getZxy(8, 206, 127)
    expect(Buffer.from(packed!.data).equals(Buffer.from(cut!))).toBe(true)
    expect(await archive.getMetadata()).toMatchObject({
      version: '1',
      vector_layers: [{ id: 'villages' }, { id: 'villages-lines' }],
    })
  })
})

describe('publishing again', () => {
  test('removes what is gone, leaves what it did not write, and changes only what changed', async () => {
    writeFileSync(join(other, 'CNAME'), 'peta.example')
    writeFileSync(join(other, 'p/activity/a-bakau/catatan.txt'), 'milik pengelola')
    const untouched = statSync(join(other, 'data/villages.geojson')).mtimeMs
    const held = served.world.everyone.find('activity', 'a-bakau')!.record
    await commit(served.store, [{ kind: 'activity', record: { ...held, visibility: 'partners' } }])
    await served.world.settled()
    const { written, removed } = await run(other)
    expect([written > 0, removed > 0]).toEqual([true, true])
    expect(existsSync(join(other, 'p/activity/a-bakau/index.html'))).toBe(false)
    expect(existsSync(join(other, 'en/p/activity/a-bakau'))).toBe(false)
    expect(readFileSync(join(other, 'p/activity/a-bakau/catatan.txt'), 'utf8')).toBe('milik pengelola')
    expect(readFileSync(join(other, 'CNAME'), 'utf8')).toBe('peta.example')
    expect(statSync(join(other, 'data/regencies.csv')).mtimeMs).toBeLessThanOrEqual(untouched)
  }, 120_000)

  test('refuses a folder where a file of somebody else is in the way, and leaves it as it was', async () => {
    const taken = join(room, 'taken')
    mkdirSync(taken)
    writeFileSync(join(taken, 'index.html'), 'situs lain')
    await expect(run(taken)).rejects.toThrow(/was not written by Bentang/)
    expect(readFileSync(join(taken, 'index.html'), 'utf8')).toBe('situs lain')
  })

  test('when it is stopped leaves whole files, and goes on from there', async () => {
    const half = join(room, 'half')
    const stopping = new AbortController()
    let count = 0
    const told = () => {
      count += 1
      if (count === 20) stopping.abort()
    }
    await expect(
      publish({
        world: served.world,
        folder: half,
        url: URL_OF_SITE,
        webFolder,
        packing,
        signal: stopping.signal,
        told,
      }),
    ).rejects.toThrow()
    expect(filesIn(half).filter((path) => path !== '.publishing')).toHaveLength(20)
    expect(filesIn(half).some((path) => path.includes('.new'))).toBe(false)
    await run(half)
    expect(sumsIn(half)).toEqual(sumsIn(other).filter(([path]) => path !== 'CNAME' && !path!.endsWith('catatan.txt')))
  }, 120_000)
})
