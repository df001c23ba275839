import { AskError } from '../api.ts'
import { type Draft, type DraftPhoto, recordOf, type SentRecord } from './draft.ts'
import { newId } from './new_id.ts'
import type { sendPhotos as SendPhotos, sendSave as SendSave, Sent } from './send.ts'

/** How saves and pictures travel. */
export type Channel = { readonly sendSave: typeof SendSave; readonly sendPhotos: typeof SendPhotos }

export type Saved = {
  /** As it stands after the attempt: with the pictures that arrived, and with a save that nobody answered. */
  readonly draft: Draft
  readonly sent: Sent
}

type Asked = {
  readonly draft: Draft
  readonly submit: boolean
  /** ISO date. */
  readonly today: string
  /** Names the source where the author named none. */
  readonly source: string
  /** Called before anything travels, so that a closed browser still knows what it sent. */
  readonly keep: (draft: Draft) => Promise<unknown>
}

const asText = (record: SentRecord): string => JSON.stringify({ ...record, confirmed: '' })

const photosRefused = (error: unknown): Sent => {
  if (!(error instanceof AskError)) throw error
  if (error.status === 0 || error.status >= 500) return { kind: 'lost' }
  if (error.status === 401) return { kind: 'signed_out', words: error.message }
  return { kind: 'refused', words: error.message, findings: [] }
}

/** The draft goes on from the version that was accepted. */
const goneOn = (draft: Draft, body: NonNullable<Draft['unanswered']>['body'], revision: number): Draft => ({
  ...draft,
  base: { record: body.record as NonNullable<Draft['base']>['record'], revision },
  unanswered: null,
})

/**
 * Saves a draft. A save that was sent before and never answered is sent again first, as it was and under its own operation,
 * so that it counts once whether it arrived or not; what changed since follows as a save of its own.
 */
export const save = async (asked: Asked, { sendSave, sendPhotos }: Channel): Promise<Saved> => {
  let { draft } = asked
  if (draft.unanswered) {
    const { body } = draft.unanswered
    const again = await sendSave(draft.unanswered)
    if (again.kind === 'lost' || again.kind === 'signed_out') return { draft, sent: again }
    if (again.kind === 'accepted') {
      draft = goneOn(draft, body, again.accepted.revision)
      const same = asText(body.record) === asText(recordOf(draft, asked.today, asked.source))
      if (same && body.submit === asked.submit) return { draft, sent: again }
    } else draft = { ...draft, unanswered: null }
  }
  let photos: readonly DraftPhoto[]
  try {
    photos = await sendPhotos(draft.photos)
  } catch (error) {
    return { draft, sent: photosRefused(error) }
  }
  draft = { ...draft, photos }
  const body = { operation: newId(), record: recordOf(draft, asked.today, asked.source), submit: asked.submit }
  const unanswered = { revision: draft.base?.revision ?? null, body }
  draft = { ...draft, unanswered }
  await asked.keep(draft)
  const sent = await sendSave(unanswered)
  if (sent.kind === 'accepted') return { draft: goneOn(draft, body, sent.accepted.revision), sent }
  return { draft: sent.kind === 'lost' || sent.kind === 'signed_out' ? draft : { ...draft, unanswered: null }, sent }
}
