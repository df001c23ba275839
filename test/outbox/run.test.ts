import { expect, test } from 'vitest'
import type { Accepted } from '../../data/model/work.ts'
import { newDraft } from '../../web/edit/draft.ts'
import type { Sent } from '../../web/edit/send.ts'
import { type Channel, type Device, runOutbox } from '../../web/outbox/run.ts'
import type { KeptDraft, WaitingStep } from '../../web/outbox/store.ts'

const ME = 'p-1'

/** What lies on a device, in memory. */
const device = (drafts: readonly (readonly [string, KeptDraft])[], steps: readonly WaitingStep[]) => {
  const kept = { drafts: new Map(drafts), steps: new Map(steps.map((step) => [step.operation, step])) }
  const own: Device = {
    allKept: async () => ({ drafts: [...kept.drafts], steps: [...kept.steps.values()] }),
    keepDraft: async (key, draft) => kept.drafts.set(key, draft),
    dropDraft: async (key) => kept.drafts.delete(key),
    keepStep: async (step) => kept.steps.set(step.operation, step),
    dropStep: async (operation) => kept.steps.delete(operation),
  }
  return { own, kept }
}

const step = (operation: string, minute: number, id = 'a-1', revision = 4): WaitingStep => ({
  operation,
  person: ME,
  since: `2026-11-22T03:${String(minute).padStart(2, '0')}:00.000Z`,
  question: null,
  kind: 'activity',
  id,
  title: id,
  step: 'confirm',
  revision,
})

const draft = (title: string, person = ME): readonly [string, KeptDraft] => {
  const made = newDraft('o-1')
  const waiting = {
    person,
    since: '2026-11-22T03:00:00.000Z',
    question: null,
    submit: true,
    today: '2026-11-22',
    source: 's',
  }
  return [made.id, { draft: { ...made, fields: { ...made.fields, title } }, saved: waiting.since, waiting }]
}

/** A server that knows revisions and takes each operation once; `loses` answers that never arrive though the change did. */
const server = (revisions: Record<string, number>, loses: readonly string[] = []) => {
  const answered = new Map<string, Accepted>()
  const lost = new Set(loses)
  const seen: string[] = []
  const take = (operation: string, id: string, revision: number): Sent => {
    seen.push(operation)
    if (!answered.has(operation)) {
      const current = revisions[id] ?? 0
      if (current !== revision)
        return {
          kind: 'conflict',
          words: 'changed',
          conflict: { kind: 'activity', id, given: revision, current, record: null, by: null },
        }
      revisions[id] = current + 1
      answered.set(operation, { kind: 'activity', id, revision: current + 1, verification: 'draft', seq: 1, notes: [] })
    }
    if (lost.delete(operation)) return { kind: 'lost' }
    return { kind: 'accepted', accepted: answered.get(operation)! }
  }
  const channel: Channel = {
    sendPhotos: async (photos) => photos,
    sendSave: async ({ revision, body }) => take(body.operation, body.record.id!, revision ?? 0),
    sendStep: async ({ operation, id, revision }) => take(operation, id, revision),
  }
  return { channel, seen, revisions }
}

const run = (own: Device, channel: Channel, person = ME, open: readonly string[] = []) =>
  runOutbox({ device: own, channel, person, unlessOpen: async (key, doing) => (open.includes(key) ? null : doing()) })

test('steps of one record go out in their order, each upon the version the one before made', async () => {
  const { own, kept } = device([], [step('two', 2), step('one', 1), step('three', 3)])
  const { channel, seen, revisions } = server({ 'a-1': 4 })
  expect(await run(own, channel)).toEqual({ end: 'done', accepted: 3 })
  expect(seen).toEqual(['one', 'two', 'three'])
  expect(revisions).toEqual({ 'a-1': 7 })
  expect(kept.steps.size).toBe(0)
})

test('an answer that is lost is asked for again under the same operation, and counts once', async () => {
  const { own, kept } = device([], [step('one', 1), step('two', 2)])
  const { channel, seen, revisions } = server({ 'a-1': 4 }, ['one'])
  expect((await run(own, channel)).end).toBe('lost')
  expect(kept.steps.size).toBe(2)
  expect(await run(own, channel)).toEqual({ end: 'done', accepted: 2 })
  expect(seen).toEqual(['one', 'one', 'two'])
  expect(revisions).toEqual({ 'a-1': 6 })
})

test('a draft whose answer is lost is one record, and is gone from the device once it is known', async () => {
  const own = draft('Sumur bor')
  const { own: here, kept } = device([own], [])
  const lossy = server({})
  let operation = ''
  const channel: Channel = {
    ...lossy.channel,
    sendSave: async (unanswered) => {
      const isFirst = operation === ''
      operation ||= unanswered.body.operation
      expect(unanswered.body.operation).toBe(operation)
      const sent = await lossy.channel.sendSave(unanswered)
      return isFirst ? { kind: 'lost' } : sent
    },
  }
  expect((await run(here, channel)).end).toBe('lost')
  expect(kept.drafts.get(own[0])?.waiting?.question).toBeNull()
  expect(await run(here, channel)).toEqual({ end: 'done', accepted: 1 })
  expect(lossy.revisions).toEqual({ [own[0]]: 1 })
  expect(kept.drafts.size).toBe(0)
})

test('a conflict stays as a question, holds back what comes later on the same record, and nothing else', async () => {
  const { own, kept } = device([], [step('old', 1, 'a-1', 3), step('later', 2, 'a-1', 3), step('other', 3, 'a-2', 1)])
  const { channel, seen } = server({ 'a-1': 5, 'a-2': 1 })
  expect(await run(own, channel)).toEqual({ end: 'done', accepted: 1 })
  expect(seen).toEqual(['old', 'other'])
  expect(kept.steps.get('old')?.question).toMatchObject({ kind: 'conflict', conflict: { current: 5 } })
  expect(kept.steps.get('later')?.question).toBeNull()
  await run(own, channel)
  expect(seen).toEqual(['old', 'other'])
})

test("nobody else's session sends what waits", async () => {
  const { own, kept } = device([draft('Milik lain', 'p-2')], [])
  const { channel, seen } = server({})
  expect(await run(own, channel)).toEqual({ end: 'done', accepted: 0 })
  expect(seen).toEqual([])
  expect(kept.drafts.size).toBe(1)
})

test('a draft that is open on a screen waits until it is put away', async () => {
  const open = draft('Terbuka')
  const { own, kept } = device([open], [])
  const { channel } = server({})
  expect(await run(own, channel, ME, [open[0]])).toEqual({ end: 'done', accepted: 0 })
  expect(kept.drafts.size).toBe(1)
  expect(await run(own, channel)).toEqual({ end: 'done', accepted: 1 })
})
