import type { Accepted } from '../../data/model/work.ts'
import { type Channel as SaveChannel, save } from '../edit/save.ts'
import type { Sent } from '../edit/send.ts'
import type { KeptDraft, Question, WaitingSave, WaitingStep } from './store.ts'

/** What lies on this device, as far as sending it needs. */
export type Device = {
  allKept(): Promise<{
    readonly drafts: readonly (readonly [string, KeptDraft])[]
    readonly steps: readonly WaitingStep[]
  }>
  keepDraft(key: string, kept: KeptDraft): Promise<unknown>
  dropDraft(key: string): Promise<unknown>
  keepStep(step: WaitingStep): Promise<unknown>
  dropStep(operation: string): Promise<unknown>
}

export type Channel = SaveChannel & { readonly sendStep: (step: WaitingStep) => Promise<Sent> }

type Asked = {
  readonly device: Device
  readonly channel: Channel
  /** Whose session it is. */
  readonly person: string
  /** Does nothing and gives null while somebody has this draft open. */
  readonly unlessOpen: <T>(key: string, doing: () => Promise<T>) => Promise<T | null>
}

/** `lost`: the server cannot be reached; what waits goes on waiting. */
export type Run = { readonly end: 'done' | 'lost' | 'signed_out'; readonly accepted: number }

type Item = { readonly id: string; readonly since: string } & (
  | { readonly kind: 'save'; readonly key: string; readonly kept: KeptDraft; readonly waiting: WaitingSave }
  | { readonly kind: 'step'; readonly step: WaitingStep }
)

const itemsOf = async ({ device, person }: Asked): Promise<readonly Item[]> => {
  const { drafts, steps } = await device.allKept()
  const saves = drafts.flatMap(([key, kept]): readonly Item[] => {
    const { waiting, draft } = kept
    return waiting?.person === person ? [{ kind: 'save', id: draft.id, since: waiting.since, key, kept, waiting }] : []
  })
  const own = steps
    .filter((step) => step.person === person)
    .map((step): Item => ({ kind: 'step', id: step.id, since: step.since, step }))
  return [...saves, ...own].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
}

const questionOf = (item: Item): Question | null => (item.kind === 'save' ? item.waiting.question : item.step.question)

const sendKept = async (item: Item & { readonly kind: 'save' }, asked: Asked): Promise<Sent | null> => {
  const { device, channel } = asked
  const { key, kept, waiting } = item
  const keep = (draft: KeptDraft['draft'], question: Question | null = null) =>
    device.keepDraft(key, { draft, saved: kept.saved, waiting: { ...waiting, question } })
  return asked.unlessOpen(key, async () => {
    const { draft, sent } = await save({ ...waiting, draft: kept.draft, keep }, channel)
    if (sent.kind === 'accepted') await device.dropDraft(key)
    else await keep(draft, sent.kind === 'lost' || sent.kind === 'signed_out' ? null : sent)
    return sent
  })
}

const sendStep = async (step: WaitingStep, { device, channel }: Asked): Promise<Sent> => {
  const sent = await channel.sendStep(step)
  if (sent.kind === 'accepted') await device.dropStep(step.operation)
  else if (sent.kind !== 'lost' && sent.kind !== 'signed_out') await device.keepStep({ ...step, question: sent })
  return sent
}

/** Steps made upon what was just accepted stand upon its new version. */
const follow = async ({ kind, id, revision }: Accepted, sent: Item, { device, person }: Asked): Promise<void> => {
  const { steps } = await device.allKept()
  for (const step of steps)
    if (step.person === person && step.kind === kind && step.id === id && step.since > sent.since)
      await device.keepStep({ ...step, revision })
}

/**
 * Sends what waits, oldest first, each under its own operation, so that whatever the server already has counts once. What
 * somebody has to answer stays, and so does everything later on the same record.
 */
export const runOutbox = async (asked: Asked): Promise<Run> => {
  const held = new Set<string>()
  let accepted = 0
  for (const { id } of await itemsOf(asked)) {
    if (held.has(id)) continue
    // Read again: what was accepted before may have moved it on, or somebody dropped it meanwhile.
    const item = (await itemsOf(asked)).find((one) => one.id === id)
    if (!item) continue
    const sent = questionOf(item)
      ? null
      : item.kind === 'save'
        ? await sendKept(item, asked)
        : await sendStep(item.step, asked)
    if (sent?.kind === 'lost' || sent?.kind === 'signed_out') return { end: sent.kind, accepted }
    if (sent?.kind !== 'accepted') held.add(id)
    else {
      accepted += 1
      await follow(sent.accepted, item, asked)
    }
  }
  return { end: 'done', accepted }
}
