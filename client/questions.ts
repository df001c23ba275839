import type { LayerId } from '../data/layers/layer.ts'
import type { ActivityStatus } from '../data/model/activity.ts'
import type { UnitLevel } from '../data/model/answers.ts'
import type { Kind, Verification } from '../data/model/record.ts'

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

/** `period` is a year or two with a slash, `2024/2026`; `region` a dotted Kemendagri code. */
export type Question = {
  readonly region: string
  readonly theme: string
  readonly period: string
  readonly level?: UnitLevel
  readonly organisation?: readonly string[]
  readonly status?: readonly ActivityStatus[]
}

export type FeatureFilters = {
  readonly bbox?: Box
  readonly within?: string
  readonly period?: string
  readonly theme?: string
  readonly organisation?: readonly string[]
  readonly status?: readonly ActivityStatus[]
  readonly verification?: Verification
  readonly level?: UnitLevel
  /** Features in one answer of the server; all are given, page after page. */
  readonly limit?: number
}

/** `since` is a number of a journal entry or an ISO day; `after` the cursor of an answer before. */
export type ChangesAsked = {
  readonly since?: number | string
  readonly after?: string
  readonly kind?: Kind
  readonly limit?: number
}

/** `datetime` is a day or an interval, `2026-01-01/..`. */
export type ItemsAsked = { readonly bbox?: Box; readonly datetime?: string; readonly limit?: number }

export type Layer = LayerId

/** The question mark and what stands behind it; lists are joined by commas, what is undefined is left out. */
export const searchOf = (asked: object): string => {
  const said = Object.entries(asked).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(
    said.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : `${value}`]),
  ).toString()
  return search && `?${search}`
}
