import { expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import { draftOf, isUntouched, newDraft, recordOf } from '../../web/edit/draft.ts'
import { EMPTY_FIELDS, saidIn } from '../../web/edit/fields.ts'
import { toggled } from '../../web/edit/sites.ts'

const ACTIVITY: Activity = {
  id: 'a-1',
  origin: 'entered',
  source: { text: 'Laporan 2026', url: 'https://example.org/laporan', date: '2026-02-01' },
  enteredBy: 'p-1',
  confirmed: '2026-02-01',
  verification: 'verified',
  visibility: 'public',
  owner: 'mitra-a',
  externalId: 'X-7',
  title: 'Kebun gizi',
  themes: ['stunting'],
  organisations: [
    { id: 'mitra-a', role: 'implementer' },
    { id: 'mitra-b', role: 'funder' },
  ],
  sites: [{ code: '61.05.08.2001' }, { geometry: { type: 'Point', coordinates: [111.5, -0.1] }, name: 'Posyandu' }],
  period: { start: '2026-01-01', end: null },
  status: 'ongoing',
  budgetIdr: 1_173_000_000,
  beneficiaries: 1_250,
  planningDocument: 'Renja 2026',
  photos: [{ id: 'foto-1', caption: 'Panen', takenOn: '2026-03-17' }],
  sensitive: { kind: 'indigenous_territory', consent: { by: 'Ketua adat', date: '2026-01-10' } },
  note: 'Bersama posyandu',
}
const TODAY = '2026-11-22'

test('a record that is opened and saved untouched says what it said before, and that somebody stood by it today', () => {
  const { enteredBy: _, origin: __, verification: ___, ...same } = ACTIVITY
  expect(recordOf(draftOf(ACTIVITY, 3), TODAY, '')).toEqual({ ...same, confirmed: TODAY })
})

test('what a person empties is gone from the record, not kept from before', () => {
  const draft = draftOf(ACTIVITY, 3)
  const emptied = { ...draft, photos: [], fields: { ...draft.fields, budget: '', note: ' ', sensitive: '' as const } }
  const record = recordOf(emptied, TODAY, '')
  for (const name of ['budgetIdr', 'note', 'sensitive', 'photos']) expect(record).not.toHaveProperty(name)
  expect(record.externalId).toBe('X-7')
})

test('the sender never says who entered a record, where it came from or that it is verified', () => {
  const record = recordOf(draftOf({ ...ACTIVITY, awaitsReview: true, returned: { fields: [] } }, 3), TODAY, '')
  for (const name of ['enteredBy', 'origin', 'verification', 'returned', 'awaitsReview'])
    expect(record).not.toHaveProperty(name)
})

test('an entry without a source names the one who enters it, dated today', () => {
  const draft = newDraft('mitra-a')
  expect(recordOf(draft, TODAY, 'Laporan Mitra A').source).toEqual({ text: 'Laporan Mitra A', date: TODAY })
  const linked = { ...draft, fields: { ...draft.fields, sourceUrl: 'https://example.org', sourceDate: '2026-05-01' } }
  expect(recordOf(linked, TODAY, 'Laporan Mitra A').source).toEqual({
    text: 'Laporan Mitra A',
    url: 'https://example.org',
    date: '2026-05-01',
  })
})

test('a new draft is carried out by the organisation of whoever marks it and has an id of its own', () => {
  const [one, other] = [newDraft('mitra-a'), newDraft('mitra-a')]
  expect(one.fields.organisations).toEqual([{ id: 'mitra-a', role: 'implementer' }])
  expect(one.id).toMatch(/^a-[0-9a-f-]{36}$/)
  expect(one.id).not.toBe(other.id)
})

test('a draft in which nothing was said yet is not worth keeping; one tapped village is', () => {
  const draft = newDraft('mitra-a')
  expect(isUntouched(draft)).toBe(true)
  expect(isUntouched({ ...draft, sites: toggled([], '61.05.08.2001') })).toBe(false)
  expect(isUntouched({ ...draft, fields: { ...draft.fields, title: 'Kebun' } })).toBe(false)
  expect(isUntouched(draftOf(ACTIVITY, 3))).toBe(false)
})

test('a sum that cannot be read is left out of what is said, never guessed; an open end is open', () => {
  const said = saidIn({ ...EMPTY_FIELDS, budget: 'kira-kira satu', beneficiaries: '1.250', start: '2026-01-01' })
  expect(said).not.toHaveProperty('budgetIdr')
  expect(said.beneficiaries).toBe(1_250)
  expect(said.period).toEqual({ start: '2026-01-01', end: null })
})

test('consent counts only with a name and a day', () => {
  const named = { ...EMPTY_FIELDS, sensitive: 'endangered_species' as const, consentBy: 'BKSDA' }
  expect(saidIn(named).sensitive).toEqual({ kind: 'endangered_species' })
  expect(saidIn({ ...named, consentDate: '2026-01-10' }).sensitive).toEqual({
    kind: 'endangered_species',
    consent: { by: 'BKSDA', date: '2026-01-10' },
  })
  const read = { ...named, consentDate: '2026-01-10', consentWording: '1', consentWithdrawn: '2026-02-01' }
  expect(saidIn(read).sensitive?.consent).toEqual({
    by: 'BKSDA',
    date: '2026-01-10',
    wording: 1,
    withdrawn: '2026-02-01',
  })
})
