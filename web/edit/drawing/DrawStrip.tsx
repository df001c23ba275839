import { Redo2, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../../text/useText.ts'
import { MIDDLE } from './middle.ts'

type Props = {
  readonly title: string
  /** What to do now. */
  readonly hint: string
  /** What stands already. */
  readonly measure: string
  /** What the keys do, for whoever has the map under them. */
  readonly keys: string
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly canFinish: boolean
  readonly finishWords: string
  /** Something is held in the middle of the map. */
  readonly showsMiddle: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onCancel: () => void
  readonly onFinish: () => void
  /** Between what stands and the buttons: switches, corners. */
  readonly children?: ReactNode
}

/** What the hand needs while it works on the map: what to do now, what stands already, back, again, cancel and finish. */
export const DrawStrip = (props: Props) => {
  const { title, hint, measure, keys, canUndo, canRedo, canFinish, finishWords, showsMiddle, children } = props
  const { say } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className="edit-over marking" data-middle={showsMiddle}>
      <div className="edit-seen">
        <span className={MIDDLE} aria-hidden="true" />
      </div>
      <section className="edit-strip" aria-labelledby="edit-strip-title">
        <div className="edit-strip-head">
          <h2 id="edit-strip-title" ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <button
            type="button"
            className="button-plain edit-icon"
            title={say('edit.undo')}
            aria-label={say('edit.undo')}
            disabled={!canUndo}
            aria-keyshortcuts="Control+Z"
            onClick={props.onUndo}
          >
            <Undo2 aria-hidden="true" />
          </button>
          <button
            type="button"
            className="button-plain edit-icon"
            title={say('edit.redo')}
            aria-label={say('edit.redo')}
            disabled={!canRedo}
            aria-keyshortcuts="Control+Shift+Z"
            onClick={props.onRedo}
          >
            <Redo2 aria-hidden="true" />
          </button>
          <button type="button" className="button-plain" aria-keyshortcuts="Escape" onClick={props.onCancel}>
            {say('edit.cancel')}
          </button>
          <button
            type="button"
            className="button-primary"
            disabled={!canFinish}
            aria-keyshortcuts="Enter"
            onClick={props.onFinish}
          >
            {finishWords}
          </button>
        </div>
        <p aria-live="polite">{hint}</p>
        <output className="edit-measure" aria-live="off">
          {measure}
        </output>
        {children}
        <p className="edit-keys">{keys}</p>
      </section>
    </div>
  )
}
