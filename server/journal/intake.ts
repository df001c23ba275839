import type { Words } from '../../data/model/words.ts'
import { writeDraft } from './draft.ts'
import type { Draft, Entry } from './entry.ts'
import { JournalReadOnly } from './errors.ts'
import type { Waiting } from './group.ts'

/** Where drafts wait for their turn to be written. */
export type Intake = {
  append(draft: Draft): Promise<Entry>
  /** Does something else to the journal while no group is being written. */
  between(work: () => Promise<void>): Promise<void>
  /** Resolves when everything asked for is answered; later drafts are refused. */
  close(): Promise<void>
}

const CLOSED: Words = { id: 'Jurnal sudah ditutup.', en: 'The journal is closed.' }

/** `refuse` throws while nothing can be written; `commitGroup` takes some of the queue and answers them. */
export const createIntake = ({
  refuse,
  commitGroup,
}: {
  readonly refuse: () => void
  readonly commitGroup: (queue: Waiting[]) => Promise<void>
}): Intake => {
  const queue: Waiting[] = []
  let isClosing = false
  let draining: Promise<void> | null = null

  const drain = async (): Promise<void> => {
    // Drafts handed in during one turn share the first write.
    await Promise.resolve()
    while (queue.length > 0) await commitGroup(queue)
    draining = null
  }

  const refuseWhereOver = (): void => {
    refuse()
    if (isClosing) throw new JournalReadOnly(CLOSED)
  }

  return {
    async append(given) {
      refuseWhereOver()
      const writing = writeDraft(given)
      // A small draft is queued in the turn that brought it, so that drafts keep their order.
      const draft = writing instanceof Promise ? await writing : writing
      refuseWhereOver()
      return new Promise<Entry>((resolve, reject) => {
        queue.push({ draft, asker: { resolve, reject } })
        draining ??= drain()
      })
    },
    async between(work) {
      refuseWhereOver()
      while (draining) await draining
      const working = work()
      draining = working
        .catch(() => {})
        .then(() => {
          draining = queue.length > 0 ? drain() : null
        })
      await working
    },
    async close() {
      isClosing = true
      while (draining) await draining
    },
  }
}
