import { toUnits, UNITS_PER_DEGREE } from '../grid.ts'
import { AREA, POINT } from '../packed.ts'
import type { Register } from '../register.ts'
import type { Frame } from './frame.ts'
import { isInPacked, someRing } from './packed_area.ts'

/** The point of a site that is nearest to a position: metres in the frame, and where it is. */
export type NearestPoint = { awayM: number; lng: number; lat: number }

/** An edge straight in degrees is bent in the frame, by no more than this for each square metre of its squared length. */
const BEND_PER_M2 = 4e-8
const LONGEST_PIECE_DEGREES = 0.1

/** Looks at one site after the other from the same position; what is returned is good until the next one. */
export const createNearestPoint = (
  lng: number,
  lat: number,
  frame: Frame,
  { columns, geometry }: Register,
): ((site: number) => NearestPoint) => {
  const { kind, boxes } = columns
  const numbers = geometry.numbers()
  const [x, y] = [toUnits(lng), toUnits(lat)]
  const best: NearestPoint = { awayM: 0, lng, lat }
  let leastM = Infinity

  const offer = (toLng: number, toLat: number): void => {
    frame.at(toLng, toLat)
    const awayM = Math.sqrt(frame.x * frame.x + frame.y * frame.y + frame.z * frame.z)
    if (awayM >= leastM) return
    leastM = awayM
    best.lng = toLng
    best.lat = toLat
  }

  let [fromLng, fromLat, ax, ay, az] = [0, 0, 0, 0, 0]
  const stepTo = (toLng: number, toLat: number): void => {
    frame.at(toLng, toLat)
    const { x: bx, y: by, z: bz } = frame
    const [dx, dy, dz] = [bx - ax, by - ay, bz - az]
    const lengthM2 = dx * dx + dy * dy + dz * dz
    const along = lengthM2 === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy + az * dz) / lengthM2))
    const [px, py, pz] = [ax + along * dx, ay + along * dy, az + along * dz]
    const reachM = leastM + lengthM2 * BEND_PER_M2
    if (px * px + py * py + pz * pz < reachM * reachM)
      offer(fromLng + along * (toLng - fromLng), fromLat + along * (toLat - fromLat))
    fromLng = toLng
    fromLat = toLat
    ax = bx
    ay = by
    az = bz
  }

  const walk = (from: number, to: number): false => {
    fromLng = numbers[from]! / UNITS_PER_DEGREE
    fromLat = numbers[from + 1]! / UNITS_PER_DEGREE
    offer(fromLng, fromLat)
    frame.at(fromLng, fromLat)
    ax = frame.x
    ay = frame.y
    az = frame.z
    for (let at = from + 2; at < to; at += 2) {
      const toLng = numbers[at]! / UNITS_PER_DEGREE
      const toLat = numbers[at + 1]! / UNITS_PER_DEGREE
      const [width, height] = [toLng - fromLng, toLat - fromLat]
      const pieces = Math.ceil(Math.max(Math.abs(width), Math.abs(height)) / LONGEST_PIECE_DEGREES)
      const [startLng, startLat] = [fromLng, fromLat]
      for (let piece = 1; piece < pieces; piece += 1)
        stepTo(startLng + (width * piece) / pieces, startLat + (height * piece) / pieces)
      stepTo(toLng, toLat)
    }
    return false
  }

  const isIn = (site: number): boolean =>
    x >= boxes[4 * site]! &&
    x <= boxes[4 * site + 2]! &&
    y >= boxes[4 * site + 1]! &&
    y <= boxes[4 * site + 3]! &&
    isInPacked(numbers, geometry.start(site), x, y)

  return (site) => {
    const start = geometry.start(site)
    leastM = Infinity
    if (kind[site] === POINT) offer(numbers[start]! / UNITS_PER_DEGREE, numbers[start + 1]! / UNITS_PER_DEGREE)
    else if (kind[site] !== AREA) walk(start, geometry.end(site))
    else if (isIn(site)) {
      leastM = 0
      best.lng = lng
      best.lat = lat
    } else someRing(numbers, start, walk)
    best.awayM = leastM
    return best
  }
}
