import type { Path } from './display.ts'

/** A box in pixels. */
export type Window = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

type Side = { readonly axis: 0 | 1; readonly limit: number; readonly keep: 1 | -1 }

const sidesOf = ({ left, top, right, bottom }: Window): readonly Side[] => [
  { axis: 0, limit: left, keep: 1 },
  { axis: 0, limit: right, keep: -1 },
  { axis: 1, limit: top, keep: 1 },
  { axis: 1, limit: bottom, keep: -1 },
]

const isInside = (path: readonly number[], { left, top, right, bottom }: Window): boolean => {
  for (let at = 0; at < path.length; at += 2)
    if (path[at]! < left || path[at]! > right || path[at + 1]! < top || path[at + 1]! > bottom) return false
  return true
}

const cross = (path: readonly number[], from: number, to: number, { axis, limit }: Side): [number, number] => {
  const share = (limit - path[from + axis]!) / (path[to + axis]! - path[from + axis]!)
  const other = path[from + 1 - axis]! + share * (path[to + 1 - axis]! - path[from + 1 - axis]!)
  return axis === 0 ? [limit, other] : [other, limit]
}

const depth = (path: readonly number[], at: number, { axis, limit, keep }: Side): number =>
  keep * (path[at + axis]! - limit)

const keepSide = (ring: readonly number[], side: Side): number[] => {
  const kept: number[] = []
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const [was, is] = [depth(ring, before, side), depth(ring, at, side)]
    if (was < 0 !== is < 0) kept.push(...cross(ring, before, at, side))
    if (is >= 0) kept.push(ring[at]!, ring[at + 1]!)
  }
  return kept
}

/** The part of a ring inside a window, its cuts along the window's edge; null where nothing is left. */
export const clipRing = (ring: readonly number[], window: Window): Path | null => {
  if (isInside(ring, window)) return ring.length >= 6 ? Float64Array.from(ring) : null
  const kept = sidesOf(window).reduce<readonly number[]>(keepSide, ring)
  return kept.length >= 6 ? Float64Array.from(kept) : null
}

/** Leaves of a segment what lies inside; shares along it, null where nothing does. */
const within = (path: readonly number[], at: number, sides: readonly Side[]): readonly [number, number] | null => {
  let [from, to] = [0, 1]
  for (const side of sides) {
    const [was, is] = [depth(path, at, side), depth(path, at + 2, side)]
    if (was < 0 && is < 0) return null
    if (was < 0) from = Math.max(from, was / (was - is))
    if (is < 0) to = Math.min(to, was / (was - is))
  }
  return from < to ? [from, to] : null
}

/** The pieces of a line inside a window. */
export const clipLine = (line: readonly number[], window: Window): readonly Path[] => {
  if (line.length < 4) return []
  if (isInside(line, window)) return [Float64Array.from(line)]
  const sides = sidesOf(window)
  const pieces: Path[] = []
  let piece: number[] = []
  const finish = () => {
    if (piece.length >= 4) pieces.push(Float64Array.from(piece))
    piece = []
  }
  for (let at = 0; at + 3 < line.length; at += 2) {
    const part = within(line, at, sides)
    if (!part) {
      finish()
      continue
    }
    const along = (share: number): [number, number] => [
      line[at]! + share * (line[at + 2]! - line[at]!),
      line[at + 1]! + share * (line[at + 3]! - line[at + 1]!),
    ]
    if (part[0] > 0) finish()
    if (piece.length === 0) piece.push(...along(part[0]))
    piece.push(...along(part[1]))
    if (part[1] < 1) finish()
  }
  finish()
  return pieces
}
