import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, cookieOf } from '../people.ts'
import { serve } from '../served.ts'
import { openBrowser } from './browser.ts'

let served: Awaited<ReturnType<typeof serve>>
let admin: Record<string, string>
let adminId: string
beforeAll(async () => {
  served = await serve()
  adminId = (await addPerson(served.people, 'admin', null, { name: 'Admin Satu' })).id
  admin = await cookieOf(served.people, adminId)
})
afterAll(() => served.world.close())

const ask = (method: string, path: string, body?: object, headers = admin) =>
  openBrowser(served).ask(method, path, body, headers)

describe('people', () => {
  test('are listed without anything that opens a door', async () => {
    await addPerson(served.people, 'partner', 'akar', { name: 'Mitra Satu', password: 'RAHASIA' })
    const { body } = await ask('GET', '/api/people')
    expect(body).toContainEqual(expect.objectContaining({ name: 'Mitra Satu', role: 'partner', organisation: 'akar' }))
    expect(JSON.stringify(body)).not.toMatch(/RAHASIA|JBSWY3DPEHPK3PXP|digest/)
  })

  test('get another role or organisation, each with what it needs', async () => {
    const { id } = await addPerson(served.people, 'partner', 'akar')
    expect((await ask('PATCH', `/api/people/${id}`, { role: 'planner', organisation: 'dinas' })).body).toMatchObject({
      role: 'planner',
      organisation: 'dinas',
    })
    expect((await ask('PATCH', `/api/people/${id}`, { organisation: null })).status).toBe(400)
    expect((await ask('PATCH', `/api/people/${id}`, { organisation: 'tidak-ada' })).status).toBe(400)
    expect((await ask('PATCH', `/api/people/${id}`, { role: 'moderator', organisation: null })).body).toMatchObject({
      role: 'moderator',
      organisation: null,
      hasTotp: false,
    })
    expect((await ask('PATCH', `/api/people/${id}`, { name: 'Lain' })).status).toBe(400)
    expect((await ask('PATCH', '/api/people/p-tidak-ada', { role: 'admin' })).status).toBe(404)
  })

  test('an admin cannot lock the last door: nobody changes or erases their own account here', async () => {
    for (const change of [{ isDisabled: true }, { role: 'moderator' }, { resetTotp: true }])
      expect((await ask('PATCH', `/api/people/${adminId}`, change)).status).toBe(409)
    expect((await ask('DELETE', `/api/people/${adminId}`)).status).toBe(409)
  })

  test('two admins who shut each other out at the same moment leave one', async () => {
    const [one, other] = [await addPerson(served.people, 'admin'), await addPerson(served.people, 'admin')]
    const [first, second] = [await cookieOf(served.people, one.id), await cookieOf(served.people, other.id)]
    const both = await Promise.all([
      ask('PATCH', `/api/people/${other.id}`, { isDisabled: true }, first),
      ask('PATCH', `/api/people/${one.id}`, { isDisabled: true }, second),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  test('the name behind an id in the journal is told until its owner is erased', async () => {
    const { id } = await addPerson(served.people, 'partner', 'akar', { name: 'Pak Budi' })
    expect(served.people.nameOf(id)).toBe('Pak Budi')
    expect((await ask('DELETE', `/api/people/${id}`)).status).toBe(204)
    expect(served.people.nameOf(id)).toBeNull()
  })
})

describe('trust', () => {
  test('belongs to an organisation, holds from the next request on, and can be taken back', async () => {
    const { id } = await addPerson(served.people, 'partner', 'citra')
    const partner = await cookieOf(served.people, id)
    const isTrusted = async () => (await ask('GET', '/api/session', undefined, partner)).body.organisation.isTrusted
    expect(await isTrusted()).toBe(false)
    expect((await ask('PUT', '/api/organisations/citra/trust', { isTrusted: true })).status).toBe(204)
    expect(await isTrusted()).toBe(true)
    expect((await ask('GET', '/api/organisations/trust')).body).toContainEqual({
      id: 'citra',
      name: 'citra',
      isTrusted: true,
      people: 1,
    })
    await ask('PUT', '/api/organisations/citra/trust', { isTrusted: false })
    expect(await isTrusted()).toBe(false)
    expect((await ask('PUT', '/api/organisations/tidak-ada/trust', { isTrusted: true })).status).toBe(404)
  })
})

describe('a token', () => {
  const mine = async () => {
    const { id } = await addPerson(served.people, 'partner', 'akar')
    return cookieOf(served.people, id)
  }

  test('is shown once, lists with its last use, and opens nothing once revoked', async () => {
    const headers = await mine()
    const { status, body } = await ask('POST', '/api/tokens', { name: 'Sistem kami', scopes: ['read'] }, headers)
    expect([status, body.token]).toEqual([201, expect.stringMatching(/^bt_[\w-]{43}$/)])
    const found = () => served.people.tokens.find(body.token)
    expect(found()?.person.organisation).toBe('akar')
    const list = (await ask('GET', '/api/tokens', undefined, headers)).body
    expect(list).toEqual([expect.objectContaining({ name: 'Sistem kami', lastUsed: expect.any(String) })])
    expect(JSON.stringify([list, served.people.store.state()])).not.toContain(body.token)
    expect((await ask('DELETE', `/api/tokens/${body.id}`, undefined, await mine())).status).toBe(404)
    expect(found()).not.toBeNull()
    expect((await ask('DELETE', `/api/tokens/${body.id}`, undefined, headers)).status).toBe(204)
    expect(found()).toBeNull()
  })

  test.each([
    { name: '', scopes: ['read'] },
    { name: 'x', scopes: [] },
    { name: 'x', scopes: ['admin'] },
    { name: 'x', scopes: ['read'], days: 400 },
    { name: 'x', scopes: ['read'], days: 0 },
  ])('%j is refused', async (given) => {
    expect((await ask('POST', '/api/tokens', given, await mine())).status).toBe(400)
  })

  test('there are at most twenty for one person', async () => {
    const headers = await mine()
    const statuses = []
    for (let at = 0; at < 21; at += 1)
      statuses.push((await ask('POST', '/api/tokens', { name: `${at}`, scopes: ['read'] }, headers)).status)
    expect(statuses.slice(-2)).toEqual([201, 409])
  })
})
