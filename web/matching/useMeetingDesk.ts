import { useEffect, useMemo } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { DecisionLine } from '../../data/model/match_decision.ts'
import type { DepartmentsAnswer, MatchedTarget } from '../../data/model/matching.ts'
import { isPartner } from '../../data/model/organisation.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { useSession } from '../session.ts'
import { REST_MS, useSettled } from '../useSettled.ts'
import { useView } from '../useView.ts'
import { type Side, useDecide, useDecisions, useDepartments, useDesk } from './queries.ts'
import { changeMatching, type Matching, useMatching } from './state.ts'

const NONE: DepartmentsAnswer['departments'] = []

type Organisations = ContextAnswer['organisations']

const byName = (a: Organisations[number], b: Organisations[number]): number => (a.name < b.name ? -1 : 1)

export const partnersOf = ({ organisations }: ContextAnswer): Organisations =>
  organisations.filter(({ kind }) => isPartner(kind)).sort(byName)

const sideOf = ({ department, partner }: Matching): Side | null =>
  department !== null ? { department } : partner !== null ? { partner } : null

const isShown = ({ gaps, about }: Matching, { counts, theme }: MatchedTarget): boolean =>
  (!gaps || counts.gap > 0) && (about === null || theme === about)

/** Everything the screen and the meeting show, as the address asks for it. */
export const useMeetingDesk = () => {
  const { view } = useView()
  const matching = useMatching()
  const { data: session } = useSession()
  const side = sideOf(matching)
  const period = formatPeriod(view.period)
  const { region } = view
  const { all } = matching
  const weights = useSettled(matching.weights, REST_MS)
  const desk = useDesk(side && { side, region, period, weights, all })
  const { data: decisions } = useDecisions(side, session !== undefined && session.role !== 'public')
  const decide = useDecide()

  // A visitor begins with the department they work for, else with the one that waits for most partners.
  const asked = useDepartments(region, period)
  const departments = asked.data?.departments
  const first = departments?.find(({ id }) => id === session?.organisation?.id) ?? departments?.[0]
  const isAsked = side !== null
  useEffect(() => {
    if (!isAsked && session !== undefined && first) changeMatching({ department: first.id }, false)
  }, [isAsked, session, first])

  const targets = useMemo(() => desk.data?.targets.filter((one) => isShown(matching, one)) ?? [], [desk.data, matching])
  const target = targets.find(({ id }) => id === matching.target) ?? targets[0]
  const decisionOf = (of: string, partner: string): DecisionLine | undefined =>
    decisions?.decisions.find((one) => one.target === of && one.partner === partner)
  const mayDecide = ({ organisation }: Pick<MatchedTarget, 'organisation'>): boolean =>
    decisions !== undefined && (decisions.mayDecide === 'all' || decisions.mayDecide.includes(organisation))
  return {
    view,
    matching,
    region,
    period,
    weights,
    side,
    departments: departments ?? NONE,
    /** The question has no department yet, and will have one in a moment. */
    isNaming: matching.partner === null && (asked.isPending || (first !== undefined && matching.department === null)),
    desk,
    targets,
    target,
    decisionOf,
    mayDecide,
    decide,
    isMember: session !== undefined && session.role !== 'public',
  }
}

export type MeetingDesk = ReturnType<typeof useMeetingDesk>
