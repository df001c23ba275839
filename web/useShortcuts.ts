import { useEffect } from 'react'

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Ctrl K (or Cmd K) anywhere, `/` where nobody is typing: both ask for the search. */
export const useSearchKey = (onSearch: () => void): void => {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const command = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !writes(event.target)
      if (!command && !slash) return
      event.preventDefault()
      onSearch()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [onSearch])
}
