import { useEffect, useState } from 'react'

const REST_MS = 2_600

/** Whether the hand has rested for a while: then cursor and controls leave the picture. */
export const useIdle = (): boolean => {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    let timer = window.setTimeout(() => setIdle(true), REST_MS)
    const stir = () => {
      clearTimeout(timer)
      setIdle(false)
      timer = window.setTimeout(() => setIdle(true), REST_MS)
    }
    const stirring = ['pointermove', 'pointerdown', 'focusin'] as const
    for (const name of stirring) addEventListener(name, stir)
    return () => {
      clearTimeout(timer)
      for (const name of stirring) removeEventListener(name, stir)
    }
  }, [])
  return isIdle
}
