import type { Kind, RecordBase, RecordByKind } from './record.ts'

/** One state of a record, by the revision it had, with where and when the journal accepted it. */
export type Version<K extends Kind = Kind> = {
  readonly revision: number
  readonly record: RecordByKind[K]
  readonly seq: number
  /** ISO, UTC. */
  readonly time: string
}

/** A record as it is now, with the verified versions before it that still count. */
export type Standing<K extends Kind = Kind> = Version<K> & {
  /** Newest first: the last verified version, and where Sekber has yet to see that one, the last it has seen. Empty where the record itself settles it. */
  readonly standing: readonly Version<K>[]
}

const isVerified = ({ verification }: RecordBase): boolean => verification === 'verified'
const isSettled = (record: RecordBase): boolean => isVerified(record) && !record.awaitsReview

const versionOf = <K extends Kind>({ revision, record, seq, time }: Version<K>): Version<K> => ({
  revision,
  record,
  seq,
  time,
})

/** What still stands behind a record's next state: nothing behind one that is verified and seen, or archived. */
export const standingAfter = <K extends Kind>(
  before: Standing<K> | undefined,
  next: RecordByKind[K],
): readonly Version<K>[] => {
  if (!before || isSettled(next) || next.verification === 'archived') return []
  const known = isVerified(before.record) ? [versionOf(before), ...before.standing] : before.standing
  const settled = known.filter(({ record }) => isSettled(record)).slice(0, 1)
  // What nobody had looked at and is now returned must not be shown any longer.
  if (isVerified(next) || next.verification === 'returned') return settled
  const [last] = known
  return !last || isSettled(last.record) ? settled : [last, ...settled]
}

/** The version that counts until a newer one is verified; null where none ever was, or none may any more. */
export const standingVersion = <K extends Kind>(now: Standing<K>): Version<K> | null =>
  isVerified(now.record) ? now : (now.standing[0] ?? null)
