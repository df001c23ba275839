import type { Claim } from '../../data/model/work.ts'
import type { RecordKey } from '../journal/state.ts'

export const CLAIM_MS = 5 * 60_000

/** Who is deciding on what. Kept in memory: after a restart everybody claims again. */
export type Claims = {
  /** The claim on a record, one's own renewed; another's where that still runs. */
  take(key: RecordKey, person: string, name: string): Claim
  release(key: RecordKey, person: string): void
  find(key: RecordKey): Claim | null
  onChange(listener: (key: RecordKey) => void): () => void
}

export const createClaims = (now: () => Date): Claims => {
  const claims = new Map<RecordKey, Claim>()
  const listeners = new Set<(key: RecordKey) => void>()
  const tell = (key: RecordKey): void => {
    for (const listener of listeners) listener(key)
  }
  const find = (key: RecordKey): Claim | null => {
    const claim = claims.get(key)
    if (!claim) return null
    if (claim.until > now().toISOString()) return claim
    claims.delete(key)
    return null
  }
  return {
    find,
    take(key, person, name) {
      const held = find(key)
      if (held && held.person !== person) return held
      const claim = { person, name, until: new Date(now().getTime() + CLAIM_MS).toISOString() }
      claims.set(key, claim)
      if (!held) tell(key)
      return claim
    },
    release(key, person) {
      if (find(key)?.person !== person) return
      claims.delete(key)
      tell(key)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
