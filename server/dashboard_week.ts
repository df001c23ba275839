import type { Code } from '../data/model/codes.ts'
import type { DashboardWeek, WeekRecord } from '../data/model/dashboard.ts'
import { type AnyRecord, type Kind, keeperOf } from '../data/model/record.ts'
import type { Held } from './audience.ts'
import { describe } from './describe.ts'
import { keyOf } from './journal/state.ts'
import type { Past } from './past.ts'
import { touchesRegion } from './touches_region.ts'
import { changedFields } from './work/history.ts'
import type { Trail } from './work/trail.ts'
import type { World } from './world.ts'

const DAYS = 7
const DAY_MS = 86_400_000
/** So many entries are told, and so many records of each by name. */
const MOST_ENTRIES = 40
const MOST_NAMED = 5
/** Farther back nobody looks for what was seen before: a record that was shown once more is then told as new. */
const MOST_BACK = 8
/** Of an entry with many records work is named before those who do it. */
const NAMED_LAST: readonly Kind[] = ['organisation', 'authority', 'figure']
/** What the register keeps about a record; it is not what the record says. */
const KEEPING = ['verification', 'awaitsReview', 'returned', 'enteredBy', 'owner', 'externalId']

type Told = { readonly kind: Kind; readonly id: string; readonly held: Held }
type ToldEntry = { readonly seq: number; readonly time: string; readonly told: readonly Told[] }

const entryOf = ({ kind, held }: Told): AnyRecord => ({ kind, record: held.record }) as AnyRecord

/** What everyone sees now and did not see before the day: an entry tells of a record only where its version is that one. */
const toldSince = async (world: World, from: number, region: Code): Promise<readonly ToldEntry[]> => {
  const entries: ToldEntry[] = []
  for await (const { seq, time, changes } of world.store.journal.replay(from)) {
    const told = changes.flatMap(({ kind, id, revision }) => {
      const held = world.everyone.find(kind, id)
      return held?.revision === revision ? [{ kind, id, held }] : []
    })
    const here = told
      .filter((one) => touchesRegion(one, region, world))
      .sort((a, b) => NAMED_LAST.indexOf(a.kind) - NAMED_LAST.indexOf(b.kind))
    if (here.length > 0) entries.push({ seq, time, told: here })
  }
  return entries.reverse()
}

/** The version that everyone could have seen before this one, with what may be shown of it today. */
const seenBefore = async (
  { kind, id, held }: Told,
  world: World,
  trail: Trail,
): Promise<AnyRecord['record'] | null> => {
  const key = keyOf({ kind, id })
  for (let revision = held.revision - 1; revision > Math.max(0, held.revision - MOST_BACK); revision -= 1) {
    const change = await trail.change(key, revision)
    if (!change?.record) return null
    const version = { ...change, record: change.record, seq: 0, time: '', standing: [] }
    const seen = world.hidden.show(version as Parameters<typeof world.hidden.show>[0])
    if (seen) return seen.record
  }
  return null
}

const recordOf = async (one: Told, world: World, trail: Trail): Promise<WeekRecord> => {
  const entry = entryOf(one)
  const before = await seenBefore(one, world, trail)
  const keeper = keeperOf(entry)
  const name = keeper && world.everyone.find('organisation', keeper)?.record.name
  const differing = before ? changedFields(before, entry.record).filter((field) => !KEEPING.includes(field)) : []
  const fields = differing.filter((field) => field !== 'confirmed')
  return {
    kind: one.kind,
    id: one.id,
    title: describe(entry).title,
    organisation: name && one.kind !== 'organisation' ? name : null,
    what: before === null ? 'new' : fields.length > 0 ? 'changed' : 'confirmed',
    fields,
  }
}

type Sources = { readonly world: World; readonly past: Past; readonly trail: Trail }

/** The public part of the journal of the last seven days, today included: no person, no draft, nothing that is hidden today. */
export const answerWeek = async ({ world, past, trail }: Sources, region: Code, now: Date): Promise<DashboardWeek> => {
  const since = new Date(now.getTime() - (DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  const entries = await toldSince(world, await past.positionBefore(new Date(since)), region)
  const shown: DashboardWeek['entries'][number][] = []
  for (const { seq, time, told } of entries.slice(0, MOST_ENTRIES)) {
    const records: WeekRecord[] = []
    for (const one of told.slice(0, MOST_NAMED)) records.push(await recordOf(one, world, trail))
    shown.push({ seq, time, count: told.length, records })
  }
  return {
    asOf: world.everyone.asOf(),
    region,
    since,
    until: now.toISOString().slice(0, 10),
    records: entries.reduce((sum, { told }) => sum + told.length, 0),
    entries: shown,
  }
}
