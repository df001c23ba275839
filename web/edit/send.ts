import type { SiteGeometry } from '../../data/model/activity.ts'
import type { ShapeAnswer, ShapeAsked } from '../../data/model/shape.ts'
import type { Accepted, CheckAnswer, ConflictDetail, Finding, RewardAnswer, WorkRecord } from '../../data/model/work.ts'
import { AskError, ask, refusalOf } from '../api.ts'
import { send } from '../send.ts'
import type { DraftPhoto, SentRecord, Unanswered } from './draft.ts'

/** What became of a save. `lost`: nobody knows whether it arrived; it must be sent again as it was. */
export type Sent =
  | { readonly kind: 'accepted'; readonly accepted: Accepted }
  | { readonly kind: 'conflict'; readonly conflict: ConflictDetail | null; readonly words: string }
  | { readonly kind: 'refused'; readonly words: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'signed_out'; readonly words: string }
  | { readonly kind: 'lost' }

const isFindings = (value: unknown): value is readonly Finding[] => Array.isArray(value)

/** What a refusal means for whoever sent the change. */
export const outcomeOf = (error: AskError): Sent => {
  const { status, message: words, body } = error
  if (status === 0 || status >= 500) return { kind: 'lost' }
  if (status === 401) return { kind: 'signed_out', words }
  if (status === 409 || status === 412)
    return { kind: 'conflict', words, conflict: (body.conflict as ConflictDetail | undefined) ?? null }
  return { kind: 'refused', words, findings: isFindings(body.findings) ? body.findings : [] }
}

const PATH = '/api/work/records/activity'

/** One save: a new record without a revision, else a change of that revision. */
export const sendSave = async ({ revision, body }: Unanswered): Promise<Sent> => {
  try {
    const accepted =
      revision === null
        ? await send<Accepted>('POST', PATH, body)
        : await send<Accepted>('PUT', `${PATH}/${encodeURIComponent(body.record.id)}`, body, {
            'If-Match': `"${revision}"`,
          })
    return { kind: 'accepted', accepted }
  } catch (error) {
    if (error instanceof AskError) return outcomeOf(error)
    throw error
  }
}

/** Brings the pictures that only this device has to the server; each gets the id it is kept under. Throws AskError. */
export const sendPhotos = async (photos: readonly DraftPhoto[]): Promise<readonly DraftPhoto[]> => {
  const sent: DraftPhoto[] = []
  for (const photo of photos) {
    if (photo.id !== null || photo.blob === null) {
      sent.push(photo)
      continue
    }
    const response = await fetch('/api/photos', {
      method: 'POST',
      body: photo.blob,
      headers: { 'Content-Type': photo.blob.type, 'Accept-Language': document.documentElement.lang },
    }).catch(() => {
      throw new AskError(0, '')
    })
    if (!response.ok) throw await refusalOf(response)
    sent.push({ ...photo, id: ((await response.json()) as { readonly id: string }).id })
  }
  return sent
}

/** What the server finds in a record that is still being written. */
export const check = (record: Partial<SentRecord>, id: string | null, signal: AbortSignal): Promise<CheckAnswer> =>
  ask<CheckAnswer>('/api/work/check', signal, { kind: 'activity', record, ...(id ? { id } : {}) })

/** The record as those see it who may work on it. */
export const askRecord = (id: string, signal: AbortSignal): Promise<WorkRecord<'activity'>> =>
  ask<WorkRecord<'activity'>>(`${PATH}/${encodeURIComponent(id)}`, signal)

export const askReward = (id: string, signal: AbortSignal): Promise<RewardAnswer> =>
  ask<RewardAnswer>(`${PATH}/${encodeURIComponent(id)}/reward`, signal)

/** Splits an area or cuts a hole into it. */
export const carve = async (asked: ShapeAsked, signal: AbortSignal): Promise<readonly SiteGeometry[]> =>
  (await ask<ShapeAnswer>('/api/work/shape', signal, asked)).parts
