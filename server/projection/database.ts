import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance, type DuckDBType, type DuckDBValue } from '@duckdb/node-api'
import { Refusal } from '../problems.ts'
import schema from './schema.sql?raw'

export type Values = Record<string, DuckDBValue>
export type Types = Record<string, DuckDBType>

/** DuckDB has no query timeout: a cross join once burned 245 s. */
const DEADLINE_MS = 2_000
const READERS = 4

/** The instance is beyond use and must be built again; DuckDB says so in every later answer. */
export const isInvalidated = (error: unknown): boolean =>
  error instanceof Error && /database has been invalidated|INTERNAL Error/i.test(error.message)

const tooSlow = () =>
  new Refusal(
    'too-slow',
    {
      id: 'Pertanyaan ini melewati batas dua detik. Persempit wilayah, periode, atau temanya, lalu coba lagi.',
      en: 'This question ran past the limit of two seconds. Narrow the area, period or theme, then try again.',
    },
    { 'Retry-After': '5' },
  )

/** A locked in-memory database: no files, no extensions, no settings to change; one connection a read, one for writing. */
export type Database = {
  read(sql: string, values: Values, types: Types): Promise<readonly Record<string, unknown>[]>
  write(work: (connection: DuckDBConnection) => Promise<void>): Promise<void>
  /** Gives back what rows took that are gone; between writes, while others read. */
  tidy(): Promise<void>
  close(): void
}

export const openDatabase = async (): Promise<Database> => {
  // Used beyond the limit of memory only; by itself it would be a folder where the server happens to be started.
  const overflow = join(tmpdir(), `bentang-${randomUUID()}`)
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    memory_limit: '512MB',
    temp_directory: overflow,
    enable_external_access: 'false',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const writer = await instance.connect()
  await writer.run(schema)
  await writer.run('SET lock_configuration = true')

  const idle: DuckDBConnection[] = []
  const waiting: ((connection: DuckDBConnection) => void)[] = []
  let readers = 0
  const acquire = async (): Promise<DuckDBConnection> => {
    const connection = idle.pop()
    if (connection) return connection
    if (readers === READERS) return new Promise((resolve) => waiting.push(resolve))
    readers += 1
    return instance.connect()
  }
  const release = (connection: DuckDBConnection) => {
    const next = waiting.shift()
    if (next) next(connection)
    else idle.push(connection)
  }

  return {
    async read(sql, values, types) {
      const connection = await acquire()
      let late = false
      const deadline = setTimeout(() => {
        late = true
        connection.interrupt()
      }, DEADLINE_MS)
      try {
        const reader = await connection.runAndReadAll(sql, values, types)
        return reader.getRowObjectsJS()
      } catch (error) {
        throw late ? tooSlow() : error
      } finally {
        clearTimeout(deadline)
        release(connection)
      }
    },
    async write(work) {
      await writer.run('BEGIN')
      try {
        await work(writer)
        await writer.run('COMMIT')
      } catch (error) {
        await writer.run('ROLLBACK').catch(() => undefined)
        throw error
      }
    },
    async tidy() {
      await writer.run('CHECKPOINT')
    },
    close() {
      instance.closeSync()
      rmSync(overflow, { recursive: true, force: true })
    },
  }
}
