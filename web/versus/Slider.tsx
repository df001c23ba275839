import './slider.css'
import type { KeyboardEvent, PointerEvent } from 'react'

const STEP_PERCENT = 4

const stepOf = (key: string, percent: number): number | null => {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, percent - STEP_PERCENT)
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(100, percent + STEP_PERCENT)
  if (key === 'Home') return 0
  return key === 'End' ? 100 : null
}

type Props = {
  /** From the left edge of the box it stands in; the box draws it there by its `--swipe`. */
  readonly percent: number
  readonly name: string
  /** The position in words. */
  readonly value: string
  readonly isReachable: boolean
  readonly onSlide: (percent: number) => void
}

/** The line between two maps that lie over each other, moved by pointer and arrow keys. */
export const Slider = ({ percent, name, value, isReachable, onSlide }: Props) => {
  const drag = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.parentElement!.getBoundingClientRect()
    if (event.buttons === 1) onSlide(Math.min(100, Math.max(0, ((event.clientX - left) / width) * 100)))
  }
  const press = (event: KeyboardEvent) => {
    const next = stepOf(event.key, percent)
    if (next === null) return
    event.preventDefault()
    onSlide(next)
  }
  return (
    <div
      className="slider"
      role="slider"
      tabIndex={isReachable ? 0 : -1}
      aria-label={name}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      aria-valuetext={value}
      onKeyDown={press}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    />
  )
}
