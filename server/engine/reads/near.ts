import { distanceM } from '../locate.ts'
import { boxesAround, FARTHEST_KM } from './around.ts'
import type { NearestPoint } from './exact_walk.ts'
import { type Frame, frameAt } from './frame.ts'
import type { Holding } from './holding.ts'
import { leastDistance } from './least_distance.ts'
import { createNearestPoint } from './nearest_point.ts'
import { orderOf } from './order.ts'
import type { Sieve } from './sieve.ts'
import { leastOfEach, type SiteSheet, sheetOf } from './site_sheet.ts'

export type Near = { readonly id: string; readonly distanceKm: number }

const M_PER_KM = 1000

type Asked = { readonly lng: number; readonly lat: number; readonly sieve: Sieve; readonly holding: Holding }

/** The drawn sites of wanted activities that may lie within `km`, by their boxes no farther than `mostM`. */
const candidates = ({ lng, lat, sieve, holding }: Asked, km: number, frame: Frame, mostM: number): SiteSheet => {
  const around = boxesAround(lng, lat, km).map((box) => holding.sites.inBox(box))
  const sites = around.length === 1 ? around[0]! : around.flat()
  return sheetOf(sites, sieve, leastDistance(lng, lat, frame), mostM, holding.register)
}

/** Of sites in a sheet the nearest points: metres in the frame, and where they are. */
type Points = { readonly awayM: Float64Array; readonly degrees: Float64Array }
const noPoints = (count: number): Points => ({
  awayM: new Float64Array(count).fill(Infinity),
  degrees: new Float64Array(2 * count),
})
const keep = ({ awayM, degrees }: Points, place: number, point: NearestPoint): void => {
  awayM[place] = point.awayM
  degrees[2 * place] = point.lng
  degrees[2 * place + 1] = point.lat
}

/** Kilometres along the geodesic. */
const geodesicKm = ({ lng, lat }: Asked, { degrees }: Points, place: number): number =>
  distanceM(lng, lat, degrees[2 * place]!, degrees[2 * place + 1]!) / M_PER_KM

/** Nearest first, those as far by id. */
const ranked = (slots: Int32Array, km: Float64Array, { register }: Holding): Near[] => {
  const idAt = (at: number): string => register.idOf(slots[at]!)
  const nears: Near[] = []
  for (const at of orderOf(km, (a, b) => (idAt(a) < idAt(b) ? -1 : 1)))
    nears.push({ id: idAt(at), distanceKm: km[at]! })
  return nears
}

const measureAll = (asked: Asked, sheet: SiteSheet, frame: Frame, mostM: number): Points => {
  const { lng, lat, holding } = asked
  const points = noPoints(sheet.site.length)
  const nearestPoint = createNearestPoint(lng, lat, frame, holding.register)
  for (let place = 0; place < sheet.site.length; place += 1) keep(points, place, nearestPoint(sheet, place, mostM))
  return points
}

/**
 * Activities with a site within `km` of a position along the geodesic, nearest first, with the distance to the nearest
 * point of their sites, 0 inside. What only names a place has no distance.
 */
export const within = (lng: number, lat: number, km: number, sieve: Sieve, holding: Holding): Near[] => {
  const asked = { lng, lat, sieve, holding }
  const frame = frameAt(lng, lat, km)
  const limitM = km * M_PER_KM
  const doubtM = frame.plane ? limitM * frame.plane.doubt : Infinity
  // Through the earth it is never farther than along the surface.
  const mostM = frame.plane ? limitM + doubtM : limitM
  const sheet = candidates(asked, km, frame, mostM)
  const points = measureAll(asked, sheet, frame, mostM)
  const { awayM } = points
  const near = new Int32Array(sheet.site.length)
  let nearCount = 0
  for (let place = 0; place < near.length; place += 1) if (awayM[place]! <= mostM) near[nearCount++] = place
  const found = leastOfEach(near.subarray(0, nearCount), sheet, awayM, holding.register.slotCount())
  const slots = new Int32Array(found.length)
  const distances = new Float64Array(found.length)
  let count = 0
  for (let index = 0; index < found.length; index += 1) {
    const place = found[index]!
    const isCertain = Math.abs(awayM[place]! - limitM) > doubtM
    const distanceKm = isCertain ? awayM[place]! / M_PER_KM : geodesicKm(asked, points, place)
    if (distanceKm > km) continue
    slots[count] = sheet.slot[place]!
    distances[count++] = distanceKm
  }
  return ranked(slots, distances.subarray(0, count), holding)
}

/** What ranks by distances through the earth, or within the doubt of a plane, may come out the other way along the geodesic. */
const RANK_DOUBT = 0.01

/** The places of the `n` nearest activities in a sheet and of those that may still be among them; all in `points` */
const measureNearest = (asked: Asked, sheet: SiteSheet, frame: Frame, n: number, points: Points): Int32Array => {
  const { lng, lat, holding } = asked
  const { register } = holding
  const nearestPoint = createNearestPoint(lng, lat, frame, register)
  const { leastM } = sheet
  const doubt = 1 + (frame.plane?.doubt ?? RANK_DOUBT)
  const measured = new Int32Array(sheet.site.length)
  let count = 0
  let mostM = Infinity
  let next = n
  const found = (): Int32Array => leastOfEach(measured.subarray(0, count), sheet, points.awayM, register.slotCount())
  const bound = (): number =>
    (Float64Array.from(found(), (place) => points.awayM[place]!).sort()[n - 1] ?? Infinity) * doubt
  for (const place of orderOf(leastM, (a, b) => a - b)) {
    if (leastM[place]! > mostM) continue
    const point = nearestPoint(sheet, place, mostM)
    if (point.awayM > mostM) continue
    keep(points, place, point)
    measured[count++] = place
    if (count < next) continue
    mostM = bound()
    next = count + Math.ceil(n / 4)
  }
  mostM = bound()
  return found().filter((place) => points.awayM[place]! <= mostM)
}

const nearestOf = (asked: Asked, sheet: SiteSheet, frame: Frame, n: number): Near[] => {
  const points = noPoints(sheet.site.length)
  const found = measureNearest(asked, sheet, frame, n, points)
  const slots = found.map((place) => sheet.slot[place]!)
  const distances = Float64Array.from(found, (place) => geodesicKm(asked, points, place))
  return ranked(slots, distances, asked.holding).slice(0, n)
}

const FIRST_KM = 1
/** So that rounding never leaves the last one out. */
const A_LITTLE_MORE = 1.0001

/** The `n` activities with the nearest sites, nearest first; fewer where there are no more. */
export const nearest = (lng: number, lat: number, n: number, sieve: Sieve, holding: Holding): Near[] => {
  const asked = { lng, lat, sieve, holding }
  if (n < 1) return []
  for (let km = FIRST_KM; ; ) {
    const frame = frameAt(lng, lat, km)
    const sheet = candidates(asked, km, frame, Infinity)
    const isAll = km >= FARTHEST_KM
    const found = sheet.site.length < n && !isAll ? [] : nearestOf(asked, sheet, frame, n)
    const lastKm = found.at(-1)?.distanceKm ?? Infinity
    if (isAll || (found.length === n && lastKm <= km)) return found
    // What was found bounds the circle that holds the nearest; where there is too little, the circle grows by what is missing.
    const growth = Math.min(8, 1.5 * Math.sqrt(n / Math.max(1, sheet.site.length)))
    km = Math.min(FARTHEST_KM, found.length === n ? lastKm * A_LITTLE_MORE : km * Math.max(1.5, growth))
  }
}
