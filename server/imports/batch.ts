import type { Activity, Site } from '../../data/model/activity.ts'
import { afterSave, type By, sideOf } from '../../data/model/review.ts'
import type { Member } from '../access/caller.ts'
import type { Change } from '../journal/entry.ts'
import { revisionOf } from '../journal/state.ts'
import type { Given } from '../work/form.ts'
import type { Room } from '../work/room.ts'
import { writeRecord } from '../work/written.ts'
import { nameOfWorkPlace, workPlacesOf } from '../work_places.ts'
import type { World } from '../world.ts'
import type { Known } from './judging/known.ts'
import type { Judged, RowActivity } from './judging/row.ts'
import { type ImportRoom, knownFor, type OpenImport, pacing } from './open_import.ts'
import type { RawRow } from './reading/table.ts'
import { judge, stateOfRow } from './verdicts.ts'

/** Good rows on their way to the journal: one change for each activity, and which record each row becomes. */
export type Batch = {
  readonly changes: readonly Change[]
  readonly rows: { readonly [row: number]: string }
  readonly added: number
  readonly updated: number
}

export type Sending = { readonly operation: string; readonly submit: boolean }

type Gathered = {
  readonly activity: RowActivity
  readonly updates: Judged['updates']
  readonly row: number
  readonly rows: number[]
  /** By what they are written as, each place once. */
  readonly sites: Map<string, Site>
}

/** Rows of one activity put together, each place once. */
const gather = async (job: OpenImport, known: Known): Promise<readonly Gathered[]> => {
  const { content, verdicts } = job
  const pace = pacing(job)
  const gathered = new Map<number, Gathered>()
  const take = (raw: RawRow): void => {
    if (stateOfRow(job, raw.row) !== 'good') return
    const { activity, updates, state } = judge(job, raw, known, verdicts!.plan)
    // What was good a moment ago may not be any more: the journal went on.
    if (!activity || state !== 'good') return
    const head = verdicts!.standing(raw.row).joins ?? raw.row
    const own: Gathered = gathered.get(head) ?? {
      activity,
      updates,
      row: head,
      rows: [],
      sites: new Map(),
    }
    gathered.set(head, own)
    own.rows.push(raw.row)
    for (const site of activity.sites) own.sites.set(JSON.stringify(site), site)
  }
  const { rows } = content!
  for (const [at, raw] of rows.entries()) {
    await pace.step()
    job.progress = { done: at, of: rows.length }
    take(raw)
  }
  return [...gathered.values()]
}

const fields = ({
  enteredBy: _e,
  origin: _o,
  verification: _v,
  returned: _r,
  awaitsReview: _a,
  ...given
}: Activity): Given<'activity'> => given

const namesOf = (sites: readonly Site[], world: World): string =>
  JSON.stringify(workPlacesOf({ sites }, world).map(nameOfWorkPlace).sort())

/** A file that names the very places our own tables tell of a record knows nothing of its lines, its areas, or where they truly are. */
const isOldNews = (sites: readonly Site[], id: string, world: World): boolean => {
  const told = world.everyone.find('activity', id)
  return told !== null && namesOf(sites, world) === namesOf(told.record.sites, world)
}

/** What the file says over what was on record; what it says nothing about stays, and so do places that came from this file before. */
const givenFor = (
  { activity, updates, sites }: Gathered,
  id: string,
  { stored }: OpenImport,
  room: Room,
): Given<'activity'> => {
  const isOwn = Object.values(stored.done).includes(id)
  const before = updates?.record.sites ?? []
  const places = new Map([...(isOwn ? before : []).map((site) => [JSON.stringify(site), site] as const), ...sites])
  const said = [...places.values()]
  return {
    ...(updates ? fields(updates.record) : {}),
    ...activity,
    sites: updates && isOldNews(said, id, room.world) ? before : said,
    id,
    confirmed: room.today(),
  }
}

const plain = (given: object): string =>
  JSON.stringify(
    Object.entries(given)
      .filter(([name]) => name !== 'confirmed')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
const isSame = (given: Given<'activity'>, before: Activity): boolean => plain(given) === plain(fields(before))

const changeFor = (one: Gathered, job: OpenImport, { operation, submit }: Sending, known: Known): Change | null => {
  const { caller, room } = known
  const before = one.updates
  const id = before?.id ?? `activity-${operation}-${one.row}`
  const given = givenFor(one, id, job, room)
  if (before && isSame(given, before.record)) return null
  const side = sideOf(caller, {
    kind: 'activity',
    record: (before?.record ?? { ...given, owner: caller.organisation ?? undefined }) as Activity,
  })
  const by: By = { side, isTrusted: caller.isTrusted }
  const outcome = afterSave(before?.record.verification ?? 'absent', by, submit)
  if (!outcome) return null
  const { record } = writeRecord('activity', given, { before: before?.record ?? null, caller, by, outcome })
  // Of the record that was looked at: whoever changed it since must not be written over.
  const revision = (before?.revision ?? revisionOf(room.store.state, `activity/${id}`)) + 1
  return { kind: 'activity', id, revision, record }
}

/** Everything that is good now, as one operation; rows that would change nothing are done without a change. */
export const prepareBatch = async (
  job: OpenImport,
  sending: Sending,
  imports: ImportRoom,
  caller: Member,
): Promise<Batch> => {
  const known = knownFor(job, imports, caller)
  const pace = pacing(job)
  const changes: Change[] = []
  const rows: { [row: number]: string } = {}
  for (const one of await gather(job, known)) {
    await pace.step()
    const change = changeFor(one, job, sending, known)
    const id = change?.id ?? one.updates?.id
    if (!id) continue
    if (change) changes.push(change)
    for (const row of one.rows) rows[row] = id
  }
  const added = changes.filter(({ revision }) => revision === 1).length
  return { changes, rows, added, updated: changes.length - added }
}
