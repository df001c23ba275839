import type { ContextAnswer } from '../../data/model/answers.ts'
import {
  type Counted,
  classesOf,
  countByMonth,
  countIn,
  fullestMonth,
  type Hexagon,
  type HexagonGrid,
  hexagonsIn,
  OPEN_MONTH,
  placesOfSites,
  type Spans,
  spansOf,
} from '../../data/model/density.ts'
import { type Months, monthOfDay, monthsOfYears } from '../../data/model/month.ts'
import { FIRST_YEAR, LAST_YEAR } from '../../data/model/period.ts'
import type { PointsAnswer } from '../../data/model/points.ts'
import type { Density } from '../analysis/keys.ts'
import { bboxOf } from '../map/camera.ts'
import type { View } from '../view.ts'

export type Told = {
  readonly points: PointsAnswer
  readonly spans: Spans
  /** What is counted: one month, or the whole period of the question. */
  readonly months: Months
  readonly counted: Counted
  /** Null where points are drawn. */
  readonly hexagons: {
    readonly grid: HexagonGrid
    readonly all: readonly Hexagon[]
    /** The least count of each class. */
    readonly limits: readonly number[]
  } | null
}

/** The last of each kind that was worked out of an answer: panel, map and months ask for the same. */
const kept = new WeakMap<PointsAnswer, Map<string, { readonly key: string; readonly value: unknown }>>()

const once = <Value>(points: PointsAnswer, kind: string, key: string, make: () => Value): Value => {
  const shelf = kept.get(points) ?? new Map()
  kept.set(points, shelf)
  const known = shelf.get(kind)
  if (known?.key === key) return known.value as Value
  const value = make()
  shelf.set(kind, { key, value })
  return value
}

const spansOfPoints = (points: PointsAnswer): Spans => once(points, 'spans', '', () => spansOf(points.activities))

/** A whole degree, so that the same boundary drawn a little otherwise gives the same hexagons. */
export const gridOf = (km: NonNullable<Density['km']>, region: string, context: ContextAnswer): HexagonGrid => {
  const [, south, , north] = bboxOf(region, context) ?? [0, 0, 0, 0]
  return { km, latitude: Math.round((south + north) / 2) }
}

/** From the first month in which anything is under way to the last that has an end, or to today. */
export const monthsThrough = (points: PointsAnswer): Months =>
  once(points, 'through', '', () => {
    const { first, last } = spansOfPoints(points)
    const today = monthOfDay(Math.floor(Date.parse(points.asOf.time) / 86_400_000))
    let [from, to] = [today, today]
    for (const row of new Set(points.sites.activity)) {
      from = Math.min(from, first[row]!)
      if (last[row]! < OPEN_MONTH) to = Math.max(to, last[row]!)
    }
    const all = monthsOfYears({ from: FIRST_YEAR, to: LAST_YEAR })
    return { from: Math.max(all.from, from), to: Math.min(all.to, to) }
  })

export const countsThrough = (points: PointsAnswer): Int32Array =>
  once(points, 'by month', '', () => countByMonth(points, spansOfPoints(points), monthsThrough(points)))

/** What the density of a view tells of an answer. */
export const tell = (
  points: PointsAnswer,
  { region, period }: Pick<View, 'region' | 'period'>,
  { km, month }: Density,
  context: ContextAnswer,
): Told => {
  const spans = spansOfPoints(points)
  const months = month === null ? monthsOfYears(period) : { from: month, to: month }
  const when = `${months.from} ${months.to}`
  const counted = once(points, 'counted', when, () => countIn(points, spans, months))
  if (km === null) return { points, spans, months, counted, hexagons: null }
  const grid = gridOf(km, region, context)
  const on = `${grid.km} ${grid.latitude}`
  const placed = once(points, 'placed', on, () => placesOfSites(points, grid))
  const all = once(points, 'hexagons', `${on} ${when}`, () => hexagonsIn(points, placed, spans, months))
  // Colours keep their meaning while months play.
  const most =
    month === null
      ? (all[0]?.activities ?? 0)
      : once(points, 'fullest', on, () => fullestMonth(points, placed, spans, monthsThrough(points)))
  const hexagons = once(points, 'hexagons told', `${on} ${when} ${most}`, () => ({
    grid,
    all,
    limits: classesOf(most),
  }))
  return { points, spans, months, counted, hexagons }
}
