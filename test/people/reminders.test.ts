import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import type { ReminderSettings } from '../../data/model/reminder.ts'
import { readConfig } from '../../server/config.ts'
import { openStoreAt } from '../../server/journal/open.ts'
import { openMail } from '../../server/mail.ts'
import { openPrivateFile } from '../../server/people/private_file.ts'
import { openPrivateStore } from '../../server/people/private_store.ts'
import { daily } from '../../server/reminders/daily.ts'
import { openReminderMemory, REMINDERS_FILE } from '../../server/reminders/memory.ts'
import { remind } from '../../server/reminders/remind.ts'
import { runVerb } from '../../server/verbs/index.ts'
import { ownFolder } from '../journal/own_folder.ts'
import { addPerson, cookieOf } from '../people.ts'
import { commit, serve } from '../served.ts'
import { asRecord, type Served } from '../work/desk.ts'
import { ASAM, activity, ORGANISATIONS } from '../world.ts'
import { openPostOffice } from './post_office.ts'

const URL = 'https://peta.contoh.id'
/** Today is 22 November 2026: 24 August is 90 days ago, 25 August 89. */
const work = (id: string, confirmed: string, more: Partial<Activity> = {}) =>
  asRecord('activity', activity(id, ['akar'], [ASAM], { confirmed, title: `Kerja ${id}`, ...more }))
const RECORDS = [
  work('lama', '2026-08-24'),
  work('segar', '2026-08-25'),
  work('arsip', '2020-01-01', { verification: 'archived' }),
  work('draf', '2026-05-01', { verification: 'draft', title: 'Kerja\r\nBcc: semua@contoh.id' }),
]

let served: Served
let folder: string
let today: Date
beforeEach(async () => {
  today = new Date('2026-11-22T01:00:00.000Z')
  // Everything else in the tiny world was confirmed in January.
  served = await serve([], { now: () => today })
  const fresh = [...served.store.state.records.values()].map(({ kind, record }) =>
    asRecord(kind, { ...record, confirmed: '2026-11-01' }),
  )
  await commit(served.store, [...fresh, ...RECORDS])
  folder = ownFolder()
})
afterEach(() => served.world.close())

const open = async () => {
  const office = await openPostOffice()
  const mail = await openMail({ url: office.url, from: 'Sekber <sekber@contoh.id>' }, () => {})
  const send = () => remind({ ...served, memory: openReminderMemory(folder), mail, now: () => today, url: URL })
  const said = () => office.said().replaceAll('=\r\n', '').replaceAll('=3D', '=')
  const receivers = () => [...said().matchAll(/RCPT TO:<([^>]+)>/g)].map(([, to]) => to)
  return { send, said, receivers }
}
const later = (days: number) => {
  today = new Date(today.getTime() + days * 86_400_000)
}

