import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
const STARTED_MS = 60_000

/** A server that a journey may stop and start again, with a home of its own; of another build where `program` says so. */
export const ownServer = (
  port: number,
  boundaries = process.env.BENTANG_BOUNDARIES ?? 'estimated',
  program = 'dist/server',
) => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-outage-'))
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: `${port}`, BENTANG_HOME: home, BENTANG_BOUNDARIES: boundaries }
  let child: ChildProcess | null = null
  // The areas of the villages are computed once for all servers of a run.
  const computed = join(process.env.BENTANG_TEST_HOME ?? '', 'cache')
  if (process.env.BENTANG_TEST_HOME && existsSync(computed)) cpSync(computed, join(home, 'cache'), { recursive: true })

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [`${program}/main.js`], { cwd: ROOT, env, stdio: 'ignore' })
    const end = Date.now() + STARTED_MS
    while (!(await fetch(`${url}/healthz`).catch(() => null))?.ok) {
      if (Date.now() > end) throw new Error(`No server at ${url} after ${STARTED_MS / 1000} s.`)
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  const stop = async (): Promise<void> => {
    const ended = new Promise((done) => child?.once('exit', done) ?? done(null))
    child?.kill('SIGTERM')
    await ended
    child = null
  }
  /** The address of an invitation, which opens an account. */
  const invite = (...given: readonly string[]): string => {
    const said = execFileSync(process.execPath, [`${program}/bentang.js`, 'invite', ...given], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    })
    return `${url}/invitation#${/invitation#(\S+)/.exec(said)![1]}`
  }
  return {
    url,
    home,
    start,
    stop,
    invite,
    discard: async () => {
      if (child) await stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
