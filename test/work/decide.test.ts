import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DecisionsAnswer, MatchState } from '../../data/model/match_decision.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import { remindedOf } from '../../data/model/reminder.ts'
import type { Accepted, HistoryLine, WorkList } from '../../data/model/work.ts'
import { decisionId } from '../../server/work/decide.ts'
import { serve } from '../served.ts'
import { ASAM, organisation, target } from '../world.ts'
import { accepted, type Desk, refused, type Served, sit } from './desk.ts'

let served: Served
let planner: Desk
let other: Desk
let akar: Desk
let bina: Desk
let sekber: Desk
beforeAll(async () => {
  served = await serve([
    { kind: 'organisation', record: organisation('kantor', 'opd', { region: '99.01' }) },
    { kind: 'organisation', record: organisation('lain', 'opd') },
    { kind: 'target', record: target('t-kantor', [ASAM], { organisation: 'kantor' }) },
  ])
  planner = await sit(served, 'planner', 'kantor')
  other = await sit(served, 'planner', 'lain')
  akar = await sit(served, 'partner', 'akar')
  bina = await sit(served, 'partner', 'bina')
  sekber = await sit(served, 'moderator')
})
afterAll(() => served.world.close())

const put = (
  desk: Desk,
  partner: string,
  revision: number,
  state: MatchState | null,
  reason?: string,
  operation: string = randomUUID(),
) =>
  desk.ask(
    'PUT',
    `/api/work/matches/t-kantor/${partner}?lang=en`,
    { operation, state, ...(reason === undefined ? {} : { reason }) },
    { 'If-Match': `"${revision}"` },
  )
const told = (desk: Desk) => desk.get<DecisionsAnswer>('/api/work/matches?department=kantor')

test('each change of mind is one entry of the journal, and the history tells who and when', async () => {
  const before = served.store.state.seq
  await accepted(put(planner, 'akar', 0, 'interest'))
  await accepted(put(sekber, 'akar', 1, 'matched'))
  await accepted(put(planner, 'akar', 2, 'refused', 'Anggaran 2026 sudah terikat'))
  expect(served.store.state.seq - before).toBe(3)
  const history = await planner.get<HistoryLine<'match'>[]>(
    `/api/work/records/match/${decisionId('t-kantor', 'akar')}/history`,
  )
  expect(history.map(({ revision, name, record }) => [revision, name, record?.state])).toEqual([
    [3, 'planner kantor', 'refused'],
    [2, 'moderator Sekber', 'matched'],
    [1, 'planner kantor', 'interest'],
  ])
  const { decisions } = await told(planner)
  expect(decisions[0]).toMatchObject({
    partner: 'akar',
    state: 'refused',
    reason: 'Anggaran 2026 sudah terikat',
    by: 'planner kantor',
    revision: 3,
  })
})

test('a refusal is told to its department, to Sekber and to the partner it is about, and to nobody else', async () => {
  const isTold = async (desk: Desk) => (await told(desk)).decisions.some(({ partner }) => partner === 'akar')
  expect(await Promise.all([planner, sekber, akar, bina, other].map(isTold))).toEqual([true, true, true, false, false])
})

test('a match is told to every member and stands nowhere in public', async () => {
  await accepted(put(planner, 'bina', 0, 'matched'))
  for (const desk of [planner, sekber, akar, bina, other])
    expect((await told(desk)).decisions.find(({ partner }) => partner === 'bina')?.state).toBe('matched')
  await served.world.settled()
  expect(served.world.everyone.all('match')).toEqual([])
  expect((await served.get('/api/work/matches')).status).toBe(401)
})

test('a decision that is taken back stays in the history and can be made again', async () => {
  await accepted(put(planner, 'bina', 1, null))
  expect((await told(planner)).decisions.find(({ partner }) => partner === 'bina')?.state).toBeNull()
  expect((await told(other)).decisions.some(({ partner }) => partner === 'bina')).toBe(false)
  expect((await accepted(put(planner, 'bina', 2, 'interest'))).revision).toBe(3)
})

test('only the department of the target and Sekber decide', async () => {
  expect((await put(akar, 'akar', 3, 'matched')).status).toBe(403)
  expect((await put(other, 'citra', 0, 'matched')).status).toBe(403)
  expect((await told(planner)).mayDecide).toEqual(['kantor'])
  expect((await told(sekber)).mayDecide).toBe('all')
  expect((await told(akar)).mayDecide).toEqual([])
})

test('a refusal without a reason, a department as a partner, and an outdated page are refused in words', async () => {
  expect((await refused(put(planner, 'citra', 0, 'refused'))).detail).toContain('Give the reason')
  expect((await refused(put(planner, 'lain', 0, 'interest'))).detail).toContain('Only NGOs')
  const outdated = await put(planner, 'akar', 1, 'interest')
  expect(outdated.status).toBe(412)
  expect((await refused(Promise.resolve(outdated))).conflict).toMatchObject({ given: 1, current: 3 })
})

test('sent twice with one operation it is decided once', async () => {
  const operation = randomUUID()
  const first = await accepted(put(planner, 'citra', 0, 'interest', undefined, operation))
  const again: Accepted = await accepted(put(planner, 'citra', 0, 'interest', undefined, operation))
  expect(again).toEqual(first)
})

test('no decision gets in by the way that other records are saved', async () => {
  const response = await sekber.begin({ id: 'match-x', target: 't-kantor' }, false, randomUUID(), 'match')
  expect(response.status).toBe(400)
})

test('a decision is no work that waits: no list of work names it unasked, and no reminder asks whether it still holds', async () => {
  const lines = async (query: string) => (await planner.get<WorkList>(`/api/work/records${query}`)).lines
  expect((await lines('')).some(({ kind }) => kind === 'match')).toBe(false)
  expect((await lines('?kind=match')).map(({ kind }) => kind)).toContain('match')
  const kept = served.store.state.records.get(`match/${decisionId('t-kantor', 'bina')}`)
  expect(remindedOf(kept as AnyRecord, '2030-01-01')).toBeNull()
})
