import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseText } from '../../server/cql2/text.ts'

type Judge = { parseText(text: string): { to_json(): string } }
type Bindings = Judge & { __wbg_set_wasm(exports: WebAssembly.Exports): void }
const require = createRequire(import.meta.url)

/** The parser of cql2-rs, whose package is written for bundlers that load WebAssembly by themselves. */
const openJudge = async (): Promise<Judge> => {
  const bindings: Bindings = await import(require.resolve('cql2-wasm/cql2_wasm_bg.js'))
  const module = new WebAssembly.Module(readFileSync(require.resolve('cql2-wasm/cql2_wasm_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './cql2_wasm_bg.js': { ...bindings } })
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings
}

const TEXTS = [
  "title = 'Air bersih Karimata'",
  'budgetIdr >= 18700000000',
  'budgetIdr < -15',
  "status = 'ongoing' AND year = 2026",
  "status = 'ongoing' OR status = 'planned' AND year = 2026",
  "NOT status = 'ongoing'",
  '(a = 1 OR b = 2) AND c = 3',
  "title LIKE 'Air%'",
  "title NOT LIKE '_ir%'",
  'year BETWEEN 2024 AND 2026',
  'year NOT BETWEEN 2024 AND 2026',
  "status IN ('ongoing', 'planned')",
  'budgetIdr IS NULL',
  'budgetIdr IS NOT NULL',
  "CASEI(title) LIKE CASEI('AIR%')",
  "ACCENTI(title) = ACCENTI('Désa')",
  "start >= DATE('2026-01-01')",
  "start < TIMESTAMP('2026-05-08T03:00:00Z')",
  "T_INTERSECTS(INTERVAL(start, end), INTERVAL('2026-01-01', '2026-12-31'))",
  "T_DURING(start, INTERVAL('2026-01-01', '..'))",
  'S_INTERSECTS(geometry, POINT(108.9 -1.6))',
  'S_WITHIN(geometry, POLYGON((108 -2, 110 -2, 110 -1, 108 -1, 108 -2)))',
  'S_CONTAINS(geometry, LINESTRING(108 -2, 110 -2))',
  'S_DISJOINT(geometry, MULTIPOLYGON(((108 -2, 110 -2, 110 -1, 108 -2)), ((1 1, 2 1, 2 2, 1 1))))',
  "A_CONTAINS(themes, ('stunting', 'education'))",
] as const

/** What both mean, however each puts it: negative numbers, one-member lists of arguments, the case of names. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const { op, args } = value as { op?: string; args?: unknown[] }
  if (op === '*' && args?.[0] === -1) return -(args[1] as number)
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'op' ? `${inner}`.toLowerCase() : plain(inner)]),
  )
}

describe('CQL2 text', () => {
  let judge: Judge
  beforeAll(async () => {
    judge = await openJudge()
  })

  test.each(TEXTS)('%s is what another parser reads', (text) => {
    expect(plain(parseText(text))).toEqual(plain(JSON.parse(judge.parseText(text).to_json())))
  })

  test('where the other parser departs from the standard: doubled quotes, lists of one, boxes', () => {
    expect(parseText("title <> 'Nelayan''s'")).toEqual({ op: '<>', args: [{ property: 'title' }, "Nelayan's"] })
    expect(parseText("status NOT IN ('ongoing')")).toEqual({
      op: 'not',
      args: [{ op: 'in', args: [{ property: 'status' }, ['ongoing']] }],
    })
    expect(parseText('S_INTERSECTS(geometry, BBOX(108, -2, 110, -1))')).toEqual({
      op: 's_intersects',
      args: [{ property: 'geometry' }, { bbox: [108, -2, 110, -1] }],
    })
  })

  test('names in quotes, comments of case and space, and comparisons without regard to case', () => {
    expect(parseText('"end"\n>=\tdate(\'2026-01-01\')')).toEqual({
      op: '>=',
      args: [{ property: 'end' }, { date: '2026-01-01' }],
    })
    expect(parseText("title ilike 'AIR%'")).toEqual({
      op: 'like',
      args: [
        { op: 'casei', args: [{ property: 'title' }] },
        { op: 'casei', args: ['AIR%'] },
      ],
    })
  })

  test.each([
    ["title = 'open", /karakter 9.*tanda kutip penutup/],
    ['title = ', /akhir teks.*nama kolom atau nilai/],
    ['title == 1', /karakter 8/],
    ["title = 'a' title = 'b'", /karakter 13.*AND, OR, atau akhir/],
    ['budget(title) = 1', /karakter 7.*fungsi yang dikenal/],
    ['year BETWEEN 1 OR 2', /karakter 16.*"and"/],
    ['POINT(a b)', /karakter 7.*koordinat/],
  ])('%s is refused at its character', (text, words) => {
    expect(() => parseText(text)).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ id: expect.stringMatching(words) }) }),
    )
  })
})
