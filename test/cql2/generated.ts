import fc from 'fast-check'

/** One filter three ways: CQL2 text, CQL2 JSON, and the same question to DuckDB, written apart from the code that is judged. */
export type Generated = { readonly text: string; readonly json: unknown; readonly sql: string }

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const one = <T>(...values: readonly T[]) => fc.constantFrom(...values)

const LETTERS = ['a', 'A', 'b', 'é', 'É', 'ñ', ' ', '%', '_', "'", '(', ';', '-']
const letters = fc.array(one(...LETTERS), { maxLength: 4 }).map((all) => all.join(''))
const numbers = fc.integer({ min: -8, max: 8 }).map((n) => n / 4)
const days = fc
  .integer({ min: 0, max: 40 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n * 9)).toISOString().slice(0, 10))

type Kind = 'text' | 'number' | 'day' | 'flag'
const COLUMNS: { readonly [kind in Kind]: readonly string[] } = {
  text: ['name', 'status'],
  number: ['amount', 'year'],
  day: ['start', 'end'],
  flag: ['open'],
}
const column = (kind: Kind): fc.Arbitrary<Generated> =>
  fc.tuple(one(...COLUMNS[kind]), fc.boolean()).map(([name, isQuoted]) => ({
    text: isQuoted ? `"${name}"` : name,
    json: { property: name },
    sql: `"${name}"`,
  }))

const literal = (kind: Kind): fc.Arbitrary<Generated> => {
  switch (kind) {
    case 'text':
      return letters.map((text) => ({ text: quoted(text), json: text, sql: quoted(text) }))
    case 'number':
      return numbers.map((n) => ({ text: `${n}`, json: n, sql: `(${n})` }))
    case 'flag':
      return fc.boolean().map((flag) => ({ text: `${flag}`.toUpperCase(), json: flag, sql: `${flag}` }))
    case 'day':
      return days.map((day) => ({ text: `DATE('${day}')`, json: { date: day }, sql: `DATE '${day}'` }))
  }
}

const folded = (inner: fc.Arbitrary<Generated>): fc.Arbitrary<Generated> =>
  fc.tuple(one('', 'casei', 'accenti', 'CASEI'), inner).map(([fold, { text, json, sql }]) => {
    if (fold === '') return { text, json, sql }
    const op = fold.toLowerCase()
    return {
      text: `${fold}(${text})`,
      json: { op, args: [json] },
      sql: op === 'casei' ? `lower(${sql})` : `strip_accents(${sql})`,
    }
  })

const scalar = (kind: Kind): fc.Arbitrary<Generated> => {
  const any = fc.oneof({ weight: 3, arbitrary: column(kind) }, { weight: 2, arbitrary: literal(kind) })
  return kind === 'text' ? folded(any) : any
}

const pairOf = (kind: Kind) => fc.tuple(column(kind), scalar(kind))
const comparisons = one<Kind>('text', 'number', 'day', 'flag')
  .chain((kind) => fc.tuple(pairOf(kind), one('=', '<>', ...(kind === 'flag' ? [] : ['<', '<=', '>', '>=']))))
  .map(([[a, b], op]) => ({
    text: `${a.text} ${op} ${b.text}`,
    json: { op, args: [a.json, b.json] },
    sql: `(${a.sql} ${op} ${b.sql})`,
  }))

const turned = ({ text, json, sql }: Generated, isNot: boolean, notText: string): Generated =>
  isNot ? { text: notText, json: { op: 'not', args: [json] }, sql: `(NOT ${sql})` } : { text, json, sql }

const patterns = fc.array(one('a', 'b', 'é', '%', '_', '\\%', '\\_', '%'), { maxLength: 5 }).map((all) => all.join(''))
const likes = fc
  .tuple(
    folded(column('text')),
    folded(patterns.map((text) => ({ text: quoted(text), json: text, sql: quoted(text) }))),
    fc.boolean(),
  )
  .map(([value, pattern, isNot]) =>
    turned(
      {
        text: `${value.text} LIKE ${pattern.text}`,
        json: { op: 'like', args: [value.json, pattern.json] },
        sql: `(${value.sql} LIKE ${pattern.sql} ESCAPE '\\')`,
      },
      isNot,
      `${value.text} NOT LIKE ${pattern.text}`,
    ),
  )

