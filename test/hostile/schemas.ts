import fc from 'fast-check'
import { HOSTILE } from './values.ts'

/** JSON Schema as OpenAPI documents use it, its references resolved. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly example?: unknown
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

const MOST_DEEP = 6
const anything = fc.oneof(fc.constantFrom(...HOSTILE), fc.jsonValue({ maxDepth: 2 }))

const numberOf = ({ type, minimum, maximum }: Schema): fc.Arbitrary<unknown> => {
  const edges = [minimum, maximum].flatMap((edge) => (edge === undefined ? [] : [edge - 1, edge, edge + 1]))
  const inside =
    type === 'integer'
      ? fc.integer({ min: Math.ceil(minimum ?? -1_000), max: Math.floor(maximum ?? 3_000) })
      : fc.double({ min: minimum ?? -1e6, max: maximum ?? 1e6, noNaN: true })
  return fc.oneof({ weight: 4, arbitrary: inside }, fc.constantFrom(...edges, 0, -0, 1e308, 2 ** 53))
}

const textOf = ({ format, example }: Schema): fc.Arbitrary<unknown> => {
  const known = example === undefined ? [] : [{ weight: 4, arbitrary: fc.constant(example) }]
  const day = fc.constantFrom('2026-05-08', '2024-02-29', '2023-02-29', '0000-00-00', '9999-12-31')
  const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
    date: day,
    'date-time': day.map((text) => `${text}T00:00:00Z`),
    uuid: fc.uuid(),
    email: fc.emailAddress(),
    uri: fc.webUrl(),
  }
  const own = format === undefined ? undefined : formats[format]
  return fc.oneof(
    ...known,
    ...(own ? [{ weight: 4, arbitrary: own }] : []),
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  )
}

const objectOf = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [] } = schema
  const entries = Object.entries(properties).map(([name, one]) =>
    fc.tuple(
      fc.constant(name),
      fc.option(arbitraryOf(one, depth + 1), { nil: undefined, freq: required.includes(name) ? 20 : 2 }),
    ),
  )
  return fc.tuple(...entries).map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)))
}

/** Values as a schema has them, at its edges, and now and then of another kind. */
export const arbitraryOf = (schema: Schema | undefined, depth = 0): fc.Arbitrary<unknown> => {
  if (!schema || depth > MOST_DEEP) return anything
  const choices = schema.anyOf ?? schema.oneOf
  const told = ((): fc.Arbitrary<unknown> => {
    if (schema.enum) return fc.constantFrom(...schema.enum)
    if (choices) return fc.oneof(...choices.map((one) => arbitraryOf(one, depth + 1)))
    if (schema.allOf)
      return fc
        .tuple(...schema.allOf.map((one) => arbitraryOf(one, depth + 1)))
        .map((parts) => Object.assign({}, ...parts))
    const [type] = [schema.type ?? []].flat()
    if (type === 'integer' || type === 'number') return numberOf({ ...schema, type })
    if (type === 'boolean') return fc.boolean()
    if (type === 'array') return fc.array(arbitraryOf(schema.items, depth + 1), { maxLength: 3 })
    if (type === 'string') return textOf(schema)
    return type === 'object' || schema.properties ? objectOf(schema, depth) : anything
  })()
  return fc.oneof({ weight: 9, arbitrary: told }, { weight: 1, arbitrary: anything })
}
