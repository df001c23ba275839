import { spawn } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { JOURNAL_FILE } from '../server/journal/file.ts'
import { nodeFiles } from '../server/journal/files.ts'
import { openStoreAt } from '../server/journal/open.ts'
import { SNAPSHOT_FILE } from '../server/journal/snapshot.ts'
import { verifyAt, verifyJournal } from '../server/journal/verify.ts'
import { findLost, openHome, type Told } from './crash/session.ts'
import { ownFolder } from './journal/own_folder.ts'
import { postgres, startShared } from './journal/postgres.ts'
import { seeded } from './journal/world.ts'

const built = mkdtempSync(join(tmpdir(), 'bentang-kill-'))

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    // It is run from a folder that no package can be found from.
    ssr: { noExternal: true, external: ['pg-native'] },
    build: {
      ssr: true,
      outDir: built,
      target: 'node20',
      rolldownOptions: {
        input: {
          writer: resolve(import.meta.dirname, 'journal/writer.ts'),
          mortal: resolve(import.meta.dirname, 'crash/mortal.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  })
})

afterAll(() => rmSync(built, { recursive: true, force: true }))

const start = (...args: string[]) => startOn(undefined, ...args)
const startOn = (database: string | undefined, ...args: string[]) => run('writer', database, args)
const run = (program: 'writer' | 'mortal', database: string | undefined, args: readonly string[]) => {
  const child = spawn(process.execPath, [join(built, `${program}.mjs`), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(database ? { BENTANG_JOURNAL: database } : {}) },
  })
  let [said, complaints] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  const ended = new Promise<number | null>((done) => child.once('close', done))
  return { child, ended, said: () => said, complaints: () => complaints }
}

/** When to strike: while it starts, some time into its work, or while a snapshot is being written. */
const MOMENTS = {
  start: async (_: ReturnType<typeof start>, __: string, random: () => number) => {
    await wait(random() * 90)
  },
  work: async ({ said }: ReturnType<typeof start>, _: string, random: () => number) => {
    while (!said().includes('ack ')) await wait(2)
    await wait(random() * 150)
  },
  snapshot: async ({ said }: ReturnType<typeof start>, folder: string, random: () => number) => {
    while (!said().includes('ack ')) await wait(2)
    await wait(random() * 40)
    const deadline = performance.now() + 1000
    while (!existsSync(join(folder, `${SNAPSHOT_FILE}.new`)) && performance.now() < deadline) await turn()
  },
}
const NAMES = ['start', 'work', 'snapshot'] as const

/** `npm run soak -- kills` asks for 2,000. */
const KILLS = Number(process.env.BENTANG_KILLS ?? 100)
/** Where so many kills are asked for, every step on disk is one; else one in five: what a kill leaves at all others is tried without one. */
const STRIDE = KILLS > 100 ? 1 : 5

test(
  `killed ${KILLS} times, it loses nothing acknowledged, half-applies nothing, and starts again by itself`,
  async () => {
    const folder = ownFolder()
    const random = seeded(KILLS)
    const acknowledged = new Map<string, number>()
    let complaints = ''
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = start(folder, 'write', `k${kill}`)
      await MOMENTS[NAMES[kill % NAMES.length]!](worker, folder, random)
      worker.child.kill('SIGKILL')
      await worker.ended
      complaints += worker.complaints()
      // A line that was still being printed says nothing.
      for (const [, seq, operation] of worker.said().matchAll(/^ack (\d+) (\S+)\n/gm))
        acknowledged.set(operation!, Number(seq))

      const { state, seq, broken, snapshot } = await verifyJournal(folder)
      expect(broken?.acknowledged ?? false).toBe(false)
      expect(snapshot?.agrees ?? true).toBe(true)
      for (const [operation, at] of acknowledged) expect(state.operations.get(operation)).toBe(at)
      for (const left of state.records.values()) {
        const right = state.records.get(`organisation/${left.id.replace('left', 'right')}`)
        expect([right?.revision, right?.seq]).toEqual([left.revision, left.seq])
      }
      if (kill % 5 !== 4) continue
      const untouched = start(folder, 'look')
      expect([await untouched.ended, untouched.complaints()]).toEqual([0, ''])
      expect((await verifyJournal(folder)).seq).toBe(seq)
    }
    expect(complaints).toBe('')
    expect(acknowledged.size).toBeGreaterThan(10 * KILLS)
  },
  120_000 + 2_000 * KILLS,
)

