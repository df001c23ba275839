/** One look at what a process holds: seconds since the beginning, MB. */
export type Sample = { readonly atS: number; readonly mb: number }

/** How memory goes with time, by least squares: MB an hour, and how far the true slope may lie from it (two standard errors). */
export const slopeOf = (samples: readonly Sample[]): { readonly perHour: number; readonly within: number } => {
  const n = samples.length
  const mean = (read: (sample: Sample) => number): number => samples.reduce((sum, one) => sum + read(one), 0) / n
  const [meanS, meanMb] = [mean(({ atS }) => atS), mean(({ mb }) => mb)]
  const spread = samples.reduce((sum, { atS }) => sum + (atS - meanS) ** 2, 0)
  const slope = samples.reduce((sum, { atS, mb }) => sum + (atS - meanS) * (mb - meanMb), 0) / spread
  const left = samples.map(({ atS, mb }) => mb - meanMb - slope * (atS - meanS))
  const squares = left.reduce((sum, one) => sum + one ** 2, 0)
  // A straight line is told exactly.
  if (squares === 0) return { perHour: slope * 3600, within: 0 }
  // What is left over hangs together from one second to the next: so many of the samples speak for themselves.
  const together = left.slice(1).reduce((sum, one, at) => sum + one * left[at]!, 0) / squares
  const own = Math.max(3, (n * (1 - together)) / (1 + together))
  return { perHour: slope * 3600, within: 2 * Math.sqrt(squares / (own - 2) / (spread * (own / n))) * 3600 }
}
