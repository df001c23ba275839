import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { PlanAction } from '../../data/model/plan.ts'
import { flagsOf, isDone } from '../../data/model/plan_figures.ts'
import { useText } from '../text/useText.ts'
import { addDays, addMonths, type Edge, movePeriod } from './draft.ts'
import { barOf, type Scale } from './scale.ts'
import { shortDate } from './words.ts'

type Props = {
  readonly action: PlanAction
  readonly scale: Scale
  readonly on: string
  readonly isChosen: boolean
  readonly mayChange: boolean
  readonly onChoose: () => void
  readonly onMove: (period: PlanAction['period']) => void
}

type Drag = { readonly edge: Edge; readonly fromPx: number; readonly days: number }

/** Pixels at either end that take the edge alone. */
const EDGE_PX = 10
const LEAST_FOR_EDGES_PX = 40

const edgeAt = ({ clientX, currentTarget }: PointerEvent<HTMLElement>, isOpen: boolean): Edge => {
  const { left, width } = currentTarget.getBoundingClientRect()
  if (width < LEAST_FOR_EDGES_PX) return 'both'
  if (clientX - left < EDGE_PX) return 'start'
  return !isOpen && left + width - clientX < EDGE_PX ? 'end' : 'both'
}

const edgeOfKey = ({ shiftKey, ctrlKey }: KeyboardEvent): Edge => (shiftKey ? 'end' : ctrlKey ? 'start' : 'both')

/** The time of one action: dragged whole or by an end, or moved by the arrow keys. */
export const Bar = ({ action, scale, on, isChosen, mayChange, onChoose, onMove }: Props) => {
  const text = useText()
  const { say, count } = text
  const [drag, setDrag] = useState<Drag | null>(null)
  const bar = useRef<HTMLButtonElement>(null)
  const { what, progress } = action
  const shown = drag ? movePeriod(action.period, drag.edge, (iso) => addDays(iso, drag.days)) : action.period
  const { leftPx, widthPx } = barOf(shown, scale)
  const flags = flagsOf(action, on)
  const percent = isDone(action) ? 100 : (progress?.percent ?? 0)

  const grasp = (event: PointerEvent<HTMLButtonElement>) => {
    onChoose()
    if (!mayChange || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag({ edge: edgeAt(event, action.period.end === null), fromPx: event.clientX, days: 0 })
  }
  const pull = ({ clientX }: PointerEvent) =>
    drag && setDrag({ ...drag, days: Math.round((clientX - drag.fromPx) / scale.pxPerDay) })
  const drop = () => {
    if (drag && drag.days !== 0) onMove(shown)
    setDrag(null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setDrag(null)
    const months = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!mayChange || months === undefined || event.altKey || event.metaKey) return
    event.preventDefault()
    onChoose()
    onMove(movePeriod(action.period, edgeOfKey(event), (iso) => addMonths(iso, months)))
    requestAnimationFrame(() => bar.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }))
  }

  const ends = { from: shortDate(shown.start, text), to: shown.end ? shortDate(shown.end, text) : say('plans.open') }
  return (
    <button
      ref={bar}
      type="button"
      className="plan-bar"
      style={{ left: leftPx, width: widthPx }}
      data-flags={flags.join(' ')}
      data-status={action.status}
      data-open={shown.end === null}
      data-movable={mayChange}
      aria-pressed={isChosen}
      aria-label={say('plans.timeline.bar', {
        what,
        ...ends,
        percent: count(percent),
        flags: flags.map((flag) => `, ${say(`plans.flag.${flag}`)}`).join(''),
      })}
      onClick={onChoose}
      onPointerDown={grasp}
      onPointerMove={pull}
      onPointerUp={drop}
      onPointerCancel={() => setDrag(null)}
      onKeyDown={press}
    >
      <span className="plan-bar-done" style={{ width: `${percent}%` }} />
      {drag && drag.days !== 0 && (
        <span className="plan-bar-dates">
          {ends.from} – {ends.to}
        </span>
      )}
    </button>
  )
}
