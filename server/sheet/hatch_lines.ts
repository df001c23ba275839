import type { Strokes } from '../../styles/strokes.ts'
import type { Path } from './display.ts'

export type HatchLine = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

const boxOf = (rings: readonly Path[]) => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (let at = 0; at < ring.length; at += 2) {
      left = Math.min(left, ring[at]!)
      right = Math.max(right, ring[at]!)
      top = Math.min(top, ring[at + 1]!)
      bottom = Math.max(bottom, ring[at + 1]!)
    }
  return { left, top, right, bottom }
}

/** The lines across the box of an area; areas side by side share them, because they are counted from the origin. */
export const hatchLines = (rings: readonly Path[], strokes: Strokes): readonly HatchLine[] => {
  const { left, top, right, bottom } = boxOf(rings)
  if (!(right > left)) return []
  const { dx, dy, spacingPx, offsetPx, dots } = strokes
  const [acrossX, acrossY] = [-dy, dx]
  const corners = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const
  const across = corners.map(([x, y]) => x * acrossX + y * acrossY)
  const along = corners.map(([x, y]) => x * dx + y * dy)
  const [from, to] = [Math.min(...along), Math.max(...along)]
  // A row of dots begins on one of its own dots.
  const begin = dots ? Math.floor((from - dots.fromPx) / dots.everyPx) * dots.everyPx + dots.fromPx : from
  const first = Math.ceil((Math.min(...across) - offsetPx) / spacingPx - 1)
  const last = Math.floor((Math.max(...across) - offsetPx) / spacingPx + 1)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const aside = (first + index) * spacingPx + offsetPx
    const [baseX, baseY] = [acrossX * aside, acrossY * aside]
    return { x1: baseX + dx * begin, y1: baseY + dy * begin, x2: baseX + dx * to, y2: baseY + dy * to }
  })
}
