import type { Entry } from './entry.ts'

/** Who hears of each entry once it is on disk. */
export type Followers = {
  readonly follow: (listener: (entry: Entry) => void) => () => void
  readonly tell: (entry: Entry) => void
}

export const createFollowers = (): Followers => {
  const listeners = new Set<(entry: Entry) => void>()
  return {
    follow(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(entry) {
      for (const listener of listeners) listener(entry)
    },
  }
}
