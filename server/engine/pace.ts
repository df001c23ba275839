import { setImmediate as breathe } from 'node:timers/promises'
import { Refusal } from '../problems.ts'
import { abandoned } from './geometry_worker/refusals.ts'

/** Long work takes turns with everybody else's requests. */
export type Pace = {
  /** Call between small steps: lets others in when this turn is over, and ends the work that nobody waits for any more. */
  step(): Promise<void> | void
}

export type PaceOptions = {
  readonly signal?: AbortSignal | undefined
  readonly deadlineMs?: number
  /** How long others may have to wait. */
  readonly turnMs?: number
}

const TURN_MS = 12
const DEADLINE_MS = 2_000

const tooSlow = (): Refusal =>
  new Refusal(
    'too-slow',
    {
      id: 'Hitungan ini melewati batas dua detik. Perkecil wilayahnya atau kurangi titik batasnya, lalu coba lagi.',
      en: 'This computation ran past the limit of two seconds. Make the area smaller or give it fewer corners, then try again.',
    },
    { 'Retry-After': '5' },
  )

/** Rejects with a refusal in words when the deadline is past or `signal` fires. */
export const createPace = ({ signal, deadlineMs = DEADLINE_MS, turnMs = TURN_MS }: PaceOptions = {}): Pace => {
  const until = performance.now() + deadlineMs
  let turnEnds = performance.now() + turnMs
  const rest = async (): Promise<void> => {
    await breathe()
    if (signal?.aborted) throw abandoned()
    if (performance.now() > until) throw tooSlow()
    turnEnds = performance.now() + turnMs
  }
  return { step: () => (performance.now() > turnEnds ? rest() : undefined) }
}
