import type { Geometry } from 'geojson'
import { isObject, readDrawn } from '../area/drawn.ts'
import { boundsOf } from '../bounds.ts'
import { quote } from '../problems.ts'
import {
  ARRAYS,
  type ArrayOp,
  type Comparison,
  isComparison,
  SPATIAL,
  type SpatialOp,
  TEMPORAL,
  type TemporalOp,
} from './expression.ts'
import { likeTest } from './like.ts'
import { alike, type Operand, type Properties, propertyOf, readOperand, requireQueryable } from './operand.ts'
import { GEOMETRY, type Queryables } from './queryables.ts'
import { filterRefusal } from './refusal.ts'
import type { HeldGeometry, Spatial } from './spatial.ts'
import { RELATIONS, type Span } from './temporal.ts'

/** What a filter judges. */
export type Judged = { readonly properties: Properties; readonly geometry: Geometry | null }

/** True, false, or unknown (null), where a value that it needs is not there. */
export type Predicate = (feature: Judged) => boolean | null

export type Reading = {
  readonly queryables: Queryables
  readonly spatial: Spatial
  /** Turns what should be a geometry of the filter into longitude and latitude; what is none it leaves to be refused. */
  readonly toDegrees: (geometry: unknown) => unknown
  /** Keeps what has to be released when the filter is done with. */
  readonly keep: (held: HeldGeometry) => HeldGeometry
}

const wants = (op: string, id: string, en: string): Error =>
  filterRefusal({ id: `${op.toUpperCase()}: ${id}`, en: `${op.toUpperCase()}: ${en}` })

const COMPARE: {
  readonly [op in Comparison]: (a: string | number | boolean, b: string | number | boolean) => boolean
} = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

type Scalar = string | number | boolean | null
const scalarOf = (operand: Operand, properties: Properties): Scalar => operand.of(properties) as Scalar

const comparison = (op: Comparison, left: Operand, right: Operand): Predicate => {
  const [a, b] = alike(left, right)
  const compare = COMPARE[op]
  return ({ properties }) => {
    const [first, second] = [scalarOf(a, properties), scalarOf(b, properties)]
    return first === null || second === null ? null : compare(first, second)
  }
}

const readLike = (args: readonly unknown[], { queryables }: Reading): Predicate => {
  const [value, pattern] = args.map((arg) => readOperand(arg, queryables))
  if (args.length !== 2 || value?.type !== 'string' || pattern?.type !== 'string' || pattern.literal === undefined)
    throw wants(
      'like',
      "tulis teks dan polanya, misalnya title LIKE 'Air%'.",
      "write a text and its pattern, such as title LIKE 'Air%'.",
    )
  const isLike = likeTest(pattern.literal)
  return ({ properties }) => {
    const text = value.of(properties)
    return text === null ? null : isLike(text)
  }
}

const readBetween = (args: readonly unknown[], { queryables }: Reading): Predicate => {
  if (args.length !== 3) throw wants('between', 'tulis nilai AND nilai.', 'write value AND value.')
  const [value, low, high] = args.map((arg) => readOperand(arg, queryables)) as [Operand, Operand, Operand]
  return allOf([comparison('>=', value, low), comparison('<=', value, high)])
}

const readIn = (args: readonly unknown[], { queryables }: Reading): Predicate => {
  const [asked, list] = args
  if (args.length !== 2 || !Array.isArray(list) || list.length === 0)
    throw wants(
      'in',
      "tulis daftar berisi, misalnya status IN ('planned', 'ongoing').",
      "write a list, such as status IN ('planned', 'ongoing').",
    )
  const value = readOperand(asked!, queryables)
  return someOf((list as readonly unknown[]).map((item) => comparison('=', value, readOperand(item, queryables))))
}

const readIsNull = (args: readonly unknown[], { queryables }: Reading): Predicate => {
  const name = args.length === 1 ? propertyOf(args[0]!) : null
  if (name === null) throw wants('is null', 'berlaku untuk satu kolom.', 'is asked of one property.')
  if (requireQueryable(name, queryables) === 'geometry') return ({ geometry }) => geometry === null
  return ({ properties }) => properties[name] === null || properties[name] === undefined
}

