import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type {
  CorridorAnswer,
  CoverageAnswer,
  CoverageYearsAnswer,
  FeaturesAnswer,
  Problem,
} from '../data/model/answers.ts'
import { THEMES } from '../data/model/theme.ts'
import type { World } from '../server/world.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

let world: World
let app: SampleApp['app']

// The whole programme on estimated areas: what a fresh machine without a network shows.
let close: SampleApp['close']
beforeAll(async () => {
  ;({ world, app, close } = await openSampleApp())
}, 120_000)
afterAll(() => close())

/** Villages with a target due and no partner at work, counted without the engine's verdicts: only which record reaches which place. */
const GAPS = `
  WITH targeted AS (
    SELECT c.code FROM cover AS c JOIN records AS r ON r.kind = c.kind AND r.id = c.id
    JOIN record_themes AS t ON t.kind = r.kind AND t.id = r.id
    WHERE r.kind = 'target' AND t.theme = $theme AND r.first_year BETWEEN $from AND $to),
  served AS (
    SELECT c.code FROM cover AS c JOIN records AS r ON r.kind = c.kind AND r.id = c.id
    JOIN record_themes AS t ON t.kind = r.kind AND t.id = r.id
    JOIN record_organisations AS o ON o.kind = r.kind AND o.id = r.id AND o.role = 'implementer'
    JOIN records AS who ON who.kind = 'organisation' AND who.id = o.organisation
    WHERE r.kind = 'activity' AND t.theme = $theme AND r.status IN ('planned', 'ongoing', 'completed')
      AND r.first_year <= $to AND coalesce(r.last_year, 9999) >= $from
      AND who.status IN ('ngo', 'credit_union', 'company'))
  SELECT code FROM targeted
  WHERE starts_with(code, $region || '.') AND regexp_full_match(code, '\\d\\d\\.\\d\\d\\.\\d\\d\\.[12]\\d\\d\\d')
  EXCEPT SELECT code FROM served
  ORDER BY code`

const read = async <T>(path: string) => (await (await app.request(path)).json()) as T
const gapsOf = ({ units }: CoverageAnswer) =>
  units.filter(({ verdict }) => verdict.kind === 'gap').map(({ code }) => code)

describe('which villages of Sintang have a stunting target and no active partner in 2026', () => {
  const question = 'region=61.05&theme=stunting&period=2026'

  test('counter, map, table, layer and an independent SQL count name the same villages, out of 406', async () => {
    const coverage = await read<CoverageAnswer>(`/api/coverage?${question}`)
    const gaps = gapsOf(coverage)
    expect(coverage.denominator).toBe(406)
    expect(coverage.counts.gap).toBe(gaps.length)
    expect(gaps.length).toBeGreaterThan(50)
    expect(Object.values(coverage.counts).reduce((sum, count) => sum + count)).toBe(406)

    const sql = await world.everyone.projection.query(GAPS, {
      region: '61.05',
      theme: 'stunting',
      from: 2026,
      to: 2026,
    })
    expect(sql.map(({ code }) => code)).toEqual(gaps)

    const table = await (await app.request(`/api/gaps.csv?${question}`)).text()
    const rows = Papa.parse<{ code: string; origin: string }>(table.trim(), { header: true }).data
    expect(rows.map(({ code }) => code)).toEqual(gaps)
    expect(new Set(rows.map(({ origin }) => origin))).toEqual(new Set(['sample']))

    const layer = await read<FeaturesAnswer>('/api/features/gaps?within=61.05&theme=stunting&period=2026&limit=5000')
    expect(layer.numberMatched).toBe(gaps.length)
    expect(layer.features.map(({ properties }) => properties.id)).toEqual(gaps)

    const { years } = await read<CoverageYearsAnswer>(
      '/api/coverage/years?region=61.05&theme=stunting&from=2026&to=2026',
    )
    expect(years[0]?.counts).toEqual(coverage.counts)
  })

  test('the same holds for every theme and every regency', async () => {
    for (const { code: region } of world.geography.within('', 'regency'))
      for (const { id: theme } of THEMES) {
        const coverage = await read<CoverageAnswer>(`/api/coverage?region=${region}&theme=${theme}&period=2024/2026`)
        const sql = await world.everyone.projection.query(GAPS, { region, theme, from: 2024, to: 2026 })
        expect({ region, theme, gaps: sql.map(({ code }) => code) }).toEqual({ region, theme, gaps: gapsOf(coverage) })
      }
  })
})

describe('the corridor between Seruyan and Kotawaringin Timur', () => {
  test('has villages on both sides, the same from either side, and more of them the wider it is', async () => {
    const near = await read<CorridorAnswer>('/api/corridor?a=62.07&b=62.02&km=2')
    const turned = await read<CorridorAnswer>('/api/corridor?a=62.02&b=62.07&km=2')
    const wide = await read<CorridorAnswer>('/api/corridor?a=62.07&b=62.02&km=20')
    const codes = ({ villages }: CorridorAnswer) => villages.map(({ code }) => code)
    expect(new Set(near.villages.map(({ side }) => side))).toEqual(new Set(['a', 'b']))
    expect(codes(turned)).toEqual(codes(near))
    expect(turned.boundaryKm).toBe(near.boundaryKm)
    expect(codes(wide).slice(0, near.villages.length)).toEqual(codes(near))
    expect(wide.villages.length).toBeGreaterThan(near.villages.length)
  })

  test('Sintang and Seruyan do not touch; the refusal says so and what does', async () => {
    const refusal = await read<Problem>('/api/corridor?a=61.05&b=62.07&km=2&lang=en')
    expect(refusal.status).toBe(400)
    expect(refusal.detail).toContain('61.05 (Sintang), 62.07 (Seruyan) share no boundary.')
    expect(refusal.detail).toContain('61.05 touches no other regency here')
    expect(refusal.detail).toContain('62.07 touches 62.02 (Kotawaringin Timur)')
  })
})

test('no record that is not public reaches any listing, whatever the layer', async () => {
  const members = await world.members()
  const hidden = members
    .all('activity')
    .filter(({ visibility, verification }) => visibility !== 'public' || verification !== 'verified')
  expect(hidden.length).toBeGreaterThan(0)
  const all = await (await app.request('/api/features/activities?limit=5000')).text()
  for (const { id } of hidden) {
    expect(all).not.toContain(`"${id}"`)
    expect((await app.request(`/api/records/activity/${id}`)).status).toBe(404)
  }
})
