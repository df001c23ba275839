import type { AsOf, MatchAnswer } from './answers.ts'
import type { Code } from './codes.ts'
import type { MatchPartName } from './match_weights.ts'
import type { OrganisationKind } from './organisation.ts'
import type { Origin } from './record.ts'
import type { Target } from './target.ts'
import type { VerdictCounts, VerdictKind } from './verdict.ts'

export type MatchRow = MatchAnswer[number]

/** A weight as given, and its share of all of them, 0-1. */
export type WeightLine = { readonly name: MatchPartName; readonly given: number; readonly share: number }

/** Where weights come from: the one table, the regency's own configuration, or the question itself. */
export type WeightsFrom = 'table' | 'regency' | 'asked'

/** A target at the coordination meeting: what it asks for, how it stands, and who could serve it. */
export type MatchedTarget = Pick<
  Target,
  | 'id'
  | 'title'
  | 'theme'
  | 'indicator'
  | 'unit'
  | 'value'
  | 'year'
  | 'measure'
  | 'organisation'
  | 'origin'
  | 'confirmed'
> & {
  /** Name of the department. */
  readonly department: string
  readonly document: string
  readonly budgetIdr: number | null
  /** Villages of the region that the target names or reaches: the denominator of `counts`. */
  readonly units: number
  readonly counts: VerdictCounts
  /** The one of these verdicts that asks for most. */
  readonly verdict: VerdictKind
  /** Best first; of a partner's own list only that partner. */
  readonly partners: readonly MatchRow[]
  /** How many partners were ranked. */
  readonly of: number
}

/** `GET /api/matches?department=` or `?partner=`, with `region`, `period`, `weights` and `limit`. */
export type MatchDeskAnswer = {
  readonly asOf: AsOf
  readonly side: 'department' | 'partner'
  readonly organisation: {
    readonly id: string
    readonly name: string
    readonly kind: OrganisationKind
    readonly origin: Origin
    /** Affairs of a department, themes of a partner. */
    readonly concerns: readonly string[]
  }
  readonly region: Code
  readonly period: string
  readonly weights: readonly WeightLine[]
  readonly weightsFrom: WeightsFrom
  /** In the order of what asks for most, then by title. */
  readonly targets: readonly MatchedTarget[]
  /** True when any record behind the answer is sample data. */
  readonly sample: boolean
}

/** `GET /api/matches/departments?region&period`: who comes to the meeting, whoever waits for most partners first. */
export type DepartmentsAnswer = {
  readonly asOf: AsOf
  readonly region: Code
  readonly period: string
  readonly departments: readonly {
    readonly id: string
    readonly name: string
    /** Targets due in the period in the region, and how many of them have a village without a partner. */
    readonly targets: number
    readonly waiting: number
  }[]
}

/** One partner beside others before one target. */
export type ComparedPartner = {
  readonly row: MatchRow
  readonly kind: OrganisationKind
  readonly origin: Origin
  /** Villages of the target, and of the region, where it is active in the period. */
  readonly villagesInPlace: number
  readonly villagesInRegion: number
  /** Activities active in the period in the region, each counted once, and how many of them are of the target's theme. */
  readonly activities: number
  readonly ofTheme: number
  /** Of these activities: the sum, and how many state it. */
  readonly budget: { readonly totalIdr: number; readonly known: number; readonly of: number }
  readonly beneficiaries: { readonly total: number; readonly known: number; readonly of: number }
  readonly agreements: readonly {
    readonly id: string
    readonly title: string
    readonly kind: string
    readonly stage: string
  }[]
  readonly freshnessDays: number
  /** Official positions (lng, lat) of the villages where it is active. */
  readonly positions: readonly (readonly [number, number])[]
}

/** `GET /api/matches/compared?target=&organisation=a,b,c,d` */
export type ComparedAnswer = {
  readonly asOf: AsOf
  readonly target: string
  readonly region: Code
  readonly period: string
  /** west, south, east, north of the region */
  readonly bbox: readonly [number, number, number, number] | null
  /** Villages of the target in the region. */
  readonly units: number
  readonly partners: readonly ComparedPartner[]
}

/** From what asks for most to what asks for least; kinds that no target has are left out. */
const URGENCY: readonly VerdictKind[] = ['gap', 'partial', 'overlap', 'met', 'coordinated']

/** The verdict of a target in several villages: the one that asks for most. */
export const leadingVerdict = (counts: VerdictCounts): VerdictKind =>
  URGENCY.find((kind) => counts[kind] > 0) ?? 'no_target'

export const urgencyOf = (kind: VerdictKind): number => {
  const at = URGENCY.indexOf(kind)
  return at < 0 ? URGENCY.length : at
}

/** The most partners that stand side by side. */
export const MOST_COMPARED = 4
