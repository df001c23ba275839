import type { Strokes } from '../../styles/strokes.ts'
import type { Path } from './display.ts'

export type HatchLine = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }
export type HatchDot = { readonly x: number; readonly y: number }

/** Where a line enters or leaves the area, by how far along it. */
type Crossing = { readonly along: number; readonly turn: 1 | -1 }

/** By the line's number: where the outlines cross it. */
const crossingsOf = (rings: readonly Path[], { dx, dy, spacingPx, offsetPx }: Strokes): Map<number, Crossing[]> => {
  const lines = new Map<number, Crossing[]>()
  for (const ring of rings)
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [x1, y1, x2, y2] = [ring[before]!, ring[before + 1]!, ring[at]!, ring[at + 1]!]
      const [from, to] = [(y1 * dx - x1 * dy - offsetPx) / spacingPx, (y2 * dx - x2 * dy - offsetPx) / spacingPx]
      if (from === to) continue
      const [least, most] = from < to ? [from, to] : [to, from]
      for (let line = Math.ceil(least); line < most; line += 1) {
        const share = (line - from) / (to - from)
        const along = (x1 + share * (x2 - x1)) * dx + (y1 + share * (y2 - y1)) * dy
        const crossings = lines.get(line) ?? []
        crossings.push({ along, turn: from < to ? 1 : -1 })
        lines.set(line, crossings)
      }
    }
  return lines
}

type Stretch = { readonly line: number; readonly from: number; readonly to: number }

/** The stretches of the lines that lie inside the rings, however these overlap. */
const stretchesOf = (rings: readonly Path[], strokes: Strokes): readonly Stretch[] =>
  [...crossingsOf(rings, strokes)].flatMap(([line, crossings]) => {
    const stretches: Stretch[] = []
    let inside = 0
    let begun = 0
    for (const { along, turn } of crossings.sort((a, b) => a.along - b.along)) {
      if (inside === 0) begun = along
      inside += turn
      if (inside === 0 && along > begun) stretches.push({ line, from: begun, to: along })
    }
    return stretches
  })

const placeOn = ({ dx, dy, spacingPx, offsetPx }: Strokes, line: number) => {
  const aside = line * spacingPx + offsetPx
  return (along: number) => ({ x: dx * along - dy * aside, y: dy * along + dx * aside })
}

/** The marks of an area cut to it; areas side by side continue each other's, because lines are counted from the origin. */
export const hatchMarks = (
  rings: readonly Path[],
  strokes: Strokes,
): { readonly lines: readonly HatchLine[]; readonly dots: readonly HatchDot[] } => {
  const { dots } = strokes
  const stretches = stretchesOf(rings, strokes)
  if (!dots)
    return {
      dots: [],
      lines: stretches.map(({ line, from, to }) => {
        const at = placeOn(strokes, line)
        const [start, end] = [at(from), at(to)]
        return { x1: start.x, y1: start.y, x2: end.x, y2: end.y }
      }),
    }
  return {
    lines: [],
    dots: stretches.flatMap(({ line, from, to }) => {
      const first = Math.ceil((from - dots.fromPx) / dots.everyPx)
      const count = Math.max(0, Math.floor((to - dots.fromPx) / dots.everyPx) - first + 1)
      return Array.from({ length: count }, (_, index) =>
        placeOn(strokes, line)((first + index) * dots.everyPx + dots.fromPx),
      )
    }),
  }
}
