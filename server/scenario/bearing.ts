import { covers } from '../../data/model/activity.ts'
import { isInForce } from '../../data/model/agreement.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { meets } from '../../data/model/period.ts'
import type { Idle } from '../../data/model/scenario_answer.ts'
import type { Question } from '../engine/engine.ts'
import type { Step } from './imagine.ts'

const themesOf = (step: Step): readonly string[] =>
  step.kind === 'activity' ? step.after.themes : (step.after ?? step.before)!.fields.flatMap(({ themes }) => themes)

/** An agreement without themes is on every theme. */
const concerns = (step: Step, theme: string): boolean => {
  const themes = themesOf(step)
  return themes.includes(theme) || (step.kind === 'agreement' && themes.length === 0)
}

const isInTime = (step: Step, { period }: Question): boolean =>
  step.kind === 'activity'
    ? [step.before, step.after].some((record) => record && meets(record.period, period))
    : [step.before, step.after].some((record) => record && isInForce(record, period))

const isStopped = (step: Step): boolean => step.kind === 'activity' && !covers((step.before ?? step.after).status)

const isHere = (step: Step, reached: readonly Code[], { region }: Question): boolean => {
  if (step.kind === 'activity') return reached.length > 0
  const { scope, region: own } = (step.after ?? step.before)!
  return (scope.length > 0 ? scope : [own]).some((code) => isWithin(code, region) || isWithin(region, code))
}

/** Why a change moves nothing in the question; null where it may. `reached` are the villages of it in the region. */
export const idleness = (step: Step, reached: readonly Code[], question: Question): Idle | null => {
  if (!concerns(step, question.theme)) return 'other_theme'
  if (isStopped(step)) return 'stopped'
  if (!isInTime(step, question)) return 'other_period'
  return isHere(step, reached, question) ? null : 'elsewhere'
}
