import type { DecisionLine } from '../../data/model/match_decision.ts'
import type { MatchDeskAnswer, MatchedTarget, MatchRow } from '../../data/model/matching.ts'

/** One line of the list of proposals. */
export type Proposal = {
  readonly target: MatchedTarget
  /** From 1; null on a partner's own list. */
  readonly rank: number | null
  readonly row: MatchRow
  readonly decision: DecisionLine | undefined
}

const PROPOSED = 3

type DecisionOf = (target: string, partner: string) => DecisionLine | undefined

/** Every ranked partner of every target, with what was decided. */
export const allProposals = (
  targets: readonly MatchedTarget[],
  side: MatchDeskAnswer['side'],
  decisionOf: DecisionOf,
): readonly Proposal[] =>
  targets.flatMap((target) =>
    target.partners.map((row, at) => ({
      target,
      rank: side === 'department' ? at + 1 : null,
      row,
      decision: decisionOf(target.id, row.organisation),
    })),
  )

const isWanted = ({ decision }: Proposal): boolean => decision?.state === 'matched' || decision?.state === 'interest'

/** For the sheet that is signed: of each target whom the department wants; where it has not said, the best three it did not refuse. */
export const shortProposals = (proposals: readonly Proposal[]): readonly Proposal[] => {
  const targets = [...new Set(proposals.map(({ target }) => target))]
  return targets.flatMap((target) => {
    const own = proposals.filter((one) => one.target === target)
    const wanted = own.filter(isWanted)
    return wanted.length > 0 ? wanted : own.filter(({ decision }) => decision?.state !== 'refused').slice(0, PROPOSED)
  })
}
