import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { JournalFull } from '../../server/journal/errors.ts'
import { openPeople } from '../../server/people/index.ts'
import { newInvitation } from '../../server/people/invitations.ts'
import { leaveInvitation, openLeftInvitations } from '../../server/people/left_invitations.ts'
import { memoryFile, openPrivateFile } from '../../server/people/private_file.ts'
import { EMPTY_STATE, parsePrivateState } from '../../server/people/private_state.ts'
import { ownFolder } from '../journal/own_folder.ts'
import { seeded } from '../journal/world.ts'
import { addPerson, openMemoryPeople } from '../people.ts'
import { serve } from '../served.ts'
import { openBrowser } from './browser.ts'

const now = () => new Date('2026-11-22T03:00:00.000Z')
const NO_RECORDS = { state: { records: new Map() } } as never
const open = (folder: string) =>
  openPeople({ file: openPrivateFile(folder), left: openLeftInvitations(folder), now, findOrganisation: () => null })
const INVITED = { role: 'admin', organisation: null, email: null } as const

describe('the private store', () => {
  test('is one file for its owner alone, whole at every moment, and knows everybody after a restart', async () => {
    const folder = join(ownFolder(), 'private')
    const people = await open(folder)
    expect(existsSync(folder)).toBe(false)
    const { id } = await addPerson(people, 'partner', 'akar', { name: 'Bu Sari' })
    const secret = await people.sessions.open(id, 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36')
    await people.close()
    expect(readdirSync(folder)).toEqual(['people.json'])
    const modes = [folder, join(folder, 'people.json')].map((path) => (statSync(path).mode & 0o777).toString(8))
    expect(modes).toEqual(['700', '600'])
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).not.toContain(secret)
    const again = await open(folder)
    expect(again.nameOf(id)).toBe('Bu Sari')
    expect(again.sessions.find(secret)?.session.device).toBe('Chrome, Android')
    await again.close()
  })

  test('what was last seen is kept when the server stops', async () => {
    const folder = join(ownFolder(), 'private')
    let nowMs = Date.parse('2026-11-22T03:00:00.000Z')
    const at = () => new Date(nowMs)
    const options = { file: openPrivateFile(folder), now: at, findOrganisation: () => null }
    const people = await openPeople(options)
    const { id } = await addPerson(people, 'partner', 'akar')
    const secret = await people.sessions.open(id, '')
    nowMs += 11 * 3_600_000
    people.sessions.find(secret)
    await people.close()
    nowMs += 11 * 3_600_000
    const again = await openPeople(options)
    expect(again.sessions.find(secret)).not.toBeNull()
    await again.close()
  })

  test.each([
    ['half a file', '{"schema":1,"people":['],
    ['a file of another make', '{"schema":2}'],
    ['nothing', ''],
    [
      'people without passwords',
      '{"schema":1,"people":[{"id":"p-1"}],"sessions":[],"tokens":[],"invitations":[],"trusted":[]}',
    ],
  ])('%s shuts the door and leaves the file and the map as they are', async (_, text) => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'people.json'), text)
    const people = await open(folder)
    const { app, world } = await serve([], { people })
    const browser = openBrowser({ app })
    const { status, body } = await browser.post('/api/session', { email: 'a@b.id', password: 'tiang hujan' })
    expect([status, body.detail]).toEqual([503, expect.stringContaining('private/people.json')])
    expect((await browser.get('/api/context')).status).toBe(200)
    const health = await (await app.request('/healthz')).json()
    expect(JSON.stringify(health)).toContain('private/people.json')
    await people.close()
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toBe(text)
    world.close()
  })

  test('cut at any byte or with any of a thousand bits flipped it is as it was or refused, never somebody else', async () => {
    const folder = ownFolder()
    const people = await open(folder)
    await addPerson(people, 'partner', 'akar')
    await addPerson(people, 'admin')
    const { state } = people.store
    await people.close()
    const bytes = readFileSync(join(folder, 'people.json'))
    const seen = (damaged: Buffer) => parsePrivateState(damaged.toString('utf8'))
    expect(seen(bytes)).toEqual(state())
    const line = bytes.indexOf(0x0a)
    for (let cut = 0; cut < bytes.length; cut += 1) {
      const isWhole = cut === line || cut === line + 1
      expect([cut, seen(bytes.subarray(0, cut))]).toEqual([cut, isWhole ? state() : null])
    }
    const random = seeded(2026)
    for (let n = 0; n < 1000; n += 1) {
      const at = Math.floor(random() * bytes.length)
      const flipped = Buffer.from(bytes)
      flipped[at] = flipped[at]! ^ (1 << Math.floor(random() * 8))
      expect([at, seen(flipped)]).toEqual([at, null])
      const zeroed = Buffer.from(bytes).fill(0, at)
      expect([at, seen(zeroed)]).toEqual([at, null])
    }
  })

  test('written by an earlier release, without a sum, it is read, and has one after the next change', async () => {
    const folder = ownFolder()
    writeFileSync(join(folder, 'people.json'), `${JSON.stringify({ ...EMPTY_STATE, trusted: ['akar'] })}\n`)
    const people = await open(folder)
    expect([people.store.trouble(), people.store.state().trusted]).toEqual([null, ['akar']])
    await addPerson(people, 'partner', 'akar')
    await people.close()
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toMatch(/^\{.*\}\n[0-9a-f]{64}\n$/)
  })

  test('a full disk refuses the change in words, changes nothing, and takes the next one without a restart', async () => {
    const file = memoryFile()
    let isFull = false
    const save = async (text: string) => {
      if (isFull) throw new JournalFull(new Error('ENOSPC'))
      await file.save(text)
    }
    const people = await openMemoryPeople(NO_RECORDS, now, { file: { ...file, save } })
    const { app, world } = await serve([], { people })
    const { id } = await addPerson(people, 'partner', 'akar')
    const browser = openBrowser({ app })
    browser.steal(`bentang=${await people.sessions.open(id, '')}`)
    isFull = true
    const refused = await browser.post('/api/tokens', { name: 'x', scopes: ['read'] })
    expect([refused.status, refused.body.type]).toEqual([507, '/docs#disk-full'])
    expect((await browser.get('/api/tokens')).body).toEqual([])
    isFull = false
    expect((await browser.post('/api/tokens', { name: 'x', scopes: ['read'] })).status).toBe(201)
    world.close()
  })

  test('changes asked for at once happen one after another, and none is lost', async () => {
    const folder = ownFolder()
    const people = await open(folder)
    await Promise.all(Array.from({ length: 40 }, () => addPerson(people, 'partner', 'akar')))
    await people.close()
    const again = await open(folder)
    expect(again.register.list()).toHaveLength(40)
    await again.close()
  })
})

