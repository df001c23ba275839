import './tour.css'
import { Dialog } from '@base-ui/react/dialog'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '../text/useText.ts'
import { STEPS } from './steps.ts'
import { TourTexts } from './TourTexts.tsx'
import { usePlaced } from './usePlaced.ts'
import { endInvitation } from './visit.ts'

type Props = { readonly onClose: () => void }

/** Where the keyboard goes on when nothing was focused before, or it went with the invitation. */
const beginning = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('.question button, .question-pill, .rail')

type Towards = 'next' | 'back' | null

type ActsProps = {
  readonly at: number
  /** The button that led here goes on leading; null where nothing did. */
  readonly towards: Towards
  readonly next: RefObject<HTMLButtonElement | null>
  readonly onGo: (towards: 'next' | 'back') => void
  readonly onLeave: () => void
}

const Acts = ({ at, towards, next, onGo, onLeave }: ActsProps) => {
  const { say } = useText()
  const back = useRef<HTMLButtonElement>(null)
  const isLast = at === STEPS.length - 1
  useEffect(() => {
    if (towards) ((towards === 'back' && back.current) || next.current)?.focus()
  }, [towards, next])
  return (
    <div className="tour-acts">
      {!isLast && (
        <button type="button" className="link" onClick={onLeave}>
          {say('tour.skip')}
        </button>
      )}
      {at > 0 && (
        <button
          ref={back}
          type="button"
          className="button-plain"
          aria-describedby="tour-title tour-text"
          onClick={() => onGo('back')}
        >
          {say('tour.back')}
        </button>
      )}
      <button
        ref={next}
        type="button"
        className="button-primary"
        aria-describedby="tour-title tour-text"
        onClick={() => (isLast ? onLeave() : onGo('next'))}
      >
        {say(isLast ? 'tour.done' : 'tour.next')}
      </button>
    </div>
  )
}

const Steps = ({ onClose }: Props) => {
  const { say } = useText()
  const [{ at, towards }, setAt] = useState<{ at: number; towards: Towards }>({ at: 0, towards: null })
  const step = STEPS[at] ?? STEPS[0]
  const card = useRef<HTMLDivElement>(null)
  const next = useRef<HTMLButtonElement>(null)
  const [isFromNowhere] = useState(
    () => document.activeElement === document.body || document.activeElement?.closest('.invitation') != null,
  )
  const placed = usePlaced(step, card)
  const leave = () => {
    endInvitation()
    onClose()
  }

  useEffect(() => {
    const anchor = document.querySelector(step.anchors[0])
    const sheet = anchor?.closest('.sheet-body')
    // At its lowest, as it stands here, the sheet shows its beginning: what else were moved into sight nobody could move back.
    if (sheet) sheet.scrollTo(0, 0)
    else anchor?.scrollIntoView({ block: 'nearest' })
  }, [step])

  const words = `tour.${step.name}` as const
  return (
    <Dialog.Root open onOpenChange={(open) => !open && leave()} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Backdrop className="tour-veil" data-lit={placed?.light !== null} />
        {placed?.light && <div className="tour-light" style={placed.light} aria-hidden="true" />}
        <Dialog.Popup
          ref={card}
          className="tour-card"
          data-placed={placed !== null}
          style={placed?.card}
          initialFocus={next}
          finalFocus={() => (isFromNowhere ? beginning() : true)}
        >
          <p className="tour-count">{say('tour.count', { at: at + 1, of: STEPS.length })}</p>
          <Dialog.Title id="tour-title" className="tour-title">
            {say(words)}
          </Dialog.Title>
          <Dialog.Description id="tour-text" className="tour-text">
            {say(`${words}.text`)}
            {placed?.folded && ` ${say(`tour.folded.${placed.folded}`)}`}
          </Dialog.Description>
          {/* New at every step, so that what is focused is read out with the words of its step. */}
          <Acts
            key={step.name}
            at={at}
            towards={towards}
            next={next}
            onGo={(way) => setAt({ at: way === 'next' ? at + 1 : at - 1, towards: way })}
            onLeave={leave}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** The screen in five steps, each beside what it speaks of. */
const Tour = (props: Props) => (
  <TourTexts>
    <Steps {...props} />
  </TourTexts>
)

export default Tour
