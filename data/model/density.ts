import { MONTHS, type Months, monthOfDay } from './month.ts'
import type { PointsAnswer } from './points.ts'

/** A hexagon of the grid by its axial place: rows lie along the parallels, columns lean. */
export type HexagonPlace = { readonly q: number; readonly r: number }

export type Hexagon = HexagonPlace & {
  /** Each counted once, however many of its sites lie here. */
  readonly activities: number
  /** Rows of `sites` of the answer. */
  readonly sites: readonly number[]
}

/** Later than any end: the month of an open one. */
export const OPEN_MONTH = MONTHS * 10_000

/** First and last month of each activity. */
export type Spans = { readonly first: Int32Array; readonly last: Int32Array }

export const spansOf = ({ start, end }: PointsAnswer['activities']): Spans => ({
  first: Int32Array.from(start, monthOfDay),
  last: Int32Array.from(end, (day) => (day === null ? OPEN_MONTH : monthOfDay(day))),
})

/** Under way in at least one of the months. */
export const isUnderWay = ({ first, last }: Spans, activity: number, { from, to }: Months): boolean =>
  first[activity]! <= to && last[activity]! >= from

export type Counted = {
  /** Under way, with a place on the map or without. */
  readonly activities: number
  /** Those of them that the map draws, each once. */
  readonly drawn: number
  readonly sites: number
  /** Of the drawn ones, by place among `ACTIVITY_STATUSES`. */
  readonly byStatus: readonly number[]
}

/** What is under way in some months, counted plainly: one look at every row. */
export const countIn = ({ activities, sites }: PointsAnswer, spans: Spans, months: Months): Counted => {
  const byStatus = [0, 0, 0, 0, 0]
  let [all, drawn, points] = [0, 0, 0]
  for (let row = 0; row < activities.id.length; row += 1) if (isUnderWay(spans, row, months)) all += 1
  for (let site = 0; site < sites.activity.length; site += 1) {
    const row = sites.activity[site]!
    if (!isUnderWay(spans, row, months)) continue
    points += 1
    // Sites of one activity stand together.
    if (row === sites.activity[site - 1]) continue
    drawn += 1
    byStatus[activities.status[row]!]! += 1
  }
  return { activities: all, drawn, sites: points, byStatus }
}

/** How many of the drawn activities are under way in each month, from the first on. */
export const countByMonth = ({ sites }: PointsAnswer, { first, last }: Spans, { from, to }: Months): Int32Array => {
  const counts = new Int32Array(to - from + 2)
  for (let site = 0; site < sites.activity.length; site += 1) {
    const row = sites.activity[site]!
    if (row === sites.activity[site - 1] || first[row]! > to || last[row]! < from) continue
    counts[Math.max(from, first[row]!) - from]! += 1
    counts[Math.min(to, last[row]!) - from + 1]! -= 1
  }
  for (let month = 1; month < counts.length; month += 1) counts[month]! += counts[month - 1]!
  return counts.subarray(0, -1)
}

const EARTH_KM = 6378.137
const RADIANS = Math.PI / 180
const MICRO = 1e-6

/**
 * Regular hexagons on a plane that is Mercator's, with its scale right at a parallel: two degrees from there a kilometre is
 * off by a thousandth. `km` is the width across flats, from the middle of one to the middle of the next.
 */
export type HexagonGrid = { readonly km: number; readonly latitude: number }

const scaleOf = ({ latitude }: HexagonGrid): number => EARTH_KM * Math.cos(latitude * RADIANS)

const xKm = (lng: number, scale: number): number => scale * lng * RADIANS
const yKm = (lat: number, scale: number): number => scale * Math.asinh(Math.tan(lat * RADIANS))

/** Height of a row over the one before, for a width of 1. */
const ROW = Math.sqrt(3) / 2

/** The hexagon that holds a place of the plane. */
const placeAt = (x: number, y: number, km: number): HexagonPlace => {
  const r = y / (ROW * km)
  const q = x / km - r / 2
  const [nearQ, nearR, nearS] = [Math.round(q), Math.round(r), Math.round(-q - r)]
  const [offQ, offR, offS] = [Math.abs(nearQ - q), Math.abs(nearR - r), Math.abs(nearS + q + r)]
  // Of three that must sum to nothing, the one rounded furthest follows from the others.
  if (offQ > offR && offQ > offS) return { q: -nearR - nearS + 0, r: nearR + 0 }
  return offR > offS ? { q: nearQ + 0, r: -nearQ - nearS + 0 } : { q: nearQ + 0, r: nearR + 0 }
}

