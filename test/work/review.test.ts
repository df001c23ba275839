import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyRecord, Verification } from '../../data/model/record.ts'
import {
  afterSave,
  afterStep,
  mayStep,
  type Side,
  type Situation,
  STEP_RULES,
  sideOf,
  stepsFor,
} from '../../data/model/review.ts'
import { type Claim, STEPS, type Step, type WorkList } from '../../data/model/work.ts'
import { serve } from '../served.ts'
import { ASAM, activity, organisation, target } from '../world.ts'
import { accepted, asRecord, type Desk, given, refused, type Served, sit } from './desk.ts'

const SITUATIONS: readonly Situation[] = ['absent', 'draft', 'submitted', 'verified', 'returned', 'archived', 'removed']

/*
 * Which steps lead from where, for the keeper (k) and Sekber (s):
 *
 *              submit withdraw verify return archive restore confirm status
 */
const TABLE: Readonly<Record<Situation, string>> = {
  absent: '     -        -      -      -       -       -       -      -',
  draft: '     ks       -      -      -      ks      ks      ks     ks',
  submitted: '      -       ks      s      s      ks      ks      ks     ks',
  verified: '      -        -      s      s      ks      ks      ks     ks',
  returned: '     ks       -      -      -      ks      ks      ks     ks',
  archived: '      -        -      -      -       -      ks       -      -',
  removed: '      -        -      -      -       -      ks       -      -',
}

describe('who may do what, from where', () => {
  test.each(SITUATIONS)('from %s', (from) => {
    const row = TABLE[from].trim().split(/\s+/)
    for (const [column, step] of STEPS.entries())
      for (const side of ['keeper', 'sekber', 'nobody'] as const)
        expect([from, step, side, mayStep(step, from, side)]).toEqual([
          from,
          step,
          side,
          row[column]!.includes(side.charAt(0)) && side !== 'nobody',
        ])
  })

  test('a stranger may do nothing at all', () => {
    for (const step of STEPS) expect(STEP_RULES[step].by).not.toContain('nobody')
    for (const from of SITUATIONS) expect(afterSave(from, { side: 'nobody', isTrusted: true }, true)).toBeNull()
  })

  test.each<[Situation, Verification | null, Verification | null]>([
    ['absent', 'draft', 'draft'],
    ['draft', 'draft', 'draft'],
    ['returned', 'returned', 'returned'],
    ['submitted', 'draft', 'submitted'],
    ['verified', 'draft', 'draft'],
    ['archived', null, null],
    ['removed', null, null],
  ])('a save from %s leads the keeper to %s and Sekber to %s', (from, keeper, sekber) => {
    const saved = (side: Side) => afterSave(from, { side, isTrusted: false }, false)?.verification ?? null
    expect([saved('keeper'), saved('sekber')]).toEqual([keeper, sekber])
  })

  test('only what a trusted organisation itself submits is published unseen', () => {
    const at = (side: Side, isTrusted: boolean) => afterSave('draft', { side, isTrusted }, true)
    expect(at('keeper', false)).toEqual({ verification: 'submitted' })
    expect(at('keeper', true)).toEqual({ verification: 'verified', awaitsReview: true })
    expect(at('sekber', true)).toEqual({ verification: 'submitted' })
  })

  test.each<[Step, Verification, Side, Verification]>([
    ['submit', 'draft', 'keeper', 'submitted'],
    ['withdraw', 'submitted', 'keeper', 'draft'],
    ['verify', 'submitted', 'sekber', 'verified'],
    ['return', 'verified', 'sekber', 'returned'],
    ['archive', 'verified', 'keeper', 'archived'],
    ['confirm', 'verified', 'keeper', 'verified'],
    ['confirm', 'draft', 'keeper', 'draft'],
    ['status', 'verified', 'keeper', 'submitted'],
    ['status', 'verified', 'sekber', 'verified'],
    ['status', 'draft', 'keeper', 'draft'],
  ])('%s of %s by %s leads to %s', (step, verification, side, expected) => {
    expect(afterStep(step, { verification }, { side, isTrusted: false }).verification).toBe(expected)
  })

  test('a keeper cannot verify by restoring: what was verified waits again, unless Sekber puts it back', () => {
    const restore = (restored: Verification, side: Side, isTrusted = false) =>
      afterStep('restore', { verification: 'archived' }, { side, isTrusted }, { verification: restored })
    expect(restore('verified', 'keeper')).toEqual({ verification: 'submitted' })
    expect(restore('verified', 'keeper', true)).toEqual({ verification: 'verified', awaitsReview: true })
    expect(restore('verified', 'sekber')).toEqual({ verification: 'verified' })
    expect(restore('returned', 'sekber')).toEqual({ verification: 'draft' })
  })

  test('whose a record is decides who keeps it, and the role which kinds', () => {
    const own = asRecord('activity', activity('a', ['akar'], [ASAM]))
    const aim = asRecord('target', target('t', [ASAM], { organisation: 'akar' }))
    const self = asRecord('organisation', organisation('akar', 'ngo'))
    const side = (
      role: 'public' | 'partner' | 'planner' | 'moderator' | 'admin',
      entry: AnyRecord,
      of: string | null = 'akar',
    ) => sideOf({ role, organisation: of }, entry)
    expect([own, aim, self].map((entry) => side('partner', entry))).toEqual(['keeper', 'nobody', 'keeper'])
    expect([own, aim, self].map((entry) => side('planner', entry))).toEqual(['keeper', 'keeper', 'keeper'])
    expect([own, aim, self].map((entry) => side('partner', entry, 'bina'))).toEqual(['nobody', 'nobody', 'nobody'])
    expect([own, aim, self].map((entry) => side('moderator', entry, null))).toEqual(['sekber', 'sekber', 'sekber'])
    expect([own, aim, self].map((entry) => side('public', entry))).toEqual(['nobody', 'nobody', 'nobody'])
    expect(side('partner', own, null)).toBe('nobody')
  })

  test('only activities have a status, and what is settled is not verified once more', () => {
    expect(stepsFor(asRecord('target', target('t', [ASAM])), 'sekber')).not.toContain('status')
    expect(stepsFor(asRecord('activity', activity('a', ['akar'], [ASAM])), 'sekber')).not.toContain('verify')
    expect(stepsFor(asRecord('activity', activity('a', ['akar'], [ASAM], { awaitsReview: true })), 'sekber')).toContain(
      'verify',
    )
  })
})

