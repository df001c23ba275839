import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from './served.ts'

type Case = { readonly fact: string; readonly request: string; readonly status: number; readonly expected: unknown }

const FOLDER = join(import.meta.dirname, 'cases')
// Rewritten with UPDATE=1, then `npx biome check --write test/cases`; the diff is what a reviewer reads.
const UPDATE = process.env.UPDATE === '1'

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.world.close())

const answerTo = async (request: string) => {
  const response = await served.get(request)
  const type = response.headers.get('Content-Type') ?? ''
  return { status: response.status, expected: type.includes('json') ? await response.json() : await response.text() }
}

describe('a question and its answer, worked out by hand in world.ts', () => {
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.json'))) {
    const path = join(FOLDER, file)
    const { fact, request, ...given } = JSON.parse(readFileSync(path, 'utf8')) as Case
    test(fact, async () => {
      const answer = await answerTo(request)
      if (UPDATE) writeFileSync(path, `${JSON.stringify({ fact, request, ...answer }, null, 2)}\n`)
      else expect(answer).toEqual(given)
    })
  }
})
