import { describe, expect, test } from 'vitest'
import { mapAddress } from '../web/award/figures.ts'
import { formatAward, parseAward } from '../web/award/state.ts'
import { DEFAULT_VIEW, parseView } from '../web/view.ts'

const WHOLE = '?region=61.11&period=2025&partner=contoh-mitra-04&weights=70,5,15,15,0'

describe('the address holds the whole state of the award', () => {
  test('what is written is read back, and region and period stay those of the view', () => {
    expect(parseAward(WHOLE)).toMatchObject({
      partner: 'contoh-mitra-04',
      weights: { contribution: 70, gapsClosed: 5 },
    })
    expect(formatAward(WHOLE, parseAward(WHOLE))).toBe(WHOLE)
  })

  test('a damaged address falls back to the ranking by the weights in force', () => {
    expect(parseAward('?partner=<b>&weights=0,0,0,0,0')).toEqual({ partner: null, weights: null })
  })
})

test('a line of the dossier leads to its record on the map, in the region and year that were judged', () => {
  const judged = { ...DEFAULT_VIEW, region: '61.11', period: { from: 2025, to: 2025 } }
  const at = (address: string) => parseView(address.slice(1)).view
  expect(at(mapAddress(judged, { kind: 'activity', id: 'a-1' }))).toMatchObject({
    region: '61.11',
    period: { from: 2025, to: 2025 },
    selection: { kind: 'activity', id: 'a-1' },
  })
  expect(mapAddress(DEFAULT_VIEW, { kind: 'activity', id: 'a-1' })).toBe('/?selected=activity:a-1')
  expect(at(mapAddress(judged, { kind: 'place', id: '61.11.06.2001' }, 'education')).theme).toBe('education')
})