const readGeometry = (expression: unknown, { toDegrees }: Reading): Geometry => {
  if (isObject(expression) && Array.isArray(expression.bbox)) {
    const box = expression.bbox as readonly number[]
    const [west, south, east, north] = box.length === 6 ? [box[0], box[1], box[3], box[4]] : box
    const isBox = (box.length === 4 || box.length === 6) && west! <= east! && south! <= north!
    if (!isBox)
      throw wants(
        'bbox',
        'tulis sudut terkecil lalu terbesar, misalnya BBOX(111, -1, 113, 1).',
        'write the lower, then the upper corner, such as BBOX(111, -1, 113, 1).',
      )
    const ring = [
      [west!, south!],
      [east!, south!],
      [east!, north!],
      [west!, north!],
      [west!, south!],
    ]
    return readDrawn(toDegrees({ type: 'Polygon', coordinates: [ring] }))
  }
  if (isObject(expression) && expression.type === 'GeometryCollection' && Array.isArray(expression.geometries))
    return {
      type: 'GeometryCollection',
      geometries: expression.geometries.map((part) => readDrawn(toDegrees(part))),
    }
  return readDrawn(toDegrees(expression))
}

/** Turned round, the two sides of these change places. */
const TURNED: { readonly [op in SpatialOp]?: SpatialOp } = { s_within: 's_contains', s_contains: 's_within' }

const readSpatial = (op: SpatialOp, args: readonly unknown[], reading: Reading): Predicate => {
  const names = args.map(propertyOf)
  const at = names.findIndex((name) => name !== null)
  if (args.length !== 2 || at < 0 || names[1 - at] !== null)
    throw wants(
      op,
      `tulis ${GEOMETRY} dan satu geometri, misalnya S_INTERSECTS(${GEOMETRY}, BBOX(111, -1, 113, 1)).`,
      `write ${GEOMETRY} and one geometry, such as S_INTERSECTS(${GEOMETRY}, BBOX(111, -1, 113, 1)).`,
    )
  if (requireQueryable(names[at]!, reading.queryables) !== 'geometry')
    throw wants(op, `pakai kolom ${GEOMETRY}.`, `use the property ${GEOMETRY}.`)
  const held = reading.keep(reading.spatial.hold(readGeometry(args[1 - at]!, reading)))
  const asked = at === 0 ? op : (TURNED[op] ?? op)
  return ({ geometry }) => {
    const bounds = geometry && boundsOf([geometry])
    return geometry && bounds ? held.answers(asked, geometry, bounds) : null
  }
}

const OPEN = '..'
const readEnd = (end: unknown, open: number, { queryables }: Reading): ((properties: Properties) => number) => {
  if (end === OPEN) return () => open
  const [operand] = alike(
    typeof end === 'string' ? readOperand({ date: end.slice(0, 10) }, queryables) : readOperand(end, queryables),
    { type: 'instant', of: () => 0 },
  )
  // A span without an end goes on.
  return (properties) => (operand.of(properties) as number | null) ?? open
}

const readSpan = (expression: unknown, reading: Reading): ((properties: Properties) => Span | null) => {
  if (isObject(expression) && Array.isArray(expression.interval)) {
    const ends = expression.interval as readonly unknown[]
    if (ends.length !== 2)
      throw wants(
        'interval',
        "tulis awal dan akhir, misalnya INTERVAL(start, '2026-12-31').",
        "write a beginning and an end, such as INTERVAL(start, '2026-12-31').",
      )
    const [start, end] = [readEnd(ends[0]!, -Infinity, reading), readEnd(ends[1]!, Infinity, reading)]
    return (properties) => [start(properties), end(properties)]
  }
  const [instant] = alike(readOperand(expression, reading.queryables), { type: 'instant', of: () => 0 })
  return (properties) => {
    const time = instant.of(properties) as number | null
    return time === null ? null : [time, time]
  }
}

const readTemporal = (op: TemporalOp, args: readonly unknown[], reading: Reading): Predicate => {
  if (args.length !== 2) throw wants(op, 'membandingkan dua waktu.', 'compares two times.')
  const [first, second] = args.map((arg) => readSpan(arg, reading))
  const relation = RELATIONS[op]
  return ({ properties }) => {
    const [a, b] = [first!(properties), second!(properties)]
    return a === null || b === null ? null : relation(a, b)
  }
}

