import { join as pathOf } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import type { Change } from '../../server/journal/entry.ts'
import { openFileStore } from '../../server/journal/store.ts'
import { join, secondFactor } from './members.ts'
import { ownServer } from './own_server.ts'
import { PAYLOADS } from './payloads.ts'
import { MAPS, SCREENS } from './views.ts'

/** Fields of records that hold what people write, whatever the kind. */
const TEXTS = new Set([
  ...[
    'title',
    'name',
    'shortName',
    'subtitle',
    'note',
    'notes',
    'outcome',
    'indicator',
    'wording',
    'words',
    'text',
    'unit',
  ],
  ...['resources', 'steps', 'person', 'author', 'planningDocument', 'item', 'decree', 'what', 'url', 'description'],
])
const SERVED = [
  ...MAPS,
  '/embed?v=1&region=61.05&theme=stunting&period=2026',
  '/p/organisation/contoh-mitra-05',
  '/data/activities',
  '/docs',
  '/ogc/collections/activities/items?f=html',
]

type Hit = { readonly where: string; readonly what: string }

/** Everything that ran, or that a policy had to forbid. */
const watch = async (page: Page, hits: Hit[]): Promise<void> => {
  const say = (what: string) => hits.push({ where: page.url(), what })
  await page.exposeFunction('tellOfViolation', say)
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      ;(window as unknown as { tellOfViolation(text: string): void }).tellOfViolation(
        `${violatedDirective} ${blockedURI}`,
      )
    })
  })
  page.on('dialog', (dialog) => {
    say(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) say(message.text())
  })
}

const server = ownServer(4260)
test.afterAll(() => server.discard())

test('nothing that stands in a record runs in any view', async ({ page }) => {
  test.setTimeout(240_000)
  await server.start()
  const [asAdmin] = [server.invite('--role', 'admin')]
  await server.stop()

  let placed = 0
  const hostile = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => hostile(one, key))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, hostile(one, name)]))
    if (typeof value !== 'string' || !TEXTS.has(key)) return value
    placed += 1
    return PAYLOADS[placed % PAYLOADS.length]
  }
  const store = await openFileStore({ folder: pathOf(server.home, 'journal') })
  const changes = [...store.state.records.values()].map(
    ({ kind, id, revision, record }) => ({ kind, id, revision: revision + 1, record: hostile(record, '') }) as Change,
  )
  await store.commit({ actor: 'test', organisation: null, operation: 'hostile', changes })
  await store.close()
  expect(placed).toBeGreaterThan(5 * PAYLOADS.length)
  await server.start()

  const hits: Hit[] = []
  await watch(page, hits)
  await join(page, asAdmin, 'Sari', 'sari@contoh.id')
  await secondFactor(page)
  const records = [...store.state.records.values()]
  const one = (kind: string) => records.find((record) => record.kind === kind)!.id
  const views = [...SERVED, ...SCREENS, `/plans/${one('plan')}`, `/stories/${one('story')}`]
  const seen: string[] = []
  for (const view of views) {
    await page.goto(`${server.url}${view}`)
    await page.waitForLoadState('networkidle')
    // Tooltips and cards appear under the pointer.
    await page.mouse.move(400, 300)
    await page.mouse.click(640, 400)
    if (await page.evaluate(() => 'hit' in window)) hits.push({ where: view, what: 'ran' })
    const text = await page.locator('body').innerText()
    if (/onerror=|window\.hit|ontoggle|onload/.test(text)) seen.push(view)
  }
  expect(hits).toEqual([])
  console.log(
    `${placed} texts in ${changes.length} records; ${views.length} views, shown as text in ${seen.length}: ${seen.join(' ')}`,
  )
  expect(seen.length).toBeGreaterThan(views.length / 2)
})
