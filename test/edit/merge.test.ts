import { expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import { type Draft, draftOf, newDraft, recordOf } from '../../web/edit/draft.ts'
import { clashesOf, merged } from '../../web/edit/merge.ts'
import { toggled } from '../../web/edit/sites.ts'

const BEFORE: Activity = {
  id: 'a-1',
  origin: 'entered',
  source: { text: 'Laporan 2026', date: '2026-02-01' },
  enteredBy: 'p-1',
  confirmed: '2026-02-01',
  verification: 'verified',
  visibility: 'public',
  title: 'Kebun gizi',
  themes: ['stunting'],
  organisations: [{ id: 'mitra-a', role: 'implementer' }],
  sites: [{ code: '61.05.08.2001' }],
  period: { start: '2026-01-01', end: null },
  status: 'ongoing',
}
const THEIRS: Activity = { ...BEFORE, title: 'Kebun gizi desa', status: 'completed', budgetIdr: 5_000_000 }
const mine = (change: (draft: Draft) => Draft): Draft => change(draftOf(BEFORE, 3))
const typed = (draft: Draft, fields: Partial<Draft['fields']>): Draft => ({
  ...draft,
  fields: { ...draft.fields, ...fields },
})

test('two who changed different things disagree about nothing, and both changes stand', () => {
  const draft = mine((one) => ({
    ...typed(one, { note: 'Bersama posyandu' }),
    sites: toggled(one.sites, '61.05.08.2002'),
  }))
  expect(clashesOf(draft, THEIRS)).toEqual([])
  const together = merged(draft, THEIRS, 4, {})
  expect(together.base?.revision).toBe(4)
  expect(recordOf(together, '2026-11-22', '')).toMatchObject({
    title: 'Kebun gizi desa',
    status: 'completed',
    budgetIdr: 5_000_000,
    note: 'Bersama posyandu',
    sites: [{ code: '61.05.08.2001' }, { code: '61.05.08.2002' }],
  })
})

test('what both changed is asked about, once for each part, and goes as it was answered', () => {
  const draft = mine((one) => typed(one, { title: 'Kebun gizi bersama', status: 'suspended' }))
  expect(clashesOf(draft, THEIRS)).toEqual(['title', 'status'])
  expect(merged(draft, THEIRS, 4, { status: 'theirs' }).fields).toMatchObject({
    title: 'Kebun gizi bersama',
    status: 'completed',
    budget: '5.000.000',
  })
})

test('two who wrote the same disagree about nothing', () => {
  expect(
    clashesOf(
      mine((one) => typed(one, { title: 'Kebun gizi desa' })),
      THEIRS,
    ),
  ).toEqual([])
})

test('begin and end are one question, as are a sensitive place and its consent', () => {
  const draft = mine((one) => typed(one, { end: '2026-12-31', sensitive: 'indigenous_territory' }))
  const theirs: Activity = {
    ...BEFORE,
    period: { start: '2026-02-01', end: null },
    sensitive: { kind: 'indigenous_territory', consent: { by: 'Ketua adat', date: '2026-01-10' } },
  }
  expect(clashesOf(draft, theirs)).toEqual(['period', 'sensitive'])
  expect(merged(draft, theirs, 4, { period: 'theirs', sensitive: 'theirs' }).fields).toMatchObject({
    start: '2026-02-01',
    end: '',
    consentBy: 'Ketua adat',
  })
})

test('whoever changed nothing gets the newer version whole', () => {
  const draft = mine((one) => one)
  expect(clashesOf(draft, THEIRS)).toEqual([])
  expect(merged(draft, THEIRS, 4, {}).fields).toEqual(draftOf(THEIRS, 4).fields)
})

test('a draft that began from nothing is asked about everything that differs', () => {
  const draft = typed(newDraft('mitra-a'), { title: 'Lain' })
  expect(clashesOf(draft, THEIRS)).toEqual(['title'])
})
