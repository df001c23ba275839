/** x, y in kilometres. */
export type Point = readonly [x: number, y: number]

/** A village to make room for: where it is, how much it needs, and the shores around it. */
export type Site = {
  readonly at: Point
  readonly areaKm2: number
  /** Open rings of land (counter-clockwise) and of water in it (clockwise); null where everything within reach is land. */
  readonly shores: readonly (readonly Point[])[] | null
}

const CORNERS = 48
const HALVINGS = 14
const ROUNDS = 60
const TOLERANCE = 0.02
const SHORT_SHARE = 0.02
/** Neighbours move at the same time, so each goes only part of its way. */
const CAUTION = 0.7
/** Below one, so that a site keeps some room on every side. */
const HOME_SHARE = 0.9
/** In radii of the circle with its area; an island village has to reach over the sea between its islands. */
const REACH = 2.5
const REACH_OVER_SEA = 6

const CIRCLE = Array.from({ length: CORNERS }, (_, corner): Point => {
  const angle = (2 * Math.PI * corner) / CORNERS
  return [Math.cos(angle), Math.sin(angle)]
})

export const disc = ([x, y]: Point, radius: number): Point[] =>
  CIRCLE.map(([east, north]): Point => [x + radius * east, y + radius * north])

/** What of a ring lies where nx * x + ny * y <= limit (Sutherland-Hodgman); the ring is open. */
const cut = (ring: readonly Point[], nx: number, ny: number, limit: number): readonly Point[] => {
  const kept: Point[] = []
  let cutAny = false
  let previous = ring.at(-1)
  if (!previous) return ring
  let before = nx * previous[0] + ny * previous[1] - limit
  for (const point of ring) {
    const here = nx * point[0] + ny * point[1] - limit
    if (before > 0 !== here > 0) {
      const share = before / (before - here)
      kept.push([previous[0] + (point[0] - previous[0]) * share, previous[1] + (point[1] - previous[1]) * share])
      cutAny = true
    }
    if (here <= 0) kept.push(point)
    else cutAny = true
    previous = point
    before = here
  }
  return cutAny ? kept : ring
}

/** Positive counter-clockwise; the ring is open. */
export const signedKm2 = (ring: readonly Point[]): number => {
  let doubled = 0
  let [px, py] = ring.at(-1) ?? [0, 0]
  for (const [x, y] of ring) {
    doubled += px * y - x * py
    ;[px, py] = [x, y]
  }
  return doubled / 2
}

/** What of a ring lies in a convex, counter-clockwise one. Pieces hang together by bridges without area. */
const cutToRing = (ring: readonly Point[], convex: readonly Point[]): readonly Point[] => {
  let left = ring
  for (let i = 0; i < convex.length && left.length > 0; i++) {
    const [ax, ay] = convex[i]!
    const [bx, by] = convex[(i + 1) % convex.length]!
    left = cut(left, by - ay, ax - bx, (by - ay) * ax + (ax - bx) * ay)
  }
  return left
}

const landKm2 = (cell: readonly Point[], shores: Site['shores']): number =>
  shores ? shores.reduce((sum, shore) => sum + signedKm2(cutToRing(shore, cell)), 0) : signedKm2(cell)

/** Other sites by index, the nearest first: they cut most, so that the later ones find little left to cut. */
type Order = readonly (readonly number[])[]

const distance2 = (sites: readonly Site[], i: number, j: number): number => {
  const [[ax, ay], [bx, by]] = [sites[i]!.at, sites[j]!.at]
  return (ax - bx) ** 2 + (ay - by) ** 2
}

/** How far from its site a cell may go. */
export const reachKmOf = ({ areaKm2, shores }: Site): number =>
  Math.sqrt(areaKm2 / Math.PI) * (shores ? REACH_OVER_SEA : REACH)

