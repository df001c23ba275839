import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ImportAnswer, ImportRow } from '../../data/model/importing.ts'
import { openImportShelf } from '../../server/imports/shelf.ts'
import { importer, serveRegencies } from './serving.ts'
import { twelveCsv, twelveXlsx } from './twelve.ts'

const PARTNER = 'contoh-mitra-01'
let served: Awaited<ReturnType<typeof serveRegencies>>
let client: ReturnType<typeof importer>
let village: string

beforeAll(async () => {
  served = await serveRegencies()
  client = importer(served.app, await served.signIn('partner', PARTNER))
  village = served.world.geography.nameOf('61.05.01.2007')
}, 120_000)
afterAll(() => served.close())

/** A row's state and what is said of it, in the words for programs. */
const briefly = ({ row, state, findings }: ImportRow) => [
  row,
  state,
  ...findings.map(({ severity, name }) => `${severity} ${name}`),
]

const EXPECTED = [
  [2, 'good'],
  [3, 'good'],
  [4, 'asked', 'question ambiguous'],
  [5, 'good'],
  [6, 'good'],
  [7, 'good'],
  [8, 'faulty', 'error swapped'],
  // Waters of Karimata, which is not where this partner usually works.
  [9, 'good', 'warning sea', 'warning outside'],
  [10, 'asked', 'question ambiguous'],
  [11, 'asked', 'question ambiguous'],
  [12, 'good'],
  [13, 'faulty', 'error outside'],
]

const records = () =>
  [...served.store.state.records.values()].flatMap((kept) =>
    kept.kind === 'activity' && kept.record.externalId ? [kept.record] : [],
  )
const recordOf = (externalId: string) => records().find((record) => record.externalId === externalId)

describe.each([
  ['a workbook', 'kegiatan.xlsx', () => twelveXlsx(village)],
  ['its twin in CSV, Windows-1252 with semicolons', 'kegiatan.csv', async () => twelveCsv(village)],
])('%s of twelve rows', (_name, file, make) => {
  let answer: ImportAnswer
  beforeAll(async () => {
    answer = await client.upload(await make(), file)
  })

  test('nothing is silently wrong: what is odd is told or asked, row by row', async () => {
    const rows = await client.rows(answer.id)
    expect(rows.map(briefly)).toEqual(EXPECTED)
    expect(answer.counts).toEqual({ good: 7, faulty: 2, asked: 3, left: 0, done: 0, updates: 0 })
    expect(answer.state).toBe('asking')
  })

  test('what was read is what was meant', async () => {
    const rows = new Map((await client.rows(answer.id)).map((row) => [row.row, row]))
    expect(rows.get(2)?.activity).toMatchObject({
      title: 'Posyandu keliling',
      themes: ['stunting'],
      organisations: [{ id: PARTNER, role: 'implementer' }],
      sites: [{ code: '61.05.01.2007' }],
      period: { start: '2024-05-08', end: '2025-12-31' },
      status: 'ongoing',
      budgetIdr: 1_173_000_000,
      beneficiaries: 1_500,
      externalId: 'K-01',
    })
    expect(rows.get(3)?.activity).toMatchObject({
      sites: [{ code: '61.05' }],
      budgetIdr: 18_700_000_000,
      note: 'kode BPS',
    })
    expect(rows.get(5)?.activity).toMatchObject({ sites: [{ code: '61.05' }] })
    expect(rows.get(6)?.activity).toMatchObject({ sites: [{ code: '61.05.01.2007' }] })
    expect(rows.get(7)?.activity?.sites).toEqual([{ geometry: { type: 'Point', coordinates: [111.4951, -0.0695] } }])
    expect(rows.get(9)?.activity?.sites).toEqual([{ geometry: { type: 'Point', coordinates: [108.8, -1.55] } }])
    expect(rows.get(12)?.activity).toMatchObject({ title: 'Sekolah Lapang René', note: 'José — fasilitator' })
  })

  test('a bare 6105 is asked about with both its meanings, and never guessed', async () => {
    const row = (await client.rows(answer.id)).find((one) => one.row === 4)!
    expect(row.activity).toBeNull()
    expect(row.findings[0]!.remedies.map(({ given }) => given)).toEqual([
      { 'Kode wilayah': '61.05' },
      { 'Kode wilayah': '61.03' },
    ])
    expect(answer.questions.find(({ name }) => name === 'codes')).toMatchObject({ guess: null, affects: 1 })
  })

  test('an answer for the file settles what is open, and overturns nothing that the names beside a code decided', async () => {
    const { mapping, defaults } = answer.choices
    expect((await client.choose(answer.id, { mapping, defaults, answers: { codes: 'kemendagri' } })).status).toBe(200)
    const rows = new Map((await client.rows(answer.id)).map((row) => [row.row, row]))
    expect([2, 3, 4, 5, 6].map((row) => rows.get(row)?.activity?.sites)).toEqual(
      ['61.05.01.2007', '61.05', '61.05', '61.05', '61.05.01.2007'].map((code) => [{ code }]),
    )
    await client.choose(answer.id, { mapping, defaults, answers: { codes: 'bps' } })
    const turned = new Map((await client.rows(answer.id)).map((row) => [row.row, row]))
    expect([3, 4, 5].map((row) => turned.get(row)?.state)).toEqual(['good', 'faulty', 'good'])
    expect(turned.get(4)?.findings).toMatchObject([{ name: 'outside' }])
    await client.choose(answer.id, { mapping, defaults, answers: {} })
  })

  test('each choice shows what it makes of a cell', () => {
    const examples = (name: string) =>
      answer.questions.find((question) => question.name === name)?.options.map(({ example }) => example)
    expect(examples('codes')).toEqual(['6105 → Sintang (61.05)', '6105 → Sanggau (61.03)'])
    expect(examples('dates')).toEqual(['05/08/2024 → 2024-08-05', '05/08/2024 → 2024-05-08'])
    expect(examples('unit')?.slice(0, 2)).toEqual(['1.500 → Rp 1.500', '1.500 → Rp 1.500.000'])
  })

  test('the questions of the file name what they hang on', () => {
    expect(answer.questions.map(({ name, guess }) => [name, guess])).toEqual([
      ...(file.endsWith('.csv') ? [['encoding', 'windows-1252']] : []),
      ['codes', null],
      ['unit', null],
      ['dates', null],
    ])
    expect(answer.detected).toMatchObject({
      format: file.endsWith('.csv') ? 'csv' : 'xlsx',
      encoding: file.endsWith('.csv') ? 'windows-1252' : 'utf-8',
      separator: file.endsWith('.csv') ? ';' : null,
      headerRow: 1,
      rows: 12,
    })
  })
})

