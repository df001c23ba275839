import type { Activity } from '../../data/model/activity.ts'
import type { UnitLevel } from '../../data/model/answers.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Kind, RecordByKind } from '../../data/model/record.ts'
import type { ScenarioChange } from '../../data/model/scenario.ts'
import type { ScenarioAnswer } from '../../data/model/scenario_answer.ts'
import { compare, type NameUnit } from '../change.ts'
import type { EngineChange, Question } from '../engine/engine.ts'
import { abandoned } from '../engine/geometry_worker/refusals.ts'
import { keyOf } from '../journal/state.ts'
import type { Standpoint } from '../past.ts'
import { findUnitRecord } from '../unit_record.ts'
import type { World } from '../world.ts'
import { idleness } from './bearing.ts'
import { figuresOf, type Look, lookAt } from './figures.ts'
import { engineChanges, imagine, type Step } from './imagine.ts'
import type { Stage, Stages } from './stage.ts'

/** Villages and islands of the region that a step reaches or leaves: by where its record is now, and where it would be. */
const placesOf = (step: Step, stage: Stage, world: World, region: Code): readonly Code[] => {
  const inRegion = (codes: readonly Code[]) => codes.filter((code) => isWithin(code, region))
  if (step.kind === 'agreement') {
    const scope = (step.after ?? step.before)!.scope
    return inRegion(scope.flatMap((code) => world.geography.within(code, 'village').map((village) => village.code)))
  }
  const { before, after } = step
  const sites = new Set([before, after].flatMap((record) => record?.sites ?? []))
  const reached = [...sites].flatMap((site) => {
    const found = stage.engine.wouldReach('code' in site ? site.code : site.geometry)
    return typeof found === 'string' ? [] : found.map(({ code }) => code)
  })
  return [...new Set(inRegion(reached))].sort()
}

const standpointOf = (stage: Stage, { findings }: Look, changes: readonly EngineChange[]): Standpoint => {
  const changed = new Map(changes.map((change) => [keyOf(change), change]))
  return {
    asOf: stage.asOf,
    engine: { coverage: () => findings },
    find: <K extends Kind>(kind: K, id: string) => {
      const change = changed.get(keyOf({ kind, id }))
      const record = (change ? change.record : stage.find(kind, id)) as RecordByKind[K] | null
      return record && { record }
    },
  }
}

const namesIn =
  (world: World, level: UnitLevel): NameUnit =>
  (code) => {
    const record = findUnitRecord(world, level, code)
    return record
      ? { name: record.name, within: world.geography.nameOf(record.region) }
      : { name: world.geography.nameOf(code), within: world.geography.nameAbove(code) }
  }

type Asked = {
  readonly question: Question
  readonly changes: readonly ScenarioChange[]
  readonly signal?: AbortSignal | undefined
}

/** Today and what would be, by the same engine over the same records, a moment apart. */
export const answerScenario = async (
  world: World,
  stages: Stages,
  { question, changes, signal }: Asked,
): Promise<ScenarioAnswer> => {
  const steps = imagine(world, changes, question.region)
  const stage = await stages(question)
  if (signal?.aborted) throw abandoned()
  const changed = engineChanges(steps)
  const today = lookAt(stage.engine, question)
  const then = stage.within(changed, () => lookAt(stage.engine, question))
  const [before, after] = [standpointOf(stage, today, []), standpointOf(stage, then, changed)]
  const kindOf = (id: string) => stage.find('organisation', id)?.kind ?? 'agency'
  const namesOf = ({ find }: Standpoint) => ({ find: (id: string): Activity => find('activity', id)!.record, kindOf })
  const { period, level } = question
  const sides = [before, after].map((standpoint) => ({ standpoint, period }))
  const { units, denominator } = compare(question, sides[0]!, sides[1]!, namesIn(world, level))
  return {
    asOf: stage.asOf,
    region: question.region,
    theme: question.theme,
    period: formatPeriod(period),
    level,
    denominator,
    sample: isSample(today, before) || isSample(then, after),
    today: figuresOf(today, namesOf(before)),
    scenario: figuresOf(then, namesOf(after)),
    units,
    changes: steps.map((step) => {
      const places = placesOf(step, stage, world, question.region)
      return { places, idle: idleness(step, places, question) }
    }),
  }
}

const isSample = ({ findings }: Look, { find }: Standpoint): boolean =>
  findings.some(
    ({ activities, targets }) =>
      activities.some((id) => find('activity', id)?.record.origin === 'sample') ||
      targets.some((id) => find('target', id)?.record.origin === 'sample'),
  )
