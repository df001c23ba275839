import { useEffect, useRef } from 'react'

type Keys = { readonly accept: () => void; readonly giveBack: () => void; readonly next: () => void }

/** Where letters are text. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type="checkbox"]), textarea, select') !== null

/** A accepts, R returns, N goes on, wherever the focus is but in a field. */
export const useReviewKeys = (keys: Keys): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return
      const { accept, giveBack, next } = latest.current
      const act = { a: accept, r: giveBack, n: next }[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