let served: Served
let akar: Desk
let one: Desk
let other: Desk
let nowMs = Date.parse('2026-11-22T03:00:00.000Z')

beforeAll(async () => {
  served = await serve([], { now: () => new Date(nowMs) })
  akar = await sit(served, 'partner', 'akar')
  one = await sit(served, 'moderator')
  other = await sit(served, 'moderator')
})
afterAll(() => served.world.close())

const claim = async (desk: Desk, id: string, method = 'POST') =>
  desk.ask(method, '/api/review/claims', { kind: 'activity', id })

describe('two moderators', () => {
  test('one claims a record, the other is told who has it, until it is let go or five minutes have passed', async () => {
    const { id } = await accepted(akar.begin(given(), true))
    const first = (await (await claim(one, id)).json()) as Claim
    expect(first).toMatchObject({ person: one.person, name: 'moderator Sekber', until: '2026-11-22T03:05:00.000Z' })
    const refusal = await claim(other, id)
    expect([refusal.status, (await refused(refusal)).detail]).toEqual([
      409,
      'moderator Sekber sedang meninjau catatan ini. Tinjau yang lain dahulu.',
    ])
    const place = { kind: 'activity', id, revision: 1 } as const
    expect((await other.step(place, 'verify')).status).toBe(409)
    const queue = await other.get<WorkList>('/api/review')
    expect(queue.lines.find((line) => line.id === id)?.claim?.person).toBe(one.person)
    expect((await akar.open('activity', id)).claim?.person).toBe(one.person)
    nowMs += 4 * 60_000
    expect((await claim(one, id)).status).toBe(200)
    nowMs += 4 * 60_000
    expect((await claim(other, id)).status).toBe(409)
    nowMs += 61_000
    expect((await claim(other, id)).status).toBe(200)
    expect((await claim(one, id, 'DELETE')).status).toBe(204)
    expect((await claim(one, id)).status).toBe(409)
    expect((await claim(other, id, 'DELETE')).status).toBe(204)
    expect((await claim(one, id)).status).toBe(200)
    await accepted(one.step(place, 'verify'))
    expect((await akar.open('activity', id)).claim).toBeNull()
    expect((await claim(akar, id)).status).toBe(403)
    expect((await claim(one, 'tidak-ada')).status).toBe(404)
  })
})

