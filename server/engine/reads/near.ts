import { grown } from '../arena.ts'
import { distanceM } from '../locate.ts'
import { boxesAround, FARTHEST_KM } from './around.ts'
import { type Frame, frameAt } from './frame.ts'
import type { Holding } from './holding.ts'
import { leastDistance } from './least_distance.ts'
import { createNearestPoint } from './nearest_point.ts'
import { orderOf } from './order.ts'
import { firstOf, type NearestFirst, NOTHING_NEAR, ranked } from './ranked.ts'
import type { Sieve } from './sieve.ts'
import { nearestOfEach, type SiteSheet, sheetOf } from './site_sheet.ts'

export type { NearestFirst } from './ranked.ts'

const M_PER_KM = 1000

type Asked = { readonly lng: number; readonly lat: number; readonly sieve: Sieve; readonly holding: Holding }

/** What may lie within `km`. */
const candidates = ({ lng, lat, sieve, holding }: Asked, km: number, frame: Frame, mostM: number): SiteSheet =>
  sheetOf(boxesAround(lng, lat, km), sieve, leastDistance(lng, lat, frame), mostM, holding)

/** Along the geodesic to the points that were measured; many sites share the border, and the corner, that is nearest. */
const geodesics = ({ lng, lat }: Asked, { points }: SiteSheet): ((place: number) => number) => {
  const known = new Map<number, { readonly toLat: number; readonly km: number }>()
  return (place) => {
    const [toLng, toLat] = [points[2 * place]!, points[2 * place + 1]!]
    const found = known.get(toLng)
    if (found?.toLat === toLat) return found.km
    const km = distanceM(lng, lat, toLng, toLat) / M_PER_KM
    known.set(toLng, { toLat, km })
    return km
  }
}

let slots = new Int32Array(0)
let distancesKm = new Float64Array(0)

/** Those of the given places that are no farther than `km`; distances in the frame are only trusted where they are certain. */
const answer = (
  asked: Asked,
  sheet: SiteSheet,
  places: Int32Array,
  km: number,
  isCertain: (awayM: number) => boolean,
): NearestFirst => {
  slots = grown(slots, places.length)
  distancesKm = grown(distancesKm, places.length)
  const geodesicKm = geodesics(asked, sheet)
  let count = 0
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index]!
    const awayM = sheet.awayM[place]!
    const ownKm = isCertain(awayM) ? awayM / M_PER_KM : geodesicKm(place)
    if (ownKm > km) continue
    slots[count] = sheet.slot[place]!
    distancesKm[count++] = ownKm
  }
  return ranked(slots, distancesKm.subarray(0, count), asked.holding.register.idOf)
}

/**
 * Activities with a site within `km` of a position along the geodesic, nearest first, with the distance to the nearest
 * point of their sites, 0 inside. What only names a place has no distance.
 */
export const within = (lng: number, lat: number, km: number, sieve: Sieve, holding: Holding): NearestFirst => {
  const asked = { lng, lat, sieve, holding }
  const frame = frameAt(lng, lat, km)
  const limitM = km * M_PER_KM
  const doubtM = frame.plane ? limitM * frame.plane.doubt : Infinity
  // Through the earth it is never farther than along the surface.
  const mostM = frame.plane ? limitM + doubtM : limitM
  const sheet = candidates(asked, km, frame, mostM)
  const findPoint = createNearestPoint(lng, lat, frame, holding.register, sheet)
  for (let place = 0; place < sheet.count; place += 1) findPoint(place, mostM)
  const found = nearestOfEach(sheet, mostM, holding.register)
  return answer(asked, sheet, found, km, (awayM) => Math.abs(awayM - limitM) > doubtM)
}

/** What ranks by distances through the earth, or within the doubt of a plane, may come out the other way along the geodesic. */
const RANK_DOUBT = 0.01

/** Up to where in the frame the `n` nearest activities that are measured may be. */
const boundOf = (sheet: SiteSheet, frame: Frame, n: number, { register }: Holding): number => {
  const found = nearestOfEach(sheet, Infinity, register)
  const nthM = Float64Array.from(found, (place) => sheet.awayM[place]!).sort()[n - 1] ?? Infinity
  return nthM * (1 + (frame.plane?.doubt ?? RANK_DOUBT))
}

/**
 * Measures the site with the nearest box first, until no box begins before the `n` nearest have ended, or until these end
 * beyond `km` in a plane: then others may be nearer. Returns up to where they may be.
 */
const measureNearest = (asked: Asked, sheet: SiteSheet, frame: Frame, n: number, km: number): number => {
  const findPoint = createNearestPoint(asked.lng, asked.lat, frame, asked.holding.register, sheet)
  const enoughM = frame.plane ? km * M_PER_KM : Infinity
  let mostM = Infinity
  let left = n
  for (const place of orderOf(sheet.leastM.subarray(0, sheet.count))) {
    if (sheet.leastM[place]! > mostM) break
    findPoint(place, mostM)
    if (--left > 0) continue
    mostM = boundOf(sheet, frame, n, asked.holding)
    if (mostM > enoughM && mostM < Infinity) return mostM
    left = Math.ceil(n / 4)
  }
  return boundOf(sheet, frame, n, asked.holding)
}

/** What is found within `km`, and up to how far the nearest may be: farther than `km`, others may be nearer. */
type Attempt = { readonly found: NearestFirst; readonly count: number; readonly reachKm: number }

const attempt = (asked: Asked, n: number, km: number): Attempt => {
  const frame = frameAt(asked.lng, asked.lat, km)
  const sheet = candidates(asked, km, frame, Infinity)
  const { count } = sheet
  if (count < n && km < FARTHEST_KM) return { found: NOTHING_NEAR, count, reachKm: Infinity }
  const mostM = measureNearest(asked, sheet, frame, n, km)
  if (frame.plane && mostM > km * M_PER_KM) return { found: NOTHING_NEAR, count, reachKm: mostM / M_PER_KM }
  const places = nearestOfEach(sheet, mostM, asked.holding.register)
  const found = firstOf(
    answer(asked, sheet, places, Infinity, () => false),
    n,
  )
  return { found, count, reachKm: found.distancesKm[n - 1] ?? Infinity }
}

const FIRST_KM = 1
const LEAST_GROWTH = 1.5
const MOST_GROWTH = 8
/** So that rounding never leaves the last one out. */
const A_LITTLE_MORE = 1.0001

/** The `n` activities with the nearest sites, nearest first; fewer where there are no more. */
export const nearest = (lng: number, lat: number, n: number, sieve: Sieve, holding: Holding): NearestFirst => {
  const asked = { lng, lat, sieve, holding }
  if (n < 1) return NOTHING_NEAR
  for (let km = FIRST_KM; ; ) {
    const { found, count, reachKm } = attempt(asked, n, km)
    if (km >= FARTHEST_KM || reachKm <= km) return found
    // What was found bounds the circle that holds the nearest; where there is too little, the circle grows by what is missing.
    const growth = Math.min(MOST_GROWTH, LEAST_GROWTH * Math.sqrt(n / Math.max(1, count)))
    const nextKm = reachKm < Infinity ? reachKm * A_LITTLE_MORE : km * Math.max(LEAST_GROWTH, growth)
    km = Math.min(FARTHEST_KM, nextKm)
  }
}
