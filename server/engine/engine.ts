import type { Geometry } from 'geojson'
import type { UnitLevel } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Period } from '../../data/model/period.ts'
import type { AnyRecord, Kind } from '../../data/model/record.ts'
import type { Verdict } from '../../data/model/verdict.ts'
import type { AreaFinding } from './area.ts'
import type { PlacedKind } from './cell.ts'
import type { Facts } from './facts.ts'
import type { GroundSource } from './grounds.ts'
import type { PaceOptions } from './pace.ts'
import type { Register } from './register.ts'
import type { Fault } from './shape.ts'
import type { SiteIndex } from './site_index.ts'

/** A place the engine can judge; geometry in lng, lat (WGS 84). Points are islands too small for a boundary. */
export type Place = {
  readonly code: Code
  readonly name: string
  readonly level: 'regency' | 'district' | 'village' | 'island'
  readonly parent: Code
  readonly geometry: Geometry
  readonly areaHa: number
  /** Islands: the village whose polygon holds them. */
  readonly village?: Code | null
}

export type Question = {
  readonly region: Code
  readonly theme: string
  readonly period: Period
  readonly level: UnitLevel
  /** Only units among these, where given: a border corridor, a list. */
  readonly among?: readonly Code[]
  /** Only activities with one of these as an implementer; empty is all. */
  readonly organisations?: readonly string[]
  readonly statuses?: readonly string[]
  /** Whole rupiah, both included; an activity without a budget is outside every range. */
  readonly budgetIdr?: { readonly from?: number; readonly to?: number }
}

export type UnitFinding = {
  readonly code: Code
  readonly verdict: Verdict
  readonly activities: readonly string[]
  readonly targets: readonly string[]
}

export type UnitHectares = {
  readonly code: Code
  readonly unitHa: number
  readonly servedHa: number
  readonly overlapHa: number
  readonly isPresent: boolean
}

export type PairFinding = {
  readonly a: string
  readonly b: string
  readonly theme: string
  readonly units: readonly Code[]
  readonly areaHa: number
  readonly coordinated: boolean
}

/**
 * What stands in front of the geometry. Records go in as they are accepted; answers come out exact.
 * One engine per audience: the public one is only ever given public records.
 */
export type Engine = {
  /** The activities and their sites as columns of numbers, and where they lie: for maps and lists, to be read only. */
  readonly register: Register
  readonly sites: SiteIndex
  /** Applies after-images; `record: null` removes. Facts of touched records are recomputed before it returns. */
  apply(changes: readonly EngineChange[]): void
  /** Measures a large batch ahead, a little at a time, so that `apply` of the same changes only has to file it. */
  prepare(changes: readonly EngineChange[], options?: PaceOptions): Promise<void>
  coverage(question: Question): readonly UnitFinding[]
  /** One unit over several years, for its history; cheaper than asking for the whole region each year. */
  history(code: Code, theme: string, years: readonly number[]): readonly { year: number; finding: UnitFinding }[]
  overlaps(question: Question): readonly PairFinding[]
  /** The same by unit, with what at least one polygon serves; `isPresent`: anybody works there, by whatever kind of site. */
  hectares(question: Question): readonly UnitHectares[]
  /** Everything about a shape somebody drew. A fault where it is no area; rejects with a refusal in words when it takes too long. */
  area(geometry: Geometry, options?: PaceOptions): Promise<AreaFinding | Fault>
  /** Hectares of the targets that ask for hectares, in all units of the question together, and what of them is served. */
  targetHectares(question: Question): { readonly targetHa: number; readonly servedHa: number }
  /** What the ground behind the verdicts is cut from. */
  readonly grounds: GroundSource
  /** Sweeps what changes have left unswept, a little at a time, so that the next question need not. */
  refresh(options?: PaceOptions): Promise<void>
  /** Villages (and islands) that a record reaches, with hectares where it has an area; null is presence only. */
  reach(
    kind: 'activity' | 'target' | 'zone' | 'authority',
    id: string,
  ): readonly { code: Code; areaHa: number | null }[]
  /** Codes of the same, in order; nothing is measured for them. */
  reachedCodes(kind: 'activity' | 'target' | 'zone' | 'authority', id: string): readonly Code[]
  /**
   * Codes of the villages and islands that one site of the register reaches, in the order they were found; of a site that
   * reaches none, the regions of the zones and authority areas it lies in, as work at sea does.
   */
  reachedBySite(site: number): readonly Code[]
  /** The same of a shape or a code that nobody has put on record yet; what is wrong with it where it cannot be used. */
  wouldReach(place: Geometry | Code): readonly { code: Code; areaHa: number | null }[] | Refusal['reason']
  /** Authority areas that a shape or a code lies in, with hectares where both have some; what only touches lies outside. */
  authorityAt(place: Geometry | Code): readonly { id: string; areaHa: number | null }[]
  /** Activities, targets and authority areas that reach a place, whatever their theme and status. */
  at(code: Code): {
    activities: readonly string[]
    targets: readonly string[]
    authority: readonly { id: string; areaHa: number }[]
  }
  /** Hectares of the question's units where polygons of two or more organisations meet; counted once however many they are. */
  overlapHa(question: Question): number
  /** What was found out, to be handed to the next engine of the same places. */
  pack(): Facts
  /** Activities that came with such facts and that no change has confirmed since: what the journal does not know is to be removed. */
  recalled(): readonly string[]
  /** What the records that stand now hold that cannot be used; the rest of each record counts. */
  refusals(): readonly Refusal[]
}

/** `unknown_place`: a code none of our places has. `reaches_nothing`: outside every unit, or no more than a sliver of each. */
export type Refusal = {
  readonly kind: PlacedKind
  readonly id: string
  /** Index of the site, or of the code of a target; null for the record as a whole. */
  readonly place: number | null
  readonly reason: Fault | 'unknown_place' | 'reaches_nothing'
}

export type EngineChange = {
  [K in Kind]: {
    readonly kind: K
    readonly id: string
    /** Tells whether facts that were kept are still those of this record. */
    readonly revision?: number
    readonly record: Extract<AnyRecord, { kind: K }>['record'] | null
  }
}[Kind]