const betweens = one<Kind>('number', 'day')
  .chain((kind) => fc.tuple(column(kind), scalar(kind), scalar(kind), fc.boolean()))
  .map(([value, low, high, isNot]) =>
    turned(
      {
        text: `${value.text} BETWEEN ${low.text} AND ${high.text}`,
        json: { op: 'between', args: [value.json, low.json, high.json] },
        sql: `(${value.sql} BETWEEN ${low.sql} AND ${high.sql})`,
      },
      isNot,
      `${value.text} not between ${low.text} and ${high.text}`,
    ),
  )

const ins = one<Kind>('text', 'number', 'day')
  .chain((kind) => fc.tuple(column(kind), fc.array(literal(kind), { minLength: 1, maxLength: 4 }), fc.boolean()))
  .map(([value, items, isNot]) => {
    const list = items.map(({ text }) => text).join(', ')
    return turned(
      {
        text: `${value.text} IN (${list})`,
        json: { op: 'in', args: [value.json, items.map(({ json }) => json)] },
        sql: `(${value.sql} IN (${items.map(({ sql }) => sql).join(', ')}))`,
      },
      isNot,
      `${value.text} NOT IN(${list})`,
    )
  })

const nulls = fc
  .tuple(one('name', 'status', 'amount', 'year', 'start', 'end', 'open', 'themes', 'geometry'), fc.boolean())
  .map(([name, isNot]) => {
    const column = name === 'geometry' ? 'x0' : `"${name}"`
    return turned(
      { text: `${name} IS NULL`, json: { op: 'isNull', args: [{ property: name }] }, sql: `(${column} IS NULL)` },
      isNot,
      `${name} is not null`,
    )
  })

const SETS = ['a', 'b', 'c', 'd']
const lists = fc
  .tuple(one('a_contains', 'a_containedby', 'a_equals', 'a_overlaps'), fc.uniqueArray(one(...SETS), { maxLength: 3 }))
  .map(([op, items]) => {
    const list = `CAST([${items.map(quoted).join(', ')}] AS VARCHAR[])`
    const sql = {
      a_contains: `list_has_all(themes, ${list})`,
      a_containedby: `list_has_all(${list}, themes)`,
      a_equals: `(list_has_all(themes, ${list}) AND list_has_all(${list}, themes))`,
      a_overlaps: `list_has_any(themes, ${list})`,
    }[op]
    return {
      text: `${op.toUpperCase()}(themes, (${items.map(quoted).join(', ')}))`,
      json: { op, args: [{ property: 'themes' }, items] },
      // Of an unknown list nothing is known, whatever DuckDB makes of it.
      sql: `CASE WHEN themes IS NULL THEN NULL ELSE ${sql} END`,
    }
  })

const corners = fc
  .tuple(...Array.from({ length: 4 }, () => fc.integer({ min: -4, max: 4 })))
  .filter(([a, b, c, d]) => a !== c && b !== d)
  .map(
    ([a, b, c, d]) => [Math.min(a!, c!) / 2, Math.min(b!, d!) / 2, Math.max(a!, c!) / 2, Math.max(b!, d!) / 2] as const,
  )

/** Boxes and points against a box: what each predicate of Simple Features comes to, in comparisons of their sides. */
const boxSql = (op: string, [X0, Y0, X1, Y1]: readonly [number, number, number, number]): string => {
  const meets = `(x0 <= ${X1} AND x1 >= ${X0} AND y0 <= ${Y1} AND y1 >= ${Y0})`
  const inside = `(x0 < ${X1} AND x1 > ${X0} AND y0 < ${Y1} AND y1 > ${Y0})`
  const isArea = '(x1 > x0)'
  const within = `(x0 >= ${X0} AND x1 <= ${X1} AND y0 >= ${Y0} AND y1 <= ${Y1} AND ${inside})`
  const contains = `(x0 <= ${X0} AND x1 >= ${X1} AND y0 <= ${Y0} AND y1 >= ${Y1} AND ${isArea})`
  switch (op) {
    case 's_intersects':
      return meets
    case 's_disjoint':
      return `(NOT ${meets})`
    case 's_within':
      return within
    case 's_contains':
      return contains
    case 's_equals':
      return `(${within} AND ${contains})`
    case 's_touches':
      return `(${meets} AND NOT ${inside})`
    case 's_overlaps':
      return `(${isArea} AND ${inside} AND NOT ${within} AND NOT ${contains})`
    default:
      return '(x0 IS NULL AND NULL)'
  }
}

