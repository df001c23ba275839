import { expect, test } from 'vitest'
import { addPerson, cookieOf } from '../people.ts'
import { serve } from '../served.ts'

test('after a thousand changes in a minute one person waits, others do not, and reading goes on', async () => {
  let clockMs = 0
  const served = await serve([], { clockMs: () => clockMs })
  const headersOf = async () => cookieOf(served.people, (await addPerson(served.people, 'partner', 'akar')).id)
  const [busy, other] = [await headersOf(), await headersOf()]
  const change = (headers: Record<string, string>) =>
    served.get('/api/tokens/t-tidak-ada?lang=en', { method: 'DELETE', headers })
  for (let at = 0; at < 1_000; at += 1) await change(busy)
  clockMs = 20_000
  const refused = await change(busy)
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '40'])
  expect(((await refused.json()) as { detail: string }).detail).toContain('Wait 40 seconds')
  expect((await change(other)).status).toBe(404)
  expect((await served.get('/api/tokens', { headers: busy })).status).toBe(200)
  clockMs = 60_000
  expect((await change(busy)).status).toBe(404)
  served.world.close()
})
