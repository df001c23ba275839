import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '..')

/** The server built into a folder of its own, without the client; `close` ends whatever runs of it and removes the folder. */
export const buildServer = async () => {
  // Inside the project, so that the built server finds its packages.
  const built = mkdtempSync(join(ROOT, 'node_modules/.server-test-'))
  const children: ChildProcess[] = []
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'silent',
    build: { ssr: true, outDir: built, emptyOutDir: true },
  })

  const environment = (port: string, home: string) => ({
    ...process.env,
    PORT: port,
    BENTANG_HOME: home,
    BENTANG_BOUNDARIES: 'none',
    BENTANG_URL: '',
  })

  const start = (port: string, home: string, more: NodeJS.ProcessEnv = {}) => {
    const env = { ...environment(port, home), ...more }
    const child = spawn(process.execPath, [join(built, 'main.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    const ended = new Promise<number | null>((done) => child.once('close', done))
    const ready = async (): Promise<string> => {
      for (;;) {
        const address = /siap di http:\/\/localhost:(\d+)/.exec(said)
        if (address) return `http://127.0.0.1:${address[1]}`
        if (child.exitCode !== null) throw new Error(`The server ended before it was ready: ${said}`)
        await wait(20)
      }
    }
    /** The secret of the invitation that a start prints while there is no admin. */
    const invited = async (): Promise<string> => {
      for (;;) {
        const secret = /\/invitation#([\w-]{43})/.exec(said)?.[1]
        if (secret) return secret
        await wait(20)
      }
    }
    const stop = (): Promise<number | null> => {
      child.kill('SIGTERM')
      return ended
    }
    return { child, ended, ready, invited, stop, said: () => said }
  }

  return {
    built,
    environment,
    start,
    close(): void {
      for (const child of children) child.kill('SIGKILL')
      rmSync(built, { recursive: true, force: true })
    },
  }
}
export type BuiltServer = Awaited<ReturnType<typeof buildServer>>
