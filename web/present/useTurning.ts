import { useEffect, useRef } from 'react'
import { type Command, commandOf, isTaken } from './keys.ts'

/** A finger that went less than this did not mean to turn. */
const TURN_PX = 56

/** Keys and a clicker everywhere on the page, one finger across it. */
export const useTurning = (onCommand: (command: Command) => void, isOpen: boolean): void => {
  const now = useRef(onCommand)
  now.current = onCommand
  useEffect(() => {
    if (!isOpen) return
    const press = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (!command || event.defaultPrevented || isTaken(event.target, event.key)) return
      event.preventDefault()
      now.current(command)
    }
    let start: { readonly x: number; readonly y: number } | null = null
    const touch = ({ touches, target }: TouchEvent) => {
      const [only] = touches
      const isOwn = target instanceof Element && target.closest('[role="slider"]') !== null
      start = only && touches.length === 1 && !isOwn ? { x: only.clientX, y: only.clientY } : null
    }
    const leave = ({ changedTouches: [last] }: TouchEvent) => {
      if (!start || !last) return
      const [dx, dy] = [last.clientX - start.x, last.clientY - start.y]
      start = null
      if (Math.abs(dx) > TURN_PX && Math.abs(dx) > 2 * Math.abs(dy)) now.current(dx < 0 ? 'next' : 'previous')
    }
    addEventListener('keydown', press)
    addEventListener('touchstart', touch, { passive: true })
    addEventListener('touchend', leave, { passive: true })
    return () => {
      removeEventListener('keydown', press)
      removeEventListener('touchstart', touch)
      removeEventListener('touchend', leave)
    }
  }, [isOpen])
}
