import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'

/** What the keys may do just now; what is missing they leave alone. */
export type Acts = {
  readonly undo: () => void
  readonly redo: () => void
  readonly cancel?: () => void
  readonly finish?: () => void
  /** Space on the map. */
  readonly set?: () => void
  readonly remove?: () => void
}

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
const presses = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a, summary') !== null

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

const isUndo = ({ key, ctrlKey, metaKey, shiftKey }: Key) =>
  (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z'
const isRedo = ({ key, ctrlKey, metaKey, shiftKey }: Key) =>
  (ctrlKey || metaKey) && ((shiftKey && key.toLowerCase() === 'z') || (!shiftKey && key.toLowerCase() === 'y'))

const actOf = (event: KeyboardEvent, acts: Acts, canvas: HTMLElement | null): (() => void) | undefined => {
  const { key, target } = event
  if (writes(target)) return undefined
  if (isUndo(event)) return acts.undo
  if (isRedo(event)) return acts.redo
  if (key === 'Escape') return acts.cancel
  if (key === 'Enter' && !presses(target)) return acts.finish
  if (key === ' ' && target === canvas) return acts.set
  return (key === 'Delete' || key === 'Backspace') && target === canvas ? acts.remove : undefined
}

/** Ctrl Z and Ctrl Shift Z over everything that was marked; while drawing Esc, Enter, and on the map Space and Delete. */
export const useKeys = (map: MapLibreMap | null, acts: Acts): void => {
  const now = useRef(acts)
  now.current = acts
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector('[role="dialog"], [role="listbox"]')) return
      const act = actOf(event, now.current, map?.getCanvas() ?? null)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    addEventListener('keydown', listen, { capture: true })
    return () => removeEventListener('keydown', listen, { capture: true })
  }, [map])
}
