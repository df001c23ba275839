import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { MatchedTarget } from '../../data/model/matching.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { Language } from '../../data/model/words.ts'
import type { Text } from '../text/useText.ts'

export const verdictName = (kind: VerdictKind, language: Language): string =>
  VERDICT_LEGEND.find(({ value }) => value === kind)?.label[language] ?? kind

/** A regency by its name; a province or a district keeps its code. */
export const placeName = ({ regencies }: ContextAnswer, region: string): string =>
  regencies.find(({ code }) => code === region)?.name ?? region

/** How a target stands, in one phrase with its denominator. */
export const standingOf = ({ counts, verdict, units }: MatchedTarget, { say, count, language }: Text): string =>
  verdict === 'gap'
    ? say('matching.target.gap', { count: count(counts.gap), total: count(units) })
    : say('matching.target.villages', {
        count: count(counts[verdict]),
        total: count(units),
        verdict: verdictName(verdict, language).toLowerCase(),
      })

/** 69.4 -> "69,4" or "69.4". */
export const formatPoints = (points: number, language: Language): string =>
  points.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
