import { useSyncExternalStore } from 'react'

const KEY = 'bentang-tour'

/** Where nothing can be remembered nothing is offered: it would be at every visit. */
const wasHere = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return true
  }
}

/** Settled before the first picture, so that nothing moves; who followed a link came for what it shows. */
let invited = location.search === '' && !wasHere()
const listeners = new Set<() => void>()

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

/** Whether a visitor of the first time is offered the tour. */
export const useInvited = (): boolean => useSyncExternalStore(subscribe, () => invited)

/** The tour was taken, left or put off: it is not offered here again. */
export const endInvitation = (): void => {
  try {
    localStorage.setItem(KEY, '1')
  } catch {
    // The offer goes away all the same, until the next visit.
  }
  invited = false
  for (const tell of listeners) tell()
}
