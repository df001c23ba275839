import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openPeople } from '../../server/people/index.ts'
import { makePrivateFolder, openPrivateFile, PRIVATE_FOLDER } from '../../server/people/private_file.ts'
import { greeted } from '../imports/running.ts'
import { addPerson } from '../people.ts'

const SERVER = resolve(import.meta.dirname, '../../dist/server/main.js')
/** One person may send a thousand changes a minute. */
const PEOPLE = 8

/** The built program in a home of its own. */
export type Running = {
  readonly address: string
  readonly child: ChildProcess
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** Homes, and the programs in them; all is gone with `close`. */
export const openSeveral = () => {
  if (!existsSync(SERVER)) throw new Error('Run `npm run build` first. / Jalankan `npm run build` lebih dahulu.')
  const folder = mkdtempSync(join(tmpdir(), 'bentang-several-'))
  const running: Running[] = []
  return {
    folder,
    home: (name: string): string => join(folder, name),
    async start(home: string, env: Readonly<Record<string, string>> = {}): Promise<Running> {
      const child = spawn(process.execPath, [SERVER], {
        env: { ...process.env, PORT: '0', BENTANG_HOME: home, BENTANG_BOUNDARIES: 'estimated', ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const ended = new Promise((done) => child.once('close', done))
      const one: Running = {
        address: await greeted(child),
        child,
        async stop(signal = 'SIGTERM') {
          child.kill(signal)
          await ended
        },
      }
      running.push(one)
      return one
    },
    async close(): Promise<void> {
      await Promise.all(running.map((one) => one.stop('SIGKILL')))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Admins with tokens, in the private store of each of these homes: the same people on every server. */
export const addAdmins = async (homes: readonly string[], scopes: readonly ('read' | 'write' | 'replicate')[]) => {
  const [first = '', ...others] = homes.map((home) => join(home, PRIVATE_FOLDER))
  await makePrivateFolder(first)
  const file = openPrivateFile(first)
  const people = await openPeople({ file, now: () => new Date(), findOrganisation: () => null })
  const tokens: string[] = []
  for (let n = 0; n < PEOPLE; n += 1) {
    const { id } = await addPerson(people, 'admin')
    tokens.push((await people.tokens.make(id, { name: 'bench', scopes, days: 1 })).token)
  }
  await people.close()
  const text = (await file.load()) ?? ''
  for (const other of others) await openPrivateFile(other).save(text)
  return tokens
}

export type Edited = {
  readonly status: number
  readonly seq: number
  readonly revision: number
  readonly operation: string
}

/** Somebody who edits records with a token, under a revision that is given. */
export const editor = (token: string) => {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  return {
    async open(address: string, id: string): Promise<{ record: Record<string, unknown>; revision: number }> {
      const response = await fetch(`${address}/api/work/records/activity/${id}`, { headers })
      if (!response.ok) throw new Error(`${id}: ${response.status} ${await response.text()}`)
      return (await response.json()) as never
    },
    async save(
      address: string,
      id: string,
      revision: number,
      record: Record<string, unknown>,
      operation: string = randomUUID(),
    ): Promise<Edited> {
      const { enteredBy: _, origin: __, verification: ___, ...given } = record
      const response = await fetch(`${address}/api/work/records/activity/${id}`, {
        method: 'PUT',
        headers: { ...headers, 'If-Match': `"${revision}"` },
        body: JSON.stringify({ operation, record: given, submit: false }),
      })
      const body = (await response.json()) as Partial<Edited>
      return { status: response.status, seq: body.seq ?? 0, revision: body.revision ?? 0, operation }
    },
  }
}

export const activityIds = async (address: string, count: number): Promise<readonly string[]> => {
  const response = await fetch(`${address}/api/features/activities?limit=${count}`)
  const { features } = (await response.json()) as { features: readonly { properties: { id: string } }[] }
  return [...new Set(features.map(({ properties }) => properties.id))]
}
