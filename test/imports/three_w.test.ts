import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { implementersOf } from '../../data/model/activity.ts'
import { importer, serveRegencies } from './serving.ts'

const PARTNER = 'contoh-mitra-01'
let served: Awaited<ReturnType<typeof serveRegencies>>

beforeAll(async () => {
  served = await serveRegencies()
}, 120_000)
afterAll(() => served.close())

const file = async (query: string) => (await served.app.request(`/api/3w.csv?${query}`)).text()
const cells = (text: string) => Papa.parse<string[]>(text.trim()).data
const activities = () =>
  [...served.store.state.records.values()].flatMap((kept) => (kept.kind === 'activity' ? [kept] : []))

describe('who does what, where, as a table', () => {
  test('is one row an activity, place and implementing organisation, with hashtags only where they are asked for', async () => {
    const [headings, first] = cells(await file('within=61.05'))
    expect(headings!.every((heading) => /^[a-z_]+$/.test(heading))).toBe(true)
    expect(first!.some((cell) => cell.startsWith('#'))).toBe(false)
    const [, tags, ...rows] = cells(await file('within=61.05&hxl=1'))
    const [id, impl, village] = ['#activity+id', '#org+impl+code', '#adm4+code'].map((tag) => tags!.indexOf(tag))
    for (const tag of '#org+impl #org+funder #sector #activity+name #status #date+start #date+end #adm1+code #adm2+code #adm3+code #geo+lat #geo+lon'.split(
      ' ',
    ))
      expect(tags).toContain(tag)
    expect(tags).toHaveLength(headings!.length)
    const keys = rows.map((row) => row.join('\t'))
    expect(new Set(keys).size).toBe(keys.length)
    const shared = activities().find(({ record }) => implementersOf(record).length > 1 && record.sites.length > 1)!
    const own = rows.filter((row) => row[id!] === shared.id)
    expect(new Set(own.map((row) => row[impl!]))).toEqual(new Set(implementersOf(shared.record)))
    expect(own.every((row) => /^61\.05\.\d\d\.[12]\d{3}$/.test(row[village!]!))).toBe(true)
  })

  test('passes through the filters of the listing', async () => {
    const asked = 'theme=stunting&period=2026&status=ongoing&within=61.05'
    const { numberMatched } = (await (
      await served.app.request(`/api/features/activities?${asked}&hits=true`)
    ).json()) as {
      numberMatched: number
    }
    const [, ...rows] = cells(await file(asked))
    expect(new Set(rows.map(([id]) => id)).size).toBe(numberMatched)
    expect(numberMatched).toBeGreaterThan(3)
  })
})

describe('a table that was written here and comes back', () => {
  test('is read as the same activities by Sekber, and changes nothing', async () => {
    const client = importer(served.app, await served.signIn('moderator', null))
    const before = activities().map(({ id, revision, record }) => [id, revision, record])
    const text = await file('hxl=1')
    const answer = await client.upload(text, '3w.csv')
    expect(answer.detected?.hasHxl).toBe(true)
    const odd = await client.rows(answer.id, '?limit=50&state=faulty')
    const asked = await client.rows(answer.id, '?limit=50&state=asked')
    expect([...odd, ...asked].map(({ row, findings }) => [row, findings])).toEqual([])
    const { good, updates } = answer.counts
    expect(good).toBe(cells(text).length - 2)
    expect(updates).toBe(good)
    const { status, answer: done } = await client.commit(answer.id)
    expect([status, done]).toMatchObject([200, { added: 0, updated: 0 }])
    expect(activities().map(({ id, revision, record }) => [id, revision, record])).toEqual(before)
  }, 60_000)

  test.each(['public', 'generalised'] as const)(
    'with one cell changed updates that activity, its true places, source and visibility (%s) untouched',
    async (visibility) => {
      const client = importer(served.app, await served.signIn('partner', PARTNER))
      const { actor, ...one } = activities().find(
        ({ record }) =>
          implementersOf(record)[0] === PARTNER &&
          record.sites.some((site) => 'geometry' in site && site.geometry.type !== 'Point'),
      )!
      const record = { ...one.record, visibility }
      const change = { kind: 'activity', id: one.id, revision: one.revision + 1, record } as const
      await served.store.commit({ actor, organisation: null, operation: `seen-by-${visibility}`, changes: [change] })
      await served.world.settled()
      const [headings, tags, ...rows] = cells(await file('hxl=1'))
      const title = headings!.indexOf('activity')
      const mine = rows.filter(([id]) => id === one.id).map((row) => row.with(title, `Judul ${visibility}`))
      expect(mine.length).toBeGreaterThan(0)
      const answer = await client.upload(Papa.unparse([headings!, tags!, ...mine]), 'satu.csv')
      expect(answer.counts).toMatchObject({ good: mine.length, updates: mine.length, faulty: 0, asked: 0 })
      const { answer: done } = await client.commit(answer.id)
      expect(done).toMatchObject({ added: 0, updated: 1 })
      const after = activities().find(({ id }) => id === one.id)!.record
      expect(after.title).toBe(`Judul ${visibility}`)
      const { sites, source, organisations, themes, period, status, budgetIdr } = record
      expect(after).toMatchObject({ sites, source, organisations, themes, period, status, budgetIdr, visibility })
    },
  )
})
