import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Postgres } from './find_postgres.ts'

/** A throwaway server; its data, its socket and its log lie in one temporary folder. */
export type Cluster = {
  readonly socket: string
  /** As after a crash: everybody is cut off at once, and it comes up again from its log `downMs` later. */
  crash(downMs?: number): Promise<void>
  stop(): Promise<void>
}

export const ROLE = 'bench'
const STOP_WAIT_MS = 20_000

type Identity = { readonly uid: number; readonly gid: number }

/** PostgreSQL refuses to run as root: then it runs as `postgres`, which its package creates, or as `nobody`. */
const identity = (): Identity | null => {
  if (process.getuid?.() !== 0) return null
  for (const user of ['postgres', 'nobody']) {
    try {
      const ask = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: ask('-u'), gid: ask('-g') }
    } catch {}
  }
  throw new Error(
    'PostgreSQL does not run as root and this machine has no other user. Run the bench as an ordinary user.',
  )
}

const megabytes = (share: number, atMost: number): string =>
  `${Math.max(64, Math.min(atMost, Math.round((totalmem() / 1e6) * share)))}MB`

/** Memory for the whole data set, no waiting for the disk, no JIT: plans here take milliseconds and compiling takes longer. */
const settings = (): readonly string[] => [
  'listen_addresses=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=8GB',
  'autovacuum=off',
  'jit=off',
  `shared_buffers=${megabytes(0.25, 4096)}`,
  `effective_cache_size=${megabytes(0.5, 16384)}`,
  `work_mem=${megabytes(0.02, 256)}`,
  `maintenance_work_mem=${megabytes(0.06, 1024)}`,
  `max_parallel_workers=${availableParallelism()}`,
  `max_parallel_workers_per_gather=${availableParallelism()}`,
  'random_page_cost=1.1',
  'timezone=UTC',
]

const isUp = (bin: string, socket: string): boolean => {
  try {
    execFileSync(join(bin, 'psql'), ['-XAtq', '-h', socket, '-U', ROLE, '-d', 'postgres', '-c', 'select 1'], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

const exited = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve()
    else server.once('exit', () => resolve())
  })

/** Starts an empty server that only a unix socket reaches; it goes away with this process, whichever way that ends. */
export const startCluster = async ({ bin }: Postgres): Promise<Cluster> => {
  const as = identity()
  const folder = mkdtempSync(join(tmpdir(), 'bentang-postgis-'))
  if (as) chownSync(folder, as.uid, as.gid)
  const data = join(folder, 'data')
  const child = { cwd: folder, ...as }
  let server: ChildProcess | undefined

  const remove = () => rmSync(folder, { recursive: true, force: true })
  const atExit = () => {
    // Nothing can be awaited here; an immediate shutdown leaves no processes behind, and the data goes anyway.
    server?.kill('SIGQUIT')
    remove()
  }
  const atSignal = () => process.exit(130)
  const stop = async () => {
    process.off('exit', atExit).off('SIGINT', atSignal).off('SIGTERM', atSignal)
    if (server) {
      server.kill('SIGINT')
      const slow = setTimeout(() => server?.kill('SIGKILL'), STOP_WAIT_MS)
      await exited(server)
      clearTimeout(slow)
    }
    remove()
  }
  process.on('exit', atExit).on('SIGINT', atSignal).on('SIGTERM', atSignal)

  try {
    const words = ['-D', data, '-U', ROLE, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    execFileSync(join(bin, 'initdb'), words, { ...child, stdio: ['ignore', 'ignore', 'pipe'] })
    const flags = settings().flatMap((setting) => ['-c', setting])
    const launch = async (): Promise<void> => {
      const launched = spawn(join(bin, 'postgres'), ['-D', data, '-k', folder, ...flags], {
        ...child,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      server = launched
      let said = ''
      launched.stderr.on('data', (text: Buffer) => {
        said = (said + text.toString()).slice(-2000)
      })
      for (let tries = 0; !isUp(bin, folder); tries++) {
        if (launched.exitCode !== null || tries > 300) throw new Error(`PostgreSQL did not start: ${said}`)
        await pause(100)
      }
    }
    await launch()
    return {
      socket: folder,
      async crash(downMs = 0) {
        server!.kill('SIGQUIT')
        await exited(server!)
        await pause(downMs)
        await launch()
      },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
