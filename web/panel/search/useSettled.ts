import { useEffect, useState } from 'react'

/** The text once the hand has rested for `restMs`. */
export const useSettled = (text: string, restMs: number): string => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), restMs)
    return () => clearTimeout(timer)
  }, [text, restMs])
  return settled
}
