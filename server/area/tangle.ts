import Flatbush from 'flatbush'
import type { Position } from 'geojson'

/** A hand that slips crosses its own line a few times; from here on nobody could say what was meant. */
const MOST_CROSSINGS = 1_000
/** Long thin teeth side by side meet nearly all others' boxes; past this it would take longer to look than to draw again. */
const MOST_MEETINGS = 2_000_000

const turn = (path: Float64Array, at: number, x: number, y: number): number =>
  Math.sign((path[at + 2]! - path[at]!) * (y - path[at + 1]!) - (path[at + 3]! - path[at + 1]!) * (x - path[at]!))

const doCross = (s: Float64Array, i: number, j: number): boolean =>
  turn(s, i, s[j]!, s[j + 1]!) * turn(s, i, s[j + 2]!, s[j + 3]!) < 0 &&
  turn(s, j, s[i]!, s[i + 1]!) * turn(s, j, s[i + 2]!, s[i + 3]!) < 0

/** Whether rings cross themselves or each other so often that repairing them would hold everybody up. */
export const crossesTooOften = (rings: readonly (readonly Position[])[]): boolean => {
  const segments = Float64Array.from(
    rings.flatMap((ring) =>
      ring.flatMap(([x, y], index) => {
        const next = ring[(index + 1) % ring.length]!
        return [x!, y!, next[0]!, next[1]!]
      }),
    ),
  )
  const count = segments.length / 4
  if (count < 4) return false
  const index = new Flatbush(count)
  const boxOf = (at: number): [number, number, number, number] => {
    const [x1, y1, x2, y2] = [segments[at]!, segments[at + 1]!, segments[at + 2]!, segments[at + 3]!]
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)]
  }
  for (let at = 0; at < segments.length; at += 4) index.add(...boxOf(at))
  index.finish()
  let crossings = 0
  let meetings = 0
  for (let own = 0; own < count; own += 1) {
    index.search(...boxOf(4 * own), (other) => {
      if (other <= own) return false
      meetings += 1
      if (doCross(segments, 4 * own, 4 * other)) crossings += 1
      return false
    })
    if (crossings > MOST_CROSSINGS || meetings > MOST_MEETINGS) return true
  }
  return false
}
