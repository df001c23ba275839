import type { Code } from './codes.ts'
import type { RecordBase } from './record.ts'

/** Is the programme in a party's plan, in its budget, in what it monitors? In this order everywhere. */
export const CONVERGENCE_QUESTIONS = ['planned', 'budgeted', 'monitored'] as const
export type ConvergenceQuestion = (typeof CONVERGENCE_QUESTIONS)[number]

/**
 * KERAPU: a programme of many parties for villages and islands; or, with `programme`, a report on one: what a document says
 * of some of its cells. Null is not stated, and a cell that no report states has no data: neither is ever a no.
 */
export type Convergence = RecordBase & {
  readonly title: string
  readonly region: Code
  /** Id of the programme that is reported on; its source is the evidence of every cell. */
  readonly programme?: string
  readonly places: readonly Code[]
  readonly parties: readonly { readonly id: string; readonly name?: string }[]
  readonly steps: readonly string[]
  readonly cells: readonly {
    readonly place: Code
    readonly party: string
    readonly planned: boolean | null
    readonly budgeted: boolean | null
    readonly monitored: boolean | null
  }[]
  /** Whether physical works may be done in a place, as the source says it. */
  readonly works?: readonly { readonly place: Code; readonly physical: boolean; readonly words: string }[]
}

export const isProgramme = ({ programme }: Pick<Convergence, 'programme'>): boolean => programme === undefined
