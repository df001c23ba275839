import type { Feature, Geometry } from 'geojson'
import type { ActivityStatus } from './activity.ts'
import type { AgreementKind, AgreementStage } from './agreement.ts'
import type { AsOf } from './answers.ts'
import type { Code } from './codes.ts'
import type { Freshness } from './freshness.ts'
import type { Organisation } from './organisation.ts'
import type { Origin } from './record.ts'
import type { Stated } from './stated.ts'

/** What an organisation does, for everyone to see and to print. `GET /api/profile/{id}` */
export type ProfileAnswer = {
  readonly asOf: AsOf
  readonly organisation: Organisation
  readonly bbox: readonly [number, number, number, number] | null
  readonly activities: readonly {
    readonly id: string
    readonly title: string
    readonly themes: readonly string[]
    readonly status: ActivityStatus
    readonly start: string
    readonly end: string | null
    readonly role: string
    readonly villages: number
    readonly freshnessDays: number
    /** Share of the expected fields that are filled, 0-1. */
    readonly completeness: number
    readonly origin: Origin
  }[]
  /** By number of activities. */
  readonly themes: readonly { readonly theme: string; readonly activities: number }[]
  /** Each village once, however many activities reach it. */
  readonly villages: readonly {
    readonly code: Code
    readonly name: string
    readonly within: string
    readonly activities: number
  }[]
  readonly beneficiaries: Stated
  readonly budget: Stated
  /** Null without activities; days since the median and the oldest of them were confirmed. */
  readonly freshness: Freshness | null
  /** Mean over the activities and the organisation's own record, 0-1. */
  readonly completeness: { readonly share: number; readonly of: number }
  readonly agreements: readonly {
    readonly id: string
    readonly title: string
    readonly kind: AgreementKind
    readonly stage: AgreementStage
    readonly end: string | null
  }[]
  /** Where the work is: sites as drawn, and the villages that are only named. */
  readonly sites: readonly Feature<Geometry, { readonly activity: string }>[]
  readonly isSample: boolean
}
