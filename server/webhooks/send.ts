import { setTimeout as pause } from 'node:timers/promises'
import { type FeedPosition, formatPosition, parseFeedPosition } from '../../data/model/change_feed.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { ChangeFeed, FeedEntry } from '../change_feed.ts'
import { changeItemOf } from '../change_item.ts'
import { describe } from '../describe.ts'
import type { RecordStore } from '../journal/store.ts'
import { touchesRegion } from '../touches_region.ts'
import type { World } from '../world.ts'
import type { WebhookMemory } from './memory.ts'
import type { Webhook } from './settings.ts'
import { messageId, signedHeaders } from './sign.ts'

export type Webhooks = {
  /** What an operator should know: which receivers take nothing. */
  reasons(): readonly Words[]
}

export type WebhookOptions = {
  readonly world: World
  readonly store: Pick<RecordStore, 'onEntry'>
  readonly feed: ChangeFeed
  readonly memory: WebhookMemory
  /** The public address, for links. */
  readonly base: string
  readonly log: { error(details: object, message: string): void }
  /** Aborted when the server stops. */
  readonly signal: AbortSignal
  readonly backoffMs?: readonly number[]
}

const PATIENCE_MS = 10_000
/** Waits between attempts; the last is kept to. */
const BACKOFF_MS = [1_000, 5_000, 30_000, 120_000, 600_000, 3_600_000] as const
const GONE = 410

type Fault = { readonly since: string; readonly said: string; readonly isFinal: boolean }

/** What is gone concerns everybody who may have it. */
const passes = ({ kinds, region, themes }: Webhook, { kind, id, what }: FeedEntry, world: World): boolean => {
  if (kinds && !kinds.includes(kind)) return false
  const held = world.everyone.find(kind, id)
  if (what === 'removed' || !held) return true
  const { themes: own } = describe({ kind, record: held.record } as AnyRecord)
  return (
    (!themes || own.some((theme) => themes.some((asked) => asked === theme))) &&
    (!region || touchesRegion({ kind, id, held }, region, world))
  )
}

const post = async (webhook: Webhook, entry: FeedEntry, { base, signal }: WebhookOptions): Promise<Response> => {
  const body = JSON.stringify(changeItemOf(entry, base))
  const id = messageId(webhook.name, formatPosition(entry))
  const headers = signedHeaders(id, Math.floor(Date.now() / 1000), body, webhook.secret)
  const response = await fetch(webhook.url, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', 'User-Agent': 'Bentang', ...headers },
    redirect: 'manual',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
  })
  await response.body?.cancel()
  return response
}

/** One receiver, one change at a time, in the order of the feed; a change is behind it only when the receiver has taken it. */
const serveOne = async (
  webhook: Webhook,
  options: WebhookOptions,
  tell: (fault: Fault | null) => void,
): Promise<void> => {
  const { world, store, feed, memory, log, signal, backoffMs = BACKOFF_MS } = options
  const { name } = webhook
  let wake = (): void => {}
  const awaitNews = () =>
    new Promise<void>((done) => {
      wake = done
    })
  let news = awaitNews()
  const stop = store.onEntry(() => wake())
  signal.addEventListener('abort', () => wake(), { once: true })
  const known = memory.positionOf(name)
  let position: FeedPosition = (known && parseFeedPosition(known)) || { seq: world.everyone.asOf().seq, key: null }
  const keep = async (at: FeedPosition): Promise<void> => {
    position = at
    await memory.keep(name, formatPosition(at))
  }
  let attempt = 0
  let failingSince: string | null = null

  const failed = async (said: string, isFinal: boolean): Promise<void> => {
    failingSince ??= new Date().toISOString()
    log.error({ webhook: name, said }, 'A webhook was not taken')
    tell({ since: failingSince, said, isFinal })
    const wait = backoffMs[Math.min(attempt, backoffMs.length - 1)]!
    attempt += 1
    await pause(wait, undefined, { signal, ref: false })
  }

  /** The next change is looked up at each attempt: what was hidden meanwhile is not told any more. */
  const step = async (): Promise<'sent' | 'nothing' | 'gone'> => {
    await world.settled()
    const waiting = await feed.after(position, world.everyone.asOf().seq)
    const entry = waiting.find((one) => passes(webhook, one, world))
    if (!entry) {
      const last = waiting.at(-1)
      if (last) await keep({ seq: last.seq, key: last.key })
      return 'nothing'
    }
    const said = await post(webhook, entry, options).then(
      ({ ok, status }) => (ok ? null : status),
      (error: Error) => (error.cause instanceof Error ? error.cause.message : error.message),
    )
    signal.throwIfAborted()
    if (said === null) {
      attempt = 0
      failingSince = null
      tell(null)
      await keep({ seq: entry.seq, key: entry.key })
      return 'sent'
    }
    await failed(`${said}`, said === GONE)
    return said === GONE ? 'gone' : 'sent'
  }

  if (known === null) await keep(position)
  while (!signal.aborted) {
    const did = await step()
    if (did === 'gone') break
    if (did === 'sent') continue
    await news
    news = awaitNews()
  }
  stop()
}

const faultWords = (name: string, { since, said, isFinal }: Fault): Words => ({
  id: `Webhook ${name} tidak menerima sejak ${since} (${said}). ${isFinal ? 'Penerima menyatakan sudah tidak ada; hapus dari webhooks.json.' : 'Perubahan menunggu dan dikirim lagi.'}`,
  en: `Webhook ${name} has taken nothing since ${since} (${said}). ${isFinal ? 'Its receiver says that it is gone; remove it from webhooks.json.' : 'Changes wait and are sent again.'}`,
})

/** Tells every receiver each public change at least once; none of them holds up another, or the server. */
export const sendWebhooks = (webhooks: readonly Webhook[], options: WebhookOptions): Webhooks => {
  const faults = new Map<string, Fault>()
  for (const webhook of webhooks) {
    const { name } = webhook
    const tell = (fault: Fault | null) => {
      if (fault) faults.set(name, fault)
      else faults.delete(name)
    }
    serveOne(webhook, options, tell).catch((error: Error) => {
      if (options.signal.aborted) return
      options.log.error({ err: error, webhook: name }, 'A webhook stopped')
      tell({ since: new Date().toISOString(), said: error.message, isFinal: false })
    })
  }
  return { reasons: () => [...faults].map(([name, fault]) => faultWords(name, fault)) }
}
