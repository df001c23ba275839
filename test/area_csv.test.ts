import { expect, test } from 'vitest'
import type { AreaReportAnswer } from '../data/model/answers.ts'
import { activitiesCsv, villagesCsv } from '../web/panel/report/csv.ts'

const answer = {
  asOf: { seq: 7, time: '2026-01-01T00:00:00Z' },
  period: '2026',
  villages: [{ code: '61.05.01.2007', name: '=SUM(A1)', within: '+Kec', areaHa: 12.3456, share: 0.25 }],
  activities: [
    {
      id: 'a-1',
      title: '@judul, "baru"',
      themes: ['stunting', 'health'],
      organisations: ['mitra', 'lain'],
      status: 'ongoing',
      start: '2025-01-01',
      end: null,
      origin: 'sample',
      areaHa: null,
      freshnessDays: 12,
    },
  ],
} as unknown as AreaReportAnswer

test('a name that begins like a formula is text in a spreadsheet; numbers stay numbers', () => {
  expect(villagesCsv(answer)).toBe(
    `code,name,within,area_ha,share,as_of\r\n61.05.01.2007,"'=SUM(A1)","'+Kec",12.35,0.25,7\r\n`,
  )
})

test('an activity names its organisations, keeps their ids, and says nothing where nothing is known', () => {
  const rows = activitiesCsv(answer, {
    organisations: [{ id: 'mitra', name: '-Mitra', kind: 'ngo' }],
  }).split('\r\n')
  expect(rows[1]).toBe(
    `a-1,"'@judul, ""baru""",stunting; health,"'-Mitra; lain",mitra; lain,ongoing,2025-01-01,,sample,,12,2026,7`,
  )
})
