import { type ByRegency, type WeightsOf, weighing } from './weighing.ts'
import type { Words } from './words.ts'

/** What a match is weighed by, in the order it is told. */
export const MATCH_PARTS = ['theme', 'presence', 'period', 'trackRecord', 'freshness'] as const
export type MatchPartName = (typeof MATCH_PARTS)[number]

/** As given: any scale, zero or more each, not all zero. */
export type MatchWeights = WeightsOf<MatchPartName>
export type RegencyWeights = ByRegency<MatchPartName>

/** The one table of weights. */
export const MATCH_WEIGHTS: MatchWeights = { theme: 35, presence: 25, period: 15, trackRecord: 15, freshness: 10 }

export const MATCH_PART_LABELS: { readonly [N in MatchPartName]: Words } = {
  theme: { id: 'Tema dan urusan', en: 'Theme and affair' },
  presence: { id: 'Kehadiran', en: 'Presence' },
  period: { id: 'Waktu', en: 'Period' },
  trackRecord: { id: 'Rekam jejak', en: 'Track record' },
  freshness: { id: 'Kemutakhiran', en: 'Freshness' },
}

export const {
  isWeights: isMatchWeights,
  sharesOf,
  parse: parseMatchWeights,
  format: formatMatchWeights,
  weightsIn: weightsOf,
} = weighing(MATCH_PARTS, MATCH_WEIGHTS)