const SETS: { readonly [op in ArrayOp]: (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean } = {
  a_contains: (a, b) => [...b].every((item) => a.has(item)),
  a_containedby: (a, b) => [...a].every((item) => b.has(item)),
  a_equals: (a, b) => a.size === b.size && [...a].every((item) => b.has(item)),
  a_overlaps: (a, b) => [...a].some((item) => b.has(item)),
}

const readSets = (op: ArrayOp, args: readonly unknown[], { queryables }: Reading): Predicate => {
  const [first, second] = args.map((arg) => readOperand(arg, queryables))
  if (args.length !== 2 || first?.type !== 'strings' || second?.type !== 'strings')
    throw wants(
      op,
      "membandingkan dua daftar, misalnya A_CONTAINS(themes, ('stunting')).",
      "compares two lists, such as A_CONTAINS(themes, ('stunting')).",
    )
  const compare = SETS[op]
  return ({ properties }) => {
    const [a, b] = [first.of(properties), second.of(properties)]
    return a === null || b === null ? null : compare(new Set(a), new Set(b))
  }
}

const allOf =
  (parts: readonly Predicate[]): Predicate =>
  (feature) => {
    let answer: boolean | null = true
    for (const part of parts) {
      const one = part(feature)
      if (one === false) return false
      if (one === null) answer = null
    }
    return answer
  }

const someOf =
  (parts: readonly Predicate[]): Predicate =>
  (feature) => {
    let answer: boolean | null = false
    for (const part of parts) {
      const one = part(feature)
      if (one === true) return true
      if (one === null) answer = null
    }
    return answer
  }

const not =
  (part: Predicate): Predicate =>
  (feature) => {
    const answer = part(feature)
    return answer === null ? null : !answer
  }

const oneOf = <const T extends string>(values: readonly T[], op: string): T | undefined =>
  values.find((value) => value === op)

/** An expression as a question to features; throws a refusal for names, types and geometries that make no sense. */
export const readPredicate = (expression: unknown, reading: Reading): Predicate => {
  const { queryables } = reading
  if (!isObject(expression) || typeof expression.op !== 'string' || !Array.isArray(expression.args)) {
    const operand = readOperand(expression, queryables)
    if (operand.type === 'boolean') return ({ properties }) => operand.of(properties)
    throw filterRefusal({
      id: `${quote(JSON.stringify(expression))} bukan pernyataan. Bandingkan dengan sesuatu, misalnya title LIKE 'Air%'.`,
      en: `${quote(JSON.stringify(expression))} is no statement. Compare it with something, such as title LIKE 'Air%'.`,
    })
  }
  const op = expression.op.toLowerCase()
  const args = expression.args as readonly unknown[]
  const parts = () => args.map((arg) => readPredicate(arg, reading))
  if (op === 'and' || op === 'or') {
    if (args.length < 2) throw wants(op, 'menghubungkan dua pernyataan atau lebih.', 'joins two statements or more.')
    return op === 'and' ? allOf(parts()) : someOf(parts())
  }
  if (op === 'not') {
    if (args.length !== 1) throw wants(op, 'membalik satu pernyataan.', 'turns one statement round.')
    return not(parts()[0]!)
  }
  if (isComparison(op)) {
    if (args.length !== 2) throw wants(op, 'membandingkan dua nilai.', 'compares two values.')
    return comparison(op, readOperand(args[0]!, queryables), readOperand(args[1]!, queryables))
  }
  if (op === 'like') return readLike(args, reading)
  if (op === 'between') return readBetween(args, reading)
  if (op === 'in') return readIn(args, reading)
  if (op === 'isnull') return readIsNull(args, reading)
  const [spatial, temporal, sets] = [oneOf(SPATIAL, op), oneOf(TEMPORAL, op), oneOf(ARRAYS, op)]
  if (spatial) return readSpatial(spatial, args, reading)
  if (temporal) return readTemporal(temporal, args, reading)
  if (sets) return readSets(sets, args, reading)
  throw filterRefusal({
    id: `${quote(expression.op)} tidak dikenal. Yang ada: and, or, not, perbandingan, like, between, in, isNull, ${[...SPATIAL, ...TEMPORAL, ...ARRAYS].join(', ')}.`,
    en: `${quote(expression.op)} is not known. There are: and, or, not, comparisons, like, between, in, isNull, ${[...SPATIAL, ...TEMPORAL, ...ARRAYS].join(', ')}.`,
  })
}
