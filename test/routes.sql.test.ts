import { expect, test } from 'vitest'
import type { CoverageAnswer } from '../data/model/answers.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { serve } from './served.ts'
import { ASAM, activity, BAKAU, CEMPAKA, DAMAR, ENAU, GAMBIR, organisation, target } from './world.ts'

/** Work and targets that name villages and districts by code only, so that SQL on the tables can judge them alone. */
const HYGIENE: readonly AnyRecord[] = [
  { kind: 'organisation', record: organisation('eka', 'ngo') },
  { kind: 'target', record: target('t-hulu', ['99.01.01'], { theme: 'hygiene' }) },
  { kind: 'target', record: target('t-pesisir', [DAMAR, ENAU, GAMBIR], { theme: 'hygiene', year: 2025 }) },
  { kind: 'target', record: target('t-hilir', [CEMPAKA], { theme: 'hygiene', year: 2024 }) },
  { kind: 'activity', record: activity('h-asam', ['eka'], [ASAM], { themes: ['hygiene'] }) },
  { kind: 'activity', record: activity('h-dinas', ['dinas'], [BAKAU, DAMAR], { themes: ['hygiene'] }) },
  { kind: 'activity', record: activity('h-stopped', ['bina'], [ENAU], { themes: ['hygiene'], status: 'suspended' }) },
  {
    kind: 'activity',
    record: activity('h-past', ['citra'], [GAMBIR], {
      themes: ['hygiene'],
      period: { start: '2019-01-01', end: '2020-12-31' },
    }),
  },
  {
    kind: 'activity',
    record: activity('h-funded', [{ id: 'eka', role: 'funder' }], [DAMAR], { themes: ['hygiene'] }),
  },
]

/** A gap, said a second time in SQL: a target due in the period, and no implementing partner at work in the period. */
const GAPS = `
  SELECT count(DISTINCT village.code)::INTEGER AS gaps
  FROM (SELECT unnest($villages::VARCHAR[]) AS code) AS village
  WHERE EXISTS (
      FROM records AS t JOIN record_themes AS tt ON tt.id = t.id AND tt.kind = t.kind
      JOIN record_places AS tp ON tp.id = t.id AND tp.kind = t.kind
      WHERE t.kind = 'target' AND tt.theme = $theme AND t.first_year BETWEEN $from AND $to
        AND (village.code = tp.code OR starts_with(village.code, tp.code || '.')))
    AND NOT EXISTS (
      FROM records AS a JOIN record_themes AS ta ON ta.id = a.id AND ta.kind = a.kind
      JOIN record_places AS ap ON ap.id = a.id AND ap.kind = a.kind
      JOIN record_organisations AS ao ON ao.id = a.id AND ao.kind = a.kind AND ao.role = 'implementer'
      JOIN records AS o ON o.kind = 'organisation' AND o.id = ao.organisation
      WHERE a.kind = 'activity' AND ta.theme = $theme AND a.status IN ('planned', 'ongoing', 'completed')
        AND a.first_year <= $to AND coalesce(a.last_year, 9999) >= $from
        AND o.status IN ('ngo', 'credit_union', 'company')
        AND (village.code = ap.code OR starts_with(village.code, ap.code || '.')))`

test('the gaps of a region are as many as an independent count in SQL finds', async () => {
  const { get, world } = await serve(HYGIENE, {}, [
    { id: 'hygiene', label: { id: 'Sanitasi', en: 'Hygiene' }, urusan: ['health'], goals: [6] },
  ])
  for (const region of ['99.01', '99.02', '99.02.01'])
    for (const [from, to] of [
      [2024, 2024],
      [2025, 2025],
      [2026, 2026],
      [2024, 2026],
      [2019, 2020],
    ] as const) {
      const villages = world.geography.within(region, 'village').map(({ code }) => `'${code}'`)
      const sql = GAPS.replace('$villages', `[${villages.join(', ')}]`)
      const [row] = await world.everyone.projection.query(sql, { theme: 'hygiene', from, to })
      const answer = await get(`/api/coverage?region=${region}&theme=hygiene&period=${from}/${to}`)
      const { counts, denominator } = (await answer.json()) as CoverageAnswer
      expect({ region, from, to, gaps: counts.gap }).toEqual({ region, from, to, gaps: row?.gaps })
      expect(denominator).toBe(3)
    }
  world.close()
})

test('the SQL count is not always zero', async () => {
  const { get, world } = await serve(HYGIENE, {}, [
    { id: 'hygiene', label: { id: 'Sanitasi', en: 'Hygiene' }, urusan: ['health'], goals: [6] },
  ])
  const answer = await get('/api/coverage?region=99.02&theme=hygiene&period=2025')
  expect(((await answer.json()) as CoverageAnswer).counts).toMatchObject({ gap: 3, met: 0 })
  world.close()
})
