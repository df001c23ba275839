import type { Code } from './codes.ts'
import type { RecordBase } from './record.ts'

export const MATCH_STATES = ['interest', 'matched', 'refused'] as const
export type MatchState = (typeof MATCH_STATES)[number]

/** What a department decided about one partner for one of its targets. A refusal has its reason. */
export type MatchDecision = RecordBase & {
  readonly title: string
  /** Id of the target; the department that owns it keeps the record. */
  readonly target: string
  /** Id of the partner. */
  readonly partner: string
  readonly state: MatchState
  readonly reason?: string
  readonly region?: Code
}

/** A decision as the meeting sees it. `time` is ISO, UTC. */
export type DecisionLine = {
  readonly id: string
  readonly target: string
  readonly partner: string
  /** Null where the decision was taken back. */
  readonly state: MatchState | null
  readonly reason: string | null
  readonly revision: number
  readonly time: string
  /** Who decided, and for whom, where that is known. */
  readonly by: string | null
  readonly organisation: string | null
}

/** `GET /api/work/matches?department=` or `?partner=`; `mayDecide` are departments whose targets the caller decides on. */
export type DecisionsAnswer = {
  readonly decisions: readonly DecisionLine[]
  readonly mayDecide: 'all' | readonly string[]
}

/** Body of `PUT /api/work/matches/{target}/{partner}`; a null state takes the decision back. */
export type DecisionAsked = {
  readonly operation: string
  readonly state: MatchState | null
  readonly reason?: string
}
