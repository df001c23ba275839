import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Plan } from '../../data/model/plan.ts'
import type { PlanAnswer } from '../../data/model/plan_answer.ts'
import { findingsOf } from '../../data/model/plan_checks.ts'
import { figuresOf, flagsOf, sharesOf } from '../../data/model/plan_figures.ts'
import type { Verification } from '../../data/model/record.ts'
import { enumerate } from '../panel/card/names.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { useText } from '../text/useText.ts'
import { Download } from './Download.tsx'
import { Faces } from './Faces.tsx'
import { Figures } from './Figures.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { Shares } from './Shares.tsx'
import { changePlanView, usePlanView } from './state.ts'
import { Tools } from './Tools.tsx'
import { type Kept, useDesk } from './useDesk.ts'
import { type Names, useNames } from './useNames.ts'

type Props = {
  /** By which its draft is kept while another plan is looked at. */
  readonly name: string
  readonly answer: PlanAnswer | undefined
  readonly kept: Kept
  readonly verification: Verification
  readonly context: ContextAnswer
  readonly mayChange: boolean
  readonly isSekber: boolean
}

type HeadProps = Pick<Props, 'answer' | 'verification'> & { readonly plan: Plan; readonly names: Names }

const Head = ({ answer, verification, plan, names }: HeadProps) => {
  const { say, language } = useText()
  const where = plan.places.length > 0 ? plan.places.map(names.place) : (answer?.where ?? [])
  return (
    <>
      <p className="desk-badges">
        {answer?.isReadIn && <span className="badge">{say('plans.readIn')}</span>}
        <Origin origin={plan.origin} />
        {verification === 'draft' && <span className="badge">{say('plans.draft')}</span>}
        {verification === 'submitted' && <span className="badge">{say('plans.submitted')}</span>}
      </p>
      <h1>{plan.name}</h1>
      <p className="page-about">
        {enumerate(where, language)}
        {answer?.agreement && (
          <>
            {'. '}
            {say('plans.under')}{' '}
            <a className="link-in" href={`/agreements?id=${encodeURIComponent(answer.agreement.id)}`}>
              {answer.agreement.title}
            </a>
          </>
        )}
      </p>
      {answer?.isReadIn && <p className="quiet">{say('plans.readIn.about')}</p>}
      {plan.note && <p className="quiet">{plan.note}</p>}
    </>
  )
}

/** What speaks against the plan as it is on screen. */
const Findings = ({ plan }: { readonly plan: Plan }) => {
  const { say, language } = useText()
  const findings = findingsOf(plan)
  if (findings.length === 0) return null
  return (
    <section className="desk-findings" aria-label={say('plans.findings')}>
      <h2>{say('plans.findings')}</h2>
      <ul>
        {findings.map(({ field, name, words, severity }) => (
          <li key={`${field} ${name} ${words.en}`} data-severity={severity}>
            {words[language]}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** One plan: where it stands, its three views on one draft, and who carries how much. */
export const Opened = ({ name, answer, kept, verification, context, mayChange, isSekber }: Props) => {
  const { say } = useText()
  const { action, only } = usePlanView()
  const desk = useDesk(name, kept, {
    mayChange,
    isSekber,
    onBegun: (id) => changePlanView({ id }),
  })
  const { plan } = desk
  const names = useNames(plan, answer, context)
  const on = answer?.on ?? new Date().toISOString().slice(0, 10)
  const actions = only ? plan.actions.filter((one) => flagsOf(one, on).includes(only)) : plan.actions
  const face = { actions, desk, names, context, answer, on, chosen: action }
  return (
    <article className="plan">
      <div className="desk-top">
        <button type="button" className="link" onClick={() => changePlanView({ id: null, action: null, only: null })}>
          {say('plans.back')}
        </button>
        <span className="desk-buttons">
          <Download desk={desk} names={names} on={on} />
          <button type="button" className="button-quiet" onClick={() => print()}>
            {say('plans.print')}
          </button>
        </span>
      </div>
      <Head answer={answer} verification={verification} plan={plan} names={names} />
      <Figures figures={figuresOf(plan.actions, on)} on={on} isFilter />
      {mayChange && (
        <p className="quiet">
          {say('plans.mayChange')} {answer?.isReadIn && say('plans.readIn.takeOver')}
        </p>
      )}
      <Findings plan={plan} />
      <Faces {...face} />
      {mayChange && <Tools desk={desk} names={names} context={context} />}
      <PrintSheet {...face} />
      <Shares shares={sharesOf(plan.actions)} nameOf={names.organisation} />
    </article>
  )
}
