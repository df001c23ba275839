import { slopeOf } from './slope.ts'

/** One look: seconds since the beginning, and how much of each thing there was. */
export type Look = { readonly atS: number; readonly held: { readonly [what: string]: number } }

export type Verdict = {
  readonly what: string
  readonly first: number
  readonly last: number
  readonly perHour: number
  /** How far the true slope may lie from it. */
  readonly within: number
  readonly most: number
  readonly verdict: 'PASS' | 'FAIL' | 'UNTOLD'
}

/** What is asked for first is computed and kept: that is no leak. */
const WARM_SHARE = 1 / 3
/** Fewer looks say nothing about where a line goes. */
const FEWEST_LOOKS = 8

/**
 * Whether memory is flat: for each thing its slope over the last two thirds by least squares, against the most that it may grow in an hour. It
 * passes where even the steepest slope the looks allow is below that, fails where the slope itself is above, and is untold between.
 */
export const judgeFlat = (looks: readonly Look[], bounds: { readonly [what: string]: number }): readonly Verdict[] => {
  const after = looks.slice(Math.ceil(looks.length * WARM_SHARE))
  return Object.entries(bounds).map(([what, most]) => {
    const values = after.map(({ atS, held }) => ({ atS, mb: held[what] ?? Number.NaN }))
    const [first, last] = [values[0]?.mb ?? Number.NaN, values.at(-1)?.mb ?? Number.NaN]
    const { perHour, within } = slopeOf(values)
    const isTelling = after.length >= FEWEST_LOOKS && Number.isFinite(perHour) && Number.isFinite(within)
    const told = perHour + within < most ? 'PASS' : perHour - within >= most ? 'FAIL' : 'UNTOLD'
    return { what, first, last, perHour, within, most, verdict: isTelling ? told : 'UNTOLD' }
  })
}
