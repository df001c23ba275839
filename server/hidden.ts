import { isPublic, type Kind } from '../data/model/record.ts'
import type { Change } from './journal/entry.ts'
import type { RecordStore } from './journal/store.ts'

/** Records that exist and are not for everyone, whatever they were before. */
export type Hidden = {
  has(kind: Kind, id: string): boolean
  /** Grows whenever a record is hidden or shown. */
  version(): number
}

type Kept = Pick<Change, 'kind' | 'id' | 'record'>

/** Follows the store: a record that is withdrawn today is withdrawn from every earlier day that is shown today. */
export const followHidden = (store: Pick<RecordStore, 'state' | 'onEntry'>): Hidden & { stop(): void } => {
  const keys = new Set<string>()
  let version = 0
  const note = ({ kind, id, record }: Kept): void => {
    const key = `${kind} ${id}`
    const isHidden = record !== null && !isPublic(record)
    if (isHidden === keys.has(key)) return
    if (isHidden) keys.add(key)
    else keys.delete(key)
    version += 1
  }
  for (const kept of store.state.records.values()) note(kept)
  const stop = store.onEntry(({ changes }) => {
    for (const change of changes) note(change)
  })
  return { has: (kind, id) => keys.has(`${kind} ${id}`), version: () => version, stop }
}
