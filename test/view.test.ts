import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import { figureOf } from '../data/model/asked_figure.ts'
import { VERDICT_KINDS, type VerdictCounts } from '../data/model/verdict.ts'
import { neighboursOf, openCorridor } from '../web/analysis/open.ts'
import { moved, stacked, withLayer, withOpacity } from '../web/panel/layerOrder.ts'
import { heightPx, nextStop, settle } from '../web/panel/sheetStops.ts'
import { goTo } from '../web/search/goTo.ts'
import { settleView } from '../web/settleView.ts'
import { DEFAULT_VIEW, formatView, parseView, type View } from '../web/view.ts'

const view = (): fc.Arbitrary<View> =>
  fc.record({
    region: fc.constantFrom('61.05', '61.11', '62.07', '61.05.01'),
    theme: fc.constantFrom('stunting', 'education', 'out_of_school_children'),
    period: fc.constantFrom({ from: 2026, to: 2026 }, { from: 2024, to: 2026 }),
    level: fc.constantFrom('village', 'district', 'island'),
    ask: fc.constantFrom(...VERDICT_KINDS),
    only: fc.subarray([...VERDICT_KINDS]),
    organisations: fc.subarray(['contoh-mitra-01', 'contoh-mitra-02']),
    statuses: fc.subarray(['planned', 'ongoing'] as const),
    layers: fc
      .subarray(LAYERS.map(({ id }) => id))
      .map((ids) => ids.map((id, index) => ({ id, opacity: index % 2 ? 1 : 0.4 }))),
    camera: fc.constantFrom(
      null,
      { lng: 111.5, lat: 0.25, zoom: 9.5, bearing: 0 },
      { lng: 111, lat: -1, zoom: 8, bearing: -20 },
    ),
    selection: fc.constantFrom(
      null,
      { kind: 'place', id: '61.05.01.2007' } as const,
      { kind: 'activity', id: 'a-1' } as const,
    ),
    area: fc.constantFrom<View['area'][]>(
      null,
      { kind: 'circle', centre: [111.5, 0.07], radiusKm: 12.5 },
      { kind: 'units', codes: ['61.05.01.2007', '61.05.02'] },
    ),
    bufferKm: fc.constantFrom(0, 2.5),
    why: fc.boolean(),
    pairs: fc.constantFrom<View['pairs'][]>(
      null,
      { of: null, chosen: null },
      { of: 'opd-pendidikan', chosen: ['contoh-mitra-04', 'opd-pendidikan'] },
    ),
    compare: fc.constantFrom<View['compare'][]>(
      null,
      { kind: 'year', year: 2025 },
      { kind: 'since', since: '2026-10-01' },
      { kind: 'since', since: '120' },
    ),
    corridor: fc.constantFrom<View['corridor'][]>(null, { a: '62.07', b: '62.02', km: 2.5 }),
    versus: fc.constantFrom<View['versus']>(
      null,
      { against: { kind: 'year', year: 2025 }, form: 'swipe' },
      { against: { kind: 'theme', theme: 'education' }, form: 'halves' },
      { against: { kind: 'scenario' }, form: 'swipe' },
    ),
    density: fc.constantFrom<View['density'][]>(
      null,
      { km: null, allThemes: false, month: null, chosen: null },
      { km: 10, allThemes: true, month: 12 * 2026 + 2, chosen: { q: 12, r: -7 } },
    ),
    edit: fc.constantFrom(null, 'new', 'contoh-kegiatan-007'),
    table: fc.boolean(),
    language: fc.constantFrom('id', 'en'),
    palette: fc.constantFrom('auto', 'light', 'dark', 'projector'),
  })

test('a shared link shows exactly the view it was taken from', () => {
  fc.assert(
    fc.property(view(), (taken) => {
      expect(parseView(formatView(taken))).toEqual({ view: taken, repaired: [] })
    }),
  )
})

test('a link without parameters is the first view, and the first view needs no parameters', () => {
  expect(parseView('')).toEqual({ view: DEFAULT_VIEW, repaired: [] })
  expect(formatView(DEFAULT_VIEW)).toBe('')
})

test('a damaged part of a link is named and the rest of it still counts', () => {
  const { view: read, repaired } = parseView('?region=6105x&theme=education&period=2026/2024&at=abc&only=gap,nothing')
  expect(repaired).toEqual(['region', 'period', 'only', 'at'])
  expect(read).toEqual({ ...DEFAULT_VIEW, theme: 'education' })
})

test('marking opens from a link: a new activity, or one by its id; nothing else', () => {
  expect(parseView('?edit=new').view.edit).toBe('new')
  expect(parseView('?edit=contoh-kegiatan-007').view.edit).toBe('contoh-kegiatan-007')
  expect(parseView('?edit=../../api').repaired).toEqual(['edit'])
  expect(parseView('').view.edit).toBeNull()
})

const KNOWN = {
  regencies: [{ code: '61.05' }, { code: '61.11' }],
  themes: [{ id: 'education' }, { id: 'stunting' }],
  organisations: [{ id: 'opd-kesehatan' }],
}

