import { ChevronLeft, ChevronRight, Crosshair, Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { parseCoordinates } from '../../../data/model/reading/coordinates.ts'
import { useText } from '../../text/useText.ts'
import { inDegrees } from '../position_words.ts'
import type { Grip, Held } from './grip.ts'

type Props = { readonly corner: Held | null; readonly grip: Grip | undefined; readonly isPoint: boolean }

/** Corners one by one, without a pointer: go to one, move it to the middle of the map or to typed coordinates, add, remove. */
export const Corners = ({ corner, grip, isPoint }: Props) => {
  const { say } = useText()
  const id = useId()
  const given = corner ? inDegrees(corner.position) : ''
  // Held to its corner: the map tells where the corner is at its own pace, and must not take away what is being typed.
  const [typed, setTyped] = useState<{ readonly at: number; readonly text: string } | null>(null)
  const text = typed && typed.at === corner?.at ? typed.text : given
  const reading = parseCoordinates(text)
  const isWrong = corner !== null && text !== given && reading === null
  const type = (event: FormEvent) => {
    event.preventDefault()
    if (!reading) return
    grip?.move([reading.lng, reading.lat])
    setTyped(null)
  }
  return (
    <div className="edit-corners">
      <div className="edit-corner-acts">
        <button
          type="button"
          className="button-plain"
          aria-label={say('edit.corner.previous')}
          onClick={() => grip?.hold(-1)}
        >
          <ChevronLeft aria-hidden="true" />
        </button>
        <span className="edit-corner-name" aria-live="polite">
          {corner ? say('edit.corner.held', { at: corner.at + 1, of: corner.of }) : say('edit.corner.none')}
        </span>
        <button
          type="button"
          className="button-plain"
          aria-label={say('edit.corner.next')}
          onClick={() => grip?.hold(1)}
        >
          <ChevronRight aria-hidden="true" />
        </button>
        <button type="button" className="button-plain" disabled={!corner} onClick={() => grip?.move()}>
          <Crosshair aria-hidden="true" />
          {say('edit.corner.here')}
        </button>
        {!isPoint && (
          <>
            <button type="button" className="button-plain" disabled={!corner} onClick={() => grip?.add()}>
              <Plus aria-hidden="true" />
              {say('edit.corner.add')}
            </button>
            <button type="button" className="button-plain" disabled={!corner} onClick={() => grip?.remove()}>
              <Trash2 aria-hidden="true" />
              {say('edit.corner.remove')}
            </button>
          </>
        )}
      </div>
      <form className="edit-corner-typed" onSubmit={type}>
        <label htmlFor={id}>{say('edit.corner.typed')}</label>
        <input
          id={id}
          value={text}
          disabled={!corner}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-wrong` : undefined}
          onChange={({ target }) => corner && setTyped({ at: corner.at, text: target.value })}
        />
        <button type="submit" className="button-plain" disabled={!reading || text === given}>
          {say('edit.corner.move')}
        </button>
        {isWrong && (
          <p id={`${id}-wrong`} className="edit-remark" data-severity="error">
            {say('edit.typed.unread')}
          </p>
        )}
      </form>
    </div>
  )
}
