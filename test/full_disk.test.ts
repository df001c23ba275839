import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Problem } from '../data/model/answers.ts'
import type { Facts } from '../server/engine/index.ts'
import { verifyJournal } from '../server/journal/verify.ts'
import { openKeptFacts } from '../server/kept_facts.ts'
import { openPeople } from '../server/people/index.ts'
import { openPrivateFile, PRIVATE_FOLDER } from '../server/people/private_file.ts'
import { computedOnce } from '../server/places/cache.ts'
import { activityIds } from './bench/several.ts'
import { openSmallDisk } from './crash/small_disk.ts'
import { addPerson, cookieOf } from './people.ts'
import { type BuiltServer, buildServer } from './server_process.ts'
import { ascii, jpeg, segment } from './work/pictures.ts'

const disk = openSmallDisk()
let program: BuiltServer
let member: Record<string, string>
beforeAll(async () => {
  if (!disk) return console.warn('Skipped: neither a small disk nor a limit on files can be had here.')
  program = await buildServer()
  const file = openPrivateFile(join(disk.home, PRIVATE_FOLDER))
  const people = await openPeople({ file, now: () => new Date(), findOrganisation: () => null })
  member = await cookieOf(people, (await addPerson(people, 'admin')).id)
  await people.close()
}, 120_000)
afterAll(() => {
  program?.close()
  disk?.close()
})

const SHEET =
  'Judul kegiatan,Tema,Kode wilayah,Mulai,Selesai,Status\nPosyandu,Stunting,61.05.01.2001,2026-01-01,2026-12-31,Berjalan\n'
const newPhoto = () => jpeg(8, 8, segment(0xe1, Buffer.concat([ascii('foto'), randomBytes(5_000)])))