describe('a reminder by mail', () => {
  test('names what nobody has confirmed for 90 days, the stalest first, with links, in both languages', async () => {
    await addPerson(served.people, 'partner', 'akar', { email: 'ani@akar.id' })
    const { send, said, receivers } = await open()
    expect(await send()).toBe(1)
    expect(receivers()).toEqual(['ani@akar.id'])
    const text = said()
    expect(text).toContain('Subject: 2 catatan perlu dikonfirmasi / 2 records to confirm')
    expect(text).toMatch(
      /205 hari \/ days\)[\s\S]*\/\?edit=draf[\s\S]*Kerja lama \(90 hari \/ days\)[\s\S]*\/\?edit=lama/,
    )
    expect(text).toMatch(/2 catatan lembaga Anda[\s\S]*2 records of your organisation/)
    expect(text).toContain(`${URL}/work`)
    expect(text).toContain(`${URL}/account`)
    expect(text).not.toMatch(/segar|arsip/)
    // A title cannot add a line of its own, let alone a header.
    expect(text).toContain('Kerja Bcc: semua@contoh.id (205')
  })

  test('goes to everybody of the organisation who can sign in and has not switched it off, and to nobody else', async () => {
    const { people } = served
    const ani = await addPerson(people, 'partner', 'akar', { email: 'ani@akar.id' })
    const budi = await addPerson(people, 'partner', 'akar', { email: 'budi@akar.id' })
    await addPerson(people, 'partner', 'akar', { email: 'keluar@akar.id', isDisabled: true })
    await addPerson(people, 'partner', 'bina', { email: 'cici@bina.id' })
    await addPerson(people, 'admin', null, { email: 'admin@contoh.id' })
    const headers = await cookieOf(people, budi.id)
    const put = (body: object) => served.get('/api/reminders', { method: 'PUT', headers, body: JSON.stringify(body) })
    expect((await put({ isReminded: 'ya' })).status).toBe(400)
    expect((await put({ isReminded: false })).status).toBe(204)
    const settings = (await (await served.get('/api/reminders', { headers })).json()) as ReminderSettings
    expect(settings).toEqual({ isReminded: false, canMail: false })
    const { send, receivers } = await open()
    expect(await send()).toBe(1)
    expect(receivers()).toEqual(['ani@akar.id'])
    expect((await put({ isReminded: true })).status).toBe(204)
    expect(await send()).toBe(1)
    expect(receivers()).toEqual(['ani@akar.id', 'budi@akar.id'])
    expect(ani.isReminded).toBeUndefined()
  })

  test('comes at most once in 30 days, also after a restart, and not at all once all is confirmed', async () => {
    await addPerson(served.people, 'partner', 'akar', { email: 'ani@akar.id' })
    const { send, receivers } = await open()
    expect(await send()).toBe(1)
    later(29)
    expect(await send()).toBe(0)
    later(1)
    expect(await send()).toBe(1)
    await commit(
      served.store,
      [...served.store.state.records.values()].map(({ kind, record }) =>
        asRecord(kind, { ...record, confirmed: today.toISOString().slice(0, 10) }),
      ),
    )
    later(31)
    expect(await send()).toBe(0)
    expect(receivers()).toHaveLength(2)
  })

  test('is tried again where the mail server did not take it, and never repeated by a clock put back or forward', async () => {
    const { id } = await addPerson(served.people, 'partner', 'akar', { email: 'ani@akar.id' })
    const refusing = remind({
      ...served,
      memory: openReminderMemory(folder),
      mail: async () => false,
      now: () => today,
      url: URL,
    })
    expect(await refusing).toBe(0)
    const { send } = await open()
    expect(await send()).toBe(1)
    later(-20)
    expect(await send()).toBe(0)
    // Written by a clock two years ahead.
    const ahead = { schema: 1, reminded: { [id]: '2028-11-22T01:00:00.000Z' } }
    await writeFile(join(folder, REMINDERS_FILE), JSON.stringify(ahead))
    later(20)
    expect(await send()).toBe(1)
  })

  test('names twenty at most, and says how many more there are', async () => {
    await addPerson(served.people, 'partner', 'akar', { email: 'ani@akar.id' })
    await commit(
      served.store,
      Array.from({ length: 30 }, (_, at) => work(`banyak-${at}`, '2026-01-01')),
    )
    const { send, said } = await open()
    await send()
    expect([...said().matchAll(/\/\?edit=/g)]).toHaveLength(20)
    expect(said()).toContain('... 12 lagi / more')
    expect(said()).toContain('Subject: 32 catatan')
  })

  test('leaves nothing in the journal, ids only in its file, and of the erased nothing at all', async () => {
    const ani = await addPerson(served.people, 'partner', 'akar', { email: 'ani@akar.id' })
    const { send } = await open()
    const before = served.store.state.seq
    await send()
    expect(served.store.state.seq).toBe(before)
    const file = () => readFile(join(folder, REMINDERS_FILE), 'utf8')
    expect(JSON.parse(await file())).toEqual({ schema: 1, reminded: { [ani.id]: today.toISOString() } })
    const admin = await addPerson(served.people, 'admin')
    await served.people.register.erase(ani.id, admin.id)
    await addPerson(served.people, 'partner', 'akar', { email: 'budi@akar.id' })
    await send()
    expect(await file()).not.toContain(ani.id)
  })

  test('reaches nobody while its file cannot be read', async () => {
    await addPerson(served.people, 'partner', 'akar', { email: 'ani@akar.id' })
    await writeFile(join(folder, REMINDERS_FILE), '{"schema":1')
    const { send, receivers } = await open()
    await expect(send()).rejects.toThrow()
    expect(receivers()).toEqual([])
  })
})

test('the server looks when it starts and once on every new day, whatever happens, until it stops', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:30:00Z') })
  const [leaving, faults, days] = [new AbortController(), [] as unknown[], [] as string[]]
  daily({
    now: () => new Date(),
    work: async () => {
      days.push(new Date().toISOString().slice(0, 13))
      throw new Error('tidak ada server surel')
    },
    report: (error) => faults.push(error),
    signal: leaving.signal,
  })
  await vi.advanceTimersByTimeAsync(60 * 3_600_000)
  expect(days).toEqual(['2026-11-22T10', '2026-11-23T00', '2026-11-24T00'])
  expect(faults).toHaveLength(3)
  leaving.abort()
  await vi.advanceTimersByTimeAsync(60 * 3_600_000)
  expect(days).toHaveLength(3)
  vi.useRealTimers()
})

describe('the verb', () => {
  const run = async (home: string, ...args: readonly string[]) => {
    const said = { out: '', err: '' }
    const writer = (name: 'out' | 'err') =>
      new Writable({
        write(chunk, _, done) {
          said[name] += chunk
          done()
        },
      })
    const code = await runVerb(['remind', ...args], { BENTANG_HOME: home }, { out: writer('out'), err: writer('err') })
    return { code, ...said }
  }

  test('shows who would be reminded and sends nothing; the server does that', async () => {
    const home = ownFolder()
    const config = readConfig({ BENTANG_HOME: home })
    const store = await openStoreAt(config.journal)
    await commit(store, [
      asRecord('organisation', { ...ORGANISATIONS[0]!, confirmed: '2020-01-01' }),
      work('usang', '2020-01-01'),
    ])
    await store.close()
    const accounts = await openPrivateStore(openPrivateFile(join(home, 'private')))
    await addPerson({ ...served.people, store: accounts }, 'partner', 'akar', { email: 'ani@akar.id' })
    await accounts.close()
    const { code, out, err } = await run(home, '--dry-run')
    expect([code, out]).toEqual([0, 'akar\tani@akar.id\t2\n'])
    expect(err).toMatch(/BENTANG_SMTP is not set[\s\S]*1 people would be reminded; nothing was sent/)
    expect((await run(home)).code).toBe(2)
  })
})
