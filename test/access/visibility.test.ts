import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import type { PersonRole } from '../../data/model/person.ts'
import { STEPS } from '../../data/model/work.ts'
import { addressOf, type Operation } from '../hostile/addresses.ts'
import { addPerson, cookieOf } from '../people.ts'
import { commit, serve } from '../served.ts'
import { asRecord } from '../work/desk.ts'
import { activity, point } from '../world.ts'

const ASKERS = ['everyone', 'partner', 'planner', 'keeper', 'token', 'moderator', 'admin'] as const
type Asker = (typeof ASKERS)[number]

/** Records of bina by what makes them seen, each with a title and a place of its own. */
const RECORDS: Readonly<Record<string, Partial<Activity>>> = {
  public: {},
  generalised: { visibility: 'generalised' },
  partners: { visibility: 'partners' },
  organisation: { visibility: 'organisation' },
  sensitive: { sensitive: { kind: 'endangered_species' } },
  draft: { verification: 'draft' },
  submitted: { verification: 'submitted' },
  returned: { verification: 'returned', returned: { fields: [], note: 'lengkapi' } },
  archived: { verification: 'archived' },
}

/*
 * Who sees what of them: W whole, C on a coarse grid only, - nothing at all, not even that it is there.
 * `keeper` is a partner of bina, `token` a program of that partner, `partner` one of akar, `planner` one of the department.
 */
const SEEN = `
               everyone  partner  planner  keeper  token  moderator  admin
public         W         W        W        W       W      W          W
generalised    C         W        W        W       W      W          W
partners       -         W        W        W       W      W          W
organisation   -         -        -        W       W      W          W
sensitive      -         -        -        W       W      W          W
draft          -         -        -        W       W      W          W
submitted      -         -        -        W       W      W          W
returned       -         -        -        W       W      W          W
archived       -         -        -        W       W      W          W
`

/* Who may do what to a public record in these states: K its keeper, S Sekber (moderator, admin); nobody else anything. */
const MAY = `
            draft  submitted  verified  returned  archived
save        KS     KS         KS        KS        -
submit      KS     -          -         KS        -
withdraw    -      KS         -         -         -
verify      -      S          -         -         -
return      -      S          S         -         -
archive     KS     KS         KS        KS        -
restore     KS     KS         KS        KS        KS
confirm     KS     KS         KS        KS        -
status      KS     KS         KS        KS        -
`

const readTable = (text: string): readonly (readonly [row: string, column: string, cell: string])[] => {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([row = '', ...cells]) => cells.map((cell, at) => [row, head[at]!, cell] as const))
}

let served: Awaited<ReturnType<typeof serve>>
const headers = new Map<Asker, Record<string, string>>()
let reads: readonly { readonly path: string; readonly operation: Operation; readonly isOpen: boolean }[]

const names = Object.keys(RECORDS)
const idOf = (name: string) => `terlihat-${name}`
const titleOf = (name: string) => `Penanda ${name}`
/** Digits that stand nowhere else. */
const digitsOf = (name: string) => `0.01${names.indexOf(name) + 1}3579`
const recordOf = (name: string, id = idOf(name)) =>
  activity(id, ['bina'], [point(0.025, Number(digitsOf(name)))], {
    title: titleOf(name),
    confirmed: '2026-11-20',
    ...RECORDS[name],
  })

