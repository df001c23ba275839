import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'vite'
import { openPrivateFile, PRIVATE_FOLDER } from '../../server/people/private_file.ts'
import { openPrivateStore } from '../../server/people/private_store.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** Resolves with the address once the server greets. */
export const greeted = async (child: ChildProcess): Promise<string> => {
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  for (;;) {
    const port = /siap di http:\/\/localhost:(\d+)/.exec(said)?.[1]
    if (port) return `http://127.0.0.1:${port}`
    if (child.exitCode !== null) throw new Error(`The server ended before it was ready: ${said}`)
    await pause(50)
  }
}

/** What a process has in memory, and what it had at most, in MB; null where the system does not tell. */
const memoryMb = (pid: number): { readonly now: number; readonly most: number } | null => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const read = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024
    return { now: read('VmRSS'), most: read('VmHWM') }
  } catch {
    return null
  }
}

/** An empty home in which this organisation is trusted: what it submits is published at once. */
export const homeThatTrusts = async (organisation: string): Promise<string> => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-import-load-'))
  const store = await openPrivateStore(openPrivateFile(join(home, PRIVATE_FOLDER)))
  await store.change((state) => [{ ...state, trusted: [organisation] }, undefined])
  await store.close()
  return home
}

/** The built server as a process of its own, with the home that is given, else an empty one and the sample; the home is gone after. */
export const runServer = async (home = mkdtempSync(join(tmpdir(), 'bentang-import-load-'))) => {
  // Inside the project, so that the built server finds its packages.
  const built = mkdtempSync(join(ROOT, 'node_modules/.import-test-'))
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'silent',
    build: { ssr: true, outDir: built, emptyOutDir: true },
  })
  const { BENTANG_BOUNDARIES = 'none' } = process.env
  // The memory allocator as `npm start` and deploy/ set it.
  const allocator = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' }
  const env = { ...process.env, ...allocator, PORT: '0', BENTANG_HOME: home, BENTANG_URL: '', BENTANG_BOUNDARIES }
  const child = spawn(process.execPath, [join(built, 'main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  /** Resolves with its exit code; the home stays. */
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM')
    return ended
  }
  const close = async (): Promise<void> => {
    await stop()
    for (const folder of [built, home]) rmSync(folder, { recursive: true, force: true })
  }
  const address = await greeted(child).catch(async (error: unknown) => {
    await close()
    throw error
  })

  /** Headers of somebody of the organisation who took an invitation and signed in. */
  const signIn = async (organisation: string): Promise<Record<string, string>> => {
    const invite = [join(built, 'bentang.js'), 'invite', '--role', 'partner', '--organisation', organisation]
    const { stdout } = spawnSync(process.execPath, invite, { env, encoding: 'utf8' })
    const secret = /\/invitation#([\w-]{43})/.exec(stdout)?.[1]
    const headers = { Origin: address, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ secret, name: 'Rina', email: 'rina@contoh.id', password: 'lumbung padi di hulu' })
    const response = await fetch(`${address}/api/invitations/accept`, { method: 'POST', headers, body })
    const cookie = response.headers.get('Set-Cookie')?.split(';')[0]
    if (!response.ok || !cookie) throw new Error(`Not signed in: ${response.status} ${await response.text()}`)
    return { ...headers, Cookie: cookie }
  }
  /** Counts what it has at most from now on. */
  const forgetMost = (): void => writeFileSync(`/proc/${child.pid}/clear_refs`, '5')
  return { address, home, memoryMb: () => memoryMb(child.pid!), forgetMost, signIn, stop, close }
}
