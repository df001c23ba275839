import { type ByRegency, type WeightsOf, weighing } from './weighing.ts'
import type { Words } from './words.ts'

/** What the award is judged by, in the order it is told; `award.ts` defines each. */
export const AWARD_CRITERIA = ['contribution', 'gapsClosed', 'reach', 'reporting', 'collaboration'] as const
export type AwardCriterion = (typeof AWARD_CRITERIA)[number]

/** As given: any scale, zero or more each, not all zero. Published ones have added up to 105 %. */
export type AwardWeights = WeightsOf<AwardCriterion>
export type RegencyAwardWeights = ByRegency<AwardCriterion>

/** The one table of weights. */
export const AWARD_WEIGHTS: AwardWeights = {
  contribution: 30,
  gapsClosed: 25,
  reach: 15,
  reporting: 15,
  collaboration: 15,
}

export const AWARD_LABELS: { readonly [N in AwardCriterion]: Words } = {
  contribution: { id: 'Sumbangan pada target', en: 'Contribution to targets' },
  gapsClosed: { id: 'Kesenjangan tertutup', en: 'Gaps closed' },
  reach: { id: 'Orang terjangkau', en: 'People reached' },
  reporting: { id: 'Disiplin melapor', en: 'Reporting discipline' },
  collaboration: { id: 'Kolaborasi', en: 'Collaboration' },
}

export const {
  isWeights: isAwardWeights,
  sharesOf: awardSharesOf,
  parse: parseAwardWeights,
  format: formatAwardWeights,
  weightsIn: awardWeightsIn,
} = weighing(AWARD_CRITERIA, AWARD_WEIGHTS)
