import { readFileSync, utimesSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ATTEMPTS_MS, createAttempts } from '../server/access/attempts.ts'
import { openImportShelf } from '../server/imports/shelf.ts'
import { NO_COUNTS, type StoredImport } from '../server/imports/stored.ts'
import { takeLock } from '../server/journal/lock.ts'
import { openPeople } from '../server/people/index.ts'
import { newInvitation } from '../server/people/invitations.ts'
import { leaveInvitation, openLeftInvitations } from '../server/people/left_invitations.ts'
import { makePrivateFolder, openPrivateFile, PRIVATE_FOLDER } from '../server/people/private_file.ts'
import { parsePrivateState } from '../server/people/private_state.ts'
import { openReminderMemory } from '../server/reminders/memory.ts'
import { openRetentionMemory } from '../server/retention/memory.ts'
import { sweep } from '../server/retention/sweep.ts'
import { RETENTION } from '../server/retention/table.ts'
import { openPhotoShelf } from '../server/work/photos/shelf.ts'
import { ownFolder } from './journal/own_folder.ts'
import { addPerson } from './people.ts'
import { commit, serve } from './served.ts'
import { runIn } from './verb_run.ts'
import { asRecord } from './work/desk.ts'
import { activity, point } from './world.ts'

const DAY_MS = 86_400_000
const UNIT_MS = { minutes: 60_000, hours: 3_600_000, days: DAY_MS }
const IN_INDONESIAN = { minutes: 'menit', hours: 'jam', days: 'hari' }

/** How the line of each begins in the two documents. */
const LINES: Readonly<Record<string, readonly [en: string, id: string]>> = {
  'sessions without a request': ['sessions', 'sesi'],
  'sessions at most': ['sessions', 'sesi'],
  'invitations that are open': ['invitations', 'undangan'],
  'invitations that are over': ['invitations', 'undangan'],
  'tokens that are over': ['personal tokens', 'token pribadi'],
  'imports that were not recorded': ['files taken in', 'berkas impor'],
  'imports that were recorded': ['files taken in', 'berkas impor'],
  'photos that no record names': ['photos', 'foto'],
  'addresses of callers': ['addresses of callers', 'alamat penanya'],
}

test('the documents say how long each thing is kept, as the server does it', () => {
  const [english, indonesian] = ['privacy', 'privasi'].map((name) =>
    readFileSync(resolve(import.meta.dirname, `../docs/${name}.md`), 'utf8').split('\n'),
  )
  expect(RETENTION.map(({ what }) => what)).toEqual(Object.keys(LINES))
  for (const { what, ms, unit } of RETENTION) {
    const [en = '', id = ''] = LINES[what]!
    const length = ms / UNIT_MS[unit]
    expect(english!.find((line) => line.startsWith(`| ${en}`))).toContain(`${length} ${unit}`)
    expect(indonesian!.find((line) => line.startsWith(`| ${id}`))).toContain(`${length} ${IN_INDONESIAN[unit]}`)
  }
})

const PICTURES = ['kept', 'former', 'never', 'lately', 'again'] as const
/** By the clock of this machine, which notes when a picture was sent. */
const NEW = Math.floor(Date.now() / 1000) * 1000

