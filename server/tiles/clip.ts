/*
 * Paths are flat arrays of x, y, x, y ...; a ring does not repeat its first position. The window is the square between two
 * steps, both ways. Nothing here allocates: arrays are handed in, lengths handed back.
 */

/** Keeps the part of a ring on one side of a line along an axis (0 for x, 1 for y); room for twice its length is needed. */
const keepSide = (
  ring: Float64Array,
  length: number,
  axis: 0 | 1,
  limit: number,
  side: 1 | -1,
  into: Float64Array,
): number => {
  if (length === 0) return 0
  let at = 0
  let lastX = ring[length - 2]!
  let lastY = ring[length - 1]!
  let lastDepth = side * ((axis === 0 ? lastX : lastY) - limit)
  for (let i = 0; i < length; i += 2) {
    const x = ring[i]!
    const y = ring[i + 1]!
    const depth = side * ((axis === 0 ? x : y) - limit)
    if (depth < 0 !== lastDepth < 0) {
      const share = lastDepth / (lastDepth - depth)
      into[at++] = axis === 0 ? limit : lastX + share * (x - lastX)
      into[at++] = axis === 0 ? lastY + share * (y - lastY) : limit
    }
    if (depth >= 0) {
      into[at++] = x
      into[at++] = y
    }
    lastX = x
    lastY = y
    lastDepth = depth
  }
  return at
}

/** How much room `clipRing` needs in both of its arrays. */
export const roomToClip = (length: number): number => 16 * length

/** The part of a ring inside the window, in `ring` again; where it leaves and comes back it runs along the window's side. */
export const clipRing = (
  ring: Float64Array,
  length: number,
  least: number,
  most: number,
  spare: Float64Array,
): number => {
  const west = keepSide(ring, length, 0, least, 1, spare)
  const east = keepSide(spare, west, 0, most, -1, ring)
  const north = keepSide(ring, east, 1, least, 1, spare)
  return keepSide(spare, north, 1, most, -1, ring)
}

const firstOutside = (path: Float64Array, length: number, least: number, most: number): number => {
  for (let i = 0; i < length; i += 2)
    if (path[i]! < least || path[i]! > most || path[i + 1]! < least || path[i + 1]! > most) return i
  return 0
}

/**
 * The pieces of a path inside the window, one after the other in `into`; `ends` takes where each ends. A ring is read from
 * a position outside, so that no piece is broken where it happens to begin. Room: twice its length, and an end for each edge.
 */
export const cutPath = (
  path: Float64Array,
  length: number,
  isRing: boolean,
  least: number,
  most: number,
  into: Float64Array,
  ends: Int32Array,
): number => {
  const first = isRing ? firstOutside(path, length, least, most) : 0
  const edges = length / 2 - (isRing ? 0 : 1)
  let pieces = 0
  let at = 0
  let isOpen = false
  for (let edge = 0; edge < edges; edge += 1) {
    const from = (first + 2 * edge) % length
    const to = (from + 2) % length
    const x = path[from]!
    const y = path[from + 1]!
    const dx = path[to]! - x
    const dy = path[to + 1]! - y
    let enter = 0
    let leave = 1
    // Each side of the window lets through a stretch of the edge, as shares of its length.
    for (let side = 0; side < 4; side += 1) {
      const pace = side === 0 ? dx : side === 1 ? -dx : side === 2 ? dy : -dy
      const depth = side === 0 ? x - least : side === 1 ? most - x : side === 2 ? y - least : most - y
      if (pace > 0) enter = Math.max(enter, -depth / pace)
      else if (pace < 0) leave = Math.min(leave, -depth / pace)
      else if (depth < 0) leave = -1
    }
    if (enter <= leave) {
      if (!isOpen) {
        into[at++] = x + enter * dx
        into[at++] = y + enter * dy
      }
      into[at++] = leave < 1 ? x + leave * dx : path[to]!
      into[at++] = leave < 1 ? y + leave * dy : path[to + 1]!
      isOpen = leave === 1
      if (!isOpen) ends[pieces++] = at
    } else if (isOpen) {
      ends[pieces++] = at
      isOpen = false
    }
  }
  if (isOpen) ends[pieces++] = at
  return pieces
}
