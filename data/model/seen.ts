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
  const version = standingVersion<Kind>(now)
  if (!version) return null
  const entry = { kind: now.kind, record: version.record } as AnyRecord
  const disclosure = leastOf([disclosureTo(reader, entry), disclosureTo(reader, newest)])
  const { revision, record, time } = version
  if (disclosure === 'nothing') return null
  if (disclosure === 'all' || entry.kind !== 'activity') return { revision, record, time, isWhole: true }
  const grids = [entry, newest].map((one) => (one.kind === 'activity' ? gridOf(one.record) : 0))
  return { revision, record: generalise(entry.record, Math.max(...grids), pointOf), time, isWhole: false }
}
