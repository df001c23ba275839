import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { outboxChanged } from '../outbox/outbox.ts'
import { dropDraft, keepDraft, type Question } from '../outbox/store.ts'
import type { Draft } from './draft.ts'
import { type Channel, save } from './save.ts'
import { type Sent, sendPhotos, sendSave } from './send.ts'
import type { Marking } from './useMarking.ts'

const CHANNEL: Channel = { sendSave, sendPhotos }

/** What became of the last attempt; `waiting`: it lies on this device and goes out by itself. */
export type Attempt = Sent | { readonly kind: 'waiting'; readonly submit: boolean }

type Asked = {
  /** `new` or the id of the activity: the name of the draft on this device. */
  readonly draftKey: string
  readonly marking: Marking
  readonly today: string
  readonly source: string
  /** Who is signed in; nobody else's session may send what waits. */
  readonly person: string | null
  /** What kept the draft from going out before. */
  readonly question: Question | null
}

export type Saving = {
  readonly state: 'idle' | 'draft' | 'submit'
  readonly sent: Attempt | null
  readonly save: (submit: boolean) => void
  readonly forget: () => void
}

/** Sends the draft and takes over what the server made of it; what was accepted no longer lies on this device. */
export const useSaving = ({ draftKey, marking, today, source, person, question }: Asked): Saving => {
  const client = useQueryClient()
  const [state, setState] = useState<Saving['state']>('idle')
  const [sent, setSent] = useState<Attempt | null>(question)
  const keep = (draft: Draft) => keepDraft(draftKey, { draft, saved: new Date().toISOString() })
  /** Under its own id, so that the next new activity finds the place of new ones empty. */
  const wait = async (draft: Draft, submit: boolean): Promise<boolean> => {
    if (person === null) return false
    const since = new Date().toISOString()
    const waiting = { person, since, question: null, submit, today, source }
    if (!(await keepDraft(draft.id, { draft, saved: since, waiting }))) return false
    if (draftKey !== draft.id) await dropDraft(draftKey)
    await outboxChanged()
    return true
  }
  const run = async (submit: boolean) => {
    setState(submit ? 'submit' : 'draft')
    setSent(null)
    try {
      const saved = await save({ draft: marking.draft, submit, today, source, keep }, CHANNEL)
      marking.settle(saved.draft)
      if (saved.sent.kind === 'lost' && (await wait(saved.draft, submit))) {
        setSent({ kind: 'waiting', submit })
        return
      }
      setSent(saved.sent)
      if (saved.sent.kind !== 'accepted') return
      await dropDraft(draftKey)
      // Figures, cards and lists may all have changed by it.
      await client.invalidateQueries()
    } catch (error) {
      setSent({ kind: 'refused', words: error instanceof Error ? error.message : String(error), findings: [] })
    } finally {
      setState('idle')
    }
  }
  return { state, sent, save: (submit) => void run(submit), forget: () => setSent(null) }
}
