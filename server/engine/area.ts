import type { MultiPolygon, Polygon } from 'geojson'
import type { Code } from '../../data/model/codes.ts'
import type { Period } from '../../data/model/period.ts'
import type { Verdict } from '../../data/model/verdict.ts'

/** What the engine knows of a shape that somebody drew; hectares are those inside it, null is presence only. */
export type AreaFinding = {
  readonly areaHa: number
  /** The shape crossed itself and was mended. */
  readonly repaired: boolean
  /** As it was measured: on the grid, valid. */
  readonly geometry: Polygon | MultiPolygon
  /** Villages that the shape reaches by more than a sliver, in order of code. */
  readonly villages: readonly { readonly code: Code; readonly areaHa: number }[]
  readonly activities: readonly { readonly id: string; readonly areaHa: number | null }[]
  readonly targets: readonly { readonly id: string; readonly areaHa: number | null }[]
  readonly authority: readonly { readonly id: string; readonly areaHa: number }[]
  /** The shape as a planning unit. Answers from the records as they were when it was drawn. */
  judge(theme: string, period: Period): AreaVerdict
}

export type AreaVerdict = {
  readonly verdict: Verdict
  readonly activities: readonly string[]
  readonly targets: readonly string[]
  readonly servedHa: number
  readonly overlapHa: number
}
