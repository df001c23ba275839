import type { FlatArea } from './equal_area.ts'
import { distanceM, whereIn } from './locate.ts'

/** Where along the segment, 0-1, it meets an edge; both ends of the common stretch where the two lie on one line. */
const meetings = (
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  [u1, v1, u2, v2]: readonly [number, number, number, number],
): number[] => {
  const [dx, dy, du, dv] = [x2 - x1, y2 - y1, u2 - u1, v2 - v1]
  const turn = dx * dv - dy * du
  const square = dx * dx + dy * dy
  if (turn !== 0) return [((u1 - x1) * dv - (v1 - y1) * du) / turn]
  if ((u1 - x1) * dy !== (v1 - y1) * dx) return []
  return [((u1 - x1) * dx + (v1 - y1) * dy) / square, ((u2 - x1) * dx + (v2 - y1) * dy) / square]
}

/** Metres along the geodesic of a path of degrees that lie inside an area; what runs along its boundary is not inside. */
export const lengthInsideM = (path: Float64Array, area: FlatArea): number => {
  let sum = 0
  for (let i = 0; i + 3 < path.length; i += 2) {
    const segment = [path[i]!, path[i + 1]!, path[i + 2]!, path[i + 3]!] as const
    const [x1, y1, x2, y2] = segment
    if (x1 === x2 && y1 === y2) continue
    const [west, east] = [Math.min(x1, x2), Math.max(x1, x2)]
    const [south, north] = [Math.min(y1, y2), Math.max(y1, y2)]
    const cuts = [0, 1]
    for (const rings of area)
      for (const ring of rings)
        for (let j = 0; j + 3 < ring.length; j += 2) {
          const edge = [ring[j]!, ring[j + 1]!, ring[j + 2]!, ring[j + 3]!] as const
          if (Math.min(edge[0], edge[2]) > east || Math.max(edge[0], edge[2]) < west) continue
          if (Math.min(edge[1], edge[3]) > north || Math.max(edge[1], edge[3]) < south) continue
          for (const share of meetings(segment, edge)) if (share > 0 && share < 1) cuts.push(share)
        }
    cuts.sort((a, b) => a - b)
    const at = (share: number) => [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share] as const
    for (let k = 1; k < cuts.length; k += 1) {
      const [from, to] = [cuts[k - 1]!, cuts[k]!]
      if (to === from) continue
      const [x, y] = at((from + to) / 2)
      if (whereIn(area, x, y) === 'inside') sum += distanceM(...at(from), ...at(to))
    }
  }
  return sum
}
