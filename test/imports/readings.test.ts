import fc from 'fast-check'
import { getProvinces, getRegencies } from 'idn-area-data'
import { describe, expect, test } from 'vitest'
import { readPeople, readRupiah } from '../../data/model/reading/amounts.ts'
import { orderShownBy, readDate } from '../../data/model/reading/dates.ts'
import { plainDays } from '../../data/model/reading/days.ts'
import { plainNumber, readNumber, styleShownBy } from '../../data/model/reading/numbers.ts'
import { readPlaceCode } from '../../data/model/reading/place_codes.ts'
import { plainPosition, readPosition } from '../../data/model/reading/positions.ts'
import type { Reading } from '../../data/model/reading/reading.ts'
import { readSpan } from '../../data/model/reading/spans.ts'
import { BPS_REGENCIES } from '../../data/source/bps_codes.ts'
import { findGridPosition } from '../../server/imports/judging/positions.ts'
import { parseRegencyName } from '../../server/places/names.ts'
import { DATES, PERIODS } from './written_dates.ts'
import { NUMBERS, PEOPLE, SUMS } from './written_numbers.ts'
import { CODES, POSITIONS } from './written_places.ts'

const NAMES = new Map([
  ['61.05', 'Sintang'],
  ['61.07', 'Bengkayang'],
  ['61.10', 'Melawi'],
  ['61.01', 'Sambas'],
  ['62.07', 'Seruyan'],
  ['62.08', 'Sukamara'],
])
const known = { bps: BPS_REGENCIES, nameOf: (code: string) => NAMES.get(code) ?? null }

const lines = (table: string) =>
  table
    .split('\n')
    .filter((line) => line.includes(' = '))
    .map((line) => [line.slice(0, line.lastIndexOf(' = ')), line.slice(line.lastIndexOf(' = ') + 3)] as const)

/** A reading in the words of the table. */
const told = <T>(reading: Reading<T>, plain: (value: T) => string): string => {
  if (reading.kind === 'value') return plain(reading.value)
  if (reading.kind === 'unread') return '?'
  const meanings = reading.readings.map(({ value }) => plain(value))
  return meanings.length === 1 ? `(${meanings[0]})` : meanings.join(' | ')
}
const plainSum = (value: number) => `${value}`.replace('.', ',')

const TABLES: readonly (readonly [name: string, table: string, tell: (text: string) => string])[] = [
  ['numbers', NUMBERS, (text) => told(readNumber(text), plainNumber)],
  ['sums of rupiah', SUMS, (text) => told(readRupiah(text), plainSum)],
  ['people', PEOPLE, (text) => told(readPeople(text), plainSum)],
  ['dates', DATES, (text) => told(readDate(text), plainDays)],
  ['periods', PERIODS, (text) => told(readSpan(text), plainDays)],
  ['place codes', CODES, (text) => told(readPlaceCode(text, known), (code) => code)],
  ['positions', POSITIONS, (text) => told(readPosition(text), plainPosition)],
]
const inOrder = (meanings: string) => meanings.split(' | ').sort().join(' | ')

describe.each(TABLES)('%s as Indonesians write them', (_name, table, tell) => {
  test.each(lines(table))('%s means %s', (text, meant) => {
    expect(inOrder(tell(text))).toBe(inOrder(meant))
  })
})

test('the tables hold more than four hundred numbers and dates, and none twice in one table', () => {
  const texts = TABLES.map(([, table]) => lines(table).map(([text]) => text))
  expect(texts.slice(0, 5).flat().length).toBeGreaterThan(400)
  for (const own of texts) expect(new Set(own).size).toBe(own.length)
})

test.each(TABLES)('whatever cannot be read in %s says what to write instead', (_name, table) => {
  const reads = [readNumber, readRupiah, readPeople, readDate, readSpan, readPosition].map(
    (read) => (text: string) => read(text) as Reading<unknown>,
  )
  for (const [text] of lines(table))
    for (const read of [...reads, (one: string) => readPlaceCode(one, known) as Reading<unknown>]) {
      const reading = read(text)
      if (reading.kind !== 'value')
        expect(
          [reading.words.id, reading.words.en].every((words) => /\b(?:Tulis|Pilih|Write|Choose)\b/.test(words)),
        ).toBe(true)
    }
})

