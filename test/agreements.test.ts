import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AGREEMENT_KINDS } from '../data/model/agreement.ts'
import type { AgreementBoard } from '../data/model/agreement_board.ts'
import { kindsFor, type Party, refusalOf } from '../data/model/agreement_kind.ts'
import type { Organisation } from '../data/model/organisation.ts'
import { calendarOf } from '../server/formats/calendar.ts'
import { serve } from './served.ts'
import { accepted, asRecord, type Desk, refused, type Served, sit } from './work/desk.ts'
import { ASAM, agreement, DAMAR, organisation } from './world.ts'

const REGENT: Party = { kind: 'agency', region: '61.05' }
const NEIGHBOUR: Party = { kind: 'agency', region: '62.07' }
const DEPARTMENT: Party = { kind: 'opd', region: '61.05' }
const BKSDA: Party = { kind: 'agency', region: '61' }

describe('the legal form follows from the parties', () => {
  const offered = (...parties: readonly Party[]) => kindsFor(parties).offered.map(({ kind }) => kind)

  test('a regency with an NGO or credit union begins with a KB, then a PKS', () => {
    expect(offered(REGENT, { kind: 'ngo' })).toEqual(['KB', 'PKS'])
    expect(offered(DEPARTMENT, { kind: 'credit_union' }, { kind: 'ngo' })).toEqual(['KB', 'PKS'])
  })

  test('two regencies make a KSDD, whatever the text is called; their departments carry it out by a PKS', () => {
    expect(offered(REGENT, NEIGHBOUR)).toEqual(['KSDD', 'PKS'])
    expect(offered(DEPARTMENT, { kind: 'opd', region: '62.07' })).toEqual(['KSDD', 'PKS'])
  })

  test('with BKSDA or a ministry it is an NK and an RK, never a PKS, whoever else is among them', () => {
    for (const state of [BKSDA, { kind: 'ministry' } as const])
      for (const others of [[REGENT], [REGENT, { kind: 'ngo' } as const], [{ kind: 'ngo' } as const]]) {
        expect(offered(...others, state)).toEqual(['NK', 'RK'])
        expect(refusalOf('PKS', [...others, state])?.en).toContain('never a PKS')
      }
  })

  test('with one side alone nothing is offered and nothing refused', () => {
    for (const parties of [[], [REGENT], [DEPARTMENT, REGENT], [{ kind: 'ngo' } as const], [BKSDA]])
      expect(kindsFor(parties)).toEqual({ offered: [], refused: [] })
  })

  test('every form is either offered or refused with a reason in both languages', () => {
    for (const parties of [
      [REGENT, { kind: 'ngo' } as const],
      [REGENT, NEIGHBOUR],
      [REGENT, BKSDA],
    ]) {
      const { offered: may, refused: mayNot } = kindsFor(parties)
      expect([...may, ...mayNot].map(({ kind }) => kind).sort()).toEqual([...AGREEMENT_KINDS].sort())
      for (const { reason } of [...may, ...mayNot]) expect(reason.id.length * reason.en.length).toBeGreaterThan(0)
    }
  })
})

let served: Served
let sekber: Desk
beforeAll(async () => {
  const bksda: Organisation = organisation('bksda', 'agency', { region: '99' })
  served = await serve([
    asRecord('organisation', bksda),
    asRecord(
      'agreement',
      agreement('g-lama', ['akar', 'dinas'], {
        kind: 'KB',
        stage: 'drafting',
        stages: [
          { stage: 'idea', date: '2026-01-05' },
          { stage: 'drafting', date: '2026-11-02' },
        ],
        period: { start: '2026-12-01', end: '2027-01-21' },
        next: { step: 'Kirim rancangan', organisation: 'dinas', due: '2026-11-30' },
      }),
    ),
  ])
  sekber = await sit(served, 'moderator')
})
afterAll(() => served.world.close())

const boardOf = async (query = '') => (await (await served.get(`/api/agreements${query}`)).json()) as AgreementBoard

