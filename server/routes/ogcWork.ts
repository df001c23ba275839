import { randomUUID } from 'node:crypto'
import type { Activity } from '../../data/model/activity.ts'
import type { Accepted } from '../../data/model/work.ts'
import { type Member, requireMember } from '../access/caller.ts'
import type { Asked } from '../ogc/parameters.ts'
import { requireCollection } from '../ogc/parameters.ts'
import { activityFrom, readFeature } from '../ogc/received.ts'
import { badRequest, quote, Refusal } from '../problems.ts'
import { requireRevision } from '../work/accept.ts'
import { openRecord } from '../work/find.ts'
import type { Room } from '../work/room.ts'
import { saveRecord } from '../work/save.ts'
import { takeStep } from '../work/step.ts'
import { BROKEN_JSON } from './body.ts'
import { createRouter, type SeenAt } from './router.ts'

const ITEMS = '/ogc/collections/:id/items'
const ITEM = `${ITEMS}/:item`

const requireWritable = (text: string): void => {
  const id = requireCollection(text)
  if (id === 'activities') return
  throw new Refusal(
    'method-not-allowed',
    {
      id: `Koleksi ${quote(id)} hanya dapat dibaca di sini. Yang dapat ditulis: activities; catatan lain diisi di /work.`,
      en: `Collection ${quote(id)} can only be read here. Activities can be written; other records are entered at /work.`,
    },
    { Allow: 'GET, HEAD, OPTIONS' },
  )
}

const bodyOf = async (c: Asked): Promise<unknown> => {
  try {
    return await c.req.json()
  } catch {
    throw badRequest(BROKEN_JSON)
  }
}

/** A client that sends its own key may send again: the same key changes nothing twice. */
const operationOf = (c: Asked): string => c.req.header('Idempotency-Key') ?? randomUUID()

/**
 * OGC API - Features Part 4 (create, replace, update, delete) over activities, by personal token: each write is a submission to
 * the review that all records go through, under the revision named in If-Match. Nothing is erased: a deletion archives.
 */
export const ogcWorkRoutes = (room: Room, seenAt: SeenAt) => {
  const { world } = room
  const shownOf = (id: string): Activity | null => world.everyone.find('activity', id)?.record ?? null

  const save = async (c: Asked, member: Member, place: { id: string; revision: number } | null, isPatch: boolean) => {
    const received = readFeature(await bodyOf(c), isPatch)
    const before = place && (openRecord(room, member, 'activity', place.id).kept.record as Activity)
    const { organisation } = member
    const home = organisation === null ? null : world.everyone.find('organisation', organisation)?.record.name
    const record = activityFrom(received, isPatch, {
      before,
      shown: place && shownOf(place.id),
      organisation,
      source: `${home ?? 'Sekber'}, OGC API - Features`,
      today: room.today(),
    })
    return saveRecord(room, member, 'activity', { operation: operationOf(c), record, submit: true }, place)
  }

  const answer = (c: Asked, accepted: Accepted, status: 200 | 201) => {
    const { origin } = seenAt(c.req.url)
    const links = [
      { rel: 'self', type: 'application/geo+json', href: `${origin}/ogc/collections/activities/items/${accepted.id}` },
      { rel: 'edit', type: 'application/json', href: `${origin}/api/work/records/activity/${accepted.id}` },
    ]
    const headers = { ETag: `"${accepted.revision}"`, ...(status === 201 ? { Location: links[0]!.href } : {}) }
    return c.json({ ...accepted, links }, status, headers)
  }

  const replaced = (isPatch: boolean) => async (c: Asked) => {
    requireWritable(c.req.param('id') ?? '')
    const place = { id: c.req.param('item') ?? '', revision: requireRevision(c.req.header('If-Match')) }
    return answer(c, await save(c, requireMember(c.get('caller')), place, isPatch), 200)
  }

  const router = createRouter()
  router.post(ITEMS, async (c) => {
    requireWritable(c.req.param('id'))
    return answer(c, await save(c, requireMember(c.get('caller')), null, false), 201)
  })
  router.put(ITEM, replaced(false))
  router.patch(ITEM, replaced(true))
  router.delete(ITEM, async (c) => {
    requireWritable(c.req.param('id'))
    const member = requireMember(c.get('caller'))
    const place = { kind: 'activity', id: c.req.param('item'), step: 'archive' } as const
    const revision = requireRevision(c.req.header('If-Match'))
    await takeStep(room, member, { ...place, revision }, { operation: operationOf(c) })
    return c.body(null, 204)
  })
  return router
}
