import './outbox.css'
import { newId } from '../edit/new_id.ts'
import { useMoment } from '../people/useMoment.ts'
import { useText } from '../text/useText.ts'
import { outboxChanged, sendWaiting } from './outbox.ts'
import { dropDraft, dropStep, type KeptDraft, keepStep, type Question, type WaitingStep } from './store.ts'
import { useKeptHere } from './useKeptHere.ts'

const NEW = 'new'

/** Why something did not go out, in the server's words. */
const Asked = ({ question }: { readonly question: Question }) => (
  <p className="form-refused" role="alert">
    {question.words}
  </p>
)

const stateOf = (question: Question | null, isForeign: boolean): 'asks' | 'foreign' | 'waits' =>
  question ? 'asks' : isForeign ? 'foreign' : 'waits'

type DraftProps = { readonly place: string; readonly kept: KeptDraft; readonly person: string }

const DraftLine = ({ place, kept, person }: DraftProps) => {
  const { say } = useText()
  const moment = useMoment()
  const { draft, saved, waiting } = kept
  const title = draft.fields.title.trim() || say('outbox.untitled')
  const state = waiting ? stateOf(waiting.question, waiting.person !== person) : 'unfinished'
  const drop = async () => {
    if (!confirm(say('outbox.dropSure', { title }))) return
    await dropDraft(place)
    await outboxChanged()
  }
  return (
    <li data-state={state}>
      <div>
        <strong>{title}</strong>
        <small>{say(`outbox.draft.${state}`, { time: moment(saved) })}</small>
        {waiting?.question && <Asked question={waiting.question} />}
      </div>
      {state !== 'foreign' && (
        <div className="outbox-acts">
          <a className="button-quiet" href={place === NEW ? '/?edit=new' : `/?edit=${encodeURIComponent(place)}`}>
            {say('outbox.open')}
          </a>
          <button type="button" className="link" onClick={() => void drop()}>
            {say('outbox.drop')}
          </button>
        </div>
      )}
    </li>
  )
}

const StepLine = ({ step, person }: { readonly step: WaitingStep; readonly person: string }) => {
  const { say } = useText()
  const moment = useMoment()
  const { question, title, since } = step
  const state = stateOf(question, step.person !== person)
  const current = question?.kind === 'conflict' ? question.conflict?.current : undefined
  const drop = async () => {
    await dropStep(step.operation)
    await outboxChanged()
  }
  /** Upon what it has become meanwhile, and as a new operation: the old one was answered. */
  const insist = async () => {
    await dropStep(step.operation)
    await keepStep({ ...step, operation: newId(), revision: current ?? step.revision, question: null })
    await outboxChanged()
  }
  return (
    <li data-state={state}>
      <div>
        <strong>{title}</strong>
        <small>{say(`outbox.step.${state}`, { step: say(`outbox.does.${step.step}`), time: moment(since) })}</small>
        {question && <Asked question={question} />}
      </div>
      {state === 'asks' && (
        <div className="outbox-acts">
          <button type="button" className="button-quiet" onClick={() => void insist()}>
            {say('outbox.insist')}
          </button>
          <button type="button" className="link" onClick={() => void drop()}>
            {say('outbox.drop')}
          </button>
        </div>
      )}
    </li>
  )
}

/** What lies on this device: changes on their way, changes that ask something, drafts not handed in. Nothing where there is none. */
export const Outbox = ({ person }: { readonly person: string }) => {
  const { say } = useText()
  const here = useKeptHere()
  if (!here || here.drafts.length + here.steps.length === 0) return null
  const isWaiting = here.steps.length > 0 || here.drafts.some(([, { waiting }]) => waiting)
  return (
    <section className="outbox" aria-labelledby="outbox">
      <h2 id="outbox">{say('outbox.title')}</h2>
      <p className="page-about">{say('outbox.about')}</p>
      <ul>
        {here.drafts.map(([place, kept]) => (
          <DraftLine key={place} place={place} kept={kept} person={person} />
        ))}
        {here.steps.map((step) => (
          <StepLine key={step.operation} step={step} person={person} />
        ))}
      </ul>
      {isWaiting && (
        <button type="button" className="button-quiet" onClick={() => void sendWaiting()}>
          {say('outbox.now')}
        </button>
      )}
    </section>
  )
}
