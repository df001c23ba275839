import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_NAME, type Scenario, type ScenarioChange } from '../data/model/scenario.ts'
import { beginDraft, isWhole, togglePlace, withDraft } from '../web/scenario/draft.ts'
import { fileOf, fragmentOf, scenarioIn, scenarioInFile } from '../web/scenario/link.ts'
import { additionsIn, draftRecord } from '../web/scenario/proposals.ts'
import { freeName, parseShelf } from '../web/scenario/shelf.ts'

const SPAN = { start: '2026-01-01', end: '2027-12-31' }
const add = (places: readonly string[]): Extract<ScenarioChange, { kind: 'add' }> => ({
  kind: 'add',
  organisation: 'contoh-mitra-04',
  theme: 'stunting',
  places,
  period: SPAN,
  budgetIdr: 250_000_000,
})
const village = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 2001, max: 2060 }))
  .map(([district, own]) => `61.05.${`${district}`.padStart(2, '0')}.${own}`)
const scenario: fc.Arbitrary<Scenario> = fc.record({
  name: fc.string({ unit: 'grapheme', maxLength: LONGEST_NAME / 8 }),
  changes: fc.array(fc.uniqueArray(village, { minLength: 1, maxLength: 40 }).map(add), { maxLength: 8 }),
})

test('a link and a file open as the very scenario that was sent', () => {
  fc.assert(
    fc.property(scenario, (sent) => {
      expect(scenarioIn(fragmentOf(sent))).toEqual(sent)
      expect(scenarioInFile(fileOf(sent))).toEqual(sent)
    }),
  )
})

test('a scenario of a hundred villages fits into a link of two thousand letters', () => {
  const places = Array.from({ length: 100 }, (_, at) => `61.05.${`${1 + (at % 14)}`.padStart(2, '0')}.${2001 + at}`)
  expect(fragmentOf({ name: 'Seratus desa', changes: [add(places)] }).length).toBeLessThan(2_000)
})

test('a link that was cut off, swapped or stuffed is called damaged, and another fragment is none', () => {
  const whole = fragmentOf({ name: 'x', changes: [add(['61.05.01.2001', '61.05.01.2002'])] })
  for (const text of [whole.slice(0, -9), '#s=', '#s=@@@', '#s=AAAA', `${whole.slice(0, 6)}zz${whole.slice(8)}`])
    expect([text, scenarioIn(text)]).toEqual([text, 'damaged'])
  const bomb = { name: ' '.repeat(2_000_000), changes: [] }
  expect(scenarioIn(fragmentOf(bomb))).toBe('damaged')
  expect([scenarioIn(''), scenarioIn('#page')]).toEqual(['none', 'none'])
})

test('what this device cannot read of its shelf is as if it were not there', () => {
  expect(parseShelf(null)).toEqual({ current: { name: '', changes: [] }, kept: [] })
  expect(parseShelf('{"kept":7')).toEqual(parseShelf(null))
  const good = { name: 'a', changes: [add(['61.05.01.2001'])] }
  const text = JSON.stringify({ current: { name: 1 }, kept: [good, { name: 'b', changes: [{ kind: 'no' }] }] })
  expect(parseShelf(text)).toEqual({ current: { name: '', changes: [] }, kept: [good] })
})

test('a name that is taken gets the first free number', () => {
  const named = (name: string): Scenario => ({ name, changes: [] })
  expect(freeName('Rapat', [])).toBe('Rapat')
  expect(freeName('Rapat', [named('Rapat')])).toBe('Rapat 2')
  expect(freeName('Rapat', [named('Rapat'), named('Rapat 2')])).toBe('Rapat 3')
})

test('a change counts once it is whole: a partner without a village asks nothing of the server', () => {
  const current: Scenario = { name: '', changes: [add(['61.05.01.2001'])] }
  const begun = beginDraft('add', { theme: 'stunting', period: { from: 2026, to: 2026 } })
  expect([isWhole(begun), withDraft(current, begun)]).toEqual([false, current.changes])
  const named = { ...begun, change: { ...begun.change, organisation: 'contoh-mitra-04' } as ScenarioChange }
  const placed = togglePlace(named, '61.05.01.2002')
  expect([isWhole(named), isWhole(placed), withDraft(current, placed).length]).toEqual([false, true, 2])
  expect(isWhole(togglePlace(placed, '61.05.01.2002'))).toBe(false)
  expect(withDraft(current, { at: 0, change: placed.change })).toEqual([placed.change])
})

test('only additions become proposals: planned drafts with a source, under ids that stay the same when sent again', () => {
  const changes: readonly ScenarioChange[] = [{ kind: 'drop', activity: 'x' }, add(['61.05.01.2001'])]
  expect(additionsIn(changes)).toEqual([add(['61.05.01.2001'])])
  const proposal = { change: add(['61.05.01.2001']), id: 'a-1', operation: 'op-1', title: ' Stunting di Betok ' }
  const sent = draftRecord(proposal, 'Skenario Rapat', '2026-11-22')
  expect(sent).toMatchObject({ operation: 'op-1', submit: false })
  expect(sent.record).toMatchObject({
    id: 'a-1',
    title: 'Stunting di Betok',
    status: 'planned',
    organisations: [{ id: 'contoh-mitra-04', role: 'implementer' }],
    sites: [{ code: '61.05.01.2001' }],
    source: { text: 'Skenario Rapat', date: '2026-11-22' },
    budgetIdr: 250_000_000,
  })
  expect(draftRecord(proposal, 'Skenario Rapat', '2026-11-22')).toEqual(sent)
})
