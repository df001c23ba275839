import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import type { CheckAnswer, Finding, RewardAnswer } from '../../data/model/work.ts'
import { createGeography } from '../../server/geography.ts'
import type { SituatedPlace } from '../../server/places/index.ts'
import { periodOf, sumsOf } from '../../server/work/checks/sums.ts'
import { WATERS_KM, whereaboutsOf } from '../../server/work/checks/whereabouts.ts'
import { commit, serve } from '../served.ts'
import { ASAM, activity, BAKAU, CEMPAKA, DAMAR, organisation, point, rectangle, target } from '../world.ts'
import { accepted, asRecord, type Desk, given, type Served, sit } from './desk.ts'

let served: Served
let akar: Desk
let damar: Desk
let sekber: Desk
let dinas: Desk

beforeAll(async () => {
  served = await serve([
    asRecord('organisation', organisation('damar', 'ngo', { region: '99.02' })),
    asRecord(
      'activity',
      activity('a-kelas', ['akar'], [point(0.005, 0.006)], { title: 'Kelas Ibu Hamil dan Balita di Asam' }),
    ),
    asRecord(
      'activity',
      activity('a-rahasia', ['bina'], [point(0.005, 0.006)], {
        title: 'Kelas ibu hamil Asam',
        visibility: 'organisation',
      }),
    ),
  ])
  akar = await sit(served, 'partner', 'akar')
  damar = await sit(served, 'partner', 'damar')
  dinas = await sit(served, 'planner', 'dinas')
  sekber = await sit(served, 'moderator')
})
afterAll(() => served.world.close())

const check = async (desk: Desk, record: object, id?: string): Promise<CheckAnswer> =>
  (await (await desk.ask('POST', '/api/work/check', { kind: 'activity', record, id })).json()) as CheckAnswer
const named = (findings: readonly Finding[]) =>
  findings.map(({ name, field, severity }) => `${severity} ${name} ${field}`)

