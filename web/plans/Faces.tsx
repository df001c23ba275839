import type { ContextAnswer } from '../../data/model/answers.ts'
import type { PlanAction } from '../../data/model/plan.ts'
import type { PlanAnswer } from '../../data/model/plan_answer.ts'
import { useText } from '../text/useText.ts'
import { PlanMap } from './PlanMap.tsx'
import { changePlanView, FACES, usePlanView } from './state.ts'
import { Table } from './Table.tsx'
import { Timeline } from './Timeline.tsx'
import type { Desk } from './useDesk.ts'
import type { Names } from './useNames.ts'

/** What table, timeline and map are made from: one draft, one selection. */
export type FaceProps = {
  readonly actions: readonly PlanAction[]
  readonly desk: Desk
  readonly names: Names
  readonly context: ContextAnswer
  /** Absent where nobody but its writers may see the plan yet. */
  readonly answer: PlanAnswer | undefined
  readonly on: string
  readonly chosen: string | null
}

const VIEWS = { table: Table, timeline: Timeline, map: PlanMap } as const

/** Three looks at the same plan. */
export const Faces = (props: FaceProps) => {
  const { say } = useText()
  const { face } = usePlanView()
  const View = VIEWS[face]
  return (
    <>
      <fieldset className="plan-faces">
        <legend className="unseen">{say('plans.face')}</legend>
        {FACES.map((one) => (
          <button key={one} type="button" aria-pressed={face === one} onClick={() => changePlanView({ face: one })}>
            {say(`plans.face.${one}`)}
          </button>
        ))}
      </fieldset>
      {props.actions.length === 0 ? <p className="page-note">{say('plans.noActions')}</p> : <View {...props} />}
    </>
  )
}