/** A home with something of every kind in it, at a time that the test moves. */
const openHome = async () => {
  const home = ownFolder()
  const folder = join(home, PRIVATE_FOLDER)
  await makePrivateFolder(folder)
  let nowMs = NEW
  const now = () => new Date(nowMs)
  const served = await serve([], { now })
  onTestFinished(() => served.world.close())
  const people = await openPeople({
    file: openPrivateFile(folder),
    left: openLeftInvitations(folder),
    now,
    findOrganisation: () => null,
  })
  onTestFinished(() => people.close())
  const { id } = await addPerson(people, 'admin')
  await people.sessions.open(id, 'Firefox, Linux')
  await people.tokens.make(id, { name: 'laptop', scopes: ['read'], days: 3 })
  const invited = { role: 'partner', organisation: 'akar', email: 'orang@akar.id' } as const
  await leaveInvitation(folder, newInvitation(invited, 'operator', now()).invitation)
  const photos = openPhotoShelf(join(home, 'uploads'))
  const ids: Record<string, string> = {}
  for (const name of PICTURES) ids[name] = await photos.keep(Buffer.from(name))
  const showing = (names: readonly (typeof PICTURES)[number][]) =>
    asRecord(
      'activity',
      activity('a', ['akar'], [point(0.01, 0.01)], { photos: names.map((name) => ({ id: ids[name]! })) }),
    )
  await commit(served.store, [showing(['kept', 'former'])])
  await commit(served.store, [showing(['kept'])])
  const imports = openImportShelf(join(home, 'imports'))
  const memory = openRetentionMemory(folder)
  const reminders = openReminderMemory(folder)
  await reminders.save(new Map([id, 'p_gone'].map((one) => [one, now().toISOString()])))
  const look = (days: number) => {
    nowMs = NEW + days * DAY_MS
    return sweep({ people, imports, photos, journal: served.store.journal, reminders, memory, now })
  }
  const touch = (path: string, day: number) => {
    const time = new Date(NEW + day * DAY_MS)
    utimesSync(join(home, path), time, time)
  }
  return { home, people, reminders, id, photos, imports, ids, look, touch, private: join(folder, 'people.json') }
}
type Home = Awaited<ReturnType<typeof openHome>>

const shelve = async ({ home, imports, touch }: Home, id: string, given: Partial<StoredImport>, day: number) => {
  const empty = { file: 'a.csv', created: '2026-11-22T03:00:00.000Z', choices: null, edits: {}, left: [], done: {} }
  const rest = { underWay: null, operation: null, counts: NO_COUNTS, fault: null }
  await imports.keepFile('akar', id, Buffer.from('isi'))
  await imports.keep({ id, room: 'akar', ...empty, ...rest, ...given })
  const [room = ''] = await readdir(join(home, 'imports'))
  for (const name of ['file', 'import.json', '']) touch(join('imports', room, id, name), day)
  return room
}
const shelved = async ({ imports }: Home) => (await imports.list('akar')).map(({ id }) => id).sort()
const named = (name: string) => `${name}-`.padEnd(24, 'x')

test('addresses that guessed a password are forgotten with the quarter of an hour that they count', () => {
  let clockMs = 0
  const attempts = createAttempts(() => clockMs)
  attempts.begin('rina@contoh.id', { address: '203.0.113.7', isShared: false })
  clockMs = ATTEMPTS_MS - 1
  expect(attempts.forgetOver()).toBe(3)
  clockMs = ATTEMPTS_MS
  expect(attempts.forgetOver()).toBe(0)
})