describe('an invitation left at the command line', () => {
  test('is taken over while the server runs, once, and its file goes', async () => {
    const folder = ownFolder()
    const people = await open(folder)
    const { invitation, secret } = newInvitation(INVITED, 'operator', now())
    await leaveInvitation(folder, invitation)
    const [left] = readdirSync(join(folder, 'invitations'))
    expect((statSync(join(folder, 'invitations', left!)).mode & 0o777).toString(8)).toBe('600')
    expect(await people.invitations.require(secret)).toMatchObject({ role: 'admin', by: 'operator' })
    expect(readdirSync(join(folder, 'invitations'))).toEqual([])
    await leaveInvitation(folder, invitation)
    expect((await people.invitations.list()).map(({ id }) => id)).toEqual([invitation.id])
    await people.close()
  })

  test('that was used is not opened again by its file, come back from a backup', async () => {
    const folder = ownFolder()
    const people = await open(folder)
    const { invitation, secret } = newInvitation(INVITED, 'operator', now())
    await leaveInvitation(folder, invitation)
    await people.invitations.revoke((await people.invitations.require(secret)).id)
    await leaveInvitation(folder, invitation)
    await expect(people.invitations.require(secret)).rejects.toThrow(/not valid/)
    await people.close()
  })

  test('a file that is no invitation is left alone', async () => {
    const folder = ownFolder()
    const people = await open(folder)
    await leaveInvitation(folder, newInvitation(INVITED, 'operator', now()).invitation)
    writeFileSync(join(folder, 'invitations', 'catatan.json'), '{"role":"admin"}')
    expect(await people.invitations.list()).toHaveLength(1)
    expect(readdirSync(join(folder, 'invitations'))).toEqual(['catatan.json'])
    await people.close()
  })
})
