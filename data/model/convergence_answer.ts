import type { ActivityStatus } from './activity.ts'
import type { AsOf } from './answers.ts'
import type { AuthorityArea } from './authority.ts'
import type { AuthorityRule } from './authority_rule.ts'
import type { Code } from './codes.ts'
import type { ConvergenceQuestion } from './convergence.ts'
import type { Figure } from './figure.ts'
import type { OrganisationKind } from './organisation.ts'
import type { Origin, Source } from './record.ts'

/** `disputed`: the newest documents of one day say both. `no_data`: no document says anything. */
export const CELL_STATES = ['yes', 'no', 'disputed', 'no_data'] as const
export type CellState = (typeof CELL_STATES)[number]

type Named = { readonly id: string; readonly name: string }

/** One document about one cell. `by` is the organisation that entered it, null for Sekber and for published facts. */
export type Evidence = {
  readonly record: string
  readonly value: boolean
  readonly source: Source
  readonly confirmed: string
  readonly by: Named | null
  readonly origin: Origin
}
/** Evidence is newest first; the newest decides. */
export type ConvergenceCell = { readonly state: CellState; readonly evidence: readonly Evidence[] }
export type PartyCells = { readonly party: string } & { readonly [Q in ConvergenceQuestion]: ConvergenceCell }

/** An authority area in a place. `areaHa` is what the polygons have in common, `share` that of the place; null without a shape. */
export type AuthorityHere = Named & {
  readonly kind: AuthorityArea['kind']
  readonly holder: Named
  readonly areaHa: number | null
  readonly share: number | null
  readonly decree?: string
  readonly note?: string
  readonly source: Source
  readonly confirmed: string
  readonly origin: Origin
}

/** What a source says of physical works in a place, or for an island in its village. */
export type WorksSaid = {
  readonly record: string
  readonly place: Code
  readonly physical: boolean
  readonly words: string
  readonly source: Source
  readonly confirmed: string
  readonly origin: Origin
}

/** Who may build: what published sources say goes before outlines, facts before samples. */
export type Building = {
  readonly verdict: AuthorityRule['building'] | 'open' | 'disputed' | 'unknown'
  readonly basis: 'source' | 'area' | null
  /** It stands on sample records alone. */
  readonly sample: boolean
}

export type ConvergencePlace = {
  readonly code: Code
  readonly name: string
  readonly level: 'village' | 'island'
  /** Islands only: the village that holds them. */
  readonly village: Code | null
  readonly position: readonly [number, number]
  readonly areaHa: number | null
  readonly cells: readonly PartyCells[]
  readonly authority: readonly AuthorityHere[]
  readonly works: readonly WorksSaid[]
  readonly building: Building
}

export type ConvergenceParty = Named & {
  readonly kind: OrganisationKind | null
  readonly shortName: string | null
  /** Of the regency itself; to the others the list is taken. */
  readonly isOwn: boolean
  readonly origin: Origin
}

/** A planned activity inside an area of somebody who takes no part in it. */
export type ProposalWarning = {
  readonly activity: string
  readonly title: string
  readonly status: ActivityStatus
  readonly organisations: readonly Named[]
  readonly origin: Origin
  readonly areas: readonly (Named & {
    readonly kind: AuthorityArea['kind']
    readonly holder: Named
    /** Null where the proposal is there by a point, a line or a code. */
    readonly areaHa: number | null
    readonly origin: Origin
  })[]
}

/** What is to be asked of one party: answers, consent, and proposals that wait for it. */
export type PartyList = {
  readonly party: string
  readonly asks: readonly { readonly place: Code; readonly question: ConvergenceQuestion; readonly state: CellState }[]
  readonly consents: readonly { readonly place: Code; readonly area: string }[]
  /** Ids of activities among the warnings. */
  readonly proposals: readonly string[]
}

export type CellCounts = { readonly total: number } & { readonly [S in CellState]: number }

/** `GET /api/convergence` */
export type ConvergenceAnswer = {
  readonly asOf: AsOf
  /** ISO date the answer was made. */
  readonly today: string
  readonly programmes: readonly { readonly id: string; readonly title: string; readonly region: Code }[]
  /** Null where none reaches the place that was asked about. */
  readonly programme: {
    readonly id: string
    readonly title: string
    readonly region: Code
    readonly steps: readonly string[]
    readonly note: string | null
    readonly source: Source
    readonly confirmed: string
  } | null
  readonly bbox: readonly [number, number, number, number] | null
  readonly parties: readonly ConvergenceParty[]
  readonly places: readonly ConvergencePlace[]
  readonly counts: CellCounts
  readonly warnings: readonly ProposalWarning[]
  readonly lists: readonly PartyList[]
  /** Reported figures of the area by topic; `differs` where they do not agree. */
  readonly figures: readonly {
    readonly topic: string
    readonly differs: boolean
    readonly figures: readonly Figure[]
  }[]
  /** The same as counted here, from the official list and the boundaries. */
  readonly counted: { readonly islands: number; readonly inhabited: number; readonly landHa: number }
  readonly sample: boolean
}
