import type { Accepted } from '../../data/model/work.ts'
import { AskError } from '../api.ts'
import { outcomeOf, type Sent } from '../edit/send.ts'
import { send } from '../send.ts'
import type { WaitingStep } from './store.ts'

export type SentStep = Pick<WaitingStep, 'operation' | 'kind' | 'id' | 'step' | 'status' | 'revision'>

/** Takes a record one step further, if it still is as it was seen. */
export const sendStep = async ({ operation, kind, id, step, status, revision }: SentStep): Promise<Sent> => {
  try {
    const accepted = await send<Accepted>(
      'POST',
      `/api/work/records/${kind}/${encodeURIComponent(id)}/${step}`,
      { operation, ...(status ? { status } : {}) },
      { 'If-Match': `"${revision}"` },
    )
    return { kind: 'accepted', accepted }
  } catch (error) {
    if (error instanceof AskError) return outcomeOf(error)
    throw error
  }
}
