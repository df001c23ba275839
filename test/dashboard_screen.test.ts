import { describe, expect, test } from 'vitest'
import { csvAddress, groupOnMap, mapWith } from '../web/dashboard/addresses.ts'
import { formatRupiahShort } from '../web/dashboard/money.ts'
import { formatDashboard, parseDashboard } from '../web/dashboard/state.ts'
import { DEFAULT_VIEW, parseView } from '../web/view.ts'

const WHOLE =
  '?region=61.11&period=2024/2026&since=2026-01-01&until=2026-06-30&group=theme&sort=-completeness&whole=theme,reporting&records=theme:stunting'

describe('the address holds the whole state of the overview', () => {
  test('what is written is read back, and region and period stay those of the view', () => {
    expect(parseDashboard(WHOLE)).toMatchObject({
      since: '2026-01-01',
      group: 'theme',
      sort: { by: 'completeness', isDown: true },
      records: { by: 'theme', of: 'stunting' },
    })
    expect(formatDashboard(WHOLE, parseDashboard(WHOLE))).toBe(WHOLE)
    expect(parseView(WHOLE).view).toMatchObject({ region: '61.11', period: { from: 2024, to: 2026 } })
  })

  test('a damaged address falls back to the overview as it is at first', () => {
    const damaged = parseDashboard('?since=2026-99-99&group=colour&sort=-x&records=theme:<b>&villages=%00')
    expect(damaged).toEqual(parseDashboard(''))
    expect(formatDashboard('', damaged)).toBe('')
  })

  test('the records of what belongs to no group have an address too', () => {
    expect(parseDashboard('?records=source:-').records).toEqual({ by: 'source', of: '-' })
  })
})

test('a group leads to its place on the map, in the region and period that were counted', () => {
  const view = { ...DEFAULT_VIEW, region: '61.11', period: { from: 2025, to: 2025 } }
  const at = (address: string | null) => parseView(address!.slice(1)).view
  expect(at(groupOnMap('theme', 'education', view))).toMatchObject({ region: '61.11', theme: 'education' })
  expect(at(groupOnMap('organisation', 'contoh-mitra-04', view)).organisations).toEqual(['contoh-mitra-04'])
  expect(at(groupOnMap('district', '61.11.06', view)).selection).toEqual({ kind: 'place', id: '61.11.06' })
  expect(at(groupOnMap('year', '2024', view)).period).toEqual({ from: 2024, to: 2024 })
  expect(groupOnMap('organisation', '-', view)).toBeNull()
  expect(at(mapWith(view, { only: ['gap'] })).only).toEqual(['gap'])
  expect(csvAddress(view, 'theme')).toBe('/api/dashboard.csv?region=61.11&period=2025&part=theme')
})

test('sums of rupiah are written in words that cannot be mistaken', () => {
  expect(formatRupiahShort(18_313_000_000, 'id')).toBe('Rp\u00a018,3\u00a0miliar')
  expect(formatRupiahShort(545_200_000, 'en')).toBe('Rp\u00a0545\u00a0million')
  expect(formatRupiahShort(0, 'id')).toBe('Rp\u00a00')
})
