import './plans.css'
import './list.css'
import './table.css'
import './fields.css'
import './timeline.css'
import './map.css'
import './print.css'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { type CallerRole, isModerating } from '../../data/model/person.ts'
import type { Plan } from '../../data/model/plan.ts'
import { AskError } from '../api.ts'
import { Loading } from '../pages/Waited.tsx'
import { Trouble } from '../panel/Trouble.tsx'
import { useContextAnswer } from '../queries.ts'
import { useSession } from '../session.ts'
import { List } from './List.tsx'
import { NewPlan } from './NewPlan.tsx'
import { Opened } from './Opened.tsx'
import { PlanTexts } from './PlanTexts.tsx'
import { usePlan, usePlans, useWorkPlan } from './queries.ts'
import { usePlanView } from './state.ts'

/** Who looks at the plans. */
type Reader = { readonly role: CallerRole; readonly organisation: string | null; readonly mayWrite: boolean }

type OpeningProps = { readonly id: string; readonly context: ContextAnswer; readonly reader: Reader }

const isAbsent = (error: Error | null): boolean => error instanceof AskError && error.status === 404

/** A zone's own actions are nobody's record yet: saving them begins one. */
const begun = (plan: Plan): Plan => {
  const { zone: _, ...rest } = plan
  return { ...rest, id: '', zone: plan.id }
}

const Opening = ({ id, context, reader }: OpeningProps) => {
  const { data: answer, error, refetch, isPending } = usePlan(id)
  // A zone's plan is found under the zone's id too.
  const record = answer ? (answer.isReadIn ? null : answer.plan.id) : isAbsent(error) ? id : null
  const asked = reader.mayWrite ? record : null
  const { data: work, isPending: isOpening, error: refusal } = useWorkPlan(asked)
  if (isPending || (asked !== null && isOpening && !refusal)) return <Loading />
  if (work)
    return (
      <Opened
        name={id}
        answer={answer}
        kept={{ plan: work.record, id: work.record.id, revision: work.revision }}
        verification={work.record.verification}
        context={context}
        mayChange={work.canSave}
        isSekber={isModerating(reader.role)}
      />
    )
  if (!answer) return <Trouble error={error!} onRetry={() => void refetch()} />
  const isOwn = isModerating(reader.role) || answer.plan.owner === reader.organisation
  return (
    <Opened
      name={id}
      answer={answer}
      kept={{ plan: answer.isReadIn ? begun(answer.plan) : answer.plan, id: null, revision: 0 }}
      verification={answer.plan.verification}
      context={context}
      mayChange={reader.mayWrite && answer.isReadIn && isOwn}
      isSekber={isModerating(reader.role)}
    />
  )
}

const Overview = ({ context, reader }: Omit<OpeningProps, 'id'>) => {
  const view = usePlanView()
  const { data, error, refetch } = usePlans(view)
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <List list={data} context={context} mayBegin={reader.mayWrite} />
}

const Screen = () => {
  const { id, isNew } = usePlanView()
  const { data: context, error, refetch } = useContextAnswer()
  const { data: session, isPending } = useSession()
  if (error && !context) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!context || isPending) return <Loading />
  const role = session?.role ?? 'public'
  const mayWrite = (isModerating(role) || role === 'planner') && !session?.mustSetTotp
  const reader: Reader = { role, organisation: session?.organisation?.id ?? null, mayWrite }
  return (
    <section className="page-sheet plans">
      {isNew && mayWrite ? (
        <NewPlan context={context} owner={isModerating(role) ? null : reader.organisation} />
      ) : id ? (
        <Opening key={id} id={id} context={context} reader={reader} />
      ) : (
        <Overview context={context} reader={reader} />
      )}
    </section>
  )
}

/** Action plans: all of them, and each as table, timeline and map. */
const Plans = () => (
  <PlanTexts>
    <Screen />
  </PlanTexts>
)

export default Plans
