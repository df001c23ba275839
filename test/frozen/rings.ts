import type { Position } from 'geojson'

/** Positions as journals keep them: 1e-7 degree, about a centimetre. */
export const rounded = (lng: number, lat: number): Position => [
  Math.round(lng * 1e7) / 1e7,
  Math.round(lat * 1e7) / 1e7,
]

export const closed = (ring: readonly Position[]): Position[] => [...ring, ring[0]!]

export const rectangle = (west: number, south: number, east: number, north: number): Position[] =>
  closed([rounded(west, south), rounded(east, south), rounded(east, north), rounded(west, north)])

/** A star-shaped ring around a middle, so that it cannot cross itself; `wobble` 0 is a circle. */
export const blob = (
  [lng, lat]: Position,
  radius: number,
  wobble: number,
  corners: number,
  random: () => number,
): Position[] =>
  closed(
    Array.from({ length: corners }, (_, corner) => {
      const angle = (corner / corners) * 2 * Math.PI
      const reach = radius * (1 - wobble * random())
      return rounded(lng! + reach * Math.cos(angle), lat! + reach * Math.sin(angle))
    }),
  )

/** A strip along a path that bends gently: out on the left of it and back on the right. */
export const corridor = (
  [lng, lat]: Position,
  step: number,
  halfWidth: number,
  steps: number,
  random: () => number,
): Position[] => {
  let heading = random() * 2 * Math.PI
  let [x, y] = [lng!, lat!]
  const left: Position[] = []
  const right: Position[] = []
  for (let at = 0; at <= steps; at++) {
    const [dx, dy] = [-Math.sin(heading) * halfWidth, Math.cos(heading) * halfWidth]
    left.push(rounded(x + dx, y + dy))
    right.push(rounded(x - dx, y - dy))
    x += step * Math.cos(heading)
    y += step * Math.sin(heading)
    heading += 0.5 * (random() - 0.5)
  }
  return closed([...left, ...right.reverse()])
}
