import { expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import { isInForce } from '../data/model/agreement.ts'
import { completenessOf } from '../data/model/completeness.ts'
import type { KINDS } from '../data/model/record.ts'
import { findTheme, THEMES } from '../data/model/theme.ts'
import { findUrusan, URUSAN } from '../data/model/urusan.ts'
import { OPD_SINTANG } from '../data/source/opd.ts'
import { SOURCED } from '../data/source/records/index.ts'
import { describe as summarise } from '../server/describe.ts'

const of = <K extends (typeof KINDS)[number]>(kind: K) =>
  SOURCED.flatMap((entry) => (entry.kind === kind ? [entry as Extract<typeof entry, { kind: K }>] : []))
const organisations = new Set(of('organisation').map(({ record }) => record.id))
const find = (id: string) => SOURCED.find(({ record }) => record.id === id)?.record

test('UU 23/2014 knows 32 affairs: 6 basic-service, 18 other mandatory and 8 optional affairs', () => {
  const count = (kind: string) => URUSAN.filter((urusan) => urusan.kind === kind).length
  expect([count('basic'), count('mandatory'), count('optional')]).toEqual([6, 18, 8])
  expect(new Set(URUSAN.map(({ id }) => id)).size).toBe(32)
})

test('forestry, energy and the heading of marine affairs and fisheries are split, not refused', () => {
  expect(URUSAN.filter(({ level }) => level === 'split').map(({ id }) => id)).toEqual([
    'marine_fisheries',
    'forestry',
    'energy',
  ])
})

test('every theme belongs to known urusan and serves TPB goals 1 to 17', () => {
  for (const { id, urusan, goals } of THEMES) {
    expect(urusan.map(findUrusan), id).not.toContain(null)
    expect(goals.length, id).toBeGreaterThan(0)
    expect(
      goals.every((goal) => Number.isInteger(goal) && goal >= 1 && goal <= 17),
      id,
    ).toBe(true)
  }
})

test('Sintang has 26 departments, and their tupoksi are known urusan', () => {
  expect(OPD_SINTANG).toHaveLength(26)
  expect(of('organisation').filter(({ record }) => record.kind === 'opd' && record.region === '61.05')).toHaveLength(26)
  for (const { id, urusan } of OPD_SINTANG) expect(urusan.map(findUrusan), id).not.toContain(null)
})

test('every sourced record says where it comes from, is public, and has an id of its own', () => {
  const ids = SOURCED.map(({ kind, record }) => `${kind}/${record.id}`)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { record } of SOURCED) {
    expect(record.source.text.length, record.id).toBeGreaterThan(3)
    expect([record.origin, record.verification, record.visibility], record.id).toEqual([
      'sourced',
      'verified',
      'public',
    ])
  }
})

test('organisations and themes that the records name exist', () => {
  for (const entry of SOURCED) {
    const { organisations: named, themes } = summarise(entry)
    for (const { id } of named) expect(organisations.has(id), `${entry.record.id} names ${id}`).toBe(true)
    for (const theme of themes) expect(findTheme(theme), `${entry.record.id} names ${theme}`).not.toBeNull()
  }
})

test('no partner named in the news is given work that the news does not report', () => {
  expect(of('activity')).toEqual([])
  expect(of('target')).toEqual([])
})

test('the Kesepakatan Bersama of 8 May 2024 is being drafted, with four fields and five parties, and is not signed', () => {
  const agreement = of('agreement').find(({ record }) => record.id === 'kb-sintang-mitra-2024')?.record
  expect(agreement).toMatchObject({ kind: 'KB', stage: 'drafting' })
  expect(agreement?.fields).toHaveLength(4)
  expect(agreement?.parties).toHaveLength(5)
  expect(agreement?.stages.map(({ stage }) => stage)).toEqual(['drafting'])
})

test('population data was discussed by Seruyan and Kotim but is in no agreement', () => {
  const meetings = of('meeting').filter(({ record }) => record.themes.includes('population_data'))
  expect(meetings.map(({ record }) => record.date)).toEqual(['2025-09-16'])
  const fields = of('agreement').flatMap(({ record }) => record.fields.flatMap(({ themes }) => themes))
  expect(fields).not.toContain('population_data')
})

test('what Seruyan and Kotim signed on 3 November 2025 binds from that day, not before', () => {
  const signed = of('agreement').filter(({ record }) => record.stage === 'signed')
  expect(signed.length).toBe(5)
  for (const { record } of signed) {
    expect(isInForce(record, { from: 2024, to: 2024 }), record.id).toBe(false)
    expect(isInForce(record, { from: 2026, to: 2026 }), record.id).toBe(true)
  }
})

test('a sourced record is dated by its source, or says that the source has no date', () => {
  for (const { record } of SOURCED) {
    const { date, wording } = record.source
    if (date === undefined) expect(record.note ?? wording, record.id).toBeTruthy()
    else expect(date, record.id).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(record.source.wording?.split(' ').length ?? 0, record.id).toBeLessThan(12)
  }
})

test('the weights published for the CSR award add up to 105', () => {
  const weights = of('figure').filter(({ record }) => record.topic === 'sintang.csr_weights')
  expect(weights.reduce((sum, { record }) => sum + record.value, 0)).toBe(105)
})

test('figures that conflict stand side by side: 390 and 391 desa, four sizes of the Karimata reserve', () => {
  const values = (topic: string) => of('figure').flatMap(({ record }) => (record.topic === topic ? [record.value] : []))
  expect(values('sintang.rural_villages')).toEqual([390, 391])
  expect(values('karimata.marine_reserve')).toEqual([190_800, 77_000, 120_000, 158_686.11])
  expect(values('karimata.islands')).toEqual([83, 43])
  expect(values('sintang.villages')).toEqual([133, 406])
})

test('a person holds an office only as of a date', () => {
  for (const { record } of of('organisation'))
    for (const { asOf } of record.offices ?? []) expect(asOf, record.id).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

test('KERAPU has nine parties and no cell: no plan, budget or monitoring has been reported', () => {
  const records = of('convergence').map(({ record }) => record)
  expect(records.flatMap(({ cells }) => cells)).toEqual([])
  expect(records[0]?.parties).toHaveLength(9)
  expect(records.flatMap(({ works = [] }) => works.map(({ physical }) => physical))).toEqual([true, false, false])
})

test('completeness names exactly the expected fields that are empty', () => {
  const record = find('lbbt')
  expect(completenessOf({ kind: 'organisation', record } as never)).toEqual({ share: 0.75, missing: ['themes'] })
})

test('every layer declares its licence and at least one legend entry in both languages', () => {
  for (const { id, legend, license, attribution } of LAYERS) {
    expect(license.length, id).toBeGreaterThan(1)
    expect(attribution.length, id).toBeGreaterThan(3)
    for (const { label } of legend) expect(label.id && label.en, id).toBeTruthy()
  }
})
