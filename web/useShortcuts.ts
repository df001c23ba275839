import { useEffect } from 'react'

/** A window over the screen. */
export type Opened = 'search' | 'about' | 'share' | 'saved' | 'multiples' | 'flows' | 'shortcuts' | 'tour'

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Ctrl K (or Cmd K) anywhere; `/` and `?` where nobody is typing. */
const openedBy = ({ key, ctrlKey, metaKey, target }: KeyboardEvent): Opened | null => {
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' ? 'search' : null
  if (writes(target)) return null
  return key === '/' ? 'search' : key === '?' ? 'shortcuts' : null
}

export const useShortcuts = (onOpen: (opened: Opened) => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const opened = openedBy(event)
      if (!opened) return
      event.preventDefault()
      onOpen(opened)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [onOpen])
}
