import type { Code } from '../../data/model/codes.ts'
import { completenessOf } from '../../data/model/completeness.ts'
import { type AnyRecord, freshnessDays, type Kind, keeperOf, type Verification } from '../../data/model/record.ts'
import { awaitsSekber } from '../../data/model/review.ts'
import type { Seen } from '../../data/model/seen.ts'
import type { WorkLine, WorkList } from '../../data/model/work.ts'
import type { Member } from '../access/caller.ts'
import { boundsOf } from '../bounds.ts'
import { describe } from '../describe.ts'
import { type Kept, keyOf } from '../journal/state.ts'
import { findKept, seenByMember, seesNewest } from './find.ts'
import { reachOf } from './reach.ts'
import type { Room } from './room.ts'

export type ListAsked = {
  readonly kind?: Kind | undefined
  readonly verification?: Verification | undefined
  readonly organisation?: string | undefined
  /** Only what nobody confirmed for so many days. */
  readonly stale?: number | undefined
  readonly q?: string | undefined
  readonly sort: 'stale' | 'changed'
  readonly after?: string | undefined
  readonly limit: number
}

/** A record as one member sees it, with what that version says. */
type Row = { readonly kept: Kept; readonly entry: AnyRecord; readonly seen: Seen }

const codesOf = (entry: AnyRecord, { world }: Room): readonly Code[] => {
  if (entry.kind === 'activity') return reachOf(entry.record, world).map(({ code }) => code)
  return entry.kind === 'target' && 'codes' in entry.record.area ? entry.record.area.codes : []
}

const boxOf = (entry: AnyRecord, { world }: Room): WorkLine['bbox'] => {
  const { codes, geometries } = describe(entry)
  return boundsOf([...geometries, ...codes.flatMap((code) => world.geography.find(code)?.geometry ?? [])])
}

const nameOfOrganisation = (id: string | null, room: Room): string | null => {
  const kept = id === null ? null : findKept(room, 'organisation', id)
  return kept?.kind === 'organisation' ? kept.record.name : null
}

const lineOf = ({ kept, entry, seen }: Row, caller: Member, room: Room): WorkLine => {
  const { kind, record } = entry
  const keeper = keeperOf(entry)
  return {
    kind,
    id: record.id,
    title: describe(entry).title,
    keeper,
    keeperName: nameOfOrganisation(keeper, room),
    verification: record.verification,
    visibility: record.visibility,
    awaitsReview: record.awaitsReview === true,
    status: describe(entry).status ?? null,
    revision: seen.revision,
    changed: seen.time,
    confirmed: record.confirmed,
    freshnessDays: freshnessDays(record, room.today()),
    completeness: completenessOf(entry).share,
    villages: codesOf(entry, room),
    bbox: boxOf(entry, room),
    claim: seesNewest(caller, kept as AnyRecord) ? room.claims.find(keyOf(kept)) : null,
    isSample: record.origin === 'sample',
  }
}

/** One character below every other that a key can hold. */
const SEPARATOR = ' '

/** Rows in the order of their keys, a page at a time; the cursor is the last key, so that writes in between skip nothing that stays. */
const paged = (
  rows: readonly Row[],
  keyOfRow: (row: Row) => string,
  { after, limit }: Pick<ListAsked, 'after' | 'limit'>,
  direction: 1 | -1,
): { readonly page: readonly Row[]; readonly next: string | null } => {
  const keyed = rows.map((row) => ({ row, key: `${keyOfRow(row)}${SEPARATOR}${keyOf(row.kept)}` }))
  keyed.sort((a, b) => (a.key < b.key ? -direction : direction))
  const left = after === undefined ? keyed : keyed.filter(({ key }) => (direction === 1 ? key > after : key < after))
  const page = left.slice(0, limit)
  return { page: page.map(({ row }) => row), next: left.length > limit ? page.at(-1)!.key : null }
}

/** By the journal, whose order stands when a clock is put back; of one width, so that text sorts as numbers do. */
const acceptedAt = ({ seen }: Row): string => `${seen.seq}`.padStart(12, '0')

/** Whether the record, or a version that others still see, is of this keeper. */
const isOf = (kept: Kept, keeper: string): boolean =>
  [kept, ...kept.standing].some(({ record }) => keeperOf({ kind: kept.kind, record } as AnyRecord) === keeper)

/** What the caller sees of the records of a keeper; null is everybody's. */
const rowsFor = (caller: Member, room: Room, keeper: string | null): Row[] => {
  const rows: Row[] = []
  for (const kept of room.store.state.records.values()) {
    if (keeper !== null && !isOf(kept, keeper)) continue
    const seen = seenByMember(caller, kept, room)
    const entry = seen && ({ kind: kept.kind, record: seen.record } as AnyRecord)
    if (seen && entry && (keeper === null || keeperOf(entry) === keeper)) rows.push({ kept, entry, seen })
  }
  return rows
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const matches = (asked: ListAsked, room: Room) => {
  const words = folded(asked.q ?? '')
    .split(/\s+/)
    .filter(Boolean)
  return ({ entry }: Row): boolean => {
    const { kind, record } = entry
    // Decisions on matches have a screen of their own.
    if (asked.kind === undefined ? kind === 'match' : kind !== asked.kind) return false
    if (asked.verification !== undefined && record.verification !== asked.verification) return false
    if (asked.stale !== undefined && freshnessDays(record, room.today()) < asked.stale) return false
    const text = words.length > 0 ? folded(`${describe(entry).title} ${record.id} ${record.externalId ?? ''}`) : ''
    return words.every((word) => text.includes(word))
  }
}

/** Whose records a list is of when nobody says: one's own organisation's; for Sekber everybody's. */
const keepersOf = (caller: Member, { organisation }: ListAsked): string | null =>
  organisation ?? (caller.role === 'moderator' || caller.role === 'admin' ? null : (caller.organisation ?? ''))

const listed = (rows: readonly Row[], caller: Member, room: Room, asked: Pick<ListAsked, 'after' | 'limit'>) => {
  return (keyOfRow: (row: Row) => string, direction: 1 | -1): WorkList => {
    const { page, next } = paged(rows, keyOfRow, asked, direction)
    return { numberMatched: rows.length, lines: page.map((row) => lineOf(row, caller, room)), next }
  }
}

/** The stalest first, or the last changed first. */
export const listWork = (room: Room, caller: Member, asked: ListAsked): WorkList => {
  const rows = rowsFor(caller, room, keepersOf(caller, asked)).filter(matches(asked, room))
  const list = listed(rows, caller, room, asked)
  return asked.sort === 'stale' ? list(({ entry }) => entry.record.confirmed, 1) : list(acceptedAt, -1)
}

/** What waits for Sekber, the longest waiting first. */
export const listReview = (room: Room, caller: Member, asked: ListAsked): WorkList => {
  const isMatch = matches(asked, room)
  const rows = rowsFor(caller, room, asked.organisation ?? null).filter(
    (row) => awaitsSekber(row.entry.record) && isMatch(row),
  )
  return listed(rows, caller, room, asked)(acceptedAt, 1)
}
