import type { Code } from './codes.ts'
import type { RecordBase } from './record.ts'

/** KERAPU: for each place and party, is the programme in its plan, its budget, its monitoring? Null is not reported. */
export type Convergence = RecordBase & {
  readonly title: string
  readonly region: Code
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
}
