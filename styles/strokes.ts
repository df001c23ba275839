import type { AUTHORITY_KINDS } from './hatches.ts'
import { HATCH_LINE_PX, HATCHES } from './hatches.ts'
import { PATTERNS, type Pattern, type PatternedKind, REPEATS, TILE_CSS_PX, WEIGHT } from './patterns.ts'

/**
 * Parallel lines that fill an area, in CSS pixels: they run along (`dx`, `dy`), the first at `offsetPx` from the origin,
 * the next `spacingPx` beside it. `dots` are their distance along the line and the first of them; without it lines are whole.
 */
export type Strokes = {
  readonly dx: number
  readonly dy: number
  readonly spacingPx: number
  readonly offsetPx: number
  readonly widthPx: number
  readonly dots?: { readonly everyPx: number; readonly fromPx: number }
}

const STROKES: { readonly [P in Pattern]: (periodPx: number, weightPx: number) => readonly Strokes[] } = {
  diagonal: (period, weight) => [
    {
      dx: Math.SQRT1_2,
      dy: -Math.SQRT1_2,
      spacingPx: period * Math.SQRT1_2,
      offsetPx: (weight / 2) * Math.SQRT1_2,
      widthPx: weight * Math.SQRT1_2,
    },
  ],
  horizontal: (period, weight) => [{ dx: 1, dy: 0, spacingPx: period, offsetPx: weight / 2, widthPx: weight }],
  dots: (period, weight) => rowsOfDots(period, weight),
  'faint-dots': (period, weight) => rowsOfDots(period, weight),
}

/** Two rows of dots a period, the second half a period aside. */
const rowsOfDots = (period: number, radiusPx: number): readonly Strokes[] =>
  [0.25, 0.75].map((share) => ({
    dx: 1,
    dy: 0,
    spacingPx: period,
    offsetPx: share * period,
    widthPx: 2 * radiusPx,
    dots: { everyPx: period, fromPx: share * period },
  }))

/** The marks of a meaning as a pen draws them: the same look as the map's tile, sharp at any size. */
export const patternStrokes = (kind: PatternedKind): readonly Strokes[] => {
  const pattern = PATTERNS[kind]
  const periodPx = TILE_CSS_PX / REPEATS[pattern]
  return STROKES[pattern](periodPx, WEIGHT[pattern] * periodPx)
}

/** The hatch of an authority kind likewise. */
export const hatchStrokes = (kind: (typeof AUTHORITY_KINDS)[number]): readonly Strokes[] => {
  const { u, v, repeats } = HATCHES[kind]
  const length = Math.hypot(u, v)
  return [
    {
      dx: v / length,
      dy: -u / length,
      spacingPx: TILE_CSS_PX / repeats / length,
      offsetPx: 0,
      widthPx: HATCH_LINE_PX,
    },
  ]
}
