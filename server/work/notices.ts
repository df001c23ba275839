import type { AnyRecord, Kind } from '../../data/model/record.ts'
import { seenBy } from '../../data/model/seen.ts'
import type { Member } from '../access/caller.ts'
import type { Entry } from '../journal/entry.ts'
import { type Kept, keyOf, keysOf, type RecordKey } from '../journal/state.ts'
import { seesNewest } from './find.ts'
import type { Room } from './room.ts'

type Changed = { readonly kind: Kind; readonly id: string; readonly revision: number }

/** What an open screen is told: where the journal stands, and which of the records it may see changed. */
export type Notice = {
  readonly seq: number
  /** For this listener; null is everyone who is not signed in. */
  recordsFor(caller: Member | null): readonly Changed[]
}

/** One change, with the revision that each group of readers sees another of; null where all is as it was for them. */
type Shift = {
  readonly changed: Changed
  readonly kept: Kept | null
  readonly before: Kept | null
  readonly everyone: number | null
  readonly members: number | null
}

/** A notice names no more records than this: whoever sees more of them changed asks anew for everything. */
const MOST_NAMED = 500

/** Follows the store from now on, and tells each entry when the audiences answer from it. */
export const followNotices = (room: Pick<Room, 'world' | 'store'>, tell: (notice: Notice) => void): (() => void) => {
  const { store, world } = room
  const known = new Map<RecordKey, Kept>(store.state.records)
  /** The revision that is seen now where that is another than before, or where less or more of it is; null where all is as it was. */
  const shiftFor = (
    reader: 'everyone' | 'members',
    before: Kept | undefined,
    kept: Kept | undefined,
  ): number | null => {
    const [then, now] = [before, kept].map((one) => (one ? seenBy(reader, one, world.coarsening) : null))
    if (!then && !now) return null
    if (then?.revision === now?.revision && then?.isWhole === now?.isWhole) return null
    return now?.revision ?? then!.revision
  }

  const shiftsOf = ({ changes }: Entry): Shift[] =>
    changes.slice(0, MOST_NAMED).map((change) => {
      const key = keyOf(change)
      const [before, kept] = [known.get(key), store.state.records.get(key)]
      return {
        changed: { kind: change.kind, id: change.id, revision: change.revision },
        kept: kept ?? null,
        before: before ?? null,
        everyone: shiftFor('everyone', before, kept),
        members: shiftFor('members', before, kept),
      }
    })

  const follow = (entry: Entry): void => {
    const shifts = shiftsOf(entry)
    for (const key of keysOf(entry.changes)) {
      const kept = store.state.records.get(key)
      if (kept) known.set(key, kept)
      else known.delete(key)
    }
    const recordsFor = (caller: Member | null): Changed[] =>
      shifts.flatMap(({ changed, kept, before, everyone, members }) => {
        if (caller && [kept, before].some((one) => one && seesNewest(caller, one as AnyRecord))) return [changed]
        const revision = caller ? members : everyone
        return revision === null ? [] : [{ ...changed, revision }]
      })
    void world.settled().then(() => tell({ seq: entry.seq, recordsFor }))
  }
  return store.onEntry(follow)
}
