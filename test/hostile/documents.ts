import type { Schema } from './schemas.ts'

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema }
type Content = Readonly<Record<string, { readonly schema?: Schema }>>
type Described = {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content } | { readonly $ref: string }>>
}
/** An OpenAPI document, as far as asking by it needs. */
export type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components?: object
}

/** One way to ask, with all that the document says of it. `answers` are media types by status of success. */
export type Operation = {
  readonly method: string
  readonly path: string
  readonly parameters: readonly { name: string; place: string; isRequired: boolean; schema: Schema | undefined }[]
  readonly body: { readonly type: string; readonly schema: Schema | undefined } | null
  readonly answers: Readonly<Record<string, readonly string[]>>
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch'])

/** What stands at `#/components/...`, its own references resolved a few levels deep. */
const resolved = (document: Document, value: unknown, depth = 0): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolved(document, one, depth))
  if (typeof value !== 'object' || value === null) return value
  if (!('$ref' in value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(document, one, depth)]))
  if (depth > 6) return {}
  const steps = String(value.$ref).slice(2).split('/')
  const found = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document)
  return resolved(document, found, depth + 1)
}

/** Every operation of a document whose addresses begin at `base`. */
export const operationsOf = (document: Document, base: string): readonly Operation[] =>
  Object.entries(document.paths).flatMap(([path, ways]) =>
    Object.entries(ways)
      .filter(([method]) => METHODS.has(method))
      .map(([method, described]): Operation => {
        const {
          parameters = [],
          requestBody,
          responses,
        } = resolved(document, described) as Omit<Described, 'parameters'> & {
          readonly parameters?: readonly Parameter[]
        }
        const [body] = Object.entries(requestBody?.content ?? {})
        return {
          method: method.toUpperCase(),
          path: `${base}${path === '/' && base ? '' : path}`,
          parameters: parameters
            .filter((one) => one.in === 'query' || one.in === 'path')
            .map(({ name, in: place, required, schema }) => ({ name, place, isRequired: required === true, schema })),
          body: body ? { type: body[0], schema: body[1].schema } : null,
          answers: Object.fromEntries(
            Object.entries(responses).map(([status, answer]) => [
              status,
              Object.keys('content' in answer ? (answer.content ?? {}) : {}),
            ]),
          ),
        }
      }),
  )
