import { useEffect, useState } from 'react'

/** How long a hand rests on a slider before the server is asked. */
export const REST_MS = 200

/** The value once the hand has rested for `restMs`. */
export const useSettled = <Value>(value: Value, restMs: number): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return settled
}
