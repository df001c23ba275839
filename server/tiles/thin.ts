/** A hypotenuse is at most the longer side and 0.41 of the shorter one: as shares of their sum and of their difference. */
const OF_SUM = Math.SQRT1_2
const OF_DIFFERENCE = 1 - Math.SQRT1_2

/**
 * Leaves out of a path what the tolerance makes needless; in place. From the last position that was kept, the directions that
 * pass by all since within the tolerance are a fan between `low` and `high`; each position narrows it, and the first outside
 * it, or back nearer, ends it. One pass, and tiles side by side keep the same positions. Distances are squared, and what sets
 * the fan is never less than the distance and 8 % more at most: so no root is taken.
 */
export const thin = (path: Float64Array, length: number, tolerance: number): number => {
  const near = tolerance * tolerance
  let keptX = path[0]!
  let keptY = path[1]!
  let lastX = keptX
  let lastY = keptY
  // Without a fan nothing is outside it.
  let lowX = 0
  let lowY = 0
  let highX = 0
  let highY = 0
  let farthest = 0
  let at = 2
  for (let i = 2; i < length; i += 2) {
    const x = path[i]!
    const y = path[i + 1]!
    let dx = x - keptX
    let dy = y - keptY
    let distance = dx * dx + dy * dy
    if (lowX * dy < lowY * dx || dx * highY < dy * highX || distance < farthest) {
      path[at++] = lastX
      path[at++] = lastY
      keptX = lastX
      keptY = lastY
      dx = x - keptX
      dy = y - keptY
      distance = dx * dx + dy * dy
      lowX = lowY = highX = highY = farthest = 0
    }
    if (distance <= near) continue
    const across = Math.abs(dx)
    const along = Math.abs(dy)
    const reach = OF_SUM * (across + along) + OF_DIFFERENCE * Math.abs(across - along)
    const rightX = dx * reach + dy * tolerance
    const rightY = dy * reach - dx * tolerance
    const leftX = dx * reach - dy * tolerance
    const leftY = dy * reach + dx * tolerance
    if (farthest === 0 || lowX * rightY - lowY * rightX > 0) {
      lowX = rightX
      lowY = rightY
    }
    if (farthest === 0 || leftX * highY - leftY * highX > 0) {
      highX = leftX
      highY = leftY
    }
    farthest = distance
    lastX = x
    lastY = y
  }
  path[at++] = path[length - 2]!
  path[at++] = path[length - 1]!
  return at
}