describe('while a site is marked', () => {
  test('villages and districts are those its shape lies in, urusan those of its themes', async () => {
    const answer = await check(akar, given({ sites: [{ geometry: rectangle(0.01, 0, 0.03, 0.02) }] }))
    expect(answer.findings).toEqual([])
    expect(answer.villages.map(({ code, name }) => [code, name])).toEqual([
      [ASAM, 'Asam'],
      [BAKAU, 'Bakau'],
    ])
    expect(answer.villages[0]?.areaHa).toBeCloseTo(246.18, 1)
    expect(answer.districts).toEqual([{ code: '99.01.01', name: 'Hulu' }])
    expect(answer.urusan).toEqual(['health'])
  })

  test('nothing at all is an answer too: what is missing, and no fault', async () => {
    const answer = await check(akar, {})
    expect(named(answer.findings)).toEqual([
      'error missing title',
      'error missing themes',
      'error missing organisations',
      'error missing sites',
      'error missing period.start',
      'error missing source.text',
    ])
    expect(answer.completeness.share).toBeLessThan(0.3)
  })

  test('a field that cannot be read yet is named and the rest is checked', async () => {
    const answer = await check(akar, { ...given(), status: 'selesai', budgetIdr: 12 })
    expect(named(answer.findings)).toEqual(['error form status', 'question budget budgetIdr'])
    expect(answer.villages).toHaveLength(1)
  })

  test('a swapped pair is offered the other way round, even where its latitude is on no map', async () => {
    const { findings } = await check(
      akar,
      given({ sites: [{ geometry: { type: 'Point', coordinates: [0.005, 110.005] } }] }),
    )
    expect(named(findings)).toEqual(['error swapped sites.0.geometry'])
    expect(findings[0]?.words.id).toContain('Asam')
    expect(findings[0]?.remedy?.value).toEqual({ type: 'Point', coordinates: [110.005, 0.005] })
    const { findings: left } = await check(akar, given({ sites: [{ geometry: findings[0]!.remedy!.value as never }] }))
    expect(left).toEqual([])
  })

  test('a boundary that crosses itself is offered mended', async () => {
    const bowTie = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [110, 0],
          [110.01, 0.01],
          [110.01, 0],
          [110, 0.01],
          [110, 0],
        ],
      ],
    }
    const { findings } = await check(akar, given({ sites: [{ geometry: bowTie }] }))
    expect(named(findings)).toEqual(['warning crossing sites.0.geometry'])
    const mended = findings[0]!.remedy!.value
    expect((await check(akar, given({ sites: [{ geometry: mended as never }] }))).findings).toEqual([])
  })

  test('work outside the own regency is warned about, far from everything refused', async () => {
    const asam = given({ organisations: [{ id: 'damar', role: 'implementer' }] })
    const inAsam = await check(damar, asam)
    expect(named(inAsam.findings)).toEqual(['warning outside sites.0.geometry'])
    expect(inAsam.findings[0]?.words.id).toContain('Barat, bukan di Timur')
    expect((await check(damar, { ...asam, sites: [{ code: DAMAR }] })).findings).toEqual([])
    expect(named((await check(damar, { ...asam, sites: [{ code: BAKAU }] })).findings)).toEqual([
      'warning outside sites.0',
    ])
    // Half a degree north of the squares: land of another regency.
    const far = await check(akar, given({ sites: [{ geometry: point(0.05, 0.5) }] }))
    expect(named(far.findings)).toEqual(['error outside sites.0.geometry'])
    const refused = await akar.begin(given({ sites: [{ geometry: point(0.05, 0.5) }] }), true)
    expect(refused.status).toBe(400)
    // A boundary that is only indicative: 300 m beyond it is a word, not a fault.
    const edge = await check(akar, given({ sites: [{ geometry: point(0.005, 0.0227) }] }))
    expect(named(edge.findings)).toEqual(['warning outside sites.0.geometry'])
  })

  test('twins are told with their reasons: alike by name, place, theme and time, and never one that is not to be known', async () => {
    const { twins } = await check(akar, given({ title: 'Kelas ibu hamil & anak balita Asam' }))
    expect(twins.map(({ id }) => id)).toEqual(['a-kelas'])
    expect(twins[0]?.reason).toEqual({
      id: 'Judul mirip, sama-sama di Asam, tema Stunting, waktunya bertemu, lembaga sama.',
      en: 'Similar title, both in Asam, theme Stunting, at the same time, same organisation.',
    })
    expect(
      (await check(sekber, given({ title: 'Kelas ibu hamil & anak balita Asam' }))).twins.map(({ id }) => id),
    ).toEqual(['a-kelas', 'a-rahasia'])
    expect((await check(akar, given({ title: 'Kelas ibu hamil & anak balita Asam' }), 'a-kelas')).twins).toEqual([])
    expect((await check(akar, given({ title: 'Pelatihan menjahit Asam' }))).twins).toEqual([])
    const elsewhere = given({
      title: 'Kelas ibu hamil',
      sites: [{ code: CEMPAKA }],
      period: { start: '2010-01-01', end: '2011-01-01' },
    })
    expect((await check(akar, elsewhere)).twins).toEqual([])
  })

  test('whatever is sent, the answer is an answer or a refusal in words', async () => {
    const deep = JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`) as unknown
    const hostile = [
      { sites: [{ geometry: { type: 'Polygon', coordinates: deep } }] },
      { sites: [{ geometry: { type: 'Point', coordinates: [null, 'x'] } }] },
      { sites: [{ geometry: null }, { code: 5 }, 7] },
      { sites: 'semua' },
      { period: { start: 'kapan', end: 'nanti' } },
      { organisations: [{ id: '__proto__', role: 'implementer' }] },
      { themes: ['constructor'] },
      { sites: [{ code: '__proto__' }] },
      { title: '\ud800' },
      JSON.parse('{"__proto__":{"title":"x"},"constructor":1}') as object,
      [],
      null,
      'x',
    ]
    for (const record of hostile) {
      const response = await akar.ask('POST', '/api/work/check', { kind: 'activity', record })
      expect(response.status).toBeLessThan(500)
      const begun = await akar.begin({ ...given(), ...(typeof record === 'object' ? record : {}) })
      expect(begun.status).toBeLessThan(500)
    }
    expect(served.faults).toEqual([])
  })
})

describe('at sea', () => {
  const situated = (place: Omit<SituatedPlace, 'parent' | 'areaHa' | 'position'>): SituatedPlace => ({
    ...place,
    parent: '61.11',
    areaHa: 0,
    position: [0, 0],
  })
  const geography = createGeography({
    places: [
      situated({
        code: '61.11.06.2003',
        name: 'Padang',
        level: 'village',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [108.85, -1.65],
              [108.95, -1.65],
              [108.95, -1.55],
              [108.85, -1.55],
              [108.85, -1.65],
            ],
          ],
        },
      }),
      situated({
        code: '61.11.40034',
        name: 'Pulau Karang',
        level: 'island',
        geometry: { type: 'Point', coordinates: [108.7, -1.75] },
      }),
    ],
    names: new Map(),
  })
  const context = {
    type: 'FeatureCollection' as const,
    features: [
      {
        type: 'Feature' as const,
        properties: { code: '61.06', name: 'Ketapang' },
        geometry: {
          type: 'Polygon' as const,
          coordinates: [
            [
              [110, -2],
              [110.5, -2],
              [110.5, -1.5],
              [110, -1.5],
              [110, -2],
            ],
          ],
        },
      },
    ],
  }
  const where = (lng: number, lat: number) => whereaboutsOf([lng, lat], { geography, context })

  test('a reef near an island counts as waters of its regency', () => {
    const reef = where(108.71, -1.75)
    expect(reef).toMatchObject({ kind: 'waters', regency: '61.11', place: { code: '61.11.40034' } })
    // A hundredth of a degree of longitude at 1.75 degrees south: 1,112.7 m.
    expect(reef.kind === 'waters' && reef.awayKm).toBeCloseTo(1.1127, 3)
  })

  test('the waters end twelve nautical miles out', () => {
    const degrees = (km: number) => km / 111.27
    expect(where(108.7 - degrees(WATERS_KM - 0.2), -1.75).kind).toBe('waters')
    expect(where(108.7 - degrees(WATERS_KM + 0.2), -1.75).kind).toBe('sea')
  })

  test('land is no sea: a neighbour is named, the rest of the world is elsewhere', () => {
    expect(where(110.2, -1.8)).toEqual({ kind: 'elsewhere', name: 'Ketapang' })
    expect(where(112, 0)).toEqual({ kind: 'elsewhere', name: null })
    expect(where(106.8, -6.2)).toEqual({ kind: 'elsewhere', name: null })
    expect(where(108.6, -3.5)).toEqual({ kind: 'sea' })
  })
})

describe('sums and periods that are possible and unlikely', () => {
  test.each<[string, Partial<Activity>, string[]]>([
    ['a budget in millions', { budgetIdr: 150 }, ['question budget budgetIdr']],
    ['a budget beyond a trillion', { budgetIdr: 2e12 }, ['question budget budgetIdr']],
    ['a house for everyone', { budgetIdr: 6e9, beneficiaries: 2 }, ['question budget beneficiaries']],
    ['an ordinary budget', { budgetIdr: 250e6, beneficiaries: 40 }, []],
    ['nothing stated', {}, []],
  ])('%s', (_, sums, expected) => {
    expect(named(sumsOf(sums))).toEqual(expected)
  })

  test('150 is asked to be 150 million, in rupiah as they are read', () => {
    const [found] = sumsOf({ budgetIdr: 150 })
    expect(found?.words.id).toBe('Anggaran tertulis Rp 150. Maksudnya Rp 150.000.000?')
    expect(found?.remedy?.value).toBe(150e6)
  })

  test('an end before its beginning is refused with the two swapped; twenty years are asked about; an open end is open', () => {
    const [turned] = periodOf({ start: '2026-05-01', end: '2026-01-01' })
    expect(turned).toMatchObject({
      severity: 'error',
      field: 'period',
      remedy: { value: { start: '2026-01-01', end: '2026-05-01' } },
    })
    expect(named(periodOf({ start: '2006-01-01', end: '2026-01-01' }))).toEqual(['question period period.end'])
    expect(periodOf({ start: '2026-01-01', end: null })).toEqual([])
  })
})

describe('what an entry gives back', () => {
  const reward = (desk: Desk, id: string) => desk.get<RewardAnswer>(`/api/work/records/activity/${id}/reward`)

  test('a draft is told which gaps it will close, a verified one which it closes', async () => {
    // Cempaka is the one gap of t-health in 2026; Asam has akar's other work, Bakau bina's too.
    const draft = await accepted(
      akar.begin(given({ title: 'Makanan tambahan', sites: [{ code: CEMPAKA }, { code: BAKAU }] })),
    )
    const before = await reward(akar, draft.id)
    expect(before.serves).toEqual([
      {
        target: 't-health',
        title: 't-health',
        department: 'dinas',
        closes: [{ code: CEMPAKA, name: 'Cempaka' }],
        reaches: 2,
        isVerified: false,
      },
    ])
    expect(before.profile).toBe('/p/organisation/akar')
    expect(before.matches[0]?.target).toBe('t-health')
    const submitted = await accepted(akar.step(draft, 'submit'))
    await accepted(sekber.step(submitted, 'verify'))
    const after = await reward(akar, draft.id)
    expect(after.serves).toEqual([{ ...before.serves[0], isVerified: true }])
  })

  test('many targets of one theme and year ask once who else works there', async () => {
    const more = Array.from({ length: 20 }, (_, at) => asRecord('target', target(`t-lagi-${at}`, [CEMPAKA, BAKAU])))
    await commit(served.store, more)
    const { engine } = served.world.everyone
    const draft = await accepted(akar.begin(given({ title: 'Dapur sehat', sites: [{ code: CEMPAKA }] })))
    const asked = vi.spyOn(engine, 'coverage')
    const { serves } = await reward(akar, draft.id)
    expect([serves.length, asked.mock.calls.length]).toEqual([21, 1])
    asked.mockRestore()
    await commit(
      served.store,
      more.map(({ record }) => asRecord('target', { ...record, visibility: 'organisation' })),
    )
  })

  test('a department’s own work closes no gap, and cancelled work serves nothing', async () => {
    const own = await accepted(
      dinas.begin(given({ organisations: [{ id: 'dinas', role: 'implementer' }], sites: [{ code: DAMAR }] })),
    )
    expect((await reward(dinas, own.id)).serves).toMatchObject([{ closes: [], reaches: 1 }])
    const cancelled = await accepted(akar.begin(given({ status: 'cancelled' })))
    expect((await reward(akar, cancelled.id)).serves).toEqual([])
  })
})
