import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import type { Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import { openFilter } from '../../server/cql2/filter.ts'
import type { Queryables } from '../../server/cql2/queryables.ts'
import { readFilter } from '../../server/cql2/read.ts'
import { filters, type Generated, outlineOf } from './generated.ts'

const QUERYABLES: Queryables = new Map([
  ['name', 'string'],
  ['status', 'string'],
  ['amount', 'number'],
  ['year', 'integer'],
  ['start', 'date'],
  ['end', 'date'],
  ['open', 'boolean'],
  ['themes', 'strings'],
  ['geometry', 'geometry'],
])

type Row = {
  readonly properties: Readonly<Record<string, unknown>>
  readonly box: readonly [number, number, number, number] | null
}

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 5, nil: null })
const half = fc.integer({ min: -4, max: 4 }).map((n) => n / 2)
const day = fc
  .integer({ min: 0, max: 40 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n * 9)).toISOString().slice(0, 10))
const text = fc
  .array(fc.constantFrom('a', 'A', 'b', 'é', 'É', 'ñ', ' ', '%', '_', "'"), { maxLength: 4 })
  .map((all) => all.join(''))
const rows: fc.Arbitrary<Row> = fc
  .record({
    name: maybe(text),
    status: maybe(text),
    amount: maybe(fc.integer({ min: -8, max: 8 }).map((n) => n / 4)),
    year: maybe(fc.integer({ min: -2, max: 2 })),
    start: maybe(day),
    end: maybe(day),
    open: maybe(fc.boolean()),
    themes: maybe(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 })),
    box: maybe(fc.tuple(half, half, half, half, fc.boolean())),
  })
  .map(({ box, ...properties }) => {
    if (box === null) return { properties, box: null }
    const [a, b, c, d, isPoint] = box
    const [x0, y0] = [Math.min(a, c), Math.min(b, d)]
    const isFlat = isPoint || a === c || b === d
    return { properties, box: isFlat ? [x0, y0, x0, y0] : [x0, y0, Math.max(a, c), Math.max(b, d)] }
  })

const geometryOf = ({ box }: Row): Geometry | null => {
  if (box === null) return null
  const [x0, y0, x1] = box
  return x0 === x1 ? { type: 'Point', coordinates: [x0, y0] } : { type: 'Polygon', coordinates: [outlineOf(box)] }
}

const sqlOf = (value: unknown): string => {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return Array.isArray(value) ? `[${value.map(sqlOf).join(', ')}]` : `${value}`
}

const TABLE = `CREATE TABLE features (place INTEGER, name VARCHAR, status VARCHAR, amount DOUBLE, year INTEGER, "start" DATE,
  "end" DATE, open BOOLEAN, themes VARCHAR[], x0 DOUBLE, y0 DOUBLE, x1 DOUBLE, y1 DOUBLE)`
const valuesOf = ({ properties: p, box }: Row, at: number): string =>
  `(${[at, p.name, p.status, p.amount, p.year, p.start, p.end, p.open, p.themes, ...(box ?? [null, null, null, null])].map(sqlOf).join(', ')})`

const AT_ONCE = 20

describe('CQL2 beside a reference', () => {
  test('10,000 generated filters, as text and as JSON, choose what DuckDB chooses', async () => {
    const features = fc.sample(rows, { numRuns: 60, seed: 20261123 })
    const asked = fc.sample(filters, { numRuns: 10_000, seed: 61_05 })
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run('SET threads = 1')
    await connection.run(TABLE)
    await connection.run(`INSERT INTO features VALUES ${features.map(valuesOf).join(', ')}`)
    const judged = features.map((row) => ({ properties: row.properties, geometry: geometryOf(row) }))

    const chosenBy = async (text: string, language: 'cql2-text' | 'cql2-json') => {
      const filter = await openFilter([readFilter(text, language)], QUERYABLES)
      const chosen = judged.flatMap((feature, at) => (filter.passes(feature) ? [at] : []))
      filter.release()
      return chosen
    }
    const byReference = async (some: readonly Generated[]) => {
      const columns = some.map(({ sql }, at) => `list(place ORDER BY place) FILTER (WHERE ${sql}) AS f${at}`)
      const [row] = (await connection.runAndReadAll(`SELECT ${columns.join(', ')} FROM features`)).getRowsJson()
      return row!.map((chosen) => (chosen ?? []) as readonly number[])
    }

    let some = 0
    for (let from = 0; from < asked.length; from += AT_ONCE) {
      const batch = asked.slice(from, from + AT_ONCE)
      const expected = await byReference(batch)
      for (const [at, { text, json }] of batch.entries()) {
        const wanted = expected[at]!.map(Number)
        const [byText, byJson] = [await chosenBy(text, 'cql2-text'), await chosenBy(JSON.stringify(json), 'cql2-json')]
        expect({ text, chosen: byText }).toEqual({ text, chosen: wanted })
        expect({ text, chosen: byJson }).toEqual({ text, chosen: wanted })
        if (wanted.length > 0 && wanted.length < features.length) some += 1
      }
    }
    // A comparison of nothing with nothing would prove little.
    expect(some).toBeGreaterThan(5_000)
    connection.closeSync()
  }, 120_000)
})
