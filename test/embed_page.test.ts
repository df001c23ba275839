import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EMBED_SITES_FILE, openEmbedSites } from '../server/embed/sites.ts'
import { addPerson, cookieOf } from './people.ts'
import { serve } from './served.ts'

const PAGE = '<html><head><meta name="bentang-sites" content="*" /><title>Bentang</title></head></html>'
let served: Awaited<ReturnType<typeof serve>>
let folder: string
let sekber: Record<string, string>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bentang-embed-'))
  mkdirSync(join(folder, 'embed'))
  writeFileSync(join(folder, 'embed', 'index.html'), PAGE)
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="id"><head><meta name="description" content="x" /><title>Bentang</title></head><body><div id="app"></div><noscript>x</noscript></body></html>',
  )
  served = await serve([], { webFolder: folder, embedSites: await openEmbedSites(folder) })
  const { id } = await addPerson(served.people, 'moderator', null)
  sekber = { ...(await cookieOf(served.people, id)), 'Content-Type': 'application/json' }
})
afterAll(() => {
  served.world.close()
  rmSync(folder, { recursive: true })
})

const framedBy = async (search: string) =>
  /frame-ancestors ([^;]*)/.exec(
    (await served.get(`/embed${search}`)).headers.get('Content-Security-Policy') ?? '',
  )?.[1]
const change = (method: string, address: string, body?: object) =>
  served.get(address, { method, headers: sekber, ...(body ? { body: JSON.stringify(body) } : {}) })

describe('the page of widgets', () => {
  test('may be framed by any site, and nothing else of Bentang by any', async () => {
    expect(await framedBy('?v=1')).toBe("'self' *")
    const page = await served.get('/embed?v=1')
    expect(page.headers.get('X-Frame-Options')).toBeNull()
    expect(page.headers.get('Set-Cookie')).toBeNull()
    for (const path of [
      '/',
      '/widget',
      '/dashboard',
      '/docs',
      '/api/context',
      '/embed/v1/99.01/stunting/2026/village.json',
      '/embed/nothing',
      '/oembed?url=x',
    ])
      expect((await served.get(path)).headers.get('Content-Security-Policy'), path).toContain("frame-ancestors 'none'")
  })

  test('runs nothing that stands in the page and loads nothing from elsewhere', async () => {
    const policy = (await served.get('/embed')).headers.get('Content-Security-Policy')!
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';")
    expect(policy).not.toContain('unsafe')
  })

  test('says nothing back of what its address says', async () => {
    const payload = '"><script>alert(1)</script>'
    const text = await (await served.get(`/embed?region=${encodeURIComponent(payload)}&x=${payload}`)).text()
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('application/json+oembed')
  })

  test('with a key may be framed by the sites of its list alone, told to the page as well', async () => {
    const kept = await change('PUT', '/api/embeds/sintang', { name: 'Sintang', origins: ['https://sintang.go.id'] })
    expect(kept.status).toBe(200)
    expect(await framedBy('?site=sintang')).toBe("'self' https://sintang.go.id")
    expect(await (await served.get('/embed?site=sintang')).text()).toContain('content="https://sintang.go.id"')
    expect(await framedBy('?site=lain')).toBe("'self'")
    expect(await framedBy('?site=../x')).toBe("'self'")
  })

  test('is asked for anew when a list changes, though it was kept', async () => {
    const first = await served.get('/embed?site=sintang')
    const tag = { headers: { 'If-None-Match': first.headers.get('ETag')! } }
    expect((await served.get('/embed?site=sintang', tag)).status).toBe(304)
    await change('PUT', '/api/embeds/sintang', { name: '', origins: ['https://lain.id'] })
    expect((await served.get('/embed?site=sintang', tag)).status).toBe(200)
  })

  test('without a key is closed and opened by Sekber', async () => {
    await change('PUT', '/api/embeds', { isOpen: false })
    expect(await framedBy('')).toBe("'self'")
    await change('PUT', '/api/embeds', { isOpen: true })
    expect(await framedBy('')).toBe("'self' *")
  })
})

describe('the lists of sites', () => {
  test('lie in the home, and are there after a restart', async () => {
    await change('PUT', '/api/embeds/kayong', {
      name: 'Kayong Utara',
      origins: ['https://kayong.go.id', 'https://kayong.go.id/'],
    })
    expect(
      JSON.parse(readFileSync(join(folder, EMBED_SITES_FILE), 'utf8')).lists.map((one: { key: string }) => one.key),
    ).toContain('kayong')
    const again = await openEmbedSites(folder)
    expect(again.now().lists.find(({ key }) => key === 'kayong')!.origins).toEqual(['https://kayong.go.id'])
  })

  test.each([
    ['PUT', '/api/embeds/Besar', { name: '', origins: ['https://a.id'] }, 400],
    ['PUT', '/api/embeds/a', { name: '', origins: ['https://a.id; script-src *'] }, 400],
    ['PUT', '/api/embeds/a', { name: '', origins: [] }, 400],
    ['PUT', '/api/embeds/a', { name: '', origins: ['https://a.id'], role: 'admin' }, 400],
    ['DELETE', '/api/embeds/none', undefined, 404],
  ])('%s %s %j is refused with %i', async (method, address, body, status) => {
    expect((await change(method, address, body)).status).toBe(status)
  })

  test('that cannot be read stop the start rather than open what was closed', async () => {
    const damaged = mkdtempSync(join(tmpdir(), 'bentang-embed-'))
    writeFileSync(join(damaged, EMBED_SITES_FILE), '{"isOpen":')
    await expect(openEmbedSites(damaged)).rejects.toThrow()
    rmSync(damaged, { recursive: true })
  })
})

describe('oEmbed', () => {
  const ask = (url: string, more = '') => served.get(`/oembed?url=${encodeURIComponent(url)}${more}`)

  test('turns an address of the map or of a widget into a widget', async () => {
    const views = [
      'http://localhost/?region=99.01&theme=stunting',
      'http://localhost/embed?v=1&region=99.01&theme=stunting',
    ]
    for (const view of views) {
      const answer = await (await ask(view, '&maxwidth=400&maxheight=9000')).json()
      expect(answer).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'Bentang', width: 400, height: 560 })
      expect(answer.html).toMatch(/^<iframe src="http:\/\/localhost\/embed\?v=1&amp;region=99\.01/)
      expect(answer.title).toMatch(/^Stunting di .+, 2026$/)
      expect(answer.thumbnail_url).toContain('/api/picture.png?region=99.01')
    }
  })

  test.each([
    ['https://elsewhere.example/?region=99.01', '', 404],
    ['http://localhost/dashboard', '', 404],
    ['javascript:alert(1)', '', 404],
    ['http://localhost/?region=99.77', '', 404],
    ['http://localhost/?region=99.01', '&format=xml', 400],
    ['http://localhost/?region=99.01', '&maxwidth=x', 400],
  ])('refuses %s%s with %i', async (url, more, status) => {
    expect((await ask(url, more)).status).toBe(status)
  })

  test('is found from the map, with the view that is on screen', async () => {
    const link = (await served.get('/?region=99.01&theme=stunting')).headers.get('Link')!
    expect(link).toContain('rel="alternate"; type="application/json+oembed"')
    const address = /<([^>]*)>/.exec(link)![1]!
    expect((await served.get(address.replace('http://localhost', ''))).status).toBe(200)
  })
})
