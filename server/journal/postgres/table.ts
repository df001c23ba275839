import type { JournalReader } from '../entry.ts'
import { GENESIS, HASH_LENGTH, hashAtStart, readEntry } from '../line.ts'
import { NO_TIME } from '../state.ts'
import { type Asked, stateOf } from './connection.ts'
import page from './page.sql?raw'
import schema from './schema.sql?raw'

export const CHANNEL = 'bentang_journal'

/** "bentang" as a number: whoever adds to the table, or makes it, holds this lock of the database until the commit. */
const LOCK = 0x62_656e_7461
export const BEGIN = `BEGIN; SELECT pg_advisory_xact_lock(${LOCK})`

const PAGE_BYTES = 8 << 20

type Row = { readonly seq: string; readonly line: Buffer }
export type Line = { readonly seq: number; readonly line: Buffer }

/** The hash of line `after` (null where there is none, GENESIS before the first) and a page of those that follow. */
export const readPage = async (
  asked: Asked,
  after: number,
): Promise<{ anchor: string | null; lines: readonly Line[] }> => {
  const { rows } = await asked.query<Row>(page, [after, PAGE_BYTES])
  const lines = rows.map(({ seq, line }): Line => ({ seq: Number(seq), line }))
  if (after === 0) return { anchor: GENESIS, lines }
  return lines[0]?.seq === after
    ? { anchor: hashAtStart(lines[0].line), lines: lines.slice(1) }
    : { anchor: null, lines }
}

export async function* readLinesTo(asked: Asked, after: number, to: number): AsyncGenerator<Line> {
  for (let reached = after; reached < to; ) {
    const { lines } = await readPage(asked, reached)
    if (lines.length === 0) return
    for (const one of lines) if (one.seq <= to) yield one
    reached = lines.at(-1)!.seq
  }
}

/** What may be read of the table up to `headSeq`. */
export const readerOf = (asked: Asked, headSeq: () => number): Pick<JournalReader, 'replay' | 'lines' | 'hashAt'> => ({
  async *replay(afterSeq = 0) {
    for await (const { line } of readLinesTo(asked, afterSeq, headSeq())) yield readEntry(line.subarray(0, -1))
  },
  async *lines(afterSeq = 0) {
    for await (const { line } of readLinesTo(asked, afterSeq, headSeq())) yield line
  },
  async hashAt(seq) {
    if (seq < 1 || seq > headSeq()) return null
    const { rows } = await asked.query<{ hash: Buffer }>(
      `SELECT substring(line FROM 1 FOR ${HASH_LENGTH}) AS hash FROM bentang_journal WHERE seq = $1`,
      [seq],
    )
    return rows[0] ? hashAtStart(rows[0].hash) : null
  },
})

/** The last line as the table has it; an empty head where there is none. */
export const readHead = async (asked: Asked) => {
  const { rows } = await asked.query<Row>('SELECT seq, line FROM bentang_journal ORDER BY seq DESC LIMIT 1')
  const [last] = rows
  if (!last) return { seq: 0, hash: GENESIS, time: NO_TIME }
  return { seq: Number(last.seq), hash: hashAtStart(last.line), time: readEntry(last.line.subarray(0, -1)).time }
}

/** Asks the catalogue itself: what a connection remembers of it may be older than the lock it has just waited for. */
export const hasTable = async (asked: Asked): Promise<boolean> => {
  const { rows } = await asked.query(
    "SELECT 1 FROM pg_class WHERE relname = 'bentang_journal' AND relkind = 'r' AND pg_table_is_visible(oid)",
  )
  return rows.length > 0
}

/** Makes the table where it is missing; of servers that start together one does. */
export const makeTable = async (asked: Asked): Promise<void> => {
  await asked.query(BEGIN)
  if (!(await hasTable(asked))) await asked.query(schema)
  await asked.query('COMMIT')
}

type Added = { readonly bytes: Buffer; readonly entry: { readonly seq: number; readonly operation: string } }

/** Adds lines at the end, within the transaction that holds the lock. */
export const insertLines = async (asked: Asked, lines: readonly Added[]): Promise<void> => {
  const places = lines.map((_, at) => `($${3 * at + 1}, $${3 * at + 2}, $${3 * at + 3})`)
  await asked.query(
    `INSERT INTO bentang_journal (seq, operation, line) VALUES ${places.join()}`,
    lines.flatMap(({ bytes, entry }) => [entry.seq, entry.operation, bytes]),
  )
}

/** Throws unless the transaction really came to be: a COMMIT of a failed one answers ROLLBACK. */
export const commit = async (asked: Asked, seq: number): Promise<void> => {
  const answers: unknown = await asked.query(`SELECT pg_notify('${CHANNEL}', '${seq}'); COMMIT`)
  const last = Array.isArray(answers) ? (answers.at(-1) as { command: string }) : null
  if (last?.command !== 'COMMIT') throw new Error('PostgreSQL rolled the transaction back')
}

/** The disk of the database is full: nothing of the transaction was kept. */
export const isFull = (error: unknown): boolean => stateOf(error) === '53100'
