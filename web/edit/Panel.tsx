import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { Sheet } from '../panel/Sheet.tsx'
import type { Stop } from '../panel/sheetStops.ts'
import { useText } from '../text/useText.ts'
import { useEditing } from './editing.ts'
import { More } from './form/More.tsx'
import { WhatStep } from './form/WhatStep.tsx'
import { WhenStep } from './form/WhenStep.tsx'
import { stepOf } from './form_parts.ts'
import { intoView } from './intoView.ts'
import { PlaceStep } from './place/PlaceStep.tsx'
import { STEPS, type StepName, Steps } from './Steps.tsx'
import { SaveStep } from './saving/SaveStep.tsx'

type Props = {
  readonly title: string
  /** Above everything: a draft that goes on, what a moderator wrote, what became of a save. */
  readonly notices: ReactNode
  /** Below everything: keep and hand in. */
  readonly actions: ReactNode
  /** In place of the form: what the entry gave back. */
  readonly instead: ReactNode
  readonly onClose: () => void
  /** Somewhere a field asks for something: goes there. */
  readonly goTo: RefObject<((step: StepName) => void) | null>
  readonly hidden: boolean
}

const PART: { readonly [S in StepName]: () => ReactNode } = {
  place: () => <PlaceStep />,
  what: () => <WhatStep />,
  when: () => <WhenStep />,
  save: () => (
    <>
      <More />
      <SaveStep />
    </>
  ),
}

/** The title, which takes the focus, and the way out. */
export const Head = ({ title, onClose }: Pick<Props, 'title' | 'onClose'>) => {
  const { say } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <header className="edit-head">
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <button type="button" className="card-close" aria-label={say('edit.close')} onClick={onClose}>
        <X aria-hidden="true" />
      </button>
    </header>
  )
}

/** One part after the other, as there is room for all of them. */
const Desk = ({ title, notices, actions, instead, onClose, goTo, hidden }: Props) => {
  const { say } = useText()
  const parts = useRef<{ [S in StepName]?: HTMLElement | null }>({})
  goTo.current = (step) => {
    const part = parts.current[step]
    if (part) intoView(part, 'top')
    part?.focus({ preventScroll: true })
  }
  return (
    <aside className="edit marking" aria-label={title} hidden={hidden}>
      <Head title={title} onClose={onClose} />
      <div className="edit-body">
        {notices}
        {instead ||
          STEPS.map((step) => (
            <section
              key={step}
              className="edit-part"
              aria-labelledby={`edit-${step}`}
              tabIndex={-1}
              ref={(element) => {
                parts.current[step] = element
              }}
            >
              <h3 id={`edit-${step}`}>{say(`edit.part.${step}`)}</h3>
              {PART[step]()}
            </section>
          ))}
      </div>
      {!instead && <footer className="edit-foot">{actions}</footer>}
    </aside>
  )
}

const HEIGHT: { readonly [S in StepName]: Stop } = { place: 'middle', what: 'full', when: 'full', save: 'full' }

/** One part at a time, above the thumb. */
const Phone = ({ title, notices, actions, instead, onClose, goTo, hidden }: Props) => {
  const { say } = useText()
  const { remarks, withMissing } = useEditing()
  const [step, setStep] = useState<StepName>('place')
  const [stop, setStop] = useState<Stop>('middle')
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const go = (next: StepName) => {
    moved.current = true
    setStep(next)
    setStop(HEIGHT[next])
  }
  goTo.current = go
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is read from its beginning
  useEffect(() => {
    if (!moved.current) return
    heading.current?.focus({ preventScroll: true })
    body.current?.scrollTo({ top: 0 })
  }, [step])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the entry gave back is half a map
  useEffect(() => {
    if (instead) setStop('middle')
  }, [Boolean(instead)])
  const at = STEPS.indexOf(step)
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]]
  const asks = (name: StepName) =>
    remarks.some((one) => stepOf(one) === name && (withMissing || one.name !== 'missing'))
  return (
    <div className="edit-phone marking" hidden={hidden}>
      <Sheet stop={stop} onStop={setStop} label={title}>
        <div>
          <Head title={title} onClose={onClose} />
          {!instead && <Steps step={step} onStep={go} asks={asks} />}
        </div>
        <div className="edit-body" ref={body}>
          {notices}
          {instead || (
            <section className="edit-part" aria-labelledby={`edit-${step}`}>
              <h3 id={`edit-${step}`} ref={heading} tabIndex={-1} className={step === 'place' ? 'unseen' : undefined}>
                {say(`edit.part.${step}`)}
              </h3>
              {PART[step]()}
            </section>
          )}
        </div>
        {!instead && (
          <footer className="edit-foot">
            {!after && actions}
            {before && after && (
              <button type="button" className="button-plain" onClick={() => go(before)}>
                {say('edit.back')}
              </button>
            )}
            {after && (
              <button type="button" className="button-primary" onClick={() => go(after)}>
                {say('edit.next', { step: say(`edit.step.${after}`) })}
              </button>
            )}
          </footer>
        )}
      </Sheet>
    </div>
  )
}

/** The form beside the map, or below it on a phone. */
export const Panel = (props: Props) => (useEditing().layout === 'phone' ? <Phone {...props} /> : <Desk {...props} />)
