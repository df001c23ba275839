/** The value that `share` of all lie at or below. */
export const percentileOf = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!

export const medianOf = (values: readonly number[]): number => percentileOf(values, 0.5)
