import type { AsOf, BoundaryStatus } from './answers.ts'
import type { Code } from './codes.ts'
import type { EmbedLevel } from './embed.ts'
import type { VerdictCounts, VerdictKind } from './verdict.ts'
import type { Words } from './words.ts'

/** `GET /embed/v1/<region>/<theme>/<period>/<level>.json`: all that a widget says about one question. A contract: added to, never changed. */
export type EmbedAnswer = {
  readonly v: 1
  readonly asOf: AsOf
  readonly region: {
    readonly code: Code
    readonly name: string
    /** west, south, east, north */
    readonly bbox: readonly [number, number, number, number] | null
  }
  readonly theme: { readonly id: string; readonly label: Words }
  readonly period: string
  readonly level: EmbedLevel
  /** Number of planning units. */
  readonly denominator: number
  /** Units with at least one target of this theme due in the period. */
  readonly targeted: number
  readonly counts: VerdictCounts
  /** True when any record behind the answer is sample data. */
  readonly sample: boolean
  readonly boundaries: Pick<BoundaryStatus, 'kind' | 'attribution'>
  /** The same question for the years up to the last of the period. */
  readonly years: readonly { readonly year: number; readonly counts: VerdictCounts; readonly targeted: number }[]
  /** In order of code. */
  readonly units: readonly {
    readonly code: Code
    readonly name: string
    readonly within: string
    readonly verdict: VerdictKind
  }[]
}
