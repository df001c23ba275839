import type { PersonRole } from '../data/model/person.ts'
import type { createApp } from '../server/app.ts'
import type { RecordStore } from '../server/journal/store.ts'
import { findOrganisation } from '../server/organisations.ts'
import { openPeople, type People, type PeopleOptions } from '../server/people/index.ts'
import { memoryFile } from '../server/people/private_file.ts'
import type { Person } from '../server/people/private_state.ts'
import { newId } from '../server/people/secrets.ts'

type App = Pick<ReturnType<typeof createApp>, 'request'>

/** Hashing as cheap as argon2 allows: nothing is at stake here. */
const CHEAP = { memoryCost: 8, timeCost: 1 }

/** People who are forgotten with the process. */
export const openMemoryPeople = (
  store: Pick<RecordStore, 'state'>,
  now: () => Date,
  options: Partial<PeopleOptions> = {},
): Promise<People> =>
  openPeople({
    file: memoryFile(),
    now,
    findOrganisation: (id) => findOrganisation(store, id),
    cost: CHEAP,
    ...options,
  })

/** Somebody who exists: with a second factor where the role needs one, and without a password anyone could know. */
export const addPerson = async (
  people: People,
  role: PersonRole,
  organisation: string | null = null,
  given: Partial<Person> = {},
): Promise<Person> => {
  const id = newId('p')
  const person: Person = {
    id,
    name: `Orang ${role}`,
    email: `${id.toLowerCase()}@contoh.id`,
    role,
    organisation,
    password: '',
    totp: role === 'moderator' || role === 'admin' ? { secret: 'JBSWY3DPEHPK3PXP', used: [] } : null,
    isDisabled: false,
    created: '2026-01-01T00:00:00.000Z',
    lastSeen: null,
    ...given,
  }
  await people.store.change((state) => [{ ...state, people: [...state.people, person] }, undefined])
  return person
}

/** What a page of ours sends with a change. */
export const OUR_PAGE = { Origin: 'http://localhost', 'Content-Type': 'application/json' }

/** Headers of a browser in which this person is signed in. */
export const cookieOf = async (people: People, person: string) => ({
  ...OUR_PAGE,
  Cookie: `bentang=${await people.sessions.open(person, '')}`,
})

/** A new person of this role, signed in: headers for every request, reading and changing alike. */
export const signIn = async (
  app: App,
  people: People,
  role: PersonRole,
  organisation: string | null = null,
): Promise<Record<string, string>> => {
  const { id } = await addPerson(people, role, organisation)
  const headers = await cookieOf(people, id)
  const session = (await (await app.request('/api/session', { headers })).json()) as { readonly role: string }
  if (session.role !== role) throw new Error(`Signed in as ${role}, seen as ${session.role}`)
  return headers
}