/** Somebody signed in at the server, and what may be asked there. */
const openDesk = (address: string) => {
  const headers = { ...member, Origin: address, 'Accept-Language': 'en' }
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${address}${path}`, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } })
  const at = (id: string) => `/api/work/records/activity/${id}`
  return {
    ask,
    /** The next revision of an activity, under the operation that is given. */
    async edit(id: string, operation: string): Promise<Response> {
      const { record, revision } = (await (await ask(at(id))).json()) as { record: object; revision: number }
      const { enteredBy: _, origin: __, verification: ___, ...given } = record as Record<string, unknown>
      const body = JSON.stringify({ operation, record: { ...given, title: `Judul ${operation}` }, submit: false })
      return ask(at(id), { method: 'PUT', body, headers: { 'If-Match': `"${revision}"` } })
    },
    keepPhoto: (bytes: Buffer) =>
      ask('/api/photos', {
        method: 'POST',
        body: Uint8Array.from(bytes),
        headers: { 'Content-Type': 'image/jpeg' },
      }),
    takeIn: () =>
      ask('/api/imports', {
        method: 'POST',
        body: SHEET,
        headers: { 'Content-Type': 'text/csv', 'X-File-Name': 'a.csv' },
      }),
    makeToken: () =>
      ask('/api/tokens', { method: 'POST', body: JSON.stringify({ name: 'x', scopes: ['read'], days: 1 }) }),
    listTokens: async () => ((await (await ask('/api/tokens')).json()) as unknown[]).length,
    makeFile: (ending: string) => ask(`/api/export/activities.${ending}?within=61.11`),
    /** Of a file as text; the status of its refusal. */
    async bytesOf(ending: string): Promise<string> {
      const response = await this.makeFile(ending)
      const { byteLength } = await response.arrayBuffer()
      return response.ok ? `${byteLength} bytes` : `${response.status}`
    },
  }
}
type Desk = ReturnType<typeof openDesk>

/** By GDAL, and by DuckDB. */
const MADE = ['gpkg', 'parquet']
/** What needs room, by what it is kept in. */
const needsRoom = (desk: Desk, id: string): Readonly<Record<string, () => Promise<Response>>> => ({
  journal: () => desk.edit(id, randomUUID()),
  photos: () => desk.keepPhoto(newPhoto()),
  imports: desk.takeIn,
  accounts: desk.makeToken,
  ...Object.fromEntries(MADE.map((ending) => [ending, () => desk.makeFile(ending)])),
})
/** 0 where the connection broke. */
const statusOf = async (asked: Promise<Response>): Promise<number> => {
  try {
    const response = await asked
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}
const statusesOf = async (asked: ReturnType<typeof needsRoom>) => {
  const found: Record<string, number | string> = {}
  for (const [name, ask] of Object.entries(asked)) {
    const response = await ask()
    const text = await response.text()
    const isTold = response.status !== 507 || /The disk is full.*again/.test((JSON.parse(text) as Problem).detail)
    found[name] = isTold ? response.status : text
  }
  return found
}
const everywhere = (home: string): string[] => readdirSync(home, { recursive: true }) as string[]

test.skipIf(!disk)(
  'on a full disk changes get 507 in words and reading goes on; with room again so does all else, and nothing promised is lost',
  async () => {
    const { home, fill, free } = disk!
    const server = program.start('0', home)
    const address = await server.ready()
    const pid = server.child.pid!
    const desk = openDesk(address)
    const ids = await activityIds(address, 5)

    const photo = newPhoto()
    const { id: photoId } = (await (await desk.keepPhoto(photo)).json()) as { id: string }
    const { id: importId } = (await (await desk.takeIn()).json()) as { id: string }
    const reads = [
      '/healthz',
      '/api/features/activities?limit=10',
      '/api/coverage?region=61.05&theme=stunting&period=2026',
      '/tiles/villages/9/414/255',
      '/api/export/activities.csv',
      `/api/work/records/activity/${ids[0]}`,
      `/api/photos/${photoId}`,
      `/api/imports/${importId}/rows`,
      '/api/session',
    ]
    const over = new AbortController()
    onTestFinished(() => over.abort())
    const [readStatuses, written] = [new Set<string>(), new Map<number, string[]>()]
    const readers = reads.map(async (path) => {
      for (; !over.signal.aborted; await pause(100)) readStatuses.add(`${await statusOf(desk.ask(path))} ${path}`)
    })
    const writers = ids.slice(1).map(async (id) => {
      for (; !over.signal.aborted; await pause(10)) {
        const operation = randomUUID()
        const status = await statusOf(desk.edit(id, operation))
        written.set(status, [...(written.get(status) ?? []), operation])
      }
    })
    const answered = (status: number, count: number) =>
      expect.poll(() => written.get(status)?.length ?? 0, { timeout: 20_000 }).toBeGreaterThan(count)

    await answered(200, 10)
    fill(pid)
    await answered(507, 20)
    const tokens = await desk.listTokens()
    const full = await statusesOf(needsRoom(desk, ids[0]!))
    expect(full).toEqual(Object.fromEntries(Object.keys(full).map((key) => [key, 507])))
    expect(await desk.listTokens()).toBe(tokens)
    const before = written.get(200)!.length

    free(pid)
    await answered(200, before + 10)
    over.abort()
    await Promise.all([...readers, ...writers])
    const { gpkg: _, parquet: __, ...kept } = needsRoom(desk, ids[0]!)
    const roomy = await statusesOf(kept)
    const made = { gpkg: await desk.bytesOf('gpkg'), parquet: await desk.bytesOf('parquet') }
    expect(Object.values(made)).toEqual([expect.stringContaining('bytes'), expect.stringContaining('bytes')])
    expect(Object.values(roomy).filter((status) => status !== 200 && status !== 201 && status !== 202)).toEqual([])
    // Where the room ends in the middle of its work, what was made by half is not given out as whole.
    for (const [ending, pages] of [
      ['gpkg', 40],
      ['gpkg', 60],
      ['parquet', 6],
    ] as const) {
      fill(pid, pages * 4096)
      const found = await desk.bytesOf(ending)
      free(pid)
      expect(['507', made[ending]]).toContain(found)
    }
    expect([...readStatuses].sort()).toEqual(reads.map((path) => `200 ${path}`).sort())
    expect([...written.keys()].sort()).toEqual([200, 507])
    fill(pid)
    expect(await server.stop()).toBe(0)
    free(pid)

    const { state, broken, snapshot } = await verifyJournal(join(home, 'journal'))
    expect([broken, snapshot]).toEqual([null, null])
    expect(written.get(200)!.filter((operation) => !state.operations.has(operation))).toEqual([])
    expect(written.get(507)!.filter((operation) => state.operations.has(operation))).toEqual([])
    expect(readFileSync(join(home, 'uploads', photoId.slice(0, 2), photoId)).equals(photo)).toBe(true)
    expect(everywhere(home).filter((file) => /\.new$|export-|torn/.test(file))).toEqual([])
    expect(existsSync(join(home, 'exports'))).toBe(true)
  },
  60_000,
)

test.skipIf(!disk?.protect)('what only saves time at the next start leaves nothing on a full disk', async () => {
  const { home, fill, free } = disk!
  const cache = join(home, 'cache')
  const before = readdirSync(cache)
  fill(0)
  const facts = openKeptFacts(home, { hashAt: async () => 'a' })
  await expect(facts.save(1, {} as Facts)).rejects.toThrow(/ENOSPC/)
  const said: string[] = []
  const place = { home, name: 'outlines', key: 'k', log: (words: string) => said.push(words) }
  expect(await computedOnce(place, async () => 7)).toBe(7)
  expect(said).toEqual([expect.stringMatching(/tidak dapat ditulis \(ENOSPC/)])
  expect(readdirSync(cache)).toEqual(before)
  free(0)
})

test.skipIf(!disk?.protect)(
  'a start on a disk that is full, or takes nothing in, ends in words',
  async () => {
    const { home, fill, free, protect } = disk!
    const told = async (): Promise<string> => {
      const server = program.start('0', home)
      expect(await server.ended).toBe(1)
      return server.said()
    }
    fill(0)
    expect(await told()).toMatch(/^Disk penuh, .* mulai ulang\.$/m)
    free(0)
    protect!()
    const refused = await told()
    expect(refused).toMatch(/journal\.lock tidak dapat dibaca atau ditulis \(EROFS\).*mulai ulang/)
    expect(refused).not.toMatch(/^\s+at /m)
  },
  30_000,
)
