import { useMemo } from 'react'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import { otherView, type Versus } from '../../data/view/versus.ts'
import { useCoverage } from '../queries.ts'
import { appliedTo } from '../scenario/applied.ts'
import { useScenarioAnswer } from '../scenario/queries.ts'
import { useShelf } from '../scenario/shelf.ts'
import type { View } from '../view.ts'

export type Other = {
  readonly view: View
  /** Undefined while it is on its way, and where there is none. */
  readonly coverage: CoverageAnswer | undefined
  readonly error: Error | null
  readonly retry: () => void
  /** Of the scenario this device keeps; empty where it has none. */
  readonly scenario: string
  /** Why there is no second map: no scenario is kept here, or it is not counted as the question is. */
  readonly lack: 'no_scenario' | 'filtered' | null
}

/** The other side of the question, with its answer. */
export const useOther = (view: View, versus: Versus, coverage: CoverageAnswer | undefined): Other => {
  const { against } = versus
  const { current } = useShelf()
  const other = useMemo(() => otherView(view, against), [view, against])
  const isScenario = against.kind === 'scenario'
  const isFiltered = view.level !== 'village' || view.organisations.length + view.statuses.length > 0
  const lack = !isScenario ? null : current.changes.length === 0 ? 'no_scenario' : isFiltered ? 'filtered' : null
  const asked = useCoverage(other)
  const scenario = useScenarioAnswer(view, isScenario && !lack ? current.changes : null)
  const then = useMemo(
    () => (coverage && scenario.data && !scenario.isPlaceholderData ? appliedTo(coverage, scenario.data) : undefined),
    [coverage, scenario.data, scenario.isPlaceholderData],
  )
  const answered = isScenario ? scenario : asked
  return {
    view: other,
    coverage: lack ? undefined : isScenario ? then : asked.data,
    error: answered.error,
    retry: () => void answered.refetch(),
    scenario: current.changes.length > 0 ? current.name : '',
    lack,
  }
}
