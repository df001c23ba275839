import type { FlowMeasure } from '../../data/model/flows.ts'

const MOST_PX = 9
/** One activity is a line of this width, so that few of them do not look like many. */
const ONE_PX = { activities: 2.4, villages: 0.9 } as const
/** Thinner than this nobody sees. */
export const LEAST_PX = 0.8

/** How wide a value is drawn: in proportion, but never too thin to be seen. */
export const widthFor = (measure: FlowMeasure, most: number): ((value: number) => number) => {
  const perOne = most > 0 ? MOST_PX / most : 0
  const scale = measure === 'budget' ? perOne : Math.min(ONE_PX[measure], perOne)
  return (value) => Math.max(LEAST_PX, value * scale)
}

const ROUND = [5, 2, 1]

/** The largest of 1, 2, 5, 10, 20 and so on that is not above the value; one at least. */
export const roundBelow = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)))
  return (ROUND.find((one) => one * power <= value) ?? 1) * power
}

/** Up to three values for a legend, from small to the largest there is. */
export const stepsUpTo = (most: number): readonly number[] => {
  if (most <= 0) return []
  const values = most <= 3 ? [1, 2, 3] : [roundBelow(most / 5), roundBelow(most / 2), most]
  return [...new Set(values)].filter((value) => value <= most)
}

const MOST_RADIUS_PX = 18
const LEAST_RADIUS_PX = 3.5

/** The same as the area of a disc. */
export const discFor =
  (most: number): ((value: number) => number) =>
  (value) =>
    Math.max(LEAST_RADIUS_PX, most > 0 ? MOST_RADIUS_PX * Math.sqrt(value / most) : 0)
