const RADIANS = Math.PI / 180
/** WGS 84. */
const EQUATOR_M = 6_378_137
const FLATTENING = 1 / 298.257223563
const SQUARED = FLATTENING * (2 - FLATTENING)

/** Metres from one position: `at` moves the point x, y, z, whose distance from 0, 0, 0 is what counts. */
export type Frame = {
  x: number
  y: number
  z: number
  at(lng: number, lat: number): void
  /** What a distance in the frame may be wrong by, as a share; where it is null, distances only rank. */
  readonly doubt: number | null
}

const wrapped = (degrees: number): number => (degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees)

/** Metres of a radian along the meridian and along the parallel's radius of curvature. */
const curvature = (sine: number): readonly [alongM: number, acrossM: number] => {
  const rest = 1 - SQUARED * sine * sine
  return [(EQUATOR_M * (1 - SQUARED)) / (rest * Math.sqrt(rest)), EQUATOR_M / Math.sqrt(rest)]
}

/**
 * Metres east and north. The latitude in the middle between the position and what is measured sets both scales: against
 * the geodesic the distance is then wrong by at most 7e-6 of itself up to 100 km and 30 degrees, by 4e-9 up to 5 km at 1.
 */
const planeAt = (atLng: number, atLat: number): Frame => {
  const [sine, cosine] = [Math.sin(atLat * RADIANS), Math.cos(atLat * RADIANS)]
  const [alongM, acrossM] = curvature(sine)
  // Both scales at the middle latitude, as series in half the difference of latitude.
  const east0 = acrossM * cosine * RADIANS
  const east1 = -alongM * sine * RADIANS
  const east2 = -0.5 * acrossM * cosine * RADIANS
  const north0 = alongM * RADIANS
  const north1 = (3 * SQUARED * sine * cosine * alongM * RADIANS) / (1 - SQUARED * sine * sine)
  return {
    x: 0,
    y: 0,
    z: 0,
    at(lng, lat) {
      const half = ((lat - atLat) * RADIANS) / 2
      this.x = wrapped(lng - atLng) * (east0 + half * (east1 + half * east2))
      this.y = (lat - atLat) * (north0 + half * north1)
    },
    doubt: 1e-5,
  }
}

/** Metres through the earth: nothing happens at the poles or at the date line, and near ranks before far all over the globe. */
const spaceAt = (atLng: number, atLat: number): Frame => {
  const frame: Frame = { x: 0, y: 0, z: 0, at: () => {}, doubt: null }
  const place = (lng: number, lat: number, x0: number, y0: number, z0: number): void => {
    const sine = Math.sin(lat * RADIANS)
    const [, acrossM] = curvature(sine)
    const outM = acrossM * Math.cos(lat * RADIANS)
    frame.x = outM * Math.cos(lng * RADIANS) - x0
    frame.y = outM * Math.sin(lng * RADIANS) - y0
    frame.z = acrossM * (1 - SQUARED) * sine - z0
  }
  place(atLng, atLat, 0, 0, 0)
  const { x, y, z } = frame
  frame.at = (lng, lat) => place(lng, lat, x, y, z)
  return frame
}

const PLANE_KM = 100
const PLANE_LAT = 30

/** The frame for what lies no farther than `km` from a position. */
export const frameAt = (lng: number, lat: number, km: number): Frame =>
  km <= PLANE_KM && Math.abs(lat) <= PLANE_LAT ? planeAt(lng, lat) : spaceAt(lng, lat)
