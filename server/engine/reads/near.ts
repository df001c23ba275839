import { UNITS_PER_DEGREE } from '../grid.ts'
import { distanceM } from '../locate.ts'
import { boxesAround, FARTHEST_KM } from './around.ts'
import { type Frame, frameAt } from './frame.ts'
import type { Holding } from './holding.ts'
import { createNearestPoint } from './nearest_point.ts'
import type { Sieve } from './sieve.ts'

export type Near = { readonly id: string; readonly distanceKm: number }

const M_PER_KM = 1000
/** A degree of latitude is never longer, one of longitude neither. */
const LONGEST_DEGREE_M = 111_700

type Found = { slot: number; awayM: number; lng: number; lat: number }
type Asked = { readonly lng: number; readonly lat: number; readonly sieve: Sieve; readonly holding: Holding }

/** The drawn sites of wanted activities that may lie within `km`. */
const candidates = ({ lng, lat, sieve, holding }: Asked, km: number): number[] => {
  const { owner } = holding.register.columns
  return boxesAround(lng, lat, km)
    .flatMap((box) => holding.sites.inBox(box))
    .filter((site) => sieve(owner[site]!))
}

/** For each activity its nearest point among the given sites, in metres of the frame. */
const measure = (sites: readonly number[], { lng, lat, holding }: Asked, frame: Frame): Found[] => {
  const { register } = holding
  const nearestPoint = createNearestPoint(lng, lat, frame, register)
  const found = new Map<number, Found>()
  for (const site of sites) {
    const slot = register.columns.owner[site]!
    const point = nearestPoint(site)
    const known = found.get(slot)
    if (!known) found.set(slot, { slot, ...point })
    else if (point.awayM < known.awayM) Object.assign(known, point)
  }
  return [...found.values()]
}

/** Along the geodesic to the nearest point; in no order. */
const answer = (found: readonly Found[], { lng, lat, holding }: Asked, isCertain: (awayM: number) => boolean): Near[] =>
  found.map(({ slot, awayM, lng: toLng, lat: toLat }) => ({
    id: holding.register.idOf(slot),
    distanceKm: (isCertain(awayM) ? awayM : distanceM(lng, lat, toLng, toLat)) / M_PER_KM,
  }))

const byDistance = (a: Near, b: Near): number => a.distanceKm - b.distanceKm || (a.id < b.id ? -1 : 1)

/**
 * Activities with a site within `km` of a position along the geodesic, nearest first, with the distance to the nearest
 * point of their sites, 0 inside. What only names a place has no distance.
 */
export const within = (lng: number, lat: number, km: number, sieve: Sieve, holding: Holding): Near[] => {
  const asked = { lng, lat, sieve, holding }
  const frame = frameAt(lng, lat, km)
  const limitM = km * M_PER_KM
  const doubtM = frame.doubt === null ? Infinity : limitM * frame.doubt
  // Through the earth it is never farther than along the surface.
  const mostM = frame.doubt === null ? limitM : limitM + doubtM
  const found = measure(candidates(asked, km), asked, frame).filter(({ awayM }) => awayM <= mostM)
  return answer(found, asked, (awayM) => Math.abs(awayM - limitM) > doubtM)
    .filter(({ distanceKm }) => distanceKm <= km)
    .sort(byDistance)
}

type Range = { readonly site: number; readonly leastM: number; readonly mostM: number }

/** In the frame, how far a site may be at least and at most, by its box. */
const rangesOf = (sites: readonly number[], frame: Frame, { boxes }: Holding['register']['columns']): Range[] => {
  const middles = new Float64Array(2 * sites.length)
  const metres = new Float64Array(3 * sites.length)
  for (const [index, site] of sites.entries()) {
    middles[2 * index] = (boxes[4 * site]! + boxes[4 * site + 2]!) / 2 / UNITS_PER_DEGREE
    middles[2 * index + 1] = (boxes[4 * site + 1]! + boxes[4 * site + 3]!) / 2 / UNITS_PER_DEGREE
  }
  frame.place(middles, sites.length, metres)
  return sites.map((site, index) => {
    const width = boxes[4 * site + 2]! - boxes[4 * site]!
    const height = boxes[4 * site + 3]! - boxes[4 * site + 1]!
    const radiusM = (Math.sqrt(width * width + height * height) / 2 / UNITS_PER_DEGREE) * LONGEST_DEGREE_M
    const [x, y, z] = [metres[3 * index]!, metres[3 * index + 1]!, metres[3 * index + 2]!]
    const awayM = Math.sqrt(x * x + y * y + z * z)
    return { site, leastM: awayM - radiusM, mostM: awayM + radiusM }
  })
}

/** The sites that may belong to one of the `n` nearest activities: the others begin where n activities have ended. */
const rivals = (sites: readonly number[], n: number, { holding }: Asked, frame: Frame): number[] => {
  const { columns } = holding.register
  const ranges = rangesOf(sites, frame, columns)
  const mostM = new Map<number, number>()
  for (const range of ranges) {
    const slot = columns.owner[range.site]!
    mostM.set(slot, Math.min(range.mostM, mostM.get(slot) ?? Infinity))
  }
  const enoughM = Float64Array.from(mostM.values()).sort()[n - 1] ?? Infinity
  return ranges.filter(({ leastM }) => leastM <= enoughM).map(({ site }) => site)
}

/** What ranks by distances through the earth, or within the doubt of a plane, may come out the other way along the geodesic. */
const RANK_DOUBT = 0.01

const nearestWithin = (asked: Asked, n: number, km: number): Near[] => {
  const frame = frameAt(asked.lng, asked.lat, km)
  const sites = rivals(candidates(asked, km), n, asked, frame)
  const found = measure(sites, asked, frame).sort((a, b) => a.awayM - b.awayM)
  const lastM = found[Math.min(n, found.length) - 1]?.awayM ?? 0
  const doubtM = lastM * (frame.doubt ?? RANK_DOUBT)
  const rivalling = found.filter(({ awayM }) => awayM <= lastM + doubtM)
  return answer(rivalling, asked, () => false)
    .sort(byDistance)
    .slice(0, n)
}

const FIRST_KM = 1
/** So that rounding never leaves the last one out. */
const A_LITTLE_MORE = 1.0001

/** The `n` activities with the nearest sites, nearest first; fewer where there are no more. */
export const nearest = (lng: number, lat: number, n: number, sieve: Sieve, holding: Holding): Near[] => {
  const asked = { lng, lat, sieve, holding }
  if (n < 1) return []
  for (let km = FIRST_KM; ; ) {
    const found = nearestWithin(asked, n, km)
    const lastKm = found.at(-1)?.distanceKm ?? Infinity
    if (km >= FARTHEST_KM || (found.length === n && lastKm <= km)) return found
    // What was found bounds the circle that holds the nearest; where there is too little, the circle grows by what is missing.
    const growth = Math.min(8, 1.5 * Math.sqrt(n / Math.max(1, found.length)))
    km = Math.min(FARTHEST_KM, found.length === n ? lastKm * A_LITTLE_MORE : km * growth)
  }
}
