import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Draft } from './draft.ts'
import { dropDraft, keepDraft } from './draft_store.ts'
import { type Channel, save } from './save.ts'
import { type Sent, sendPhotos, sendSave } from './send.ts'
import type { Marking } from './useMarking.ts'

const CHANNEL: Channel = { sendSave, sendPhotos }

type Asked = {
  /** `new` or the id of the activity: the name of the draft on this device. */
  readonly draftKey: string
  readonly marking: Marking
  readonly today: string
  readonly source: string
}

export type Saving = {
  readonly state: 'idle' | 'draft' | 'submit'
  /** What became of the last attempt. */
  readonly sent: Sent | null
  readonly save: (submit: boolean) => void
  readonly forget: () => void
}

/** Sends the draft and takes over what the server made of it; what was accepted no longer lies on this device. */
export const useSaving = ({ draftKey, marking, today, source }: Asked): Saving => {
  const client = useQueryClient()
  const [state, setState] = useState<Saving['state']>('idle')
  const [sent, setSent] = useState<Sent | null>(null)
  const keep = (draft: Draft) => keepDraft(draftKey, { draft, saved: new Date().toISOString() })
  const run = async (submit: boolean) => {
    setState(submit ? 'submit' : 'draft')
    setSent(null)
    try {
      const saved = await save({ draft: marking.draft, submit, today, source, keep }, CHANNEL)
      marking.settle(saved.draft)
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