/** The hexagon that holds a point, degrees. */
export const hexagonAt = (lng: number, lat: number, grid: HexagonGrid): HexagonPlace => {
  const scale = scaleOf(grid)
  return placeAt(xKm(lng, scale), yKm(lat, scale), grid.km)
}

const CORNERS = [30, 90, 150, 210, 270, 330, 390].map((degrees) => [
  Math.cos(degrees * RADIANS) / Math.sqrt(3),
  Math.sin(degrees * RADIANS) / Math.sqrt(3),
])

/** Its outline, lng and lat, closed; `share` of its width leaves a gap to the next. */
export const outlineOfHexagon = ({ q, r }: HexagonPlace, grid: HexagonGrid, share = 1): [number, number][] => {
  const scale = scaleOf(grid)
  return CORNERS.map(([x, y]) => {
    const east = grid.km * (q + r / 2 + share * x!)
    const north = grid.km * (ROW * r + share * y!)
    return [east / scale / RADIANS, Math.atan(Math.sinh(north / scale)) / RADIANS]
  })
}

/** Wider than any grid of ours has columns. */
const ROWS = 65_536

/** Where each site lies: found once for a grid, whatever is counted in it. */
export const placesOfSites = ({ sites }: PointsAnswer, grid: HexagonGrid): readonly HexagonPlace[] => {
  const scale = scaleOf(grid)
  return sites.lng.map((lng, site) => placeAt(xKm(lng * MICRO, scale), yKm(sites.lat[site]! * MICRO, scale), grid.km))
}

/** Activities under way in some months by hexagon, the fullest first; every site of theirs lies in exactly one. */
export const hexagonsIn = (
  { sites }: PointsAnswer,
  placed: readonly HexagonPlace[],
  spans: Spans,
  months: Months,
): readonly Hexagon[] => {
  type Filling = HexagonPlace & { activities: number; sites: number[]; last: number }
  const found = new Map<number, Filling>()
  for (const [site, { q, r }] of placed.entries()) {
    const row = sites.activity[site]!
    if (!isUnderWay(spans, row, months)) continue
    const key = ROWS * q + r
    const hexagon = found.get(key) ?? { q, r, activities: 0, sites: [], last: -1 }
    if (hexagon.sites.length === 0) found.set(key, hexagon)
    if (hexagon.last !== row) hexagon.activities += 1
    hexagon.last = row
    hexagon.sites.push(site)
  }
  return [...found.values()]
    .sort((a, b) => b.activities - a.activities || b.sites.length - a.sites.length || b.r - a.r || a.q - b.q)
    .map(({ last: _, ...hexagon }) => hexagon)
}

/** The most activities under way in one hexagon in any one of the months: the scale of a picture that plays through them. */
export const fullestMonth = (
  { sites }: PointsAnswer,
  placed: readonly HexagonPlace[],
  { first, last }: Spans,
  { from, to }: Months,
): number => {
  type Changes = { readonly by: Int32Array; last: number }
  const changes = new Map<number, Changes>()
  for (const [site, { q, r }] of placed.entries()) {
    const row = sites.activity[site]!
    if (first[row]! > to || last[row]! < from) continue
    const key = ROWS * q + r
    const known = changes.get(key) ?? { by: new Int32Array(to - from + 2), last: -1 }
    changes.set(key, known)
    if (known.last === row) continue
    known.last = row
    known.by[Math.max(from, first[row]!) - from]! += 1
    known.by[Math.min(to, last[row]!) - from + 1]! -= 1
  }
  let fullest = 0
  for (const { by } of changes.values()) {
    let now = 0
    for (const change of by) {
      now += change
      fullest = Math.max(fullest, now)
    }
  }
  return fullest
}

export const MOST_CLASSES = 5

/** The least count of each class, rising by even ratios: few hexagons hold much, most hold little. */
export const classesOf = (most: number): readonly number[] => {
  const limits: number[] = []
  for (let at = 0; at < MOST_CLASSES; at += 1) {
    const next = Math.max((limits.at(-1) ?? 0) + 1, Math.ceil(most ** (at / MOST_CLASSES)))
    if (next <= most) limits.push(next)
  }
  return limits
}

export const classOf = (count: number, limits: readonly number[]): number =>
  limits.findLastIndex((least) => count >= least)
