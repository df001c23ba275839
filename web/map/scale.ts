const EARTH_CIRCUMFERENCE_M = 40_075_016.7
/** Lengths that halve evenly, so that the middle of the bar is a round number too. */
const STEPS = [1, 2, 5]

/** The longest round length in metres that fits the bar. */
export const roundLength = (longestM: number): number => {
  const power = 10 ** Math.floor(Math.log10(longestM))
  return (STEPS.findLast((step) => step * power <= longestM) ?? 1) * power
}

export const metresPerPixel = (lat: number, zoom: number): number =>
  (EARTH_CIRCUMFERENCE_M * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom)