test('good rows become one batch, the rest stays for later and is mended in place; sent again, the file updates', async () => {
  const { id } = await client.upload(await twelveXlsx(village), 'kegiatan.xlsx')
  const before = served.store.state.seq
  const operation = randomUUID()
  const first = await client.commit(id, operation)
  expect([first.status, first.answer]).toEqual([200, { operation, seq: before + 1, added: 7, updated: 0, kept: 5 }])
  expect((await client.commit(id, operation)).answer).toMatchObject({ seq: before + 1, added: 7, kept: 5 })
  expect(served.store.state.seq).toBe(before + 1)
  expect(records().length).toBe(7)

  const take = async (row: number, given: Record<string, string>) => {
    const { status, answer } = await client.change(id, row, { given })
    expect([row, status, answer.row.state]).toEqual([row, 200, 'good'])
  }
  const offered = async (row: number, at: number) =>
    (await client.rows(id)).find((one) => one.row === row)!.findings.flatMap(({ remedies }) => remedies)[at]!.given
  await take(4, await offered(4, 0))
  await take(8, await offered(8, 0))
  await take(10, await offered(10, 0))
  await take(11, { Anggaran: '1,5 miliar' })
  await take(13, { Lintang: '', Bujur: '', '@code': '61.05.01.2007' })
  const second = await client.commit(id)
  expect(second.answer).toMatchObject({ added: 5, updated: 0, kept: 0 })
  expect((await client.settled(id)).state).toBe('done')
  expect(recordOf('K-03')).toMatchObject({ sites: [{ code: '61.05' }] })
  expect(recordOf('K-07')!.sites).toEqual([{ geometry: { type: 'Point', coordinates: [111.4951, -0.0695] } }])
  expect(recordOf('K-09')!.period.start).toBe('2024-08-05')
  expect(recordOf('K-10')).toMatchObject({ budgetIdr: 1_500_000_000, verification: 'draft', origin: 'entered' })
  expect(
    records()
      .map(({ externalId }) => externalId)
      .sort(),
  ).toEqual(Array.from({ length: 12 }, (_, at) => `K-${`${at + 1}`.padStart(2, '0')}`))

  const again = await client.upload(await twelveXlsx(village), 'kegiatan-lagi.xlsx')
  expect(again.counts).toMatchObject({ good: 7, updates: 7 })
  expect((await client.commit(again.id)).answer).toMatchObject({ added: 0, updated: 7 })
  expect(records().length).toBe(12)
})

test('an undone batch leaves its rows ready again, to be mended and recorded once more', async () => {
  const village2 = served.world.geography.nameOf('61.05.01.1006')
  const own = importer(served.app, await served.signIn('partner', 'contoh-mitra-02'))
  const { id } = await own.upload(await twelveXlsx(village2), 'kegiatan.xlsx')
  const { answer: batch } = await own.commit(id)
  const before = records().length
  const undone = await own.undo(batch.operation)
  expect([undone.status, records().length]).toEqual([200, before - batch.added])
  expect((await own.settled(id)).counts).toMatchObject({ good: batch.added, done: 0 })
  expect((await own.commit(id)).answer).toMatchObject({ added: batch.added })
})

test('an import whose file was taken off the disk is gone, though it was held open', async () => {
  const { id } = await client.upload(await twelveXlsx(village), 'lama.xlsx')
  await openImportShelf(join(served.home, 'imports')).sweep((stored) => stored?.id === id)
  expect((await client.ask(`/${id}`)).status).toBe(404)
})

test('no fault of the server was hidden', () => {
  expect(served.faults).toEqual([])
})
