import { useEffect, useState } from 'react'
import type { Scenario } from '../../data/model/scenario.ts'
import { scenarioIn } from './link.ts'

export type Opened = 'opened' | 'damaged' | null

/** Opens the scenario that the address holds, once; afterwards the address says only what is asked about. */
export const useOpenedLink = (open: (scenario: Scenario) => void): readonly [Opened, (opened: Opened) => void] => {
  const [opened, setOpened] = useState<Opened>(null)
  useEffect(() => {
    const look = () => {
      const found = scenarioIn(location.hash)
      if (found === 'none') return
      history.replaceState(history.state, '', `${location.pathname}${location.search}`)
      if (found !== 'damaged') open(found)
      setOpened(found === 'damaged' ? 'damaged' : 'opened')
    }
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [open])
  return [opened, setOpened]
}
