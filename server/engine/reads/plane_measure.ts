import { UNITS_PER_DEGREE } from '../grid.ts'
import { LONGEST_PIECE_DEGREES } from './exact_search.ts'
import type { Plane } from './frame.ts'
import type { SiteSheet } from './site_sheet.ts'

const HALF_RADIANS = Math.PI / 360
const wrapped = (degrees: number): number => (degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees)

/** Measures single corners and edges of one site after the other: `begin`, some of its edges, `end`. */
export type PlaneMeasure = {
  begin(): void
  /** Of units, where it begins among the numbers. */
  corner(at: number): void
  /** The edge from that corner to the next. */
  edge(at: number): void
  /** The site is at that place of the sheet, where its nearest point is written. */
  end(place: number): void
}

/** In the plane; one edge needs no lists, so this takes a third of the time of `createExactSearch`. */
export const createPlaneMeasure = (
  atLng: number,
  atLat: number,
  { eastSeries: [east0, east1, east2], northSeries: [north0, north1] }: Plane,
  numbers: Int32Array,
  sheet: SiteSheet,
): PlaneMeasure => {
  /** Squared metres, lng, lat; in an array, because numbers of their own would be made anew each time. */
  const best = new Float64Array(3)

  const northOf = (lat: number): number => {
    const north = lat - atLat
    return north * (north0 + north * HALF_RADIANS * north1)
  }
  const eastOf = (lng: number, lat: number): number => {
    const half = (lat - atLat) * HALF_RADIANS
    return wrapped(lng - atLng) * (east0 + half * (east1 + half * east2))
  }

  const offer = (squaredM2: number, lng: number, lat: number): void => {
    if (squaredM2 >= best[0]!) return
    best[0] = squaredM2
    best[1] = lng
    best[2] = lat
  }

  /** A piece so short that it is as good as straight. */
  const piece = (lng1: number, lat1: number, lng2: number, lat2: number): void => {
    const ax = eastOf(lng1, lat1)
    const ay = northOf(lat1)
    const bx = eastOf(lng2, lat2)
    const by = northOf(lat2)
    offer(ax * ax + ay * ay, lng1, lat1)
    offer(bx * bx + by * by, lng2, lat2)
    const dx = bx - ax
    const dy = by - ay
    const length2 = dx * dx + dy * dy
    const along = -(ax * dx + ay * dy)
    if (along <= 0 || along >= length2) return
    const share = along / length2
    const footLng = lng1 + share * (lng2 - lng1)
    const footLat = lat1 + share * (lat2 - lat1)
    const [x, y] = [eastOf(footLng, footLat), northOf(footLat)]
    offer(x * x + y * y, footLng, footLat)
  }

  const pieces = (lng: number, lat: number, toLng: number, toLat: number, count: number): void => {
    const [width, height] = [toLng - lng, toLat - lat]
    for (let step = 1; step <= count; step += 1) {
      const [begun, done] = [(step - 1) / count, step / count]
      piece(lng + width * begun, lat + height * begun, lng + width * done, lat + height * done)
    }
  }

  return {
    begin() {
      best[0] = Infinity
    },
    corner(at) {
      const lng = numbers[at]! / UNITS_PER_DEGREE
      const lat = numbers[at + 1]! / UNITS_PER_DEGREE
      const [x, y] = [eastOf(lng, lat), northOf(lat)]
      offer(x * x + y * y, lng, lat)
    },
    edge(at) {
      const lng = numbers[at]! / UNITS_PER_DEGREE
      const lat = numbers[at + 1]! / UNITS_PER_DEGREE
      const toLng = numbers[at + 2]! / UNITS_PER_DEGREE
      const toLat = numbers[at + 3]! / UNITS_PER_DEGREE
      const longest = Math.max(Math.abs(toLng - lng), Math.abs(toLat - lat))
      if (longest <= LONGEST_PIECE_DEGREES) piece(lng, lat, toLng, toLat)
      else pieces(lng, lat, toLng, toLat, Math.ceil(longest / LONGEST_PIECE_DEGREES))
    },
    end(place) {
      sheet.awayM[place] = Math.sqrt(best[0]!)
      sheet.points[2 * place] = best[1]!
      sheet.points[2 * place + 1] = best[2]!
    },
  }
}
