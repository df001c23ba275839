import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { ScenarioAnswer } from '../../data/model/scenario_answer.ts'

/** Today's answer with the verdicts that the scenario would leave. */
export const appliedTo = (coverage: CoverageAnswer, { units, scenario }: ScenarioAnswer): CoverageAnswer => {
  const then = new Map(units.map(({ code, after }) => [code, after]))
  return {
    ...coverage,
    counts: scenario.counts,
    targeted: scenario.targeted,
    units: coverage.units.map((unit) => ({ ...unit, verdict: then.get(unit.code) ?? unit.verdict })),
  }
}
