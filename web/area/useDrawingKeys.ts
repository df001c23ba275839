import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef } from 'react'
import type { Session } from './session.ts'

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)

const presses = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a') !== null

/** Esc cancels, Ctrl Z takes a point back, Enter finishes; on the map itself Space sets a point in its middle. */
export const useDrawingKeys = (map: MapLibreMap, session: RefObject<Session | null>, onCancel: () => void): void => {
  const cancel = useRef(onCancel)
  cancel.current = onCancel
  useEffect(() => {
    const actOf = ({ key, ctrlKey, metaKey, target }: KeyboardEvent): (() => void) | null => {
      if (key === 'Escape') return () => cancel.current()
      if (writes(target)) return null
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'z') return () => session.current?.undo()
      if (key === 'Enter' && !presses(target)) return () => session.current?.finish()
      if (key === ' ' && target === map.getCanvas()) return () => session.current?.setPoint()
      return null
    }
    const listen = (event: KeyboardEvent) => {
      const act = document.querySelector('[role="dialog"], [role="listbox"]') ? null : actOf(event)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
    addEventListener('keydown', listen, { capture: true })
    return () => removeEventListener('keydown', listen, { capture: true })
  }, [map, session])
}
