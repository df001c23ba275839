import { useEffect, useRef, useState } from 'react'

/** A click is shorter: only a hand that holds still points at something. */
const HELD_MS = 140

/** The dot that points: while it is switched on, and while the mouse is held. It moves past React, with every pointer event. */
export const Laser = ({ isOn }: { readonly isOn: boolean }) => {
  const dot = useRef<HTMLSpanElement>(null)
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    let timer = 0
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (dot.current) dot.current.style.transform = `translate(${clientX}px, ${clientY}px)`
    }
    const down = (event: PointerEvent) => {
      const isOnControl = event.target instanceof Element && event.target.closest('button, a, [role="slider"], dialog')
      if (event.pointerType !== 'mouse' || event.button !== 0 || isOnControl) return
      move(event)
      timer = window.setTimeout(() => setHeld(true), HELD_MS)
    }
    const up = () => {
      clearTimeout(timer)
      setHeld(false)
    }
    const listen = [
      ['pointermove', move],
      ['pointerdown', down],
      ['pointerup', up],
      ['pointercancel', up],
    ] as const
    for (const [name, listener] of listen) addEventListener(name, listener)
    return () => {
      clearTimeout(timer)
      for (const [name, listener] of listen) removeEventListener(name, listener)
    }
  }, [])
  return <span ref={dot} className="present-laser" hidden={!isOn && !isHeld} aria-hidden="true" />
}