/** The outline of a box. */
export const outlineOf = ([x0, y0, x1, y1]: readonly [number, number, number, number]) => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
  [x0, y0],
]

const MIRRORED: Readonly<Record<string, string>> = { s_within: 's_contains', s_contains: 's_within' }
const spatial = fc
  .tuple(
    one('s_intersects', 's_disjoint', 's_within', 's_contains', 's_equals', 's_touches', 's_overlaps'),
    corners,
    fc.boolean(),
    fc.boolean(),
  )
  .map(([op, box, isBbox, isTurned]) => {
    const ring = outlineOf(box)
    const text = isBbox
      ? `BBOX(${box.join(',')})`
      : `POLYGON((${ring.map((position) => position.join(' ')).join(', ')}))`
    const json = isBbox ? { bbox: box } : { type: 'Polygon', coordinates: [ring] }
    const asked = isTurned ? (MIRRORED[op] ?? op) : op
    return {
      text: isTurned ? `${asked.toUpperCase()}(${text}, geometry)` : `${op}(geometry, ${text})`,
      json: { op: asked, args: isTurned ? [json, { property: 'geometry' }] : [{ property: 'geometry' }, json] },
      sql: `CASE WHEN x0 IS NULL THEN NULL ELSE ${boxSql(op, box)} END`,
    }
  })

const TEMPORAL: Readonly<Record<string, string>> = {
  t_after: 's1 > e2',
  t_before: 'e1 < s2',
  t_contains: 's1 < s2 AND e1 > e2',
  t_disjoint: 'e1 < s2 OR s1 > e2',
  t_during: 's1 > s2 AND e1 < e2',
  t_equals: 's1 = s2 AND e1 = e2',
  t_finishedby: 's1 < s2 AND e1 = e2',
  t_finishes: 's1 > s2 AND e1 = e2',
  t_intersects: 's1 <= e2 AND e1 >= s2',
  t_meets: 'e1 = s2',
  t_metby: 's1 = e2',
  t_overlappedby: 's1 > s2 AND s1 < e2 AND e1 > e2',
  t_overlaps: 's1 < s2 AND e1 > s2 AND e1 < e2',
  t_startedby: 's1 = s2 AND e1 > e2',
  t_starts: 's1 = s2 AND e1 < e2',
}
const FIRST = "DATE '0001-01-01'"
const LAST = "DATE '9999-12-31'"
const temporal = fc
  .tuple(one(...Object.keys(TEMPORAL)), days, days, fc.boolean(), fc.boolean())
  .map(([op, a, b, isOpen, isInstant]) => {
    const [from, to] = a < b ? [a, b] : [b, a]
    const end = isOpen ? '..' : to
    const [s1, e1] = isInstant ? ['"start"', '"start"'] : [`coalesce("start", ${FIRST})`, `coalesce("end", ${LAST})`]
    const [s2, e2] = [`DATE '${from}'`, isOpen ? LAST : `DATE '${to}'`]
    const sides: Readonly<Record<string, string>> = { s1, e1, s2, e2 }
    const sql = TEMPORAL[op]!.replaceAll(/[se][12]/g, (side) => sides[side]!)
    const own = isInstant ? 'start' : 'INTERVAL(start, "end")'
    const ownJson = isInstant ? { property: 'start' } : { interval: [{ property: 'start' }, { property: 'end' }] }
    return {
      text: `${op.toUpperCase()}(${own}, INTERVAL('${from}', '${end}'))`,
      json: { op, args: [ownJson, { interval: [from, end] }] },
      sql: `(${sql})`,
    }
  })

const leaf = fc.oneof(comparisons, comparisons, likes, betweens, ins, nulls, lists, spatial, temporal)

/** Filters of up to four levels. */
export const filters: fc.Arbitrary<Generated> = fc.letrec<{ readonly any: Generated }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie('any').map(({ text, json, sql }) => ({
      text: `NOT (${text})`,
      json: { op: 'not', args: [json] },
      sql: `(NOT ${sql})`,
    })),
    fc
      .tuple(one('and', 'or', 'AND', 'Or'), fc.array(tie('any'), { minLength: 2, maxLength: 3 }))
      .map(([op, parts]) => ({
        text: parts.map(({ text }) => `(${text})`).join(`\n${op} `),
        json: { op: op.toLowerCase(), args: parts.map(({ json }) => json) },
        sql: `(${parts.map(({ sql }) => sql).join(` ${op} `)})`,
      })),
  ),
})).any