const orderOf = (sites: readonly Site[]): Order => {
  const reaches = sites.map(reachKmOf)
  const indices = sites.map((_, i) => i)
  return indices.map((i) =>
    indices
      .filter((j) => j !== i && distance2(sites, i, j) < (reaches[i]! + reaches[j]!) ** 2)
      .sort((a, b) => distance2(sites, i, a) - distance2(sites, i, b)),
  )
}

type Cell = {
  readonly ring: readonly Point[]
  /** Square kilometres gained by one more unit of weight, along the borders that move. */
  readonly gain: number
}

const lengthOn = (ring: readonly Point[], nx: number, ny: number, limit: number): number => {
  const near = 1e-6 * Math.hypot(nx, ny)
  const on = ring.filter(([x, y]) => Math.abs(nx * x + ny * y - limit) < near)
  return on.length < 2 ? 0 : Math.hypot(on[0]![0] - on.at(-1)![0], on[0]![1] - on.at(-1)![1])
}

/** The weighted Voronoi cell of a site within its reach. */
const cellOf = (sites: readonly Site[], order: Order, weights: Float64Array, i: number): Cell => {
  const [x, y] = sites[i]!.at
  let ring: readonly Point[] = disc([x, y], reachKmOf(sites[i]!))
  const borders: (readonly [nx: number, ny: number, limit: number])[] = []
  for (const j of order[i]!) {
    const [otherX, otherY] = sites[j]!.at
    const [nx, ny] = [otherX - x, otherY - y]
    const limit = (otherX ** 2 + otherY ** 2 - x ** 2 - y ** 2 + weights[i]! - weights[j]!) / 2
    const left = cut(ring, nx, ny, limit)
    if (left !== ring) borders.push([nx, ny, limit])
    ring = left
  }
  const gain = borders.reduce(
    (sum, [nx, ny, limit]) => sum + lengthOn(ring, nx, ny, limit) / (2 * Math.hypot(nx, ny)),
    0,
  )
  return { ring, gain }
}

/** What of a cell around its site has the area asked for; the whole cell when it has less. */
const trimmed = (ring: readonly Point[], site: Site): readonly Point[] => {
  if (landKm2(ring, site.shores) <= site.areaKm2) return ring
  let [low, high] = [0, reachKmOf(site)]
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2
    if (landKm2(cutToRing(disc(site.at, middle), ring), site.shores) < site.areaKm2) low = middle
    else high = middle
  }
  return cutToRing(disc(site.at, high), ring)
}

/** Nobody weighs so much more than a neighbour that the border passes over the neighbour's own position. */
const keepHomes = (sites: readonly Site[], order: Order, weights: Float64Array): void => {
  for (let changed = true; changed; ) {
    changed = false
    for (const [i, others] of order.entries())
      for (const j of others) {
        const most = weights[i]! + HOME_SHARE * distance2(sites, i, j)
        if (weights[j]! <= most) continue
        weights[j] = most
        changed = true
      }
  }
}

/**
 * Cells without overlaps, each holding its site and its area of land as nearly as there is room: weighted Voronoi cells within
 * circles. Whoever is short gets more weight, so that room is passed on from the open country into the crowded places.
 */
export const balancedCells = (sites: readonly Site[]): (readonly Point[])[] => {
  const order = orderOf(sites)
  const weights = new Float64Array(sites.length)
  for (let round = 0; ; round++) {
    const cells = sites.map((_, i) => cellOf(sites, order, weights, i))
    const shortKm2 = sites.map(({ areaKm2, shores }, i) => areaKm2 - landKm2(cells[i]!.ring, shores))
    const tooShort = shortKm2.filter((short, i) => short > TOLERANCE * sites[i]!.areaKm2).length
    if (tooShort <= sites.length * SHORT_SHARE || round === ROUNDS)
      return cells.map(({ ring }, i) => trimmed(ring, sites[i]!))
    for (const [i, short] of shortKm2.entries())
      if (short > 0) weights[i] = weights[i]! + (CAUTION * short) / Math.max(cells[i]!.gain, 1)
    keepHomes(sites, order, weights)
  }
}
