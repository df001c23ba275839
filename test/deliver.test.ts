import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { deliver } from '../server/transport/deliver.ts'

const remembering = () => {
  const data = { version: '1', computed: 0 }
  const app = new Hono().use(deliver(() => data.version)).get('/answer', (c) => {
    data.computed += 1
    return c.json({ version: data.version })
  })
  const ask = async (path: string, headers = {}) => {
    const response = await app.request(path, { headers })
    return { status: response.status, etag: response.headers.get('ETag') ?? '', text: await response.text() }
  }
  return { data, ask }
}

test('a question is computed once for a version of the data, and each encoding keeps its own answer', async () => {
  const { data, ask } = remembering()
  const first = await ask('/answer?theme=stunting')
  expect(await ask('/answer?theme=stunting')).toEqual(first)
  expect(data.computed).toBe(1)
  await ask('/answer?theme=stunting', { 'Accept-Encoding': 'gzip' })
  await ask('/answer?theme=stunting')
  expect(data.computed).toBe(2)
  expect((await ask('/answer?theme=stunting', { 'If-None-Match': first.etag })).status).toBe(304)
})

test('an answer to older data goes when the question is asked anew: a day of edits leaves one answer, not thousands', async () => {
  const { data, ask } = remembering()
  await ask('/answer')
  data.version = '2'
  expect((await ask('/answer')).text).toBe('{"version":"2"}')
  expect((await ask('/answer')).text).toBe('{"version":"2"}')
  expect(data.computed).toBe(2)
  data.version = '1'
  expect((await ask('/answer')).text).toBe('{"version":"1"}')
  expect(data.computed).toBe(3)
})
