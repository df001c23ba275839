import type { ActivityGroupName } from './activity_groups.ts'
import type { AsOf } from './answers.ts'
import type { Code } from './codes.ts'
import type { ActivityFigures, ActivityGroup, Grouping } from './grouping.ts'
import type { OrganisationKind } from './organisation.ts'
import type { Kind, Origin } from './record.ts'
import type { Reporting } from './reporting.ts'
import type { Stated } from './stated.ts'
import type { TargetedVillages, UrusanRow } from './urusan_coverage.ts'
import type { VerdictCounts, VerdictKind } from './verdict.ts'
import type { Words } from './words.ts'

export type LabelledGroup = ActivityGroup & { readonly label: Words }
export type LabelledGrouping = Omit<Grouping, 'groups'> & { readonly groups: readonly LabelledGroup[] }

/** How an organisation keeps its own record, its activities of the region and period, and its targets due there. */
export type OrganisationReport = Reporting & {
  readonly organisation: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly origin: Origin
}

/** The figures of a region and period on one sheet. `GET /api/dashboard?region=[&period=]` */
export type DashboardAnswer = {
  readonly asOf: AsOf
  readonly region: Code
  readonly period: string
  /** ISO date that freshness is counted from. */
  readonly today: string
  /** Villages of the region: the denominator of every count of villages. */
  readonly villages: number
  /** Those that any active activity reaches. */
  readonly reached: number
  /** Activities active in the period that reach the region, each once; organisations that carry them out. */
  readonly total: ActivityFigures
  readonly organisations: number
  readonly coverage: {
    /** Each village once, whatever the number of its themes. */
    readonly total: TargetedVillages
    readonly urusan: readonly UrusanRow[]
    /** As `/api/coverage` tells them of villages. */
    readonly themes: readonly { readonly theme: string; readonly targeted: number; readonly counts: VerdictCounts }[]
  }
  readonly groups: { readonly [N in ActivityGroupName]: LabelledGrouping }
  /** What departments have planned for their targets due, beside the budgets of activities and never added to them. */
  readonly targetBudget: Stated
  readonly reporting: readonly OrganisationReport[]
  /** True when any record behind the answer is sample data. */
  readonly sample: boolean
}

/** Sets of records behind the figures: all activities, all targets due, the activities of a group, or what an organisation keeps. */
export const RECORD_SETS = [
  'all',
  'targets',
  'organisation',
  'theme',
  'district',
  'year',
  'source',
  'reporting',
] as const

/** These stand by themselves; the others need the key of a group. */
export const isWholeSet = (by: RecordSet): by is 'all' | 'targets' => by === 'all' || by === 'targets'
export type RecordSet = (typeof RECORD_SETS)[number]

/** `GET /api/dashboard/records?region=[&period=][&by=&of=]` */
export type DashboardRecords = {
  readonly asOf: AsOf
  readonly region: Code
  readonly period: string
  readonly by: RecordSet
  readonly of: string | null
  readonly label: Words | null
  /** In order of title; what is not stated is null. */
  readonly records: readonly {
    readonly kind: Kind
    readonly id: string
    readonly title: string
    readonly organisations: readonly string[]
    readonly budgetIdr: number | null
    readonly people: number | null
    /** Villages of the region that it reaches; null for what has no place. */
    readonly villages: number | null
    readonly freshnessDays: number
    /** Share of the expected fields that are filled, 0-1. */
    readonly completeness: number
    readonly origin: Origin
  }[]
}

/** Villages with a target, and the verdict under each theme. `GET /api/dashboard/villages?region=[&period=][&urusan=]` */
export type DashboardVillages = {
  readonly asOf: AsOf
  readonly region: Code
  readonly period: string
  readonly urusan: string | null
  readonly villages: readonly {
    readonly code: Code
    readonly name: string
    readonly within: string
    readonly verdicts: readonly { readonly theme: string; readonly verdict: VerdictKind }[]
  }[]
}

/** One theme at two moments of the journal. */
export type ThemeChange = {
  readonly theme: string
  readonly before: { readonly targeted: number; readonly counts: VerdictCounts }
  readonly after: { readonly targeted: number; readonly counts: VerdictCounts }
  /** Villages that are no gap any more, those that became one, and all whose verdict is another one. */
  readonly closed: number
  readonly opened: number
  readonly changed: number
  /** So many at most, gaps closed and opened first. */
  readonly units: readonly {
    readonly code: Code
    readonly name: string
    readonly before: VerdictKind
    readonly after: VerdictKind
  }[]
}

/** `GET /api/dashboard/change?region=&since=[&until=][&period=]`: every theme with a village whose verdict differs. */
export type DashboardChange = {
  readonly asOf: AsOf
  readonly region: Code
  readonly period: string
  readonly villages: number
  readonly before: AsOf
  readonly after: AsOf
  readonly themes: readonly ThemeChange[]
}

/** A record that everyone sees and that changed; `fields` are those that differ from what was seen before. */
export type WeekRecord = {
  readonly kind: Kind
  readonly id: string
  readonly title: string
  /** Name of the organisation that keeps it; null where only Sekber does, and of organisations themselves. */
  readonly organisation: string | null
  readonly what: 'new' | 'confirmed' | 'changed'
  readonly fields: readonly string[]
}

/** What became known to everyone in seven days. `GET /api/dashboard/week?region=` */
export type DashboardWeek = {
  readonly asOf: AsOf
  readonly region: Code
  /** ISO dates, both included. */
  readonly since: string
  readonly until: string
  /** Each once, however often it changed. */
  readonly records: number
  /** Newest first; of an entry with many records the first are named. */
  readonly entries: readonly {
    readonly seq: number
    readonly time: string
    readonly count: number
    readonly records: readonly WeekRecord[]
  }[]
}
