import { useEffect, useRef } from 'react'
import type { MatchState } from '../../data/model/match_decision.ts'

export type MeetingKeys = {
  /** To the next target, or back. */
  readonly go: (by: 1 | -1) => void
  /** The partner of this place, from 0 on. */
  readonly pick: (at: number) => void
  readonly record: (state: MatchState) => void
  readonly leave: () => void
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
const STATES: Readonly<Record<string, MatchState>> = { i: 'interest', m: 'matched', t: 'refused' }

/** Where letters are text. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null

const actOf = (key: string, keys: MeetingKeys): (() => void) | null => {
  const step = STEPS[key]
  if (step) return () => keys.go(step)
  if (/^[1-4]$/.test(key)) return () => keys.pick(Number(key) - 1)
  const state = STATES[key.toLowerCase()]
  if (state) return () => keys.record(state)
  return key === 'Escape' ? keys.leave : null
}

/** Arrows, 1-4, I, M, T and Esc, wherever the focus is but in a field. */
export const useMeetingKeys = (keys: MeetingKeys): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return
      const act = actOf(event.key, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
