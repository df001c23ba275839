import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import { findPage, pagePaths } from '../server/pages/pages.ts'
import { clientPage } from '../server/pages/shell.ts'
import { liveSite } from '../server/pages/site.ts'
import { HOSTILE } from './hostile/values.ts'
import { serve } from './served.ts'
import { asRecord } from './work/desk.ts'
import { action, activity, BAKAU, organisation, plan, point } from './world.ts'

const EVIL = '</title><script>alert(1)</script>"\'&'
let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve([
    asRecord('plan', plan('p-asam', [action('tanam')])),
    asRecord(
      'activity',
      activity('a-evil', ['akar'], [BAKAU], {
        title: EVIL,
        note: EVIL,
        source: { text: EVIL, url: 'javascript:alert(1)', wording: EVIL },
      }),
    ),
    asRecord(
      'activity',
      activity('a-partners', ['akar'], [point(0.02, 0.01)], { visibility: 'partners', title: 'Rahasia mitra' }),
    ),
    asRecord('activity', activity('a-draft', ['akar'], [BAKAU], { verification: 'draft', title: 'Masih draf' })),
    asRecord(
      'organisation',
      organisation('o-hidden', 'ngo', { visibility: 'organisation', name: 'Lembaga tersembunyi' }),
    ),
  ])
})
afterAll(() => served.world.close())

const read = async (path: string, init?: RequestInit) => {
  const response = await served.get(path, init)
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const dataIn = (text: string): Record<string, unknown>[] =>
  [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((found) => JSON.parse(found[1]!))

describe('a public page is whole without a script', () => {
  test('an activity tells its facts, its source, its date and the data version, with links to its organisations', async () => {
    const { status, text } = await read('/p/activity/a-bakau')
    expect(status).toBe(200)
    expect(text).toContain('<title>a-bakau - Bentang</title>')
    expect(text).toContain('<link rel="canonical" href="http://localhost/p/activity/a-bakau" />')
    expect(text).toContain('<meta property="og:title" content="a-bakau" />')
    expect(text).toContain('<meta name="twitter:card" content="summary_large_image" />')
    expect(text).toContain('<a href="/p/organisation/bina">bina</a> (pelaksana)')
    expect(text).toContain('1 Januari 2025 sampai 31 Desember 2027')
    expect(text).toMatch(/<h2>Sumber<\/h2><p>world/)
    expect(text).toMatch(/Versi data: 1, <time datetime="[^"]+">22 November 2026/)
    expect(text).toContain('Data contoh')
  })

  test('an organisation tells its figures with what they are counted from', async () => {
    const { text } = await read('/p/organisation/akar')
    expect(text).toContain('<h1>akar</h1>')
    expect(text).toContain('disebut 0 dari 3 kegiatan')
    expect(text).toContain('<a href="/p/activity/a-three-sites">')
    expect(text).not.toContain('undefined')
  })

  test.each([
    '/p/activity/a-bakau',
    '/p/organisation/akar',
    '/p/target/t-health',
    '/p/plan/p-asam',
    '/',
    '/data',
    '/data/activities',
  ])('%s is there in English, too, and each names the other', async (path) => {
    const [indonesian, english] = [await read(path), await read(`${path}?lang=en`)]
    expect([indonesian.status, english.status]).toEqual([200, 200])
    expect(indonesian.text).toContain('<html lang="id">')
    expect(english.text).toContain('<html lang="en">')
    expect(english.text).toContain('Data version')
    for (const { text } of [indonesian, english])
      expect(text).toContain(`<link rel="alternate" hreflang="en" href="http://localhost${path}?lang=en" />`)
  })

  test('every page of the map of the site answers, and every link on it', async () => {
    const { text } = await read('/sitemap.xml')
    const pages = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1]!.replace(/&amp;/g, '&'))
    expect(pages).toHaveLength(2 * pagePaths(served.world).length)
    const links = new Set(pages)
    for (const page of pages)
      for (const [, href] of (await read(page)).text.matchAll(/<a href="(\/[^"]*)"/g))
        links.add(href!.replace(/&amp;/g, '&'))
    const broken: string[] = []
    for (const link of links) {
      // Whole files take their time, and have tests of their own.
      const method = link.startsWith('/api/export/') ? 'HEAD' : 'GET'
      if ((await served.get(link, { method })).status !== 200) broken.push(link)
    }
    expect(broken).toEqual([])
    expect(links.size).toBeGreaterThan(60)
  })
})

describe('what is not for everyone', () => {
  test.each(['/p/activity/a-partners', '/p/activity/a-draft', '/p/organisation/o-hidden'])(
    '%s is answered as what never was',
    async (path) => {
      const [hidden, never] = [await read(path), await read(path.replace(/[^/]+$/, 'tidak-ada'))]
      expect([hidden.status, never.status]).toEqual([404, 404])
      expect(hidden.text.replaceAll(path, '')).toBe(never.text.replaceAll(path.replace(/[^/]+$/, 'tidak-ada'), ''))
    },
  )

  test('stands on no page and in no list', async () => {
    const { site, language, today } = { site: liveSite('http://x'), language: 'id' as const, today: '2026-11-22' }
    for (const path of pagePaths(served.world)) {
      const page = await findPage(path, { world: served.world, site, language, today })
      expect(page!.main.text).not.toMatch(/Rahasia mitra|Masih draf|Lembaga tersembunyi|a-partners|a-draft|o-hidden/)
    }
    expect((await read('/sitemap.xml')).text).not.toMatch(/a-partners|a-draft|o-hidden/)
  })
})

