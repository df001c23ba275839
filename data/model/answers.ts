import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { ActivityStatus } from './activity.ts'
import type { Code, Level } from './codes.ts'
import type { Kind, Origin, RecordByKind, Source, Verification } from './record.ts'
import type { Verdict, VerdictCounts } from './verdict.ts'
import type { Words } from './words.ts'

/** The journal position an answer was computed from; it dates every figure. `time` is ISO, UTC. */
export type AsOf = { readonly seq: number; readonly time: string }

export type UnitLevel = 'village' | 'district' | 'regency' | 'island' | 'zone'

/** Which boundaries the answer stands on. `official` never occurs: every set we can ship or fetch is indicative or estimated. */
export type BoundaryStatus = {
  readonly kind: 'indicative' | 'estimated'
  /** Where they came from, in words an operator understands. */
  readonly origin: 'configured' | 'cache' | 'sibling' | 'download' | 'gazetteer'
  readonly attribution: string
  /** What to run to get better ones; only for `estimated`. */
  readonly remedy?: string
}

export type LayerSummary = {
  readonly id: string
  readonly title: Words
  readonly geometry: 'point' | 'line' | 'polygon' | 'mixed'
  readonly count: number
  readonly license: string
  readonly attribution: string
}

export type RegencySummary = {
  readonly code: Code
  readonly name: string
  readonly units: { readonly village: number; readonly district: number; readonly island: number }
  readonly areaHa: number
  /** west, south, east, north */
  readonly bbox: readonly [number, number, number, number]
}

/** What the app needs to know once: regions, words, years, versions. `GET /api/context` */
export type ContextAnswer = {
  readonly asOf: AsOf
  readonly regencies: readonly RegencySummary[]
  readonly themes: readonly { readonly id: string; readonly label: Words; readonly urusan: readonly string[] }[]
  readonly urusan: readonly { readonly id: string; readonly label: Words }[]
  readonly organisations: readonly {
    readonly id: string
    readonly name: string
    readonly kind: RecordByKind['organisation']['kind']
    readonly region?: Code
  }[]
  /** Years for which anything is on record. */
  readonly years: readonly [number, number]
  readonly boundaries: BoundaryStatus
  readonly sample: { readonly present: boolean; readonly records: number }
  readonly counts: { readonly [layer: string]: number }
}

export type CoverageUnit = {
  readonly code: Code
  readonly name: string
  readonly level: UnitLevel
  /** Name of the district (village), regency (district, island). */
  readonly within: string
  readonly areaHa: number
  readonly verdict: Verdict
  readonly activities: readonly string[]
  readonly targets: readonly string[]
}

export type CoverageAnswer = {
  readonly asOf: AsOf
  readonly region: Code
  readonly theme: string
  readonly period: string
  readonly level: UnitLevel
  /** Number of planning units. */
  readonly denominator: number
  /** Units with at least one target of this theme due in the period. */
  readonly targeted: number
  readonly counts: VerdictCounts
  /** True when any record behind the answer is sample data. */
  readonly sample: boolean
  readonly units: readonly CoverageUnit[]
}

/** `GET /api/coverage/years?region&theme&level&from&to[&code]`; `verdict` only when one unit is asked for. */
export type CoverageYearsAnswer = {
  readonly asOf: AsOf
  readonly denominator: number
  readonly years: readonly {
    readonly year: number
    readonly counts: VerdictCounts
    readonly targeted: number
    readonly verdict?: Verdict
  }[]
}

export type OverlapsAnswer = {
  readonly asOf: AsOf
  readonly count: number
  /** Hectares where polygons of both meet, on the ellipsoid; presence by point or code adds none. */
  readonly areaHa: number
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly theme: string
    readonly units: readonly Code[]
    readonly areaHa: number
    readonly coordinated: boolean
  }[]
}

export type MatchPart = {
  readonly name: string
  readonly value: number
  readonly weight: number
  readonly reason: Words
}
export type MatchAnswer = readonly {
  readonly organisation: string
  readonly name: string
  readonly target: string
  /** 0-100 */
  readonly score: number
  readonly parts: readonly MatchPart[]
  /** The partner has no site on the map yet. */
  readonly withoutSites: boolean
}[]

export type SearchHit = {
  readonly kind: Kind | Level
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly bbox: readonly [number, number, number, number] | null
}

export type FeatureProperties = {
  readonly id: string
  readonly layer: string
  readonly title: string
  readonly origin?: Origin
  readonly themes?: readonly string[]
  readonly organisations?: readonly string[]
  readonly status?: ActivityStatus
  readonly verification?: Verification
  readonly start?: string
  readonly end?: string | null
  readonly code?: Code
  readonly [key: string]: unknown
}

export type FeaturesAnswer = FeatureCollection<Geometry | null, FeatureProperties> & {
  readonly numberMatched: number
  readonly numberReturned: number
  readonly asOf: AsOf
  readonly links: readonly { readonly rel: string; readonly href: string; readonly type: string }[]
}
export type FeatureAnswer = Feature<Geometry | null, FeatureProperties>

/** `GET /api/records/<kind>/<id>`: the record whole, with what a reader asks next. */
export type RecordAnswer<K extends Kind = Kind> = {
  readonly asOf: AsOf
  readonly kind: K
  readonly record: RecordByKind[K]
  readonly revision: number
  readonly freshnessDays: number
  /** Share of the expected fields that are filled, 0-1, and the missing ones by name. */
  readonly completeness: { readonly share: number; readonly missing: readonly string[] }
  readonly bbox: readonly [number, number, number, number] | null
  readonly villages: readonly { readonly code: Code; readonly name: string; readonly areaHa: number | null }[]
  readonly related: readonly {
    readonly kind: Kind
    readonly id: string
    readonly title: string
    readonly relation: string
  }[]
}

/** `GET /api/places/<code>`: a region, regency, district, village or island, with what is known of it. */
export type PlaceAnswer = {
  readonly asOf: AsOf
  readonly code: Code
  readonly name: string
  readonly level: Level
  readonly lineage: readonly { readonly code: Code; readonly name: string }[]
  readonly position: readonly [number, number]
  readonly bbox: readonly [number, number, number, number] | null
  readonly areaHa: number | null
  readonly boundaries: BoundaryStatus
  readonly source: Source
  /** Islands only. */
  readonly island?: {
    readonly populated: boolean
    readonly outermost: boolean
    readonly shape: 'polygon' | 'point'
    readonly village: Code | null
  }
  readonly authority: readonly {
    readonly id: string
    readonly name: string
    readonly areaHa: number
    readonly origin: Origin
  }[]
  readonly activities: readonly {
    readonly id: string
    readonly title: string
    readonly themes: readonly string[]
    readonly origin: Origin
  }[]
  readonly targets: readonly {
    readonly id: string
    readonly title: string
    readonly theme: string
    readonly year: number
    readonly origin: Origin
  }[]
  readonly figures: readonly RecordByKind['figure'][]
}

/** RFC 9457; `detail` is a sentence that says what to do next. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance?: string
}