/** What was meant is what is read, or among what is asked. */
const holds = <T>(reading: Reading<T>, meant: T): void => {
  const found =
    reading.kind === 'value'
      ? [reading.value]
      : reading.kind === 'ambiguous'
        ? reading.readings.map(({ value }) => value)
        : []
  expect(found).toContainEqual(meant)
}
const written = (value: number, language: 'id-ID' | 'en-GB', decimals = 0) =>
  value.toLocaleString(language, { minimumFractionDigits: 0, maximumFractionDigits: decimals })

describe('nothing is silently read as something else', () => {
  const language = fc.constantFrom('id-ID' as const, 'en-GB' as const)
  const whole = fc.integer({ min: 0, max: 2_000_000_000 })

  test('any number of up to six decimals, in either style', () => {
    const number = fc.tuple(whole, fc.integer({ min: 0, max: 6 })).map(([digits, decimals]) => digits / 10 ** decimals)
    fc.assert(
      fc.property(number, language, (value, style) => holds(readNumber(written(value, style, 6)), value)),
      { numRuns: 2_000 },
    )
  })

  test('any sum of rupiah from a thousand on, with Rp and without', () => {
    fc.assert(
      fc.property(whole, language, fc.constantFrom('', 'Rp ', 'Rp. '), (value, style, mark) =>
        holds(readRupiah(`${mark}${written(value + 1000, style)}`), value + 1000),
      ),
      { numRuns: 2_000 },
    )
  })

  test('any number of people', () => {
    fc.assert(
      fc.property(whole, language, (value, style) => holds(readPeople(written(value % 1e9, style)), value % 1e9)),
      { numRuns: 1_000 },
    )
  })

  test('any day in any order of figures, and spelt out in both languages', () => {
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    const styles = [
      (iso: string) => iso,
      (iso: string) => iso.split('-').reverse().join('/'),
      (iso: string) => iso.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$2/$3/$1'),
      (iso: string) => iso.replace(/^\d\d(\d\d)-(\d\d)-(\d\d)$/, '$3-$2-$1'),
      (iso: string) => new Date(iso).toLocaleDateString('id-ID', { dateStyle: 'full', timeZone: 'UTC' }),
      (iso: string) => new Date(iso).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
      (iso: string) => new Date(iso).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
    ]
    fc.assert(
      fc.property(day, fc.constantFrom(...styles), (date, write) => {
        const iso = date.toISOString().slice(0, 10)
        holds(readDate(write(iso)), { from: iso, to: iso })
      }),
      { numRuns: 2_000 },
    )
  })
})

test('every choice that is offered, written as offered, leaves no doubt', () => {
  const again = <T>(table: string, read: (text: string) => Reading<T>) => {
    for (const [text] of lines(table)) {
      const reading = read(text)
      if (reading.kind !== 'ambiguous') continue
      for (const { value, text: offered } of reading.readings) expect(read(offered)).toEqual({ kind: 'value', value })
    }
  }
  again(NUMBERS, readNumber)
  again(SUMS, readRupiah)
  again(DATES, readSpan)
  again(PERIODS, readSpan)
  again(CODES, (text) => readPlaceCode(text, known))
  again(POSITIONS, readPosition)
})

