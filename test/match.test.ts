import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MatchFacts, scoreMatch } from '../data/model/match.ts'
import {
  MATCH_PARTS,
  MATCH_WEIGHTS,
  type MatchPartName,
  parseMatchWeights,
  sharesOf,
  weightsOf,
} from '../data/model/match_weights.ts'
import type { Theme } from '../data/model/theme.ts'
import { type MatchSources, matchesForOrganisation, matchesForTarget } from '../server/engine/index.ts'
import { engineWith } from './asking.ts'
import * as world from './world.ts'
import { ASAM, BAKAU, CEMPAKA, ORGANISATIONS, PLACES } from './world.ts'

const facts: MatchFacts = {
  fit: 'working',
  theme: { id: 'Stunting', en: 'Stunting' },
  distanceKm: 0,
  villages: { here: 1, of: 1 },
  year: 2026,
  nearestYear: 2026,
  delivered: 5,
  stopped: 0,
  confirmedDaysAgo: 90,
}
const part = (name: MatchPartName, given: Partial<MatchFacts>) =>
  scoreMatch({ ...facts, ...given }).parts.find((found) => found.name === name)!

test('weights as given are shown as shares that add up to one', () => {
  const shares = sharesOf({ ...MATCH_WEIGHTS, theme: 70, presence: 5, period: 15, trackRecord: 15, freshness: 0 })
  expect(MATCH_PARTS.map((name) => Number((shares[name] * 100).toFixed(1)))).toEqual([66.7, 4.8, 14.3, 14.3, 0])
  expect(Object.values(sharesOf(MATCH_WEIGHTS)).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
})

test('weights are read as five numbers that are not all zero', () => {
  expect(parseMatchWeights('35,25,15,15,10')).toEqual(MATCH_WEIGHTS)
  for (const text of [
    '',
    '35,25,15,15',
    '0,0,0,0,0',
    '-1,1,1,1,1',
    '35,25,15,15,10,5',
    'a,1,1,1,1',
    '1e3,1,1,1,1',
    '1001,1,1,1,1',
  ])
    expect([text, parseMatchWeights(text)]).toEqual([text, null])
})

test('a regency weighs by its own table, its districts too, and every other place by the common one', () => {
  const own = { '61.05': { ...MATCH_WEIGHTS, presence: 50 } }
  expect(weightsOf('61.05', own).presence).toBe(50)
  expect(weightsOf('61.05.01', own).presence).toBe(50)
  expect(weightsOf('61.11', own)).toBe(MATCH_WEIGHTS)
  expect(weightsOf(undefined, own)).toBe(MATCH_WEIGHTS)
})

test('a partner that lacks nothing scores 100, one that has nothing scores 0', () => {
  expect(scoreMatch(facts).score).toBe(100)
  const nothing = { fit: 'none', distanceKm: null, nearestYear: null, delivered: 0, confirmedDaysAgo: null } as const
  expect(scoreMatch({ ...facts, ...nothing }).score).toBe(0)
})

test('the score is the weighted sum of the parts that are shown', () => {
  // 0.35 x 0.5 + 0.25 x (1 - 6/50) + 0.15 x (1 - 1/3) + 0.15 x (3/5 x 3/4) + 0.1 x (730 - 410)/(730 - 90)
  // = 0.175 + 0.22 + 0.1 + 0.0675 + 0.05 = 0.6125, shown with one decimal
  const { score, parts } = scoreMatch({
    ...facts,
    fit: 'affair',
    affair: { id: 'Kesehatan', en: 'Health' },
    distanceKm: 6,
    nearestYear: 2025,
    delivered: 3,
    stopped: 1,
    confirmedDaysAgo: 410,
  })
  expect(score).toBeCloseTo(61.3, 10)
  expect(parts.map(({ name, value }) => [name, Number(value.toFixed(4))])).toEqual([
    ['theme', 0.5],
    ['presence', 0.88],
    ['period', 0.6667],
    ['trackRecord', 0.45],
    ['freshness', 0.5],
  ])
  expect(parts.map(({ reason }) => reason.id)).toEqual([
    'Tema lain dari urusan yang sama: Kesehatan',
    'Bekerja 6 km dari sini',
    'Terakhir aktif pada 2025',
    '3 kegiatan selesai atau berjalan, 1 terhenti',
    'Dikonfirmasi 410 hari lalu',
  ])
})

test('near is better than far, and beyond 50 km distance says nothing more', () => {
  expect(part('presence', { distanceKm: 10 }).value).toBeGreaterThan(part('presence', { distanceKm: 20 }).value)
  expect(part('presence', { distanceKm: 51 }).value).toBe(0)
  expect(part('presence', { distanceKm: 4.25 }).reason).toEqual({
    id: 'Bekerja 4,3 km dari sini',
    en: 'Works 4.3 km from here',
  })
  expect(part('presence', { distanceKm: 0.01 }).reason.id).toBe('Bekerja 0,1 km dari sini')
})

test('work that was stopped weighs against work that was done', () => {
  expect(part('trackRecord', { delivered: 5, stopped: 5 }).value).toBe(0.5)
  expect(part('trackRecord', { delivered: 0, stopped: 2 }).value).toBe(0)
})

test('what was confirmed within a quarter is fresh, after two years it counts for nothing', () => {
  expect(part('freshness', { confirmedDaysAgo: 0 }).value).toBe(1)
  expect(part('freshness', { confirmedDaysAgo: 730 }).value).toBe(0)
  expect(part('freshness', { confirmedDaysAgo: 5000 }).value).toBe(0)
})

const themes: readonly Theme[] = [
  { id: 'stunting', label: { id: 'Stunting', en: 'Stunting' }, urusan: ['health'], goals: [2] },
  { id: 'nutrition', label: { id: 'Gizi', en: 'Nutrition' }, urusan: ['health'], goals: [2] },
  { id: 'roads', label: { id: 'Jalan', en: 'Roads' }, urusan: ['works'], goals: [9] },
]

const target = world.target('t', [ASAM])
const records = [
  target,
  world.target('past', [ASAM], { year: 2024 }),
  world.target('roads', [CEMPAKA], { theme: 'roads', year: 2027 }),
  world.activity('near', ['bina'], [BAKAU], { themes: ['nutrition'] }),
  world.activity('here', ['citra'], [world.point(0.005, 0.005)], { themes: ['roads'] }),
]

const sources = async (): Promise<MatchSources> => ({
  engine: await engineWith(...records),
  findPlace: (code) => PLACES.find((place) => place.code === code) ?? null,
  organisations: ORGANISATIONS,
  activities: records.filter((record) => 'sites' in record),
  targets: records.filter((record) => 'indicator' in record),
  themes,
  urusan: [{ id: 'health', label: { id: 'Kesehatan', en: 'Health' }, kind: 'basic', level: 'regency' }],
  today: '2026-01-01',
  weightsOf: () => MATCH_WEIGHTS,
})

test('every partner is listed for a target, also the one without sites, and the department is not', async () => {
  const rows = matchesForTarget(target, await sources())
  expect(rows.map(({ organisation, withoutSites }) => [organisation, withoutSites])).toEqual([
    ['bina', false],
    ['citra', false],
    ['akar', true],
  ])
  const reasons = Object.fromEntries(
    rows.map(({ organisation, parts }) => [organisation, parts.slice(0, 2).map(({ reason }) => reason.id)]),
  )
  // Bakau's middle is 0.02 degrees of longitude east of Asam's: 2.2 km.
  expect(reasons).toEqual({
    bina: ['Tema lain dari urusan yang sama: Kesehatan', 'Bekerja 2,2 km dari sini'],
    citra: ['Belum bekerja pada tema Stunting', 'Sudah bekerja di tempat ini'],
    akar: ['Menyebut tema Stunting dalam profilnya', 'Belum punya lokasi di peta'],
  })
  expect(rows.map(({ score }) => score)).toEqual([...rows.map(({ score }) => score)].sort((a, b) => b - a))
})

test('asked in one of its places, a target is near to whoever works there, not to who works in another', async () => {
  const both = world.target('both', [ASAM, CEMPAKA])
  const known = { ...(await sources()), engine: await engineWith(...records, both) }
  const presence = (rows: ReturnType<typeof matchesForTarget>) =>
    rows.find(({ organisation }) => organisation === 'citra')!.parts.find(({ name }) => name === 'presence')!
  expect(presence(matchesForTarget(both, known)).value).toBe(1)
  expect(presence(matchesForTarget(both, known, ASAM)).value).toBe(1)
  expect(presence(matchesForTarget(both, known, CEMPAKA)).value).toBeLessThan(1)
})

test('a partner sees the targets still due, best first', async () => {
  const rows = matchesForOrganisation(ORGANISATIONS.find(({ id }) => id === 'citra')!, await sources())
  expect(rows.map((row) => row.target)).toEqual(['roads', 't'])
})

test('a partner scores the same for a target whichever of the two asks', async () => {
  const known = await sources()
  for (const row of matchesForTarget(target, known)) {
    const partner = ORGANISATIONS.find(({ id }) => id === row.organisation)!
    expect(matchesForOrganisation(partner, known)).toContainEqual(row)
  }
})

test('the score of three partners is the one worked out by hand, and the points of its parts add up to it', async () => {
  const rows = matchesForTarget(target, await sources())
  const byName = Object.fromEntries(rows.map((row) => [row.organisation, row]))
  // Everyone was confirmed on the day itself: 10 points. Bina and Citra each delivered one of five: 3; both were active in
  // 2026: 15. Akar has neither. Bina: same affair 17.5, 0.02 degrees or 2.2264 km away: 25 x (1 - 2.2264/50) = 23.887.
  // Citra: no work on the theme, already here 25. Akar: declares the theme 0.8 x 35 = 28.
  expect(byName.bina?.score).toBe(69.4)
  expect(byName.citra?.score).toBe(53)
  expect(byName.akar?.score).toBe(38)
  const pointsOf = (id: string) => byName[id]?.parts.map(({ points }) => points)
  expect(pointsOf('bina')).toEqual([17.5, 23.9, 15, 3, 10])
  expect(pointsOf('citra')).toEqual([0, 25, 15, 3, 10])
  expect(pointsOf('akar')).toEqual([28, 0, 0, 0, 10])
  for (const { score, parts } of rows)
    expect(parts.reduce((tenths, { points }) => tenths + Math.round(points * 10), 0)).toBe(Math.round(score * 10))
})

test('weighing the theme alone puts who declares it first and who works on another last, as computed', async () => {
  const known = await sources()
  const ranked = (text: string) =>
    matchesForTarget(target, { ...known, weightsOf: () => parseMatchWeights(text)! }).map(
      ({ organisation, score }) => [organisation, score] as const,
    )
  expect(ranked('100,0,0,0,0')).toEqual([
    ['akar', 80],
    ['bina', 50],
    ['citra', 0],
  ])
  expect(ranked('0,2,0,0,0').map(([id]) => id)).toEqual(['citra', 'bina', 'akar'])
  // Half theme, half presence: 40 + 0, 25 + 47.8, 0 + 50.
  expect(ranked('1,1,0,0,0')).toEqual([
    ['bina', 72.8],
    ['citra', 50],
    ['akar', 40],
  ])
})

test('whatever the weights, the points add up to the score and none is off by a tenth', () => {
  const weight = fc.integer({ min: 0, max: 1000 })
  const numbers = fc.tuple(weight, weight, weight, weight, weight).filter((all) => all.some((one) => one > 0))
  const given = fc.record({
    distanceKm: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    delivered: fc.nat(9),
    stopped: fc.nat(9),
    confirmedDaysAgo: fc.option(fc.nat(900)),
  })
  fc.assert(
    fc.property(numbers, given, ([theme, presence, period, trackRecord, freshness], some) => {
      const { score, parts } = scoreMatch({ ...facts, ...some }, { theme, presence, period, trackRecord, freshness })
      expect(parts.reduce((tenths, { points }) => tenths + Math.round(points * 10), 0)).toBe(Math.round(score * 10))
      for (const { points, value, weight: share } of parts)
        expect(Math.abs(points - value * share * 100)).toBeLessThan(0.1 + 1e-9)
    }),
  )
})

test('of two with the same score, whoever works in more of the villages comes first, and the reason counts them', async () => {
  const wide = world.target('wide', [ASAM, BAKAU, CEMPAKA], { theme: 'roads' })
  const own = [wide, world.activity('one', ['akar'], [ASAM]), world.activity('two', ['citra'], [ASAM, BAKAU])]
  const rows = matchesForTarget(wide, {
    ...(await sources()),
    engine: await engineWith(...own),
    organisations: ORGANISATIONS.filter(({ id }) => id !== 'bina'),
    activities: own.filter((record) => 'sites' in record),
  })
  expect(rows.map(({ organisation, score }) => [organisation, score])).toEqual([
    ['citra', 53],
    ['akar', 53],
  ])
  expect(rows.map(({ parts }) => parts[1]?.reason.id)).toEqual([
    'Sudah bekerja di 2 dari 3 desa',
    'Sudah bekerja di 1 dari 3 desa',
  ])
})
