import { hash } from '@node-rs/argon2'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonRole } from '../../data/model/person.ts'
import { blankPress } from '../blank_press.ts'
import { addPerson, cookieOf } from '../people.ts'
import { serve } from '../served.ts'
import { asRecord } from '../work/desk.ts'
import { action, plan, scene, story } from '../world.ts'
import { addressOf, GOOD } from './addresses.ts'
import { type Document, type Operation, operationsOf } from './documents.ts'
import { arbitraryOf } from './schemas.ts'
import { expectWords, HOSTILE } from './values.ts'

/** What is promised; `BENTANG_REQUESTS` asks for more or less. */
const REQUESTS = Number(process.env.BENTANG_REQUESTS ?? 20_000)
/** Another one each time, told where it fails: what never varies finds nothing new. */
const SEED = Number(process.env.BENTANG_SEED ?? Date.now() % 2 ** 31)
const MOST_MS = 5_000
const ROLES: readonly (PersonRole | 'public')[] = ['public', 'partner', 'planner', 'moderator', 'admin']

let served: Awaited<ReturnType<typeof serve>>
let operations: readonly Operation[]
let password: string
beforeAll(async () => {
  password = await hash('lumbung padi di hulu', { memoryCost: 8, timeCost: 1 })
  let minutes = 0
  const clockMs = () => {
    minutes += 1
    return minutes * 60_000
  }
  const more = [
    asRecord('plan', plan('p-asam', [action('tanam')])),
    asRecord('story', story('s-asam', [scene('peta')])),
  ]
  served = await serve(more, { clockMs }, [], {}, { press: blankPress })
  const read = async (path: string) => (await (await served.get(path)).json()) as Document
  operations = [...operationsOf(await read('/api/openapi.json'), ''), ...operationsOf(await read('/ogc/api'), '/ogc')]
})
afterAll(() => served.world.close())

const sessions = new Map<PersonRole, Record<string, string>>()
/** Signed in until a request signs out, or changes the password. */
const headersOf = async (role: PersonRole | 'public'): Promise<Record<string, string>> => {
  if (role === 'public') return {}
  const known = sessions.get(role)
  if (known && (await served.get('/api/sessions', { headers: known })).status === 200) return known
  const { id } = await addPerson(served.people, role, role === 'planner' ? 'dinkes' : 'akar', { password })
  const headers = await cookieOf(served.people, id)
  sessions.set(role, headers)
  return headers
}

const word = fc.oneof(
  fc.constantFrom(...HOSTILE, ...Object.values(GOOD)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer().map(String),
  fc.double().map(String),
)
/** An object may have anything for its own `toString`. */
const asText = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Mostly as the document says, so that requests come past the door; else anything. */
const parameterOf = (schema: object | undefined, good: string | undefined): fc.Arbitrary<string> => {
  const known = good === undefined ? [] : [{ weight: 12, arbitrary: fc.constant(good) }]
  return fc.oneof(...known, { weight: 4, arbitrary: arbitraryOf(schema).map(asText) }, { weight: 1, arbitrary: word })
}

/** Parameters that the address may not know. */
const STRANGE = ['lang', 'drop', 'bbox', 'limit', '__proto__']

const requestOf = (operation: Operation) => {
  const { parameters, body, path } = operation
  const names = parameters.map(({ name }) => name)
  const absent = { weight: 3, arbitrary: fc.constant(null) }
  const given = parameters.map(({ name, schema, isRequired }) => {
    const value = { weight: isRequired ? 57 : 1, arbitrary: parameterOf(schema, GOOD[name]) }
    return fc.tuple(fc.constant(name), fc.oneof(absent, value))
  })
  return fc.record({
    operation: fc.constant(operation),
    role: fc.constantFrom(...ROLES),
    values: fc.tuple(...given),
    more: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(fc.tuple(fc.constantFrom(...STRANGE, ...names), word), { maxLength: 2 }) },
    ),
    body: body
      ? fc.oneof(
          { weight: 6, arbitrary: arbitraryOf(body.schema).map((value) => JSON.stringify(value) ?? '') },
          { weight: 1, arbitrary: fc.constantFrom(...HOSTILE, '[]', 'null', '{"__proto__":{"role":"admin"}}') },
        )
      : fc.constant(null),
    revision: fc.constantFrom('"0"', '"1"', 'W/"1"', '*', 'x'),
    // What good values make of the address, now and then, lest all requests stop at a place that is not there.
    isGood: fc.boolean(),
    path: fc.constant(path),
  })
}

const withoutParameters = (type: string): string => type.split(';')[0]!.trim()

const ENDLESS = /^(text\/event-stream|application\/vnd\.bentang)/

test(`${REQUESTS} requests made from the documents, by all roles, are answered as documented or refused in words, soon`, async () => {
  const slowest = { ms: 0, name: '' }
  const statuses = new Map<number, number>()
  const begun = performance.now()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...operations).chain(requestOf),
      async ({ operation, role, values, more, body, revision, isGood }) => {
        const { method, path, parameters } = operation
        const held = Object.fromEntries(values.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
        const inPath = new Set(parameters.filter(({ place }) => place === 'path').map(({ name }) => name))
        const segments = isGood ? {} : Object.fromEntries(Object.entries(held).filter(([name]) => inPath.has(name)))
        const filled = addressOf(path, { parameters: [] }, segments)
        const query = new URLSearchParams([...Object.entries(held).filter(([name]) => !inPath.has(name)), ...more])
        const name = `${role} ${method} ${filled}?${query} ${String(body).slice(0, 200)}`
        const at = performance.now()
        const response = await served.get(`${filled}?${query}`, {
          method,
          headers: {
            ...(await headersOf(role)),
            'Content-Type': operation.body?.type ?? 'application/json',
            'If-Match': revision,
            'X-File-Name': 'berkas.csv',
          },
          ...(body === null ? {} : { body }),
        })
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
        const type = response.headers.get('Content-Type') ?? ''
        if (response.status >= 400) await expectWords(response, name)
        else {
          const documented = operation.answers[response.status]
          expect([name, response.status, documented !== undefined]).toEqual([name, response.status, true])
          const types = documented!.map(withoutParameters)
          if (types.length > 0 && type)
            expect([name, types]).toEqual([name, expect.arrayContaining([withoutParameters(type)])])
          if (ENDLESS.test(type)) await response.body?.cancel()
          else await response.arrayBuffer()
        }
        const ms = performance.now() - at
        if (ms > slowest.ms) Object.assign(slowest, { ms, name })
      },
    ),
    { numRuns: REQUESTS, seed: SEED },
  )
  expect(served.faults).toEqual([])
  expect([slowest.name, slowest.ms < MOST_MS]).toEqual([slowest.name, true])
  // Nothing would be proven by requests that all stop at the door.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(REQUESTS / 5)
  console.log(
    `${operations.length} operations, seed ${SEED}, ${((performance.now() - begun) / 1000).toFixed(1)} s; by status ` +
      `${JSON.stringify([...statuses].sort(([a], [b]) => a - b))}; slowest ${slowest.ms.toFixed(0)} ms: ${slowest.name.slice(0, 120)}`,
  )
}, 900_000)