test('the board says how long each has stood where it stands, when it ends, what hangs on it and what is next', async () => {
  const { lines } = await boardOf()
  expect(lines.map(({ id }) => id)).toEqual(['g-damar', 'g-lama'])
  expect(lines[1]).toMatchObject({
    since: '2026-11-02',
    daysInStage: 20,
    daysToEnd: 60,
    villages: 3,
    activities: 0,
    parties: [
      { id: 'akar', name: 'akar', kind: 'ngo' },
      { id: 'dinas', name: 'dinas', kind: 'opd' },
    ],
    next: { step: 'Kirim rancangan', organisation: 'dinas', due: '2026-11-30' },
  })
  expect(lines[0]).toMatchObject({ since: null, daysInStage: null, end: null, daysToEnd: null, villages: 1 })
})

test('a region gets the agreements made for it, for a part of it, or for more', async () => {
  expect((await boardOf(`?region=${DAMAR}`)).lines.map(({ id }) => id)).toEqual(['g-damar'])
  expect((await boardOf(`?region=${ASAM}`)).lines.map(({ id }) => id)).toEqual(['g-lama'])
  expect((await boardOf('?region=99')).lines).toHaveLength(2)
  expect((await boardOf('?partner=citra')).lines.map(({ id }) => id)).toEqual(['g-damar'])
})

test('with an agency two forms are offered and a PKS is refused, in the answer and at saving', async () => {
  const response = await served.get('/api/agreements/kinds?organisation=dinas,bksda')
  const offer = (await response.json()) as ReturnType<typeof kindsFor>
  expect(offer.offered.map(({ kind }) => kind)).toEqual(['NK', 'RK'])
  const { enteredBy: _, origin: __, verification: ___, ...record } = agreement('', ['dinas', 'bksda'], { kind: 'PKS' })
  const begin = (kind: string) => sekber.begin({ ...record, kind }, false, randomUUID(), 'agreement')
  const fault = await refused(begin('PKS'))
  expect(fault.findings).toEqual([expect.objectContaining({ field: 'kind', name: 'kind_refused' })])
  expect((await accepted(begin('NK'))).kind).toBe('agreement')
})

test('a document that leads to no web page is refused with what to write', async () => {
  const { enteredBy: _, origin: __, verification: ___, ...record } = agreement('', ['akar', 'dinas'], { kind: 'KB' })
  const documents = [{ title: 'Naskah', url: 'javascript:alert(1)' }]
  const fault = await refused(sekber.begin({ ...record, documents }, false, randomUUID(), 'agreement'))
  expect(fault.findings).toEqual([expect.objectContaining({ field: 'documents.0.url', name: 'address' })])
})

test('the calendar holds the day after which it ends and the day by which the next step is due', async () => {
  const response = await served.get('/api/agreements.ics')
  expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  const text = await response.text()
  expect(text.match(/^(DTSTART|DTEND).*$/gm)?.map((line) => line.trim())).toEqual([
    'DTSTART;VALUE=DATE:20270121',
    'DTEND;VALUE=DATE:20270122',
    'DTSTART;VALUE=DATE:20261130',
    'DTEND;VALUE=DATE:20261201',
  ])
})

test('a calendar line is folded after 75 octets, never within a character, and says nothing a reader would take for a command', () => {
  const summary = `Rancangan; naskah, lampiran \\ ${'é'.repeat(80)}\nEND:VCALENDAR`
  const day = { uid: 'a@b', date: '2026-02-28', summary, description: '', url: 'https://x.id', remindDays: 7 }
  const text = calendarOf('Bentang', [day], '2026-11-22T03:00:00.000Z')
  const lines = text.split('\r\n')
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const unfolded = text.replaceAll('\r\n ', '')
  expect(unfolded).toContain(`SUMMARY:Rancangan\\; naskah\\, lampiran \\\\ ${'é'.repeat(80)}\\nEND:VCALENDAR`)
  expect(unfolded.match(/^END:VCALENDAR/gm)).toHaveLength(1)
  expect(unfolded).toContain('DTEND;VALUE=DATE:20260301')
})
