import { createRoute, z } from '@hono/zod-openapi'
import {
  CHANGES,
  type ChangeItem,
  type ChangesAnswer,
  type FeedPosition,
  formatPosition,
  parseFeedPosition,
} from '../../data/model/change_feed.ts'
import { type AnyRecord, KINDS } from '../../data/model/record.ts'
import { KIND_WORDS } from '../../data/model/record_words.ts'
import type { ChangeFeed, FeedEntry } from '../change_feed.ts'
import { changeItemOf } from '../change_item.ts'
import { describe } from '../describe.ts'
import { atomOf } from '../formats/atom.ts'
import type { Past } from '../past.ts'
import { badRequest, quote } from '../problems.ts'
import type { World } from '../world.ts'
import { positionOf } from './compared.ts'
import { type Position, parameters, queryOf } from './parameters.ts'
import { createRouter, json, REFUSALS, type SeenAt } from './router.ts'
import { asOf, list } from './schemas.ts'

const item: z.ZodType<ChangeItem> = z
  .object({
    seq: z.number().int(),
    time: z.string(),
    kind: z.enum(KINDS),
    id: z.string(),
    what: z.enum(CHANGES),
    revision: z.number().int().nullable(),
    record: z.string().nullable(),
    page: z.string().nullable(),
  })
  .openapi('ChangeItem')

const answer: z.ZodType<ChangesAnswer> = z
  .object({ asOf, items: list(item), cursor: z.string(), next: z.string().nullable() })
  .openapi('Changes')

const route = createRoute({
  method: 'get',
  path: '/api/changes',
  summary: 'Which records everyone sees anew, otherwise, or no longer, since an entry of the journal or a day',
  description:
    'Each record stands here once, at its newest public change, in the order of the journal. Follow `next` until it is null; later go on with `after=<cursor>`. What is written meanwhile comes behind and shifts nothing.',
  request: {
    query: queryOf({
      since: parameters.position.optional(),
      after: parameters.after.optional(),
      kind: parameters.kind.optional(),
      limit: parameters.limitOf(500, 5000),
    }),
  },
  responses: { 200: json(answer, 'The oldest first'), ...REFUSALS },
})

const ATOM = 'application/atom+xml; charset=utf-8'
const MOST_TOLD = 50

const atomRoute = createRoute({
  method: 'get',
  path: '/api/changes.atom',
  summary: 'The newest public changes as an Atom feed',
  request: { query: queryOf({ kind: parameters.kind.optional() }) },
  responses: { 200: { description: 'The newest first', content: { [ATOM]: { schema: z.string() } } }, ...REFUSALS },
})

const TWO_STARTS = {
  id: 'Pakai "since" untuk mulai dan "after" untuk melanjutkan, jangan keduanya. Hapus salah satu.',
  en: 'Use "since" to begin and "after" to go on, not both. Remove one of them.',
}
const START: FeedPosition = { seq: 0, key: null }

const VERBS: { readonly [W in ChangeItem['what']]: string } = {
  created: 'baru',
  changed: 'diperbarui',
  removed: 'ditarik',
}

type Sources = { readonly world: World; readonly past: Past; readonly feed: ChangeFeed; readonly seenAt: SeenAt }

export const changesRoutes = ({ world, past, feed, seenAt }: Sources) => {
  const { everyone } = world
  const positionAsked = async (since: Position | undefined, after: string | undefined): Promise<FeedPosition> => {
    if (since !== undefined && after !== undefined) throw badRequest(TWO_STARTS)
    if (since !== undefined) return { seq: await positionOf(world, past, 'since', since), key: null }
    if (after === undefined) return START
    const position = parseFeedPosition(after)
    if (position) return position
    throw badRequest({
      id: `"after" berisi ${quote(after)}. Pakai cursor dari jawaban sebelumnya, atau "since" untuk mulai.`,
      en: `"after" is ${quote(after)}. Use the cursor of the answer before, or "since" to begin.`,
    })
  }
  const titleOf = ({ kind, id, what }: FeedEntry): string => {
    const held = everyone.find(kind, id)
    const name = held ? describe({ kind, record: held.record } as AnyRecord).title : id
    return `${KIND_WORDS[kind].id} ${VERBS[what]}: ${name}`
  }
  return createRouter()
    .openapi(route, async (c) => {
      const { since, after, kind, limit } = c.req.valid('query')
      const seen = everyone.asOf()
      const position = await positionAsked(since, after)
      const waiting = (await feed.after(position, seen.seq)).filter((one) => kind === undefined || one.kind === kind)
      const told = waiting.slice(0, limit)
      const hasMore = waiting.length > told.length
      const last = told.at(-1)
      const cursor = formatPosition(
        hasMore ? { seq: last!.seq, key: last!.key } : { seq: Math.max(seen.seq, position.seq), key: null },
      )
      const address = seenAt(c.req.url)
      address.searchParams.delete('since')
      address.searchParams.set('after', cursor)
      const items = told.map((one) => changeItemOf(one, address.origin))
      return c.json({ asOf: seen, items, cursor, next: hasMore ? address.href : null }, 200)
    })
    .openapi(atomRoute, async (c) => {
      const { kind } = c.req.valid('query')
      const seen = everyone.asOf()
      const all = await feed.after(START, seen.seq)
      const told = all
        .filter((one) => kind === undefined || one.kind === kind)
        .slice(-MOST_TOLD)
        .reverse()
      const { href, origin } = seenAt(c.req.url)
      const about = { id: `${origin}/api/changes.atom`, title: 'Bentang: perubahan', self: href, updated: seen.time }
      const entries = told.map((one) => ({
        id: `${origin}/api/changes#${one.seq}.${one.key}`,
        title: titleOf(one),
        updated: one.time,
        href: changeItemOf(one, origin).page,
        category: one.what,
      }))
      return c.body(atomOf(about, entries), 200, { 'Content-Type': ATOM })
    })
}
