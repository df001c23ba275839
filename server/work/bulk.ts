import { z } from '@hono/zod-openapi'
import { type AnyRecord, isKind, type Kind } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { Accepted } from '../../data/model/work.ts'
import type { Member } from '../access/caller.ts'
import type { Change, Entry } from '../journal/entry.ts'
import { RevisionConflict } from '../journal/errors.ts'
import { keyOf } from '../journal/state.ts'
import { badRequest, Refusal } from '../problems.ts'
import { acceptedOf, commitAs, findAnswered } from './accept.ts'
import { findKept } from './find.ts'
import { requireOperation } from './form.ts'
import type { Room } from './room.ts'
import { stepped } from './step.ts'

export type BulkAnswer = {
  readonly accepted: readonly Accepted[]
  readonly refused: readonly { readonly kind: Kind; readonly id: string; readonly words: Words }[]
}

const MOST_ITEMS = 500

const items = z
  .array(z.object({ kind: z.string().refine(isKind), id: z.string().max(200), revision: z.number().int().positive() }))
  .min(1)
  .max(MOST_ITEMS)

type Item = { readonly kind: Kind; readonly id: string; readonly revision: number }

const NO_ITEMS: Words = {
  id: `Sebut "items": 1 sampai ${MOST_ITEMS} catatan dengan kind, id dan revision-nya.`,
  en: `Name "items": 1 to ${MOST_ITEMS} records with their kind, id and revision.`,
}
const CHANGED: Words = {
  id: 'Catatan ini sudah berubah sejak Anda melihatnya. Muat ulang, lalu tinjau lagi.',
  en: 'This record has changed since you saw it. Load it again, then review it.',
}

const readItems = (body: unknown): readonly Item[] => {
  const read = z.object({ items }).safeParse(body)
  if (!read.success) throw badRequest(NO_ITEMS)
  return [...new Map(read.data.items.map((item) => [`${item.kind}/${item.id}`, item as Item])).values()]
}

/** The verified state of a record, or why there is none. */
const verifiedOf = (room: Room, caller: Member, item: Item, operation: string): Change | Words => {
  const kept = findKept(room, item.kind, item.id)
  if (!kept || kept.revision !== item.revision) return CHANGED
  try {
    const record = stepped(room, caller, kept as AnyRecord, 'verify', { operation })
    return { kind: item.kind, id: item.id, revision: item.revision + 1, record } as Change
  } catch (error) {
    if (error instanceof Refusal) return error.detail
    throw error
  }
}

const isChange = (one: Change | Words): one is Change => 'revision' in one

const answerOf = (asked: readonly Item[], entry: Entry | null, reasons: ReadonlyMap<Item, Words>): BulkAnswer => {
  const taken = new Set(entry?.changes.map(keyOf))
  return {
    accepted: asked.flatMap((item) => (entry && taken.has(keyOf(item)) ? [acceptedOf(entry, item.kind, item.id)] : [])),
    refused: asked
      .filter((item) => !taken.has(keyOf(item)))
      .map((item) => ({ kind: item.kind, id: item.id, words: reasons.get(item) ?? CHANGED })),
  }
}

const MOST_TRIES = 3

/** Verifies many records as one entry; what has changed meanwhile is left out and told. */
export const acceptMany = async (room: Room, caller: Member, body: unknown): Promise<BulkAnswer> => {
  const operation = requireOperation(body)
  const asked = readItems(body)
  const answered = await findAnswered(room, caller, operation)
  if (answered) return answerOf(asked, answered, new Map())
  for (let tries = 1; ; tries += 1) {
    const judged = asked.map((item) => [item, verifiedOf(room, caller, item, operation)] as const)
    const changes = judged.map(([, one]) => one).filter(isChange)
    const reasons = new Map(judged.flatMap(([item, one]) => (isChange(one) ? [] : [[item, one] as const])))
    if (changes.length === 0) return answerOf(asked, null, reasons)
    try {
      const entry = await commitAs(room, caller, operation, changes)
      for (const change of changes) room.claims.release(keyOf(change), caller.person)
      return answerOf(asked, entry, reasons)
    } catch (error) {
      // One of them was changed in this moment: it is left out the next time.
      if (!(error instanceof RevisionConflict) || tries === MOST_TRIES) throw error
    }
  }
}
