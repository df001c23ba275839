import { useEffect, useState } from 'react'
import { useOutboxNews } from './news.ts'
import { allKept } from './store.ts'

export type KeptHere = Awaited<ReturnType<typeof allKept>>

/** Everything that lies on this device, as it is now; undefined until it is known. */
export const useKeptHere = (): KeptHere | undefined => {
  const { turn } = useOutboxNews()
  const [kept, setKept] = useState<KeptHere>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: every turn may have changed it
  useEffect(() => {
    let isOver = false
    void allKept().then((all) => isOver || setKept(all))
    return () => {
      isOver = true
    }
  }, [turn])
  return kept
}
