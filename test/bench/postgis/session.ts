import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Cluster, ROLE } from './cluster.ts'
import type { Postgres } from './find_postgres.ts'

/** One `psql` that stays open: prepared statements and their plans live as long as it does. */
export type Session = {
  /** Runs statements in order and returns the rows of all of them, fields as texts; null is an empty text. */
  run(sql: string): Promise<string[][]>
  /** Streams rows, one line of tab-separated text each, into a table; returns how many arrived. */
  copy(target: string, lines: Iterable<string>): Promise<number>
  close(): Promise<void>
}

const FIELD = '\u001f'
const DONE = '\u001edone'
const CHUNK = 1 << 20

export const openSession = ({ bin }: Postgres, { socket }: Cluster, database = 'postgres'): Session => {
  const words = ['-XAtq', '-F', FIELD, '-v', 'ON_ERROR_STOP=1', '-h', socket, '-U', ROLE, '-d', database]
  // A terminal's Ctrl-C must not end psql before the server is stopped in order: it gets a process group of its own.
  const psql = spawn(join(bin, 'psql'), words, { stdio: 'pipe', detached: true })
  let said = ''
  let waiting: { rows: string[][]; resolve(rows: string[][]): void; reject(error: Error): void } | null = null

  psql.stderr.on('data', (text: Buffer) => {
    said += text.toString()
  })
  psql.stdin.on('error', () => {})
  createInterface({ input: psql.stdout }).on('line', (line) => {
    if (line === DONE) {
      waiting?.resolve(waiting.rows)
      waiting = null
    } else waiting?.rows.push(line.split(FIELD))
  })
  psql.on('close', () => {
    waiting?.reject(new Error(`PostGIS refused: ${said.trim()}`))
    waiting = null
  })

  const finish = (): Promise<string[][]> =>
    new Promise((resolve, reject) => {
      if (psql.exitCode !== null) return reject(new Error(`PostGIS refused: ${said.trim()}`))
      waiting = { rows: [], resolve, reject }
      psql.stdin.write(`\n\\echo ${DONE}\n`)
    })

  const send = (text: string): Promise<void> => new Promise((resolve) => psql.stdin.write(text, () => resolve()))

  return {
    run: async (sql) => {
      await send(sql)
      return finish()
    },
    copy: async (target, lines) => {
      await send(`\\copy ${target} from pstdin\n`)
      let [chunk, count] = ['', 0]
      for (const line of lines) {
        chunk += `${line}\n`
        count += 1
        if (chunk.length < CHUNK) continue
        await send(chunk)
        chunk = ''
      }
      await send(`${chunk}\\.\n`)
      await finish()
      return count
    },
    close: async () => {
      psql.stdin.end()
      if (psql.exitCode === null) await once(psql, 'close')
    },
  }
}
