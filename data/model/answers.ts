import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon } from 'geojson'
import type { ActivityStatus } from './activity.ts'
import type { Code, Level } from './codes.ts'
import type { Kind, Origin, RecordByKind, Source, Verification } from './record.ts'
import type { Verdict, VerdictCounts } from './verdict.ts'
import type { Words } from './words.ts'

/** The journal position an answer was computed from; it dates every figure. `time` is ISO, UTC. */
export type AsOf = { readonly seq: number; readonly time: string }

export type UnitLevel = 'village' | 'district' | 'regency' | 'island' | 'zone' | 'authority'

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

/** The ground behind a verdict: what of each unit nobody serves, or where polygons of two or more organisations meet. */
export type GroundAnswer = FeatureCollection<
  Polygon | MultiPolygon,
  {
    readonly code: Code
    readonly name: string
    readonly kind: 'gap' | 'overlap'
    readonly areaHa: number
    /** Hectares of the unit, the denominator of `areaHa`. */
    readonly unitHa: number
    readonly organisations: readonly string[]
  }
> & { readonly asOf: AsOf; readonly areaHa: number }

/** Why an activity of the theme that reaches the unit does not count in the period. */
export type Exclusion = 'status' | 'period' | 'no_implementer'

/** `GET /api/explanation?code&theme&period`: everything the verdict of one unit stands on, and what was left out. */
export type ExplanationAnswer = {
  readonly asOf: AsOf
  readonly code: Code
  readonly name: string
  readonly level: UnitLevel
  readonly areaHa: number
  readonly theme: string
  readonly period: string
  readonly verdict: Verdict
  /** Hectares that polygons serve and that those of two or more organisations share, each hectare once; null without polygons. */
  readonly servedHa: number | null
  readonly overlapHa: number | null
  readonly activities: readonly {
    readonly id: string
    readonly title: string
    readonly organisations: readonly string[]
    readonly status: ActivityStatus
    readonly start: string
    readonly end: string | null
    readonly origin: Origin
    readonly confirmed: string
    /** Hectares inside the unit; null where it is there by a point, a line or a code. */
    readonly areaHa: number | null
    readonly excluded: Exclusion | null
  }[]
  readonly targets: readonly {
    readonly id: string
    readonly title: string
    readonly organisation: string
    readonly measure: 'presence' | 'area'
    readonly year: number
    readonly origin: Origin
    readonly targetHa: number | null
    readonly servedHa: number | null
  }[]
  readonly binding: {
    readonly kind: 'agreement' | 'activity' | 'plan'
    readonly id: string
    readonly title: string
  } | null
}

/** `GET /api/change`: the same question put twice, of two years (`from`, `to`) or of two journal positions (`since`, `until`). */
export type ChangeAnswer = {
  readonly asOf: AsOf
  readonly region: Code
  readonly theme: string
  readonly level: UnitLevel
  readonly denominator: number
  readonly before: {
    readonly period: string
    readonly asOf: AsOf
    readonly counts: VerdictCounts
    readonly targeted: number
  }
  readonly after: {
    readonly period: string
    readonly asOf: AsOf
    readonly counts: VerdictCounts
    readonly targeted: number
  }
  /** Units whose verdict differs, in order of code. */
  readonly units: readonly {
    readonly code: Code
    readonly name: string
    readonly within: string
    readonly before: Verdict
    readonly after: Verdict
    readonly gained: readonly string[]
    readonly lost: readonly string[]
    /** Organisations that came to work here or left, by the activities above. */
    readonly arrived: readonly string[]
    readonly left: readonly string[]
  }[]
}

/** `GET /api/corridor?a&b&km[&theme&period]`: villages of two regencies within a geodesic distance of their common boundary. */
export type CorridorAnswer = {
  readonly asOf: AsOf
  readonly a: Code
  readonly b: Code
  readonly km: number
  /** Length of the common boundary; 0 where the two do not touch. */
  readonly boundaryKm: number
  readonly theme: string | null
  readonly period: string | null
  readonly counts: VerdictCounts | null
  readonly villages: readonly {
    readonly code: Code
    readonly name: string
    readonly within: string
    readonly side: 'a' | 'b'
    readonly distanceKm: number
    readonly verdict: Verdict | null
  }[]
  readonly activities: readonly {
    readonly id: string
    readonly title: string
    readonly organisations: readonly string[]
  }[]
  readonly targets: readonly { readonly id: string; readonly title: string; readonly organisation: string }[]
}

/** What `POST /api/area-report` is asked about: one of a drawn shape and a list of units, with a buffer around either if wanted. */
export type AreaReportRequest = {
  readonly geometry?: Geometry
  readonly units?: readonly Code[]
  readonly bufferKm?: number
  readonly period?: string
}

/** Everything known of one area. Budgets and beneficiaries are those of whole activities, each counted once. */
export type AreaReportAnswer = {
  readonly asOf: AsOf
  readonly period: string
  readonly areaHa: number
  /** True where the drawn shape crossed itself and was mended. */
  readonly repaired: boolean
  readonly geometry: Polygon | MultiPolygon
  readonly bbox: readonly [number, number, number, number]
  /** True when any record behind the answer is sample data. */
  readonly sample: boolean
  readonly villages: readonly {
    readonly code: Code
    readonly name: string
    readonly within: string
    /** Hectares of the village inside the area, and their share of the village, 0-1. */
    readonly areaHa: number
    readonly share: number
  }[]
  readonly activities: readonly {
    readonly id: string
    readonly title: string
    readonly themes: readonly string[]
    readonly organisations: readonly string[]
    readonly status: ActivityStatus
    readonly start: string
    readonly end: string | null
    readonly origin: Origin
    readonly areaHa: number | null
    readonly freshnessDays: number
  }[]
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly activities: number }[]
  readonly targets: readonly {
    readonly id: string
    readonly title: string
    readonly theme: string
    readonly organisation: string
    readonly year: number
    readonly measure: 'presence' | 'area'
    readonly origin: Origin
    readonly areaHa: number | null
  }[]
  /** One row a theme with any target or activity in the area; the area is the unit that is judged. */
  readonly themes: readonly {
    readonly theme: string
    readonly verdict: Verdict
    readonly activities: number
    readonly targets: number
    readonly servedHa: number
    readonly overlapHa: number
    /** Villages touched, by the verdict of the whole village. */
    readonly villages: VerdictCounts
  }[]
  readonly authority: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly holder: string
    readonly areaHa: number
    readonly share: number
    readonly origin: Origin
  }[]
  /** `of` is the number of activities active in the period, `known` how many of them state the figure. */
  readonly budget: { readonly totalIdr: number; readonly known: number; readonly of: number }
  readonly beneficiaries: { readonly total: number; readonly known: number; readonly of: number }
  readonly freshness: { readonly medianDays: number; readonly oldestDays: number; readonly of: number } | null
}

/** `value` 0-1; `weight` its share of all weights, 0-1; `points` their product in hundredths, one decimal. */
export type MatchPart = {
  readonly name: string
  readonly value: number
  readonly weight: number
  readonly points: number
  readonly reason: Words
}
export type MatchAnswer = readonly {
  readonly organisation: string
  readonly name: string
  readonly target: string
  /** 0-100, one decimal: the sum of the points of its parts */
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
  /** Programmes of convergence about this place. */
  readonly convergence: readonly { readonly id: string; readonly title: string }[]
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
