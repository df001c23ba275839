import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordAnswer } from '../data/model/answers.ts'
import type { AuthorityArea } from '../data/model/authority.ts'
import { completenessOf } from '../data/model/completeness.ts'
import type { Convergence } from '../data/model/convergence.ts'
import type { ConvergenceAnswer, ConvergencePlace } from '../data/model/convergence_answer.ts'
import type { RecordBase } from '../data/model/record.ts'
import type { CheckAnswer, WorkRecord } from '../data/model/work.ts'
import { commit, serve } from './served.ts'
import { accepted, asRecord, type Desk, type Fault, given, type Served, sit } from './work/desk.ts'
import {
  activity,
  at,
  DAMAR,
  ENAU,
  GAMBIR,
  GAMBIR_ISLAND,
  KARANG_ISLET,
  organisation,
  point,
  rectangle,
} from './world.ts'

const base = (id: string, more: Partial<RecordBase> = {}): RecordBase => ({
  id,
  origin: 'sourced',
  source: { text: 'Renja 2026', date: '2025-08-01' },
  enteredBy: 'test',
  confirmed: '2025-08-01',
  verification: 'verified',
  visibility: 'public',
  ...more,
})

const PROGRAMME: Convergence = {
  ...base('kerapu'),
  title: 'KERAPU',
  region: '99.02',
  places: [DAMAR, GAMBIR],
  parties: [{ id: 'pemkab' }, { id: 'balai' }, { id: 'kementerian' }],
  steps: [],
  cells: [],
}

type Cells = Convergence['cells'][number]
const cell = (place: string, party: string, more: Partial<Cells>): Cells => ({
  place,
  party,
  planned: null,
  budgeted: null,
  monitored: null,
  ...more,
})

const report = (id: string, cells: readonly Cells[], more: Partial<Convergence> = {}): Convergence => ({
  ...base(id),
  title: id,
  region: '99.02',
  programme: 'kerapu',
  places: [...new Set(cells.map(({ place }) => place))],
  parties: [...new Set(cells.map(({ party }) => party))].map((party) => ({ id: party })),
  steps: [],
  cells,
  ...more,
})

/** The western half of Damar (the square from 0.0599 to 0.08) and a corner of its east. */
const reserve = (
  id: string,
  geometry: AuthorityArea['geometry'],
  more: Partial<AuthorityArea> = {},
): AuthorityArea => ({
  ...base(id),
  name: id,
  kind: 'conservation_reserve',
  holder: 'balai',
  region: '99.02',
  geometry,
  ...more,
})

let served: Served
beforeAll(async () => {
  served = await serve([
    asRecord('organisation', organisation('pemkab', 'agency', { region: '99.02' })),
    asRecord('organisation', organisation('dinas-timur', 'opd', { region: '99.02' })),
    asRecord('organisation', organisation('balai', 'agency', { region: '99', parent: 'kementerian' })),
    asRecord('organisation', organisation('kementerian', 'ministry')),
    asRecord('convergence', PROGRAMME),
    asRecord('convergence', report('renja', [cell(DAMAR, 'pemkab', { planned: true, budgeted: false })])),
    asRecord('authority', reserve('cagar', rectangle(0.0599, 0, 0.07, 0.02))),
  ])
})
afterAll(() => served.world.close())

const ask = async (query = ''): Promise<ConvergenceAnswer> =>
  (await (await served.get(`/api/convergence${query}`)).json()) as ConvergenceAnswer
const placeIn = ({ places }: ConvergenceAnswer, code: string): ConvergencePlace =>
  places.find((one) => one.code === code)!
const cellIn = (answer: ConvergenceAnswer, code: string, party: string) =>
  placeIn(answer, code).cells.find((one) => one.party === party)!
const tell = async (...records: readonly Readonly<Parameters<typeof asRecord>>[]) => {
  await commit(
    served.store,
    records.map(([kind, record]) => asRecord(kind, record)),
  )
  await served.world.settled()
}

