import type { CoverageAnswer } from './answers.ts'
import type { VerdictKind } from './verdict.ts'

export type AnsweredFigure = {
  readonly count: number
  /** What the share is of: units with a target due, or every unit. */
  readonly of: 'targeted' | 'all'
  readonly total: number
  /** Null when there is nothing to be a share of. */
  readonly share: number | null
}

/** These verdicts say how a target fares, so only units with a target can wear them. */
const ABOUT_TARGETS: readonly VerdictKind[] = ['gap', 'partial', 'met']

/** What a verdict is counted among. */
export const amongFor = (asked: VerdictKind): AnsweredFigure['of'] =>
  ABOUT_TARGETS.includes(asked) ? 'targeted' : 'all'

/** The large figure of a question with the denominator that belongs to it. */
export const figureOf = (
  { counts, targeted, denominator }: Pick<CoverageAnswer, 'counts' | 'targeted' | 'denominator'>,
  asked: VerdictKind,
): AnsweredFigure => {
  const count = counts[asked]
  const of = amongFor(asked)
  const total = of === 'targeted' ? targeted : denominator
  return { count, of, total, share: total > 0 ? count / total : null }
}