/** What a process promised before it died at its step, and how many steps it made where it lived through all. */
const die = async (task: 'session' | 'start', home: string, step: number) => {
  const dying = run('mortal', undefined, [task, home, `${step}`])
  await dying.ended
  expect(dying.complaints()).toBe('')
  const said = dying.said()
  const told = said.split('\n').filter((line) => line !== '' && !line.startsWith('steps ')) as Told[]
  const steps = /^steps (\d+)$/m.exec(said)?.[1]
  return { told, steps: steps === undefined ? null : Number(steps) }
}
const judge = async (home: string, told: readonly Told[]): Promise<readonly string[]> => {
  const { broken, snapshot } = await verifyJournal(join(home, 'journal'))
  const opened = await openHome(home, nodeFiles)
  const lost = await findLost(opened, told)
  await opened.people.close()
  await opened.store.close()
  return [...lost, ...(broken?.acknowledged || snapshot?.agrees === false ? ['the journal or its snapshot'] : [])]
}

/** Kills at each step in turn, several homes beside each other, until one lives through all. Resolves to the number of steps and of promises. */
const sweep = async (task: 'session' | 'start', prepare: (home: string) => readonly Told[]) => {
  const folder = ownFolder()
  let [step, last, promised] = [1 - STRIDE, Number.POSITIVE_INFINITY, 0]
  const lane = async (): Promise<void> => {
    for (;;) {
      step += STRIDE
      if (step > last) return
      const home = join(folder, `${step}`)
      mkdirSync(home)
      const before = prepare(home)
      const { told, steps } = await die(task, home, step)
      last = Math.min(last, steps ?? last)
      promised += told.length
      expect(await judge(home, [...before, ...told])).toEqual([])
      rmSync(home, { recursive: true })
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  return { steps: last, promised }
}

test('killed at its steps on disk over two days of work, it starts again by itself and has kept what it promised', async () => {
  const { steps, promised } = await sweep('session', () => [])
  expect(steps).toBeGreaterThan(100)
  expect(promised).toBeGreaterThan((8 * steps) / STRIDE / 2)
}, 180_000)

test('killed at the steps of a start over a torn tail, a dead lock and a damaged snapshot, it starts at the next try', async () => {
  const whole = ownFolder()
  const { told } = await die('session', whole, 0)
  const { steps } = await sweep('start', (home) => {
    cpSync(whole, home, { recursive: true })
    appendFileSync(join(home, 'journal', JOURNAL_FILE), 'x'.repeat(1000))
    writeFileSync(join(home, 'journal', SNAPSHOT_FILE), 'x', { flag: 'r+' })
    writeFileSync(join(home, 'journal/journal.lock'), '{"pid":4194303,"boot":"lama","started":"1","key":"k"}\n')
    return told
  })
  expect(steps).toBeGreaterThan(15)
}, 60_000)

test.skipIf(!postgres)(
  'of two on one PostgreSQL, one killed over and over and the database crashed under them, nothing acknowledged is lost',
  async () => {
    const shared = await startShared()
    onTestFinished(() => shared.cluster.stop())
    const database = await shared.database()
    const [folder, other] = [ownFolder(), ownFolder()]
    const acknowledged = new Map<string, number>()
    const collect = (said: string) => {
      for (const [, seq, operation] of said.matchAll(/^ack (\d+) (\S+)\n/gm)) acknowledged.set(operation!, Number(seq))
    }
    const random = seeded(7)
    // The lanes of two writers share their records: each conflict is answered by trying again on what won.
    const steady = startOn(database, other, 'write', 'tetap')
    for (let kill = 0; kill < 8; kill += 1) {
      const worker = startOn(database, folder, 'write', `k${kill}`)
      while (!worker.said().includes('ack ')) await wait(2)
      await wait(random() * 300)
      if (kill % 4 === 2) await shared.cluster.crash()
      worker.child.kill('SIGKILL')
      await worker.ended
      expect(worker.complaints().replace(/^.*(terminat|closed|shutting|recovery).*$/gm, '')).not.toContain(
        'refused after',
      )
      collect(worker.said())
    }
    const before = steady.said().length
    while (steady.said().length === before) await wait(10)
    steady.child.kill('SIGKILL')
    await steady.ended
    collect(steady.said())
    const { state, broken, seq, hash } = await verifyAt({ folder, database })
    expect(broken).toBeNull()
    for (const [operation, at] of acknowledged) expect(state.operations.get(operation)).toBe(at)
    expect(state.operations.size).toBe(seq)
    // A server that starts on an old snapshot comes to the same head.
    const last = await openStoreAt({ folder, database })
    expect(last.journal.head()).toMatchObject({ seq, hash })
    await last.close()
    expect(acknowledged.size).toBeGreaterThan(200)
  },
  60_000,
)

test('a second process on the same folder gives up within a second and leaves the first at work', async () => {
  const folder = ownFolder()
  const first = start(folder, 'write', 'satu')
  while (!first.said().includes('ack ')) await wait(5)
  const second = start(folder, 'look')
  expect(await second.ended).toBe(1)
  const [, milliseconds, words] = /^refused after (\d+) ms: (.*)/.exec(second.complaints()) ?? []
  expect(Number(milliseconds)).toBeLessThan(1000)
  expect(words).toContain(`Process ${first.child.pid} is using this journal`)
  const before = first.said().length
  await wait(50)
  expect(first.said().length).toBeGreaterThan(before)
  first.child.kill('SIGKILL')
  await first.ended
  expect(first.complaints()).toBe('')
})

test('of four that start at once over the lock of a dead one, exactly one goes to work', async () => {
  const folder = ownFolder()
  const dead = start(folder, 'write', 'mati')
  while (!dead.said().includes('ack ')) await wait(5)
  dead.child.kill('SIGKILL')
  await dead.ended
  const rivals = [1, 2, 3, 4].map((n) => start(folder, 'write', `r${n}`))
  while (!rivals.some(({ said }) => said().includes('ack '))) await wait(5)
  const ends = await Promise.all(rivals.map(({ ended }) => Promise.race([ended, wait(1500, 'at work')])))
  expect(ends.filter((end) => end === 'at work')).toHaveLength(1)
  for (const { child } of rivals) child.kill('SIGKILL')
  await Promise.all(rivals.map(({ ended }) => ended))
  const { state } = await verifyJournal(folder)
  for (const { said } of [dead, ...rivals])
    for (const [, seq, operation] of said().matchAll(/^ack (\d+) (\S+)\n/gm))
      expect(state.operations.get(operation!)).toBe(Number(seq))
})

const SERVER = resolve(import.meta.dirname, '../dist/server/main.js')
type Health = { journal: { seq: number; time: string }; projection: { state: string; seq: number } }

/** The built server on a free port, without the network; `health` is what it answers once it is up. */
const serve = (home: string) => {
  const env = { ...process.env, PORT: '0', BENTANG_HOME: home, BENTANG_BOUNDARIES: 'none' }
  const child = spawn(process.execPath, [SERVER], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const health = async (): Promise<Health> => {
    for (;;) {
      const port = /localhost:(\d+)/.exec(said)?.[1]
      if (port) {
        const response = await fetch(`http://127.0.0.1:${port}/healthz`)
        expect(response.status).toBe(200)
        return (await response.json()) as Health
      }
      if (child.exitCode !== null) throw new Error(`The server went away:\n${said}`)
      await wait(20)
    }
  }
  return { child, ended, health }
}

test.skipIf(!existsSync(SERVER))(
  'the server itself, killed at work and while it starts, answers again with the same journal',
  async () => {
    const home = ownFolder()
    const random = seeded(6)
    const killStarting = async (): Promise<void> => {
      const starting = serve(home)
      await wait(random() * 1500)
      starting.child.kill('SIGKILL')
      await starting.ended
    }
    for (let kill = 0; kill < 3; kill += 1) await killStarting()
    const first = serve(home)
    const before = await first.health()
    // The sourced records and the sample, each entered once, however often the first start was cut short.
    expect(before.journal.seq).toBe(2)
    first.child.kill('SIGKILL')
    await first.ended
    for (let kill = 0; kill < 3; kill += 1) await killStarting()
    const last = serve(home)
    expect(await last.health()).toEqual(before)
    last.child.kill('SIGTERM')
    await last.ended
    expect(last.child.exitCode).toBe(0)
    expect(await verifyJournal(join(home, 'journal'))).toMatchObject({ seq: before.journal.seq, broken: null })
  },
  60_000,
)
