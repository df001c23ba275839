import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChangeItem } from '../data/model/change_feed.ts'
import type { AnyRecord } from '../data/model/record.ts'
import { followChanges } from '../server/change_feed.ts'
import { openWebhookMemory } from '../server/webhooks/memory.ts'
import { sendWebhooks } from '../server/webhooks/send.ts'
import { readWebhooks, type Webhook } from '../server/webhooks/settings.ts'
import { commit, serve } from './served.ts'
import { ASAM, activity, DAMAR } from './world.ts'

type Got = { readonly id: string; readonly item: ChangeItem; readonly isSigned: boolean; readonly age: number }

const KEY = Buffer.alloc(32, 7)
const SECRET = `whsec_${KEY.toString('base64')}`

/** What a receiver does by standard-webhooks: signature over id, moment and body. */
const receive = () => {
  const got: Got[] = []
  let answer: number | 'silence' = 204
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      const header = (name: string) => `${request.headers[`webhook-${name}`]}`
      const expected = createHmac('sha256', KEY)
        .update(`${header('id')}.${header('timestamp')}.${body}`)
        .digest('base64')
      got.push({
        id: header('id'),
        item: JSON.parse(body) as ChangeItem,
        isSigned: header('signature') === `v1,${expected}`,
        age: Date.now() / 1000 - Number(header('timestamp')),
      })
      if (answer !== 'silence') response.writeHead(answer).end()
    })
  })
  return {
    got,
    says: (code: typeof answer) => {
      answer = code
    },
    listen: (port = 0) =>
      new Promise<number>((done) => {
        server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port))
      }),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

let served: Awaited<ReturnType<typeof serve>>
let folder: string
let receiver: ReturnType<typeof receive>
let hook: Webhook
let stopping: AbortController
beforeEach(async () => {
  served = await serve()
  folder = mkdtempSync(join(tmpdir(), 'bentang-webhooks-'))
  receiver = receive()
  hook = { name: 'portal', url: `http://127.0.0.1:${await receiver.listen()}/masuk`, secret: SECRET }
})
afterEach(async () => {
  stopping?.abort()
  await receiver.close()
  served.world.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = async (...hooks: readonly Webhook[]) => {
  const { world, store } = served
  stopping = new AbortController()
  const log = { error: () => {} }
  const feed = followChanges(store, world.coarsening)
  const memory = await openWebhookMemory(folder)
  const signal = stopping.signal
  return sendWebhooks(hooks, {
    world,
    store,
    feed,
    memory,
    base: 'http://peta.example',
    log,
    signal,
    backoffMs: [10, 20, 40],
  })
}
const write = (...records: readonly ReturnType<typeof activity>[]) =>
  commit(
    served.store,
    records.map((record): AnyRecord => ({ kind: 'activity', record })),
  )
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !holds(); tries += 1) await pause(10)
  expect(holds()).toBe(true)
}
const told = () => receiver.got.map(({ item }) => item.id)

test('each public change is told once, signed, as the feed tells it; what is not public is not told', async () => {
  await start(hook)
  await pause(50)
  await write(activity('satu', ['bina'], [ASAM]))
  await write(activity('rahasia', ['bina'], [ASAM], { visibility: 'partners' }))
  await write(activity('dua', ['bina'], [ASAM]), activity('tiga', ['bina'], [ASAM]))
  await until(() => receiver.got.length >= 3)
  await pause(100)
  expect(told()).toEqual(['satu', 'dua', 'tiga'])
  expect(receiver.got.every(({ isSigned, age }) => isSigned && age >= 0 && age < 5)).toBe(true)
  expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(3)
  expect(receiver.got.every(({ id }) => /^msg_\w+$/.test(id))).toBe(true)
  const { items } = (await (await served.get('http://peta.example/api/changes?since=1')).json()) as {
    items: ChangeItem[]
  }
  expect(receiver.got.map(({ item }) => item)).toEqual(items)
})

test('a receiver that fails is asked again with the same message until it takes it, and an operator is told', async () => {
  const webhooks = await start(hook)
  receiver.says(503)
  await pause(50)
  await write(activity('satu', ['bina'], [ASAM]))
  await until(() => receiver.got.length >= 3)
  expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(1)
  expect(webhooks.reasons()[0]!.en).toMatch(/^Webhook portal has taken nothing since .* \(503\)/)
  const health = await serve([], { store: served.store, webhooks })
  expect(await (await health.get('/healthz')).json()).toMatchObject({ status: 'degraded', reasons: webhooks.reasons() })
  health.world.close()
  // Hidden before it was ever taken: it is told as gone, and nothing else of it.
  await write(activity('satu', ['bina'], [ASAM], { visibility: 'organisation', title: 'rahasia' }))
  receiver.says(204)
  await until(() => receiver.got.at(-1)!.item.what === 'removed' && webhooks.reasons().length === 0)
  expect(receiver.got.at(-1)!.item).toMatchObject({ id: 'satu', revision: null, record: null })
})

test('a restart loses nothing and repeats nothing, also while the receiver is away', async () => {
  await start(hook)
  await pause(50)
  await write(activity('satu', ['bina'], [ASAM]), activity('dua', ['bina'], [ASAM]))
  await until(() => receiver.got.length === 2)
  await until(() => readFileSync(join(folder, 'webhooks.json'), 'utf8').includes('activity/satu'))
  stopping.abort()
  const port = Number(new URL(hook.url).port)
  await receiver.close()
  await write(activity('tiga', ['bina'], [ASAM]))
  await start(hook)
  await write(activity('empat', ['bina'], [ASAM]))
  await pause(100)
  const again = receive()
  await again.listen(port)
  await until(() => again.got.length >= 2)
  await pause(100)
  expect(told()).toEqual(['dua', 'satu'])
  expect(again.got.map(({ item }) => item.id)).toEqual(['tiga', 'empat'])
  await again.close()
})

test('filters by kind, region and theme; a silent receiver holds up no other', async () => {
  const silent = receive()
  silent.says('silence')
  const dead: Webhook = { ...hook, name: 'mati', url: `http://127.0.0.1:${await silent.listen()}/` }
  await start(dead, { ...hook, kinds: ['activity'], region: '99.02', themes: ['restoration'] })
  await pause(50)
  const restoration = { themes: ['restoration'] }
  await write(activity('barat', ['bina'], [ASAM], restoration), activity('lain', ['bina'], [DAMAR]))
  await write(activity('timur', ['bina'], [DAMAR], restoration))
  await until(() => receiver.got.length >= 1)
  await pause(100)
  expect(told()).toEqual(['timur'])
  expect(silent.got.length).toBe(1)
  await silent.close()
})

test('settings that cannot be used are refused at the start; without them nobody is told', async () => {
  expect(await readWebhooks(folder)).toEqual([])
  const say = (given: unknown) => writeFileSync(join(folder, 'webhooks.json'), JSON.stringify(given))
  say([hook, { ...hook, name: 'lain', kinds: ['activity'], region: '61.05', themes: ['stunting'] }])
  expect(await readWebhooks(folder)).toHaveLength(2)
  for (const wrong of [
    { url: 'file:///etc/passwd' },
    { secret: 'abc' },
    { themes: ['x'] },
    { nmae: 1 },
    { name: 'a b' },
  ]) {
    say([{ ...hook, ...wrong }])
    await expect(readWebhooks(folder)).rejects.toThrow('webhooks.json')
  }
  say([hook, hook])
  await expect(readWebhooks(folder)).rejects.toThrow('webhooks.json')
})
