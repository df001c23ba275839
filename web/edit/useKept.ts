import { useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft } from '../outbox/store.ts'
import { type Draft, isUntouched } from './draft.ts'

const REST_MS = 500

/** When the draft was last kept on this device; `failed` where the browser keeps nothing. */
export type Kept = { readonly at: string } | 'failed' | null

/** Keeps the draft on this device whenever the hand has rested, and at once when the page is put away. */
export const useKept = (key: string, draft: Draft, isOver: boolean): Kept => {
  const [kept, setKept] = useState<Kept>(null)
  const now = useRef({ draft, isOver, dirty: false })
  const first = useRef(draft)
  now.current = { draft, isOver, dirty: now.current.dirty || draft !== first.current }

  useEffect(() => {
    const keep = async () => {
      const { draft: current, isOver: over, dirty } = now.current
      if (!dirty || over) return
      now.current.dirty = false
      first.current = current
      if (isUntouched(current)) {
        await dropDraft(key)
        setKept(null)
        return
      }
      const saved = new Date().toISOString()
      setKept((await keepDraft(key, { draft: current, saved })) ? { at: saved } : 'failed')
    }
    const timer = draft === first.current ? undefined : setTimeout(() => void keep(), REST_MS)
    const leave = () => void keep()
    document.addEventListener('visibilitychange', leave)
    addEventListener('pagehide', leave)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', leave)
      removeEventListener('pagehide', leave)
    }
  }, [key, draft])

  // Closing the editor within the rest must not cost the last words.
  useEffect(
    () => () => {
      const { draft: last, isOver: over, dirty } = now.current
      if (dirty && !over && !isUntouched(last)) void keepDraft(key, { draft: last, saved: new Date().toISOString() })
    },
    [key],
  )
  return kept
}