describe('the matrix', () => {
  test('has a row for each village and each inhabited island in one, and a column for each party', async () => {
    const { places, parties } = await ask()
    expect(places.map(({ code, level }) => [code, level])).toEqual([
      [DAMAR, 'village'],
      [GAMBIR, 'village'],
      [GAMBIR_ISLAND, 'island'],
    ])
    expect(parties.map(({ id, isOwn }) => [id, isOwn])).toEqual([
      ['pemkab', true],
      ['balai', false],
      ['kementerian', false],
    ])
  })

  test('tells a no from no data, each with its denominator', async () => {
    const answer = await ask()
    expect(cellIn(answer, DAMAR, 'pemkab')).toMatchObject({
      planned: { state: 'yes' },
      budgeted: { state: 'no' },
      monitored: { state: 'no_data', evidence: [] },
    })
    // Three places, three parties, three questions; one yes and one no.
    expect(answer.counts).toEqual({ total: 27, yes: 1, no: 1, disputed: 0, no_data: 25 })
  })

  test('keeps the document, its date and its record behind every answer', async () => {
    const { planned } = cellIn(await ask(), DAMAR, 'pemkab')
    expect(planned.evidence).toEqual([
      {
        record: 'renja',
        value: true,
        source: { text: 'Renja 2026', date: '2025-08-01' },
        confirmed: '2025-08-01',
        by: null,
        origin: 'sourced',
      },
    ])
  })

  test('lets the newest document decide and keeps the older beside it; two of one day that differ decide nothing', async () => {
    await tell([
      'convergence',
      report('renja-lama', [cell(GAMBIR, 'pemkab', { planned: false })], {
        source: { text: 'lama', date: '2024-01-01' },
      }),
    ])
    expect(cellIn(await ask(), GAMBIR, 'pemkab').planned.state).toBe('no')
    await tell(['convergence', report('renja-baru', [cell(GAMBIR, 'pemkab', { planned: true })])])
    const { planned } = cellIn(await ask(), GAMBIR, 'pemkab')
    expect([planned.state, planned.evidence.map(({ record }) => record)]).toEqual(['yes', ['renja-baru', 'renja-lama']])
    await tell(['convergence', report('renja-lain', [cell(GAMBIR, 'pemkab', { planned: false })])])
    expect(cellIn(await ask(), GAMBIR, 'pemkab').planned.state).toBe('disputed')
  })

  test('an island that a report names has a row of its own, and its village says nothing for it', async () => {
    await tell(['convergence', report('pulau', [cell(KARANG_ISLET, 'balai', { monitored: true })])])
    const answer = await ask()
    expect(cellIn(answer, KARANG_ISLET, 'balai').monitored.state).toBe('yes')
    expect(cellIn(answer, KARANG_ISLET, 'pemkab').planned.state).toBe('no_data')
  })

  test.each(['draft', 'submitted', 'returned', 'archived'] as const)(
    'a stranger sees nothing of what is %s',
    async (verification) => {
      const before = await ask()
      await tell([
        'convergence',
        report(`rahasia-${verification}`, [cell(DAMAR, 'balai', { planned: true })], { verification }),
      ])
      const { asOf: _, ...after } = await ask()
      const { asOf: __, ...was } = before
      expect(after).toEqual(was)
    },
  )

  test.each(['partners', 'organisation'] as const)('nor of what is for %s only', async (visibility) => {
    await tell([
      'convergence',
      report(`tertutup-${visibility}`, [cell(DAMAR, 'balai', { planned: true })], { visibility }),
    ])
    expect(cellIn(await ask(), DAMAR, 'balai').planned.state).toBe('no_data')
  })

  test('is found by any place in it, and where no programme reaches the answer offers those that there are', async () => {
    for (const place of [DAMAR, GAMBIR_ISLAND, '99.02', '99.02.01'])
      expect((await ask(`?place=${place}`)).programme?.id).toBe('kerapu')
    const none = await ask('?place=99.01')
    expect([none.programme, none.places, none.programmes.map(({ id }) => id)]).toEqual([null, [], ['kerapu']])
    expect((await served.get('/api/convergence?programme=kerupu')).status).toBe(400)
  })

  test('is answered from a cache while nothing changed, by its ETag', async () => {
    const first = await served.get('/api/convergence')
    const tag = first.headers.get('ETag')!
    expect((await served.get('/api/convergence', { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })

  test('belongs to the card of its villages and islands', async () => {
    const card = async (code: string) =>
      (await (await served.get(`/api/places/${code}`)).json()) as { convergence: unknown }
    expect((await card(GAMBIR_ISLAND)).convergence).toEqual([{ id: 'kerapu', title: 'KERAPU' }])
    expect((await card('99.01.01.2001')).convergence).toEqual([])
  })
})

test('a report is complete without steps, which belong to the programme', () => {
  const record = report('renja', [cell(DAMAR, 'pemkab', { planned: true })])
  expect(completenessOf({ kind: 'convergence', record })).toEqual({ share: 1, missing: [] })
  expect(completenessOf({ kind: 'convergence', record: PROGRAMME }).missing).toEqual(['steps', 'cells'])
})

describe('who may build', () => {
  test('an authority area names the programme for its places', async () => {
    const { related } = (await (await served.get('/api/records/authority/cagar')).json()) as RecordAnswer
    expect(related.filter(({ relation }) => relation === 'programme').map(({ id }) => id)).toEqual(['kerapu'])
  })

  test('is told by the authority areas over the place, with hectares and share', async () => {
    const { authority, building } = placeIn(await ask(), DAMAR)
    expect(authority).toHaveLength(1)
    expect(authority[0]).toMatchObject({
      id: 'cagar',
      holder: { id: 'balai', name: 'balai' },
      kind: 'conservation_reserve',
    })
    // 0.0101 of 0.0201 degrees.
    expect(authority[0]!.share).toBeCloseTo(0.5025, 3)
    expect(building).toEqual({ verdict: 'closed', basis: 'area', sample: false })
  })

  test('is unknown, not free, where no area and no word is on record', async () => {
    expect(placeIn(await ask(), GAMBIR).building).toEqual({ verdict: 'unknown', basis: null, sample: false })
  })

  test('a published word goes before an outline, and holds for the islands of its village', async () => {
    const works = [{ place: GAMBIR, physical: true, words: 'dapat menerima pembangunan fisik' }]
    await tell(['convergence', report('kata', [], { places: [GAMBIR], works })])
    const answer = await ask()
    expect(placeIn(answer, GAMBIR).building).toEqual({ verdict: 'open', basis: 'source', sample: false })
    expect(placeIn(answer, GAMBIR_ISLAND).works).toMatchObject([{ place: GAMBIR, physical: true, record: 'kata' }])
  })
})

describe('a proposal in the area of another authority', () => {
  const planned = (id: string, sites: Parameters<typeof activity>[2], more = {}) =>
    ['activity', activity(id, ['akar'], sites, { status: 'planned', ...more })] as const
  const warned = async () => (await ask()).warnings.map((one) => [one.activity, one.areas.map(({ id }) => id)])

  test('is warned about by geometry: inside, not beside, not where it only touches', async () => {
    await tell(
      planned('dalam', [rectangle(0.061, 0.001, 0.069, 0.019)]),
      planned('titik', [point(0.065, 0.01)]),
      planned('luar', [rectangle(0.0701, 0, 0.08, 0.02)]),
      planned('menyentuh', [rectangle(0.07, 0, 0.08, 0.02)]),
      planned('garis-tepi', [{ type: 'LineString', coordinates: [at(0.07, 0.001), at(0.07, 0.019)] }]),
    )
    expect(await warned()).toEqual([
      ['dalam', ['cagar']],
      ['titik', ['cagar']],
    ])
    const { areas, organisations } = (await ask()).warnings[0]!
    expect(areas[0]).toMatchObject({ holder: { id: 'balai' } })
    expect(areas[0]!.areaHa).toBeCloseTo(0.8 * 1.8 * 123.0908, 0)
    expect(organisations).toEqual([{ id: 'akar', name: 'akar' }])
  })

  test('is none of work that runs, of work that the authority is part of, and of ground that is the regency’s own', async () => {
    await tell(
      ['activity', activity('berjalan', ['akar'], [point(0.065, 0.01)])],
      planned('bersama', [point(0.066, 0.01)], {
        organisations: [
          { id: 'akar', role: 'implementer' },
          { id: 'balai', role: 'support' },
        ],
      }),
      ['authority', reserve('apl', rectangle(0.08, 0, 0.1, 0.02), { kind: 'other_use', holder: 'pemkab' })],
      planned('di-apl', [point(0.09, 0.01)]),
    )
    expect((await warned()).map(([id]) => id)).toEqual(['dalam', 'titik'])
  })

  test('by the name of a village it is where the village is, by that of a district it is nowhere yet', async () => {
    await tell(planned('sedesa', [DAMAR]), planned('sekecamatan', ['99.02.01']))
    expect((await warned()).map(([id]) => id)).toEqual(['dalam', 'sedesa', 'titik'])
  })

  test('that is shown on a coarse grid only, is not told', async () => {
    await tell(planned('kasar', [point(0.065, 0.011)], { visibility: 'generalised' }))
    expect((await warned()).map(([id]) => id)).toEqual(['dalam', 'sedesa', 'titik'])
  })

  test('is said to its author while it is marked, with the authority, the reason and what to do', async () => {
    const akar = await sit(served, 'partner', 'akar')
    const check = async (geometry: object, more = {}): Promise<CheckAnswer> =>
      (await (
        await akar.ask('POST', '/api/work/check', {
          kind: 'activity',
          record: given({ status: 'planned', sites: [{ geometry: geometry as never }], ...more }),
        })
      ).json()) as CheckAnswer
    const inside = (await check(point(0.065, 0.01))).findings.filter(({ name }) => name.startsWith('authority'))
    expect(inside.map(({ field, severity }) => [field, severity])).toEqual([['sites.0.geometry', 'warning']])
    expect(inside[0]!.words.id).toMatch(
      /dalam cagar, kewenangan balai.*UU 5\/1990.*Bicarakan dengan pemegang kewenangan/,
    )
    expect((await check(rectangle(0.07, 0, 0.08, 0.02))).findings.map(({ name }) => name)).not.toContain(
      'authority.cagar',
    )
    const cancelled = await check(point(0.065, 0.01), { status: 'cancelled' })
    expect(cancelled.findings.map(({ name }) => name)).not.toContain('authority.cagar')
  })
})

describe('what is taken to a ministry', () => {
  test('is every no and every gap of its own row, and what its units have to consent to', async () => {
    const { lists, places } = await ask()
    expect(lists.map(({ party }) => party)).toEqual(['kementerian', 'balai'])
    const ministry = lists.find(({ party }) => party === 'kementerian')!
    expect(ministry.asks).toHaveLength(places.length * 3)
    expect(ministry.asks.every(({ state }) => state === 'no_data')).toBe(true)
    expect(ministry.consents).toContainEqual({ place: DAMAR, area: 'cagar' })
    expect(ministry.proposals).toEqual(['dalam', 'sedesa', 'titik'])
  })

  test('leaves out what has been answered with yes', async () => {
    const { asks } = (await ask()).lists.find(({ party }) => party === 'balai')!
    expect(asks.filter(({ place }) => place === KARANG_ISLET).map(({ question }) => question)).toEqual([
      'planned',
      'budgeted',
    ])
  })
})

describe('entering an answer', () => {
  let sekber: Desk
  let planner: Desk
  beforeAll(async () => {
    sekber = await sit(served, 'moderator')
    planner = await sit(served, 'planner', 'dinas-timur')
  })
  const entry = (cells: readonly Cells[], more: Partial<Convergence> = {}) => {
    const { enteredBy: _, origin: __, verification: ___, ...record } = report('', cells, more)
    return { ...record, title: 'KERAPU: Renja 2026' }
  }

  test('a planner records for the own regency; Sekber verifies it, and then everyone sees it', async () => {
    const begun = await accepted(
      planner.begin(
        entry([cell(ENAU, 'pemkab', { planned: true })], { places: [DAMAR] }),
        false,
        undefined,
        'convergence',
      ),
    ).catch(String)
    expect(begun).toContain('tidak ada di')
    const sent = await accepted(
      planner.begin(entry([cell(GAMBIR_ISLAND, 'pemkab', { planned: true })]), true, undefined, 'convergence'),
    )
    expect(cellIn(await ask(), GAMBIR_ISLAND, 'pemkab').planned.state).toBe('no_data')
    await accepted(sekber.step(sent, 'verify'))
    await served.world.settled()
    const { planned } = cellIn(await ask(), GAMBIR_ISLAND, 'pemkab')
    expect([planned.state, planned.evidence[0]?.by]).toEqual(['yes', { id: 'dinas-timur', name: 'dinas-timur' }])
    const history = await sekber.get<readonly { revision: number }[]>(
      `/api/work/records/convergence/${sent.id}/history`,
    )
    expect(history.map(({ revision }) => revision)).toEqual([2, 1])
    expect(((await planner.open('convergence', sent.id)) as WorkRecord<'convergence'>).keeper).toBe('dinas-timur')
  })

  test.each<[string, () => object, string]>([
    ['for another party', () => entry([cell(DAMAR, 'balai', { planned: true })]), 'pemerintah kabupaten sendiri'],
    ['without an answer', () => entry([cell(DAMAR, 'pemkab', {})]), 'Belum ada jawaban'],
    ['outside the programme', () => entry([cell(ENAU, 'pemkab', { planned: true })]), 'bukan desa program'],
    [
      'without a date',
      () => entry([cell(DAMAR, 'pemkab', { planned: true })], { source: { text: 'Renja' } }),
      'tanggal dokumennya',
    ],
    [
      'on no programme',
      () => entry([cell(DAMAR, 'pemkab', { planned: true })], { programme: 'lain' }),
      'Sebut programnya',
    ],
  ])('is refused in words: %s', async (_, record, words) => {
    const refusal = (await (await planner.begin(record(), false, undefined, 'convergence')).json()) as Fault
    expect(refusal.detail).toContain(words)
  })
})
