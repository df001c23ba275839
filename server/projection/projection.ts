import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises'
import { type DuckDBConnection, DuckDBTypeId, LIST, listValue, VARCHAR } from '@duckdb/node-api'
import type { AnyRecord, Kind } from '../../data/model/record.ts'
import type { Bounds } from '../bounds.ts'
import { Refusal } from '../problems.ts'
import countsSql from './counts.sql?raw'
import { type Database, isInvalidated, openDatabase, type Types, type Values } from './database.ts'
import featuresSql from './features.sql?raw'
import { type Ground, type Row, rowsOf, TABLES } from './rows.ts'
import touchedSql from './touched.sql?raw'
import yearsSql from './years.sql?raw'

/** What to list. Empty texts and lists are no filter; `after` is the last id of the page before. */
export type Selection = {
  readonly kind: Kind
  readonly theme: string
  readonly organisations: readonly string[]
  readonly statuses: readonly string[]
  readonly verification: string
  readonly within: string
  readonly period: { readonly from: number; readonly to: number } | null
  readonly bbox: Bounds | null
  readonly after: string
  readonly limit: number
}

export type Page = { readonly matched: number; readonly ids: readonly string[] }
export type KindCount = { readonly kind: string; readonly count: number; readonly sample: number }

/** A record that is there, or the key of one that is gone. */
export type Touched = { readonly kind: Kind; readonly id: string; readonly entry: AnyRecord | null }

export type Projection = {
  readonly state: () => 'ready' | 'rebuilding'
  /** Resolves when readers see the change; changes are applied in the order they were handed in. */
  apply(changes: readonly Touched[]): Promise<void>
  page(selection: Selection): Promise<Page>
  counts(): Promise<readonly KindCount[]>
  years(): Promise<readonly [number, number] | null>
  query(sql: string, values?: Values, types?: Types): Promise<readonly Record<string, unknown>[]>
  close(): void
}

/** Typed appends: letting the library find out what each value is costs more than all the rest. */
const append = async (connection: DuckDBConnection, table: string, rows: readonly Row[]) => {
  if (rows.length === 0) return
  const appender = await connection.createAppender(table)
  const isDouble = rows[0]!.map((_, column) => appender.columnType(column).typeId === DuckDBTypeId.DOUBLE)
  for (const row of rows) {
    row.forEach((cell, column) => {
      if (cell === null) appender.appendNull()
      else if (typeof cell === 'string') appender.appendVarchar(cell)
      else if (isDouble[column]) appender.appendDouble(cell)
      else appender.appendInteger(cell)
    })
    appender.endRow()
  }
  appender.closeSync()
}

/** Rows of so many records are written at once, the others between the requests of others: nobody sees them before all are there. */
const AT_ONCE = 500

const replace = async (connection: DuckDBConnection, changes: readonly Touched[], ground: Ground, fresh: boolean) => {
  if (!fresh) {
    await append(
      connection,
      'touched',
      changes.map(({ kind, id }) => [kind, id]),
    )
    await connection.run(touchedSql)
  }
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    if (from > 0) await breathe()
    const rows = changes.slice(from, from + AT_ONCE).flatMap(({ entry }) => (entry ? [rowsOf(entry, ground)] : []))
    for (const table of TABLES)
      await append(
        connection,
        table,
        rows.flatMap((one) => one[table]),
      )
  }
}

const rebuilding = () =>
  new Refusal(
    'rebuilding',
    {
      id: 'Data analisis sedang disusun ulang dari catatan. Coba lagi dalam beberapa detik.',
      en: 'The analysis data is being rebuilt from the records. Try again in a few seconds.',
    },
    { 'Retry-After': '3' },
  )

const AGAIN_MS = 1_000
/** Rows of a record that changed stay in memory until they are swept out: after so many changes, or half of all records where those are more. */
const SWEPT_AFTER = 1_000

