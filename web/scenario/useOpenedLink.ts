import { useEffect, useState } from 'react'
import { scenarioIn } from './link.ts'
import { openScenario } from './shelf.ts'

export type Opened = 'opened' | 'damaged' | null

/** Opens the scenario that the address holds, once; afterwards the address says only what is asked about. */
export const useOpenedLink = (unnamed: string): readonly [Opened, (opened: Opened) => void] => {
  const [opened, setOpened] = useState<Opened>(null)
  useEffect(() => {
    const look = () => {
      const found = scenarioIn(location.hash)
      if (found === 'none') return
      history.replaceState(history.state, '', `${location.pathname}${location.search}`)
      if (found !== 'damaged') openScenario(found, unnamed)
      setOpened(found === 'damaged' ? 'damaged' : 'opened')
    }
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [unnamed])
  return [opened, setOpened]
}
