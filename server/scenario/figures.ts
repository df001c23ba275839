import { type Activity, implementersOf } from '../../data/model/activity.ts'
import { isPartner, type OrganisationKind } from '../../data/model/organisation.ts'
import type { ScenarioFigures } from '../../data/model/scenario_answer.ts'
import { countVerdicts, type VerdictCounts } from '../../data/model/verdict.ts'
import type { Engine, Question, UnitFinding } from '../engine/engine.ts'
import { toSquareMetres } from '../square_metres.ts'

/** What one engine says of a question. */
export type Look = {
  readonly findings: readonly UnitFinding[]
  readonly targetHectares: ReturnType<Engine['targetHectares']>
  readonly overlapHa: number
}

export const lookAt = (engine: Engine, question: Question): Look => ({
  findings: engine.coverage(question),
  targetHectares: engine.targetHectares(question),
  overlapHa: engine.overlapHa(question),
})

/** A sum of what is stated, with how many state it. */
const sumOf = (activities: readonly Activity[], read: (activity: Activity) => number | undefined) => {
  const stated = activities.flatMap((activity) => read(activity) ?? [])
  return { sum: stated.reduce((sum, value) => sum + value, 0), known: stated.length, of: activities.length }
}

/** Units without a partner have one of these verdicts, and no other has. */
const servedIn = (counts: VerdictCounts, all: number): number => all - counts.gap - counts.no_target - counts.unreported

type Names = {
  readonly find: (id: string) => Activity
  readonly kindOf: (organisation: string) => OrganisationKind
}

export const figuresOf = ({ findings, targetHectares, overlapHa }: Look, { find, kindOf }: Names): ScenarioFigures => {
  const counts = countVerdicts(findings.map(({ verdict }) => verdict))
  const activities = [...new Set(findings.flatMap((finding) => finding.activities))].sort().map(find)
  const { sum: totalIdr, ...budgets } = sumOf(activities, ({ budgetIdr }) => budgetIdr)
  const { sum: total, ...people } = sumOf(activities, ({ beneficiaries }) => beneficiaries)
  const { targetHa, servedHa } = targetHectares
  return {
    counts,
    targeted: findings.filter(({ targets }) => targets.length > 0).length,
    served: servedIn(counts, findings.length),
    activities: activities.length,
    partners: new Set(activities.flatMap(implementersOf).filter((id) => isPartner(kindOf(id)))).size,
    targetHectares:
      targetHa === 0
        ? null
        : {
            targetHa: toSquareMetres(targetHa),
            servedHa: toSquareMetres(servedHa),
            shortHa: toSquareMetres(targetHa - servedHa),
          },
    overlapHa: toSquareMetres(overlapHa),
    budget: { totalIdr, ...budgets },
    beneficiaries: { total, ...people },
  }
}
