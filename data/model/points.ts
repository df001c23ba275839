import type { AsOf } from './answers.ts'
import type { Code } from './codes.ts'

/**
 * `GET /api/points?region[&theme&organisation&status]`: public activities of a region and where the map draws them, as columns.
 * A row of `sites` is a place: the point itself, or the middle of the box of an area or a line.
 */
export type PointsAnswer = {
  readonly asOf: AsOf
  readonly region: Code
  readonly theme: string | null
  /** A column each, one row an activity, with a place on the map or without. */
  readonly activities: {
    readonly id: readonly string[]
    /** Days since 1970-01-01, both included; null is open. */
    readonly start: readonly number[]
    readonly end: readonly (number | null)[]
    /** Place among `ACTIVITY_STATUSES`. */
    readonly status: readonly number[]
    /** Place in `organisations`. */
    readonly organisations: readonly number[]
  }
  /** One row a site, those of one activity one after the other. */
  readonly sites: {
    /** Row of `activities`. */
    readonly activity: readonly number[]
    /** Millionths of a degree, WGS 84. */
    readonly lng: readonly number[]
    readonly lat: readonly number[]
    /** Place in `reached`. */
    readonly reached: readonly number[]
  }
  /** Who carries an activity out, each list once. */
  readonly organisations: readonly (readonly string[])[]
  /** Places that a site reaches, each list once, as places in `places`. */
  readonly reached: readonly (readonly number[])[]
  readonly places: readonly { readonly code: Code; readonly name: string }[]
}
