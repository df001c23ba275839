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

const WEST = 1
const EAST = 2
const NORTH = 4
const SOUTH = 8
/** The sides of the window beyond which a position lies; 0 inside. */
const beyond = (x: number, y: number, least: number, most: number): number =>
  (x < least ? WEST : x > most ? EAST : 0) | (y < least ? NORTH : y > most ? SOUTH : 0)

/**
 * Leaves out of a path what changes nothing inside the window: positions beyond the same side as those before and after them.
 * In place; the first and the last position stay. `sides` takes which sides each position that is kept is beyond.
 */
export const keepNear = (
  path: Float64Array,
  length: number,
  least: number,
  most: number,
  sides: Uint8Array,
): number => {
  let x = path[0]!
  let y = path[1]!
  let before = -1
  let here = beyond(x, y, least, most)
  let at = 0
  for (let i = 2; i < length; i += 2) {
    const nextX = path[i]!
    const nextY = path[i + 1]!
    const after = beyond(nextX, nextY, least, most)
    if ((before & here & after) === 0 || at === 0) {
      sides[at >> 1] = here
      path[at++] = x
      path[at++] = y
      before = here
    }
    x = nextX
    y = nextY
    here = after
  }
  sides[at >> 1] = here
  path[at++] = x
  path[at++] = y
  return at
}

/** How much room `clipRing` needs in both of its arrays. */
export const roomToClip = (length: number): number => 16 * length

/**
 * The part of a ring inside the window, in `ring` again; where it leaves and comes back it runs along the window's side. The
 * ring's positions are beyond `sides`.
 */
export const clipRing = (
  ring: Float64Array,
  length: number,
  sides: Uint8Array,
  least: number,
  most: number,
  spare: Float64Array,
): number => {
  let passed = 0
  for (let i = 0; i < length >> 1; i += 1) passed |= sides[i]!
  let from = ring
  let into = spare
  let kept = length
  for (let side = WEST; side <= SOUTH; side <<= 1) {
    if ((passed & side) === 0) continue
    const isFar = side === EAST || side === SOUTH
    kept = keepSide(from, kept, side <= EAST ? 0 : 1, isFar ? most : least, isFar ? -1 : 1, into)
    into = from
    from = from === ring ? spare : ring
  }
  if (from !== ring) for (let i = 0; i < kept; i += 1) ring[i] = from[i]!
  return kept
}

/** The first position outside the window, 0 where none is. */
const firstOutside = (sides: Uint8Array, length: number): number => {
  for (let i = 0; i < length; i += 2) if (sides[i >> 1] !== 0) return i
  return 0
}

/**
 * The pieces of a path inside the window, one after the other in `into`; `ends` takes where each ends. A ring is read from a
 * position outside, so that no piece is broken where it happens to begin. Its positions are beyond `sides`. Room: twice its
 * length, and an end for each edge.
 */
export const cutPath = (
  path: Float64Array,
  length: number,
  sides: Uint8Array,
  isRing: boolean,
  least: number,
  most: number,
  into: Float64Array,
  ends: Int32Array,
): number => {
  const edges = length / 2 - (isRing ? 0 : 1)
  let from = isRing ? firstOutside(sides, length) : 0
  let pieces = 0
  let at = 0
  let isOpen = false
  for (let edge = 0; edge < edges; edge += 1) {
    const to = from + 2 === length ? 0 : from + 2
    const x = path[from]!
    const y = path[from + 1]!
    const nextX = path[to]!
    const nextY = path[to + 1]!
    const here = sides[from >> 1]!
    const next = sides[to >> 1]!
    let enter = 0
    let leave = (here & next) === 0 ? 1 : -1
    if (here !== next && leave === 1) {
      const dx = nextX - x
      const dy = nextY - y
      // Each side of the window lets through a stretch of the edge, as shares of its length.
      for (let side = 0; side < 4; side += 1) {
        const pace = side === 0 ? dx : side === 1 ? -dx : side === 2 ? dy : -dy
        const depth = side === 0 ? x - least : side === 1 ? most - x : side === 2 ? y - least : most - y
        if (pace > 0) enter = Math.max(enter, -depth / pace)
        else if (pace < 0) leave = Math.min(leave, -depth / pace)
      }
    }
    if (enter <= leave) {
      if (!isOpen) {
        into[at++] = x + enter * (nextX - x)
        into[at++] = y + enter * (nextY - y)
      }
      into[at++] = leave < 1 ? x + leave * (nextX - x) : nextX
      into[at++] = leave < 1 ? y + leave * (nextY - y) : nextY
      isOpen = leave === 1
      if (!isOpen) ends[pieces++] = at
    } else if (isOpen) {
      ends[pieces++] = at
      isOpen = false
    }
    from = to
  }
  if (isOpen) ends[pieces++] = at
  return pieces
}