describe('what records state is only text', () => {
  test('no sign of it ends an element, and no address but of the web becomes a link', async () => {
    const { text } = await read('/p/activity/a-evil')
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('javascript:')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(dataIn(text)[0]!.name).toBe(EVIL)
    expect((await read('/data/activities')).text).not.toContain('<script>alert')
  })

  test('hostile ids in paths are refused in words, never with a fault', async () => {
    for (const value of [...HOSTILE, '..', '%2e%2e%2f', '%', '%ff', 'a%00b', '__proto__', 'constructor'])
      for (const path of [`/p/activity/${value}`, `/p/${value}/x`, `/present/${value}`, `/data/${value}`]) {
        const address = URL.canParse(path, 'http://localhost') ? path.replace(/[?#].*$/s, '') : null
        if (address === null) continue
        const { status } = await served.get(address)
        expect([address, [200, 400, 404].includes(status)]).toEqual([address, true])
      }
    expect(served.faults).toEqual([])
  })
})

describe('search engines', () => {
  test('read every layer as a dataset with licence, extent, years, version and where to fetch it', async () => {
    for (const { id, title } of LAYERS) {
      const [dataset] = dataIn((await read(`/data/${id}`)).text)
      expect(dataset).toMatchObject({ '@type': 'Dataset', name: `${title.id}, Bentang`, version: '1' })
      expect(dataset!.license).toMatch(/^https:/)
      expect(dataset!.spatialCoverage).toMatchObject({
        geo: { box: expect.stringMatching(/^-?[\d.]+ -?[\d.]+ -?[\d.]+ -?[\d.]+$/) },
      })
      expect((dataset!.distribution as object[]).length).toBeGreaterThan(0)
    }
    expect(dataIn((await read('/')).text)[0]).toMatchObject({ '@type': 'Dataset', temporalCoverage: '2025/2027' })
  })

  test('are led by robots.txt to the map of the site, and kept from the screens of members', async () => {
    const { text } = await read('/robots.txt')
    expect(text).toContain('Sitemap: http://localhost/sitemap.xml')
    expect(text).toContain('Disallow: /work')
    expect(text).not.toContain('Disallow: /p/')
  })
})

describe('/.well-known/security.txt', () => {
  test('says whom to tell of a weakness, where and until when (RFC 9116), once the operator has said so', async () => {
    expect((await served.get('/.well-known/security.txt')).status).toBe(404)
    const contact = 'mailto:keamanan@contoh.go.id'
    const { get, world } = await serve([], { securityContact: contact, url: 'https://peta.contoh.go.id' })
    const response = await get('/.well-known/security.txt')
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      200,
      expect.stringMatching(/^text\/plain; charset=utf-8$/i),
    ])
    const fields = new Map(
      (await response.text())
        .trim()
        .split('\n')
        .map((line) => line.split(': ') as [string, string]),
    )
    expect(Object.fromEntries(fields)).toEqual({
      Contact: contact,
      Expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      'Preferred-Languages': 'id, en',
      Canonical: 'https://peta.contoh.go.id/.well-known/security.txt',
    })
    const days = (Date.parse(fields.get('Expires')!) - Date.parse('2026-11-22')) / 86_400_000
    expect(days).toBeGreaterThan(30)
    expect(days).toBeLessThan(365)
    world.close()
  })
})

describe('the client takes over', () => {
  const index = readFileSync(join(import.meta.dirname, '../web/index.html'), 'utf8')
  const pageAt = async (path: string) => {
    const site = liveSite('https://peta.example')
    const page = await findPage(path, { world: served.world, site, language: 'en', today: '2026-11-22' })
    return clientPage(index, page!, site)
  }

  test('a profile stands where the client will draw, with one title, in the language asked for', async () => {
    const text = await pageAt('/p/organisation/akar')
    expect(text).toMatch(/<div id="app"><main class="plain">[\s\S]*<\/main><\/div>/)
    expect(text.match(/<title>/g)).toHaveLength(1)
    expect(text.match(/name="description"/g)).toHaveLength(1)
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('https://peta.example/og/en/p/organisation/akar.png')
  })

  test('the front page leaves the place of the map free and speaks to whoever has no script', async () => {
    const text = await pageAt('/')
    expect(text).toContain('<div id="app"></div>')
    expect(text).toMatch(/<noscript><style>[^<]*<\/style><main class="plain">/)
  })

  test('a page that is asked for again keeps its own policy', async () => {
    for (const path of ['/', '/p/organisation/akar', '/embed/v1/99.01/stunting/2026/village.json']) {
      const first = await read(path)
      const again = await read(path, { headers: { 'If-None-Match': first.headers.get('ETag')! } })
      const policy = again.headers.get('Content-Security-Policy')
      expect([path, again.status, policy === null || policy === first.headers.get('Content-Security-Policy')]).toEqual([
        path,
        304,
        true,
      ])
    }
  })

  test('what else an address says of a view makes no page of its own', async () => {
    const [one, other] = [await read('/p/organisation/akar'), await read('/p/organisation/akar?palette=dark&lang=id')]
    expect(one.headers.get('ETag')).toBe(other.headers.get('ETag'))
    expect(one.headers.get('Content-Security-Policy')).toContain("script-src 'self'")
  })
})
