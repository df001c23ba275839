type Path = readonly (readonly [number, number])[]
type Paths = readonly Path[]
type Cut = { readonly type: 1 | 2 | 3; readonly geometry: unknown }

const isSame = (a: Path[number] | undefined, b: Path[number] | undefined): boolean =>
  a?.[0] === b?.[0] && a?.[1] === b?.[1]

const moving = (path: Path): Path => path.filter((position, at) => at === 0 || !isSame(position, path[at - 1]))

/** Doubled; y goes down, so an exterior ring is positive. */
const areaOf = (ring: Path): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)

const withoutEnd = (ring: Path): Path => (ring.length > 1 && isSame(ring[0], ring.at(-1)) ? ring.slice(0, -1) : ring)

/** An exterior ring that comes to nothing takes its holes with it. */
const ringsOf = (rings: Paths): Paths => {
  let isInside = false
  return rings.flatMap((ring) => {
    const left = withoutEnd(moving(ring))
    const area = left.length < 3 ? 0 : areaOf(left)
    const isHole = areaOf(ring) < 0
    if (!isHole) isInside = area > 0
    return area !== 0 && isInside ? [left] : []
  })
}

/**
 * Features as they are cut stand on whole steps, where small parts collapse: what is left of them without steps of no length,
 * lines of one position and rings without area, which the format forbids.
 */
export const tidy = <Feature extends Cut>(features: readonly Feature[]): Feature[] =>
  features.flatMap((feature) => {
    if (feature.type === 1) return [feature]
    const paths = feature.geometry as Paths
    const left = feature.type === 2 ? paths.map(moving).filter(({ length }) => length > 1) : ringsOf(paths)
    return left.length === 0 ? [] : [{ ...feature, geometry: left }]
  })