describe('once the style of a column is known', () => {
  test.each([
    ['1.500', 'id', 1500],
    ['1.500', 'en', 1.5],
    ['1,500', 'id', 1.5],
    ['1,500', 'en', 1500],
    ['1.500.000', 'en', 1_500_000],
  ] as const)('%s in a column of style %s is %d', (text, style, value) => {
    expect(readNumber(text, style)).toEqual({ kind: 'value', value })
  })

  test.each([
    ['05/08/2024', 'dmy', '2024-08-05'],
    ['05/08/2024', 'mdy', '2024-05-08'],
    ['25/08/2024', 'mdy', '2024-08-25'],
    ['31/12/24', 'dmy', '2024-12-31'],
    ['31/12/24', 'ymd', '2031-12-24'],
  ] as const)('%s in a column of order %s is %s', (text, style, iso) => {
    expect(readDate(text, style)).toEqual({ kind: 'value', value: { from: iso, to: iso } })
  })

  test('thousands of which only the last are marked show no style, and are read by the one that others show', () => {
    expect([styleShownBy('1500.000'), styleShownBy('1500,000'), styleShownBy('1500.5')]).toEqual([null, null, 'en'])
    expect(readRupiah('Rp 1500.000', { style: 'id' })).toEqual({ kind: 'value', value: 1_500_000 })
    expect(readRupiah('Rp 1500.000', { style: 'en' })).toEqual({ kind: 'value', value: 1500 })
    expect(readPeople('1500,000', { style: 'en' })).toEqual({ kind: 'value', value: 1_500_000 })
  })

  test('M is miliar in a column of Indonesians', () => {
    expect(readRupiah('2 M', { style: 'id' })).toEqual({ kind: 'value', value: 2_000_000_000 })
    expect(readPeople('1 M', { style: 'id' })).toEqual({ kind: 'value', value: 1_000_000_000 })
  })

  test('a weekday shows the order that its column writes, and one that fits no day is asked about in any column', () => {
    expect(['Senin, 2-3-2026', 'Selasa, 2-3-2026', '25/12/50', '2-3-2026', 'Mei 24'].map(orderShownBy)).toEqual([
      'dmy',
      'mdy',
      'dmy',
      null,
      null,
    ])
    expect(told(readDate('Jumat, 8 Mei 2024', 'dmy'), plainDays)).toBe('(2024-05-08)')
    expect(told(readDate("Jum'at, 2-3-2026", 'dmy'), plainDays)).toBe('(2026-03-02)')
    expect(told(readSpan('25/12/50', 'dmy'), plainDays)).toBe('1950-12-25 | 2050-12-25')
  })

  test('a bare 6105 is Sintang to Kemendagri and Sanggau to BPS', () => {
    expect(readPlaceCode('6105', known, 'kemendagri')).toEqual({ kind: 'value', value: '61.05' })
    expect(readPlaceCode('6105', known, 'bps')).toEqual({ kind: 'value', value: '61.03' })
  })

  test('a column of millions counts in millions', () => {
    expect(readRupiah('1.500', { unit: 1e6, style: 'id' })).toEqual({ kind: 'value', value: 1_500_000_000 })
    expect(told(readRupiah('1.500', { unit: 1e6 }), plainSum)).toBe('1500000000 | 1500000')
    expect(readRupiah('18.7 miliar', { unit: 1e6 })).toEqual({ kind: 'value', value: 18_700_000_000 })
  })
})

test('degrees of three decimals are degrees, and metres are metres however their thousands are marked', () => {
  expect(findGridPosition('111.375', '1.125')).toBe(null)
  expect(findGridPosition('111,375', '-1,125')).toBe(null)
  expect(findGridPosition('555.092', '9.992.317')).toEqual([555_092, 9_992_317])
  expect(findGridPosition('555092.884', '9992317.873')).toEqual([555_092.884, 9_992_317.873])
  expect(findGridPosition('555,092', '42,317')).toEqual([555_092, 42_317])
  expect(findGridPosition('555092.884', '420.317')).toEqual([555_092.884, 420.317])
})

test('the BPS table names each regency of the two provinces once, as Kemendagri does', async () => {
  const names = new Map(
    (await getRegencies())
      .map(({ code, name }) => [code, parseRegencyName(name).name] as const)
      .filter(([code]) => /^6[12]/.test(code)),
  )
  expect((await getProvinces()).some(({ code }) => code === '61')).toBe(true)
  expect(BPS_REGENCIES.map(({ code, name }) => [code, name]).sort()).toEqual([...names].sort())
  expect(new Set(BPS_REGENCIES.map(({ bps }) => bps)).size).toBe(names.size)
})
