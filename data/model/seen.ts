import type { Activity } from './activity.ts'
import {
  type Coarsening,
  disclosureTo,
  generalise,
  gridOf,
  leastOf,
  type PointOf,
  type Reader,
  type SensitiveSite,
  sensitiveSites,
} from './disclosure.ts'
import type { AnyRecord, Kind } from './record.ts'
import { type Standing, standingVersion, type Version } from './standing.ts'
import { withoutNotes } from './story.ts'

/** A record of any kind with its standing versions. */
export type AnyStanding = { readonly [K in Kind]: { readonly kind: K; readonly id: string } & Standing<K> }[Kind]

/** What a reader sees of a record. `isWhole` is false where its places were made coarser. */
export type Seen<K extends Kind = Kind> = Version<K> & { readonly isWhole: boolean }

/** The widest grid and the greatest care that any of these states asks for. */
const careOf = (entries: readonly AnyRecord[]) => {
  const activities = entries.flatMap((one) => (one.kind === 'activity' ? [one.record] : []))
  return {
    gridDegrees: Math.max(...activities.map(gridOf)),
    isSensitive: activities.some(({ sensitive }) => sensitive !== undefined),
  }
}

/**
 * The version that stands, as far as both it and the newest state allow: who shows less today shows less at once. `newest`
 * is another than `now` where an earlier day is looked at with what is allowed today.
 */
export const seenBy = (
  reader: Reader,
  now: AnyStanding,
  coarsening: Coarsening,
  newest: AnyRecord = now as AnyRecord,
): Seen | null => {
  const standing = standingVersion<Kind>(now)
  if (!standing) return null
  const { record, revision, seq, time } = standing
  const entry = { kind: now.kind, record } as AnyRecord
  const disclosure = leastOf([disclosureTo(reader, entry), disclosureTo(reader, newest)])
  const place = { revision, seq, time }
  if (disclosure === 'nothing') return null
  if (entry.kind === 'story') return { ...place, record: withoutNotes(entry.record), isWhole: true }
  if (disclosure === 'all' || entry.kind !== 'activity') return { ...place, record, isWhole: true }
  const { gridDegrees, isSensitive } = careOf([entry, newest])
  return { ...place, record: generalise(entry.record, gridDegrees, coarsening, isSensitive), isWhole: false }
}

/** The sensitive sites of a record that everyone may know by their cells, where enough of them lie together. */
export const hiddenSitesOf = (now: AnyStanding, pointOf: PointOf): readonly SensitiveSite[] => {
  const standing = standingVersion<Kind>(now)
  if (!standing || now.kind !== 'activity') return []
  const entries = [{ kind: now.kind, record: standing.record } as AnyRecord, now as AnyRecord]
  const { gridDegrees, isSensitive } = careOf(entries)
  if (!isSensitive || leastOf(entries.map((one) => disclosureTo('everyone', one))) !== 'generalised') return []
  return sensitiveSites(standing.record as Activity, gridDegrees, pointOf)
}