test('a region, theme or organisation the server does not know is named like an unreadable one', () => {
  const { view: taken } = parseView('?region=62.99&theme=zzz&organisation=opd-kesehatan,nobody&ask=overlap')
  const { view: settled, replaced } = settleView(taken, KNOWN)
  expect(replaced).toEqual(['region', 'theme', 'organisation'])
  expect(settled).toEqual({ ...DEFAULT_VIEW, organisations: ['opd-kesehatan'], ask: 'overlap' })
})

test('a province above and a district within a known regency are known too', () => {
  for (const region of ['61', '61.05', '61.05.08']) {
    const taken = { ...DEFAULT_VIEW, region }
    expect(settleView(taken, KNOWN)).toEqual({ view: taken, replaced: [] })
  }
})

test('no link, however damaged, keeps the screen from opening', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseView(`?${text}&region=${text}&layers=${text}`).view.layers).toBeInstanceOf(Array)
    }),
  )
})

const counts: VerdictCounts = {
  gap: 49,
  partial: 20,
  met: 101,
  overlap: 41,
  coordinated: 24,
  partner_only: 61,
  no_target: 68,
  unreported: 42,
}

test('a gap is a share of the villages with a target, an overlap a share of all villages', () => {
  const coverage = { counts, targeted: 235, denominator: 406 }
  expect(figureOf(coverage, 'gap')).toEqual({ count: 49, of: 'targeted', total: 235, share: 49 / 235 })
  expect(figureOf(coverage, 'overlap')).toEqual({ count: 41, of: 'all', total: 406, share: 41 / 406 })
})

test('where nothing is targeted there is no share of gaps to speak of', () => {
  expect(figureOf({ counts: { ...counts, gap: 0 }, targeted: 0, denominator: 406 }, 'gap').share).toBeNull()
})

test('a layer switched off and on again stands where it stood', () => {
  const { layers } = DEFAULT_VIEW
  for (const { id } of layers) expect(withLayer(withLayer(layers, id, false), id, true)).toEqual(layers)
})

test('raising a layer and lowering it again changes nothing; the top one cannot rise', () => {
  const { layers } = DEFAULT_VIEW
  const first = layers[0]!.id
  expect(moved(moved(layers, first, 1), first, -1)).toEqual(layers)
  expect(moved(layers, layers.at(-1)!.id, 1)).toBe(layers)
})

test('the layer list names every layer once, the topmost first', () => {
  const raised = moved(withOpacity(DEFAULT_VIEW.layers, 'villages', 0.5), 'villages', 1)
  const ids = stacked(raised).map(({ id }) => id)
  expect([...ids].sort()).toEqual(LAYERS.map(({ id }) => id).sort())
  const shown = raised.map(({ id }) => id)
  expect(ids.filter((id) => shown.includes(id))).toEqual(shown.toReversed())
})

test('a village found in another regency brings its regency along; one at home leaves the region as it is', () => {
  const regencies = ['61.05', '61.11']
  const found = { kind: 'village', id: '61.11.04.2001', title: 'Betok Jaya', detail: '', bbox: null } as const
  expect(goTo(DEFAULT_VIEW, found, regencies)).toMatchObject({
    region: '61.11',
    selection: { kind: 'place', id: '61.11.04.2001' },
  })
  expect(goTo(DEFAULT_VIEW, { ...found, id: '61.05.01.2007' }, regencies).region).toBe('61.05')
})

test('a regency found becomes the region; a partner found is shown where it is', () => {
  const found = { kind: 'regency', id: '62.07', title: 'Seruyan', detail: '', bbox: null } as const
  expect(goTo(DEFAULT_VIEW, found, ['62.07'])).toMatchObject({ region: '62.07', selection: null, camera: null })
  expect(goTo(DEFAULT_VIEW, { ...found, kind: 'organisation', id: 'contoh-mitra-07' }, [])).toEqual({
    ...DEFAULT_VIEW,
    selection: { kind: 'organisation', id: 'contoh-mitra-07' },
  })
})

test('a sheet let go rests at the nearest stop, and a flick carries it one further', () => {
  const room = 720
  expect(settle(200, 0, room)).toBe('low')
  expect(settle(380, 0, room)).toBe('middle')
  expect(settle(700, 0, room)).toBe('full')
  expect(settle(200, 0.9, room)).toBe('middle')
  expect(settle(700, -0.9, room)).toBe('middle')
  expect(settle(heightPx('low', room), -0.9, room)).toBe('low')
  expect([nextStop('low', 1), nextStop('low', -1), nextStop('full', 1)]).toEqual(['middle', 'low', 'full'])
})

test('a corridor begins with neighbours in one province, the asked regency first', () => {
  const at = (code: string, west: number) => ({ code, bbox: [west, 0, west + 1, 1] as const })
  const regencies = [at('61.05', 0), at('61.11', 5), at('62.02', 2), at('62.07', 1)]
  expect(neighboursOf(regencies, '62.07')).toEqual(['62.07', '62.02'])
  expect(neighboursOf(regencies, '61.05')).toEqual(['62.02', '62.07'])
  expect(neighboursOf([at('61.05', 0), at('61.11', 5)], '61.05')).toBeNull()
  expect(openCorridor(DEFAULT_VIEW, ['62.07', '62.02'])).toMatchObject({ region: '62', level: 'village' })
  expect(openCorridor(DEFAULT_VIEW, ['61.05', '62.07'])).toMatchObject({ region: '61.05' })
})