beforeAll(async () => {
  served = await serve(names.map((name) => asRecord('activity', recordOf(name))))
  const { people } = served
  const cookie = async (role: PersonRole, organisation: string | null = null) =>
    cookieOf(people, (await addPerson(people, role, organisation)).id)
  const keeper = await addPerson(people, 'partner', 'bina')
  const { token } = await people.tokens.make(keeper.id, {
    name: 'sistem',
    scopes: ['read', 'write', 'import'],
    days: 1,
  })
  headers.set('everyone', {})
  headers.set('partner', await cookie('partner', 'akar'))
  headers.set('planner', await cookie('planner', 'dinas'))
  headers.set('keeper', await cookieOf(people, keeper.id))
  headers.set('token', { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' })
  headers.set('moderator', await cookie('moderator', 'akar'))
  headers.set('admin', await cookie('admin'))
  const document = (await (await served.get('/api/openapi.json')).json()) as {
    readonly paths: Record<string, { readonly get?: Operation }>
  }
  reads = Object.entries(document.paths)
    .filter(([path, { get }]) => get && path !== '/api/events')
    .map(([path, { get }]) => ({ path, operation: get!, isOpen: !get!.security }))
})
afterAll(() => served.world.close())

/** Every address that reads, asked in the ways that could tell of this record. */
const addressesFor = (name: string, { path, operation }: (typeof reads)[number]): readonly string[] => {
  const asked = operation.parameters?.map((one) => one.name) ?? []
  const ways: Readonly<Record<string, string>>[] = [
    {},
    { q: titleOf(name) },
    { organisation: 'bina', limit: '100' },
    { bbox: '110.02,0.01,110.03,0.02' },
  ]
  return ways
    .filter((way) => Object.keys(way).every((one) => asked.includes(one)))
    .map((way) => addressOf(path, operation, path.startsWith('/api/profile') ? way : { ...way, id: idOf(name) }))
}

const tellOf = async (asker: Asker, address: string): Promise<string> => {
  const response = await served.get(address, { headers: headers.get(asker)! })
  return `${JSON.stringify([...response.headers])}${await response.text()}`
}

describe('what a record shows', () => {
  test.each(readTable(SEEN))('%s, to %s: %s', async (name, column, cell) => {
    const asker = column as Asker
    const path = asker === 'everyone' ? '/api/records' : '/api/work/records'
    const response = await served.get(`${path}/activity/${idOf(name)}`, { headers: headers.get(asker)! })
    const text = await response.text()
    expect([response.status, text.includes(titleOf(name)), text.includes(digitsOf(name))]).toEqual(
      cell === '-' ? [404, false, false] : [200, true, cell === 'W'],
    )
    const everyone = readTable(SEEN).find(([row, who]) => row === name && who === 'everyone')![2]
    const tells: string[] = []
    for (const read of reads)
      for (const address of addressesFor(name, read)) {
        const told = await tellOf(asker, address)
        const allowed = read.isOpen ? everyone : cell
        if (allowed === '-' && told.includes(titleOf(name))) tells.push(`${address} tells the title`)
        if (allowed !== 'W' && told.includes(digitsOf(name))) tells.push(`${address} tells the place`)
      }
    expect(tells).toEqual([])
  })
})

describe('what may be done to it', () => {
  const MORE: Readonly<Record<string, object>> = {
    return: { returned: { note: 'periksa lagi', fields: [] } },
    restore: { revision: 1 },
    status: { status: 'completed' },
  }

  /** A fresh record of bina in this state, asked for one thing. */
  const tryOn = async (state: string, action: string, asker: Asker) => {
    const name = state === 'verified' ? 'public' : state
    const id = `coba-${randomUUID()}`
    const record = recordOf(name, id)
    await commit(served.store, [asRecord('activity', record)])
    const { enteredBy: _, origin: __, verification: ___, returned: ____, ...given } = record
    const isSave = action === 'save'
    const address = `/api/work/records/activity/${id}${isSave ? '' : `/${action}`}`
    const response = await served.get(address, {
      method: isSave ? 'PUT' : 'POST',
      headers: { ...headers.get(asker)!, 'Content-Type': 'application/json', 'If-Match': '"1"' },
      body: JSON.stringify({ operation: randomUUID(), ...(isSave ? { record: given } : MORE[action]) }),
    })
    const { revision } = served.store.state.records.get(`activity/${id}`)!
    expect(revision, `${action} ${state} ${asker}`).toBe(response.status === 200 ? 2 : 1)
    return response.status
  }

  test('names every step', () => {
    expect([...new Set(readTable(MAY).map(([row]) => row))].sort()).toEqual(['save', ...STEPS].sort())
  })

  test.each(readTable(MAY))('%s of one that is %s: %s', async (action, state, cell) => {
    for (const asker of ASKERS) {
      const side = asker === 'keeper' || asker === 'token' ? 'K' : asker === 'moderator' || asker === 'admin' ? 'S' : ''
      const expected = side === '' ? 'refused' : cell.includes(side) ? 'done' : 'refused'
      const status = await tryOn(state, action, asker)
      const came = status === 200 ? 'done' : [401, 403, 404, 409].includes(status) ? 'refused' : `${status}`
      expect([action, state, asker, came]).toEqual([action, state, asker, expected])
      // What may not be known is refused as what never was; so is what it was before.
      if (side === '' && asker !== 'everyone')
        expect(status).toBe(state === 'verified' && action !== 'restore' ? 403 : 404)
    }
  })
})
