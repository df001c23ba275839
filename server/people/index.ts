import type { Words } from '../../data/model/words.ts'
import { createAttempts } from '../access/attempts.ts'
import { type Contacts, createContacts } from './contacts.ts'
import { type Credentials, createCredentials } from './credentials.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { type LeftInvitations, NOTHING_LEFT } from './left_invitations.ts'
import { createPasswords, type HashCost } from './passwords.ts'
import type { PrivateFile } from './private_file.ts'
import { openPrivateStore, type PrivateStore } from './private_store.ts'
import { createRegister, type FindOrganisation, type Register } from './register.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { createSecondFactor, type SecondFactor } from './totp.ts'

/** Everything about people; none of it is in the journal but their ids. */
export type People = {
  readonly store: PrivateStore
  readonly sessions: Sessions
  readonly tokens: Tokens
  readonly invitations: Invitations
  readonly credentials: Credentials
  readonly secondFactor: SecondFactor
  readonly register: Register
  readonly contacts: Contacts
  readonly findOrganisation: FindOrganisation
  /** Who stands behind the id in a journal entry; null when nobody knows any more. */
  nameOf(person: string): string | null
  isTrusted(organisation: string | null): boolean
  /** Forgets the addresses of callers whose guesses count no longer. */
  forgetCallers(): void
  /** What an operator should know; empty while all is well. */
  reasons(): readonly Words[]
  close(): Promise<void>
}

export type PeopleOptions = {
  readonly file: PrivateFile
  /** Invitations made at the command line. */
  readonly left?: LeftInvitations
  readonly now: () => Date
  readonly findOrganisation: FindOrganisation
  /** What hashing a password costs; less only where nothing is at stake. */
  readonly cost?: HashCost
  /** Runs evenly, for counting attempts. */
  readonly clockMs?: () => number
  /** Hears of faults that nobody waits for. */
  readonly report?: (error: unknown) => void
}

export const openPeople = async (options: PeopleOptions): Promise<People> => {
  const { file, left = NOTHING_LEFT, now, findOrganisation, cost, clockMs, report } = options
  const store = await openPrivateStore(file, report)
  const passwords = createPasswords(cost)
  const secondFactor = createSecondFactor(store, now)
  const attempts = createAttempts(clockMs)
  const invitations = createInvitations({ store, left, passwords, find: findOrganisation, now })
  const register = createRegister({ store, find: findOrganisation, takeOver: invitations.takeOver })
  return {
    store,
    sessions: createSessions(store, now),
    tokens: createTokens(store, now),
    invitations,
    credentials: createCredentials({ store, passwords, secondFactor, attempts, register }),
    secondFactor,
    register,
    contacts: createContacts(store, now),
    findOrganisation,
    nameOf: (person) => store.state().people.find(({ id }) => id === person)?.name ?? null,
    isTrusted: (organisation) => organisation !== null && store.state().trusted.includes(organisation),
    forgetCallers: attempts.forgetOver,
    reasons: () => [store.trouble()].filter((words) => words !== null),
    close: () => store.close(),
  }
}
