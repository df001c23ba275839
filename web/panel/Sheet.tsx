import { ChevronDown, ChevronUp } from 'lucide-react'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useText } from '../text/useText.ts'
import { heightPx, nextStop, type Stop, settle } from './sheetStops.ts'

type Grip = { readonly y: number; readonly seenPx: number; lastY: number; lastMs: number; speed: number }

type Props = {
  readonly stop: Stop
  readonly onStop: (stop: Stop) => void
  /** What the sheet is about, where it is not the question. */
  readonly label?: string
  readonly children: ReactNode
}

/** The phone's bottom sheet: dragged by its head, or moved a stop by its two buttons. */
export const Sheet = ({ stop, onStop, label, children }: Props) => {
  const { say } = useText()
  const sheet = useRef<HTMLElement>(null)
  const grip = useRef<Grip | null>(null)
  const [draggedPx, setDraggedPx] = useState<number | null>(null)
  const roomPx = () => sheet.current?.parentElement?.clientHeight ?? innerHeight

  const take = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const { clientY: y, timeStamp } = event
    grip.current = { y, seenPx: sheet.current?.clientHeight ?? 0, lastY: y, lastMs: timeStamp, speed: 0 }
  }
  const drag = ({ clientY, timeStamp }: PointerEvent) => {
    const held = grip.current
    if (!held) return
    held.speed = (held.lastY - clientY) / Math.max(1, timeStamp - held.lastMs)
    held.lastY = clientY
    held.lastMs = timeStamp
    setDraggedPx(Math.min(roomPx(), Math.max(heightPx('low', roomPx()), held.seenPx + held.y - clientY)))
  }
  const letGo = () => {
    if (grip.current && draggedPx !== null) onStop(settle(draggedPx, grip.current.speed, roomPx()))
    grip.current = null
    setDraggedPx(null)
  }

  return (
    <section
      ref={sheet}
      className="sheet"
      data-stop={stop}
      data-dragged={draggedPx !== null}
      style={draggedPx === null ? undefined : { height: `${draggedPx}px` }}
      aria-label={label ?? say('panel.name')}
    >
      <div className="sheet-head">
        <div
          className="sheet-grip"
          onPointerDown={take}
          onPointerMove={drag}
          onPointerUp={letGo}
          onPointerCancel={letGo}
        />
        <button
          type="button"
          aria-label={say('panel.sheet.down')}
          disabled={stop === 'low'}
          onClick={() => onStop(nextStop(stop, -1))}
        >
          <ChevronDown aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={say('panel.sheet.up')}
          disabled={stop === 'full'}
          onClick={() => onStop(nextStop(stop, 1))}
        >
          <ChevronUp aria-hidden="true" />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </section>
  )
}
