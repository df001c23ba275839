import { useEffect } from 'react'

const nameOf = (key: string): string => `bentang-draft ${key}`

/** Browsers keep locks to themselves where a server is reached without https; there is one page then, as a rule. */
const locks = (): LockManager | undefined => ('locks' in navigator ? navigator.locks : undefined)

/** Does something unless this draft is open on any screen of this device; null when it is. */
export const unlessOpen = async <T>(key: string, doing: () => Promise<T>): Promise<T | null> => {
  const all = locks()
  return all ? all.request(nameOf(key), { ifAvailable: true }, (lock) => (lock ? doing() : null)) : doing()
}

/** One page of this device sends at a time. */
export const alone = async (doing: () => Promise<void>): Promise<void> => {
  const all = locks()
  if (all) await all.request('bentang-outbox', { ifAvailable: true }, async (lock) => void (lock && (await doing())))
  else await doing()
}

/** Keeps a draft from being sent behind the back of whoever has it open. */
export const useOpenDraft = (key: string, isOpen: boolean): void => {
  useEffect(() => {
    const all = locks()
    if (!isOpen || !all) return
    let release = () => {}
    const closed = new Promise<void>((done) => {
      release = done
    })
    void all.request(nameOf(key), () => closed)
    return release
  }, [key, isOpen])
}
