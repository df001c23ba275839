import { strToU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import type { PersonRole } from '../../data/model/person.ts'
import { importer } from '../imports/serving.ts'
import { addPerson, cookieOf } from '../people.ts'
import { commit } from '../served.ts'
import { asRecord, type Served } from '../work/desk.ts'
import { activity, point } from '../world.ts'
import { type Document, MADE, memberQuestions, openQuestions, type Question } from './questions.ts'
import { hear } from './streams.ts'
import { serveWorld } from './worlds.ts'

/* The known world with secrets in it, and without: for everyone without any, for members without what is not theirs. */
let real: Served
let forEveryone: Served
let forMembers: Served
let document: Document
beforeAll(async () => {
  ;[real, forEveryone, forMembers] = await Promise.all([
    serveWorld({ places: 'here', own: true, members: true }),
    serveWorld({ places: 'elsewhere', own: false, members: false }),
    serveWorld({ places: 'here', own: false, members: true }),
  ])
  document = (await (await real.get('/api/openapi.json')).json()) as Document
})
afterAll(() => {
  for (const { world } of [real, forEveryone, forMembers]) world.close()
})

/** The moment that archives and databases note for themselves. */
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g
const withoutMoment = (bytes: Uint8Array): Buffer =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(MOMENT, ''), 'latin1')
const unpacked = (bytes: Buffer): Buffer => {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04')
    return Buffer.concat(
      Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [strToU8(name), withoutMoment(part)]),
    )
  return bytes.subarray(0, 6).toString('latin1') === 'SQLite' ? withoutMoment(bytes) : bytes
}

type Asking = (question: Question) => Promise<{ readonly told: Buffer; readonly status: number }>

const asking =
  ({ get }: Served, headers: Record<string, string> = {}): Asking =>
  async ({ path, body, method = body ? 'POST' : 'GET' }) => {
    const sent = body ? { method, body: JSON.stringify(body) } : { method }
    const all = { 'Content-Type': 'application/json', 'If-Match': '"1"', ...headers }
    const response = await get(path, { ...sent, headers: all })
    const bytes = unpacked(Buffer.from(await response.arrayBuffer()))
    const head = `${response.status} ${JSON.stringify([...response.headers])}\n`
    return { told: Buffer.concat([Buffer.from(head), bytes]), status: response.status }
  }

/** Asks both worlds; the questions that are answered otherwise, and how many were answered at all. */
const compare = async (questions: readonly Question[], one: Asking, two: Asking) => {
  const differs: string[] = []
  let answered = 0
  for (const question of questions) {
    const [first, second] = [await one(question), await two(question)]
    if (first.status === 200) answered += 1
    if (!first.told.equals(second.told)) differs.push(question.path)
  }
  return { differs, answered }
}

describe('whoever is not signed in', () => {
  test('is answered to the byte as if nothing were hidden: headers, errors, counts, pages, tiles, tables, feeds', async () => {
    const questions = openQuestions(document)
    const { differs, answered } = await compare(questions, asking(real), asking(forEveryone))
    expect(differs).toEqual([])
    expect(answered).toBeGreaterThan(500)
    expect([...real.faults, ...forEveryone.faults]).toEqual([])
  }, 60_000)

  test('gets the same files, pictures and documents', async () => {
    const { differs, answered } = await compare(MADE, asking(real), asking(forEveryone))
    expect(differs).toEqual([])
    expect(answered).toBe(MADE.length)
  }, 120_000)
})

describe('a member of another organisation', () => {
  const signedIn = async ({ people }: Served, role: PersonRole, organisation: string) =>
    cookieOf(people, (await addPerson(people, role, organisation, { id: `p-${role}`, email: `${role}@contoh.id` })).id)
  const byToken = async ({ people }: Served) => {
    const { id } = await addPerson(people, 'partner', 'akar', { id: 'p-program', email: 'program@contoh.id' })
    const { token } = await people.tokens.make(id, { name: 'sistem', scopes: ['read', 'write'], days: 1 })
    return { Authorization: `Bearer ${token}` }
  }

  test.each<[string, (served: Served) => Promise<Record<string, string>>]>([
    ['partner', (served) => signedIn(served, 'partner', 'akar')],
    ['planner', (served) => signedIn(served, 'planner', 'lain')],
    ['program', byToken],
  ])(
    'as a %s is answered to the byte as if others kept nothing to themselves',
    async (_, headersIn) => {
      const [one, two] = [asking(real, await headersIn(real)), asking(forMembers, await headersIn(forMembers))]
      const { differs, answered } = await compare(memberQuestions(document), one, two)
      expect(differs).toEqual([])
      expect(answered).toBeGreaterThan(30)
    },
    60_000,
  )

  test('is warned of no twin while marking or importing the same work at the same place', async () => {
    const sheet = [
      'Judul kegiatan,Kode kegiatan,Tema,Lintang,Bujur,Mulai,Selesai,Status',
      'Rahasia sendiri,t-own,Stunting,"0,0171717","110,0313131",2025-01-01,2027-12-31,Berjalan',
      'Rahasia satwa,t-fauna,Stunting,"0,0171717","110,0313131",2025-01-01,2027-12-31,Berjalan',
    ].join('\n')
    const previews = []
    for (const served of [real, forMembers]) {
      const client = importer(served.app, await signedIn(served, 'partner', 'citra'))
      const { id, ...answer } = await client.upload(sheet, 'kegiatan.csv')
      previews.push(JSON.stringify([answer, await client.rows(id)]).replaceAll(id, 'id'))
    }
    expect(previews[0]).toBe(previews[1])
    expect(previews[0]).toContain('Rahasia sendiri')
  })
})

describe('an open screen', () => {
  const change = (id: string, given: Partial<Activity>) =>
    asRecord('activity', activity(id, ['bina'], [point(0.0313131, 0.0171717)], given))

  test('hears of a hidden change only that the journal went on, and of a coarse one no place', async () => {
    const heard = []
    for (const [served, hidden, places] of [
      [real, change('t-own', { visibility: 'organisation', title: 'Rahasia lain' }), [point(0.0111222, 0.0333444)]],
      [forEveryone, change('t-other', { verification: 'draft' }), [point(0.0777888, 0.0555666)]],
    ] as const) {
      const screen = await served.get('/api/events')
      await commit(served.store, [hidden])
      const coarse = activity('k-plain', ['bina'], places, { visibility: 'generalised', title: 'Sekolah lapang' })
      await commit(served.store, [asRecord('activity', coarse)])
      heard.push((await hear(screen, 'k-plain')).text)
    }
    expect(heard[0]).toBe(heard[1])
    expect(heard[0]!.match(/event: changed/g)).toHaveLength(2)
  })
})