describe('the queue', () => {
  test('the longest waiting comes first, a page at a time, without repeating what moves meanwhile', async () => {
    for (const title of ['Antre satu', 'Antre dua', 'Antre tiga']) {
      nowMs += 1000
      await accepted(akar.begin(given({ title }), true))
    }
    const titlesOf = ({ lines }: WorkList) => lines.map(({ title }) => title)
    const first = await one.get<WorkList>('/api/review?limit=2&q=antre')
    expect([first.numberMatched, titlesOf(first)]).toEqual([3, ['Antre satu', 'Antre dua']])
    await accepted(one.step({ ...first.lines[0]!, kind: 'activity' }, 'verify'))
    const second = await one.get<WorkList>(`/api/review?limit=2&q=antre&after=${encodeURIComponent(first.next!)}`)
    expect(titlesOf(second)).toEqual(['Antre tiga'])
    expect(second.next).toBeNull()
  })

  test('many are accepted as one entry; what changed meanwhile stays and is told, and asking again changes nothing', async () => {
    const [a, b, c] = [
      await accepted(akar.begin(given({ title: 'Banyak satu' }), true)),
      await accepted(akar.begin(given({ title: 'Banyak dua' }), true)),
      await accepted(akar.begin(given({ title: 'Banyak tiga' }))),
    ]
    await accepted(akar.save(b, given({ title: 'Banyak dua, lagi' }), true))
    const before = served.store.state.seq
    const body = {
      operation: randomUUID(),
      items: [a, b, c].map(({ kind, id, revision }) => ({ kind, id, revision })),
    }
    type Answer = { accepted: { id: string }[]; refused: { id: string; words: { id: string } }[] }
    const bulk = async () => (await (await one.ask('POST', '/api/review/accept', body)).json()) as Answer
    const answer = await bulk()
    expect(answer.accepted.map(({ id }) => id)).toEqual([a.id])
    expect(answer.refused.map(({ id }) => id)).toEqual([b.id, c.id])
    expect(answer.refused[0]?.words.id).toContain('sudah berubah')
    expect((await bulk()).accepted).toEqual(answer.accepted)
    expect(served.store.state.seq).toBe(before + 1)
    expect((await one.ask('POST', '/api/review/accept', { operation: randomUUID(), items: [] })).status).toBe(400)
    expect((await akar.ask('POST', '/api/review/accept', body)).status).toBe(403)
  })

  test('a record is returned with a reason, never without', async () => {
    const first = await accepted(akar.begin(given({ title: 'Perlu alasan' }), true))
    expect((await refused(one.step(first, 'return'))).status).toBe(400)
    expect((await refused(one.step(first, 'return', { returned: { fields: [] } }))).status).toBe(400)
    expect((await refused(akar.step(first, 'return', { returned: { note: 'x' } }))).status).toBe(409)
    const returned = await accepted(one.step(first, 'return', { returned: { note: '  Lengkapi.  ' } }))
    expect(returned.verification).toBe('returned')
    expect((await akar.open('activity', first.id)).record.returned).toEqual({ note: 'Lengkapi.', fields: [] })
  })
})

describe('my work', () => {
  test('is sorted by what was confirmed longest ago, filtered by age, words and state, page by page', async () => {
    await accepted(akar.begin(given({ title: 'Lama sekali', confirmed: '2024-01-01' })))
    await accepted(akar.begin(given({ title: 'Agak lama', confirmed: '2026-06-01' })))
    const list = (query: string) => akar.get<WorkList>(`/api/work/records?${query}`)
    const stale = await list('stale=90&verification=draft')
    expect(stale.lines.map(({ title, freshnessDays }) => [title, freshnessDays])).toEqual([
      ['Lama sekali', 1056],
      ['Agak lama', 174],
    ])
    expect((await list('q=LAMA+sekali')).lines.map(({ title }) => title)).toEqual(['Lama sekali'])
    const all = await list('limit=200')
    const titles: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: WorkList = await list(`limit=3${after ? `&after=${encodeURIComponent(after)}` : ''}`)
      titles.push(...page.lines.map(({ id }) => id))
      after = page.next
    }
    expect(titles).toEqual(all.lines.map(({ id }) => id))
    expect(new Set(titles).size).toBe(all.numberMatched)
    expect(all.lines.every(({ keeper }) => keeper === 'akar')).toBe(true)
    const line = all.lines.find(({ title }) => title === 'Lama sekali')!
    expect(line).toMatchObject({
      keeperName: 'akar',
      villages: [ASAM],
      bbox: [110.005, 0.005, 110.005, 0.005],
      status: 'ongoing',
    })
    expect((await akar.ask('GET', '/api/work/records?sort=abjad')).status).toBe(400)
  })
})
