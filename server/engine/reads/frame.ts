const RADIANS = Math.PI / 180
/** WGS 84. */
const EQUATOR_M = 6_378_137
const FLATTENING = 1 / 298.257223563
const SQUARED = FLATTENING * (2 - FLATTENING)

/** Metres through the earth from one position, as x, y, z: what counts is the distance from 0, 0, 0, and it only ranks. */
export type Space = {
  readonly plane: null
  /** Places `count` positions lng, lat, ... as x, y, z, ...; many at once, because numbers handed over one by one are slow. */
  place(degrees: Float64Array, count: number, into: Float64Array): void
}

/** How metres are told around one position: in a plane where that is true enough, through the earth elsewhere. */
export type Frame = { readonly plane: Plane } | Space

/** Shares of a distance, no farther than the frame reaches: what is said of it may be wrong by as much. */
export type Plane = {
  /** Of a distance in the frame, against the geodesic. */
  readonly doubt: number
  /** Of a rough one, against the frame: all degrees are as long as at the position, so many metres. */
  readonly roughness: number
  readonly eastM: number
  readonly northM: number
  /** Metres of a degree, as series in half the difference of latitude in radians: east of it three terms, north of it two. */
  readonly eastSeries: readonly [number, number, number]
  readonly northSeries: readonly [number, number]
}

/** A radian of the meridian is never shorter than 6,335 km; a little less leaves room for what lies just beyond. */
const LEAST_KM_PER_RADIAN = 6_000
const ALWAYS_ROUGH = 1e-4

/** Half the difference of latitude, in radians, times the slope of both scales: see `planeAt`. */
const roughnessOf = (lat: number, km: number): number => {
  const half = km / LEAST_KM_PER_RADIAN / 2
  return half * (Math.abs(Math.tan(lat * RADIANS)) + 3 * SQUARED + half) + ALWAYS_ROUGH
}

/**
 * Metres east and north. The latitude in the middle between the position and what is measured sets both scales: against
 * the geodesic the distance is then wrong by at most 7e-6 of itself up to 100 km and 30 degrees, by 4e-9 up to 5 km at 1.
 */
const planeAt = (atLat: number, km: number): Frame => {
  const [sine, cosine] = [Math.sin(atLat * RADIANS), Math.cos(atLat * RADIANS)]
  const rest = 1 - SQUARED * sine * sine
  // Metres of a radian of the meridian, and of the parallel but for its cosine.
  const alongM = (EQUATOR_M * (1 - SQUARED)) / (rest * Math.sqrt(rest))
  const acrossM = EQUATOR_M / Math.sqrt(rest)
  // Both scales at the middle latitude, as series in half the difference of latitude.
  const east0 = acrossM * cosine * RADIANS
  const east1 = -alongM * sine * RADIANS
  const east2 = -0.5 * acrossM * cosine * RADIANS
  const north0 = alongM * RADIANS
  const north1 = (3 * SQUARED * sine * cosine * alongM * RADIANS) / rest
  return {
    plane: {
      doubt: 1e-5,
      roughness: roughnessOf(atLat, km),
      eastM: east0,
      northM: north0,
      eastSeries: [east0, east1, east2],
      northSeries: [north0, north1],
    },
  }
}

/** Metres through the earth: nothing happens at the poles or at the date line, and near ranks before far all over the globe. */
const spaceAt = (atLng: number, atLat: number): Space => {
  const origin = new Float64Array(3)
  const place: Space['place'] = (degrees, count, into) => {
    const [x0, y0, z0] = origin as unknown as readonly [number, number, number]
    for (let index = 0; index < count; index += 1) {
      const lng = degrees[2 * index]! * RADIANS
      const lat = degrees[2 * index + 1]! * RADIANS
      const sine = Math.sin(lat)
      const acrossM = EQUATOR_M / Math.sqrt(1 - SQUARED * sine * sine)
      const outM = acrossM * Math.cos(lat)
      into[3 * index] = outM * Math.cos(lng) - x0
      into[3 * index + 1] = outM * Math.sin(lng) - y0
      into[3 * index + 2] = acrossM * (1 - SQUARED) * sine - z0
    }
  }
  place(Float64Array.of(atLng, atLat), 1, origin)
  return { place, plane: null }
}

const PLANE_KM = 100
const PLANE_LAT = 30

/** The frame for what lies no farther than `km` from a position. */
export const frameAt = (lng: number, lat: number, km: number): Frame =>
  km <= PLANE_KM && Math.abs(lat) <= PLANE_LAT ? planeAt(lat, km) : spaceAt(lng, lat)