describe('a look on each day', () => {
  test('takes sessions, tokens and invitations that are over off the disk', async () => {
    const home = await openHome()
    const left = async () => {
      const text = await readFile(home.private, 'utf8')
      const { sessions, tokens, invitations } = home.people.store.state()
      return [sessions.length, tokens.length, invitations.length, text.includes('orang@akar.id')]
    }
    await home.look(0)
    await home.look(0.4)
    expect(await left()).toEqual([1, 1, 1, true])
    await home.look(1)
    expect(await left()).toEqual([0, 1, 1, true])
    await home.look(50)
    await home.look(90)
    expect(await left()).toEqual([0, 1, 0, false])
    await home.look(92.9)
    expect(await left()).toEqual([0, 1, 0, false])
    await home.look(93)
    expect(await left()).toEqual([0, 0, 0, false])
  })

  test('takes imports that nobody worked on for a month, or a year after they were recorded; never one on its way', async () => {
    const home = await openHome()
    const done = { done: { 1: 'a' } }
    const underWay = { underWay: { operation: 'x', rows: {} } }
    const room = await shelve(home, named('open'), {}, 0)
    await shelve(home, named('lately'), {}, 10)
    await shelve(home, named('recorded'), done, 0)
    await shelve(home, named('way'), underWay, 0)
    await mkdir(join(home.home, 'imports', room, named('half')))
    home.touch(join('imports', room, named('half')), 0)
    await home.imports.remember('akar', {})
    await home.look(0)
    await home.look(29.9)
    expect(await shelved(home)).toHaveLength(4)
    await home.look(30)
    expect(await shelved(home)).toEqual(['lately', 'recorded', 'way'].map(named))
    expect((await readdir(join(home.home, 'imports', room))).sort()).toEqual(
      [...['lately', 'recorded', 'way'].map(named), 'mapping.json'].sort(),
    )
    for (let day = 60; day < 365; day += 50) await home.look(day)
    expect(await shelved(home)).toEqual(['recorded', 'way'].map(named))
    await home.look(365)
    expect(await shelved(home)).toEqual([named('way')])
  })

  test('takes pictures that no record ever named, unless they were sent again', async () => {
    const home = await openHome()
    const { photos, ids, touch } = home
    const there = () => PICTURES.filter((name) => photos.has(ids[name]!))
    for (const name of PICTURES) touch(join('uploads', ids[name]!.slice(0, 2), ids[name]!), name === 'lately' ? 1 : 0)
    await home.look(0)
    await home.look(29.9)
    expect(there()).toEqual([...PICTURES])
    expect(await photos.keep(Buffer.from('again'))).toBe(ids.again)
    await home.look(30)
    expect(there()).toEqual(['kept', 'former', 'lately', 'again'])
    await home.look(31)
    expect(there()).toEqual(['kept', 'former'])
  })

  test('forgets when somebody was reminded who has no account any more', async () => {
    const { look, reminders, id } = await openHome()
    await look(0)
    expect((await reminders.load()).size).toBe(2)
    await look(1)
    expect([...(await reminders.load()).keys()]).toEqual([id])
  })

  test('takes nothing by a clock that went back or far ahead, until it has been so for a day', async () => {
    const home = await openHome()
    await shelve(home, named('open'), {}, 0)
    const isThere = async () => (await shelved(home)).length === 1
    await home.look(0)
    await home.look(730)
    expect(await isThere()).toBe(true)
    await home.look(1)
    await home.look(2)
    expect(await isThere()).toBe(true)
    await home.look(730)
    await home.look(731)
    expect(await isThere()).toBe(false)
  })

  test('goes on where one thing cannot go, and tells of it', async () => {
    const home = await openHome()
    await shelve(home, named('open'), {}, 0)
    await home.look(0)
    const { imports } = home
    Object.assign(imports, { sweep: () => Promise.reject(new Error('Disk')) })
    await expect(home.look(1)).rejects.toThrow('Not everything that is over could be taken away.')
    expect(home.people.store.state().sessions).toEqual([])
  })
})

describe('signing everybody out', () => {
  test('ends sessions, tokens and open invitations, also those left at the command line', async () => {
    const home = await openHome()
    const { people } = home
    await people.invitations.takeOver()
    const { id } = people.store.state().people[0]!
    await leaveInvitation(
      join(home.home, PRIVATE_FOLDER),
      newInvitation({ role: 'admin', organisation: null, email: null }, 'operator', new Date()).invitation,
    )
    await people.close()
    const lock = await takeLock(join(home.home, PRIVATE_FOLDER, 'lock'))
    const held = await runIn(home.home, 'sign-out')
    expect([held.code, held.err]).toEqual([1, expect.stringContaining('lock')])
    await lock.release()
    const { code, err } = await runIn(home.home, 'sign-out')
    expect([code, err]).toEqual([0, expect.stringContaining('1 sessions and 1 tokens were ended')])
    const kept = parsePrivateState(await readFile(home.private, 'utf8'))
    expect([kept!.sessions, kept!.tokens, kept!.invitations.map(({ state }) => state)]).toEqual([[], [], ['revoked']])
    expect(kept!.people.map((one) => one.id)).toEqual([id])
    expect(await readdir(join(home.home, PRIVATE_FOLDER, 'invitations'))).toEqual([])
  })

  test('leaves a damaged file of accounts as it is', async () => {
    const home = await openHome()
    await home.people.close()
    await writeFile(home.private, '{"halb')
    const { code, err } = await runIn(home.home, 'sign-out')
    expect([code, err]).toEqual([1, expect.stringContaining('private/people.json')])
    expect(await readFile(home.private, 'utf8')).toBe('{"halb')
  })
})
