import { disclosureTo, generalise, gridOf, leastOf, type PointOf, type Reader } from './disclosure.ts'
import type { AnyRecord, Kind } from './record.ts'
import { type Standing, standingVersion, type Version } from './standing.ts'

/** A record of any kind with its standing versions. */
export type AnyStanding = { readonly [K in Kind]: { readonly kind: K; readonly id: string } & Standing<K> }[Kind]

/** What a reader sees of a record. `isWhole` is false where its places were made coarser. */
export type Seen<K extends Kind = Kind> = Version<K> & { readonly isWhole: boolean }

/**
 * The version that stands, as far as both it and the newest state allow: who shows less today shows less at once. `newest`
 * is another than `now` where an earlier day is looked at with what is allowed today.
 */
export const seenBy = (
  reader: Reader,
  now: AnyStanding,
  pointOf: PointOf,
  newest: AnyRecord = now as AnyRecord,
): Seen | null => {
  const standing = standingVersion<Kind>(now)
  if (!standing) return null
  const { record, revision, seq, time } = standing
  const entry = { kind: now.kind, record } as AnyRecord
  const disclosure = leastOf([disclosureTo(reader, entry), disclosureTo(reader, newest)])
  const place = { revision, seq, time }
  if (disclosure === 'nothing') return null
  if (disclosure === 'all' || entry.kind !== 'activity') return { ...place, record, isWhole: true }
  const grids = [entry, newest].map((one) => (one.kind === 'activity' ? gridOf(one.record) : 0))
  return { ...place, record: generalise(entry.record, Math.max(...grids), pointOf), isWhole: false }
}