type ProjectionOptions = {
  /** All records as they stand. */
  readonly records: () => readonly AnyRecord[]
  readonly ground: Ground
  readonly open?: () => Promise<Database>
  /** Hears why the tables had to be built again. */
  readonly report: (error: unknown) => void
}

/**
 * The records as tables, in memory, derived and never the truth: when the database breaks it is built again from
 * `records`, and only what needs it is refused meanwhile.
 */
export const createProjection = async (options: ProjectionOptions): Promise<Projection> => {
  const { records, ground, open = openDatabase, report } = options
  let state: 'ready' | 'rebuilding' = 'rebuilding'
  let closed = false
  let database: Database
  let queue: Promise<void> = Promise.resolve()
  let [built, changed] = [0, 0]

  const build = async () => {
    const fresh = await open()
    const all = records().map((entry) => ({ kind: entry.kind, id: entry.record.id, entry }))
    await fresh.write((connection) => replace(connection, all, ground, true))
    database = fresh
    built = all.length
    changed = 0
    state = 'ready'
  }
  const buildUntilDone = async (): Promise<void> => {
    while (!closed) {
      try {
        return await build()
      } catch (error) {
        report(error)
        await pause(AGAIN_MS)
      }
    }
  }
  const rebuild = (reason: unknown) => {
    if (state === 'rebuilding') return
    state = 'rebuilding'
    report(reason)
    const broken = database
    queue = queue.then(buildUntilDone).finally(() => broken.close())
  }
  await build()

  /** What comes while something is being written is written together after it, each record as it is by then. */
  let next: { readonly waiting: Map<string, Touched>; readonly applying: Promise<void> } | null = null
  const sweepOut = async (touched: number): Promise<void> => {
    changed += touched
    if (changed < Math.max(SWEPT_AFTER, built / 2)) return
    changed = 0
    await database.tidy()
  }
  const gather = () => {
    const waiting = new Map<string, Touched>()
    const applying = queue.then(() => {
      next = null
      return database.write((connection) => replace(connection, [...waiting.values()], ground, false))
    })
    queue = applying.then(
      // Readers need not wait for it, and it can be tried again later.
      () => sweepOut(waiting.size).catch(report),
      () => undefined,
    )
    return { waiting, applying }
  }

  const query: Projection['query'] = async (sql, values = {}, types = {}) => {
    if (state === 'rebuilding') throw rebuilding()
    try {
      return await database.read(sql, values, types)
    } catch (error) {
      if (!isInvalidated(error)) throw error
      rebuild(error)
      throw rebuilding()
    }
  }

  return {
    state: () => state,
    apply(changes) {
      next ??= gather()
      for (const change of changes) next.waiting.set(`${change.kind}/${change.id}`, change)
      return next.applying.catch((error) => {
        rebuild(error)
        return queue
      })
    },
    query,
    async page({ kind, theme, organisations, statuses, verification, within, period, bbox, after, limit }) {
      const [west, south, east, north] = bbox ?? [0, 0, 0, 0]
      const [row] = await query(
        featuresSql,
        {
          kind,
          theme,
          verification,
          within,
          after,
          limit,
          organisation: listValue([...organisations]),
          status: listValue([...statuses]),
          first_year: period?.from ?? 0,
          last_year: period?.to ?? 0,
          boxed: bbox !== null,
          west: Math.floor(west * 1e7),
          south: Math.floor(south * 1e7),
          east: Math.ceil(east * 1e7),
          north: Math.ceil(north * 1e7),
        },
        { organisation: LIST(VARCHAR), status: LIST(VARCHAR) },
      )
      return { matched: Number(row?.matched ?? 0), ids: (row?.ids ?? []) as readonly string[] }
    },
    async counts() {
      const rows = await query(countsSql)
      return rows.map(({ kind, count, sample }) => ({ kind: `${kind}`, count: Number(count), sample: Number(sample) }))
    },
    async years() {
      const [row] = await query(yearsSql)
      return typeof row?.first === 'number' && typeof row.last === 'number' ? [row.first, row.last] : null
    },
    close: () => {
      closed = true
      database.close()
    },
  }
}
