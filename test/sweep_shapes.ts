import fc from 'fast-check'
import type { FlatArea } from '../server/engine/equal_area.ts'

/** Metres of the equal-area plane, where West Kalimantan lies: large numbers, so that lost digits show. */
export const X0 = 10_612_345.678
export const Y0 = -54_321.098

export const ring = (...corners: readonly (readonly [number, number])[]): Float64Array =>
  Float64Array.from([...corners, corners[0]!].flatMap(([x, y]) => [X0 + x, Y0 + y]))

export const rectangle = (west: number, south: number, east: number, north: number): Float64Array =>
  ring([west, south], [east, south], [east, north], [west, north])

export const reversed = (path: Float64Array): Float64Array => {
  const corners = Array.from({ length: path.length / 2 }, (_, at) => path.subarray(2 * at, 2 * at + 2))
  return Float64Array.from(corners.reverse().flatMap((corner) => [...corner]))
}

export type Star = { readonly x: number; readonly y: number; readonly radii: readonly number[]; readonly turn: number }

/** Star-shaped around its centre, so that it is valid whatever the radii; `share` shrinks it for a hole. */
export const starRing = ({ x, y, radii, turn }: Star, share = 1): Float64Array =>
  ring(
    ...radii.map((radius, at): [number, number] => {
      const angle = turn + (2 * Math.PI * at) / radii.length
      return [x + radius * share * Math.cos(angle), y + radius * share * Math.sin(angle)]
    }),
  )

const metres = (from: number, to: number) => fc.double({ min: from, max: to, noNaN: true })

export const star = (place: number, least: number, most: number, corners: number): fc.Arbitrary<Star> =>
  fc.record({
    x: metres(-place, place),
    y: metres(-place, place),
    radii: fc.array(metres(least, most), { minLength: 5, maxLength: corners }),
    turn: metres(0, 7),
  })

/** A village of one to three parts far enough apart, each perhaps with a hole. */
export const village = fc.array(fc.tuple(star(0, 1_000, 4_000, 60), fc.boolean()), { minLength: 1, maxLength: 3 }).map(
  (parts): FlatArea =>
    parts.map(([part, hasHole], at) => {
      const apart = { ...part, x: 9_000 * at }
      return hasHole ? [starRing(apart), starRing(apart, 0.4)] : [starRing(apart)]
    }),
)

const blob = star(5_000, 300, 2_500, 30).map((shape): FlatArea => [[starRing(shape)]])

const circle = fc
  .record({ x: metres(-5_000, 5_000), y: metres(-5_000, 5_000), radius: metres(50, 3_000) })
  .map(({ x, y, radius }): FlatArea => [[starRing({ x, y, turn: 0, radii: Array(24).fill(radius) })]])

const corridor = fc
  .record({ x: metres(-6_000, 6_000), y: metres(-6_000, 6_000), angle: metres(0, 7), length: metres(500, 15_000) })
  .map(({ x, y, angle, length }): FlatArea => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const corner = (along: number, across: number): [number, number] => [
      x + along * cos - across * sin,
      y + along * sin + across * cos,
    ]
    return [[ring(corner(0, -60), corner(length, -60), corner(length, 60), corner(0, 60))]]
  })

/** Whole metres, so that vertical, horizontal and shared edges are common. */
const box = fc
  .tuple(...([0, 0, 1, 1] as const).map(() => fc.integer({ min: -6, max: 6 })))
  .filter(([west, south, east, north]) => west! < east! && south! < north!)
  .map(
    ([west, south, east, north]): FlatArea => [
      [rectangle(1_000 * west!, 1_000 * south!, 1_000 * east!, 1_000 * north!)],
    ],
  )

export const site = fc.oneof(blob, circle, corridor, box)
