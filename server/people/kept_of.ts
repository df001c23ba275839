import { type ConsentText, findConsentText } from '../../data/model/consent.ts'
import type { Entry } from '../journal/entry.ts'
import type { Consent, Invitation, Person, PrivateState, Session, Token } from './private_state.ts'

/** An entry of the journal that somebody wrote, without what the records say. */
type Written = {
  readonly seq: number
  readonly time: string
  readonly organisation: string | null
  readonly records: readonly string[]
}

/** All that is kept of a person, for the person: everything but what only proves who they are (password, secrets, digests). */
export type KeptOfPerson = {
  readonly account: Omit<Person, 'password' | 'totp' | 'isReminded'> & {
    readonly isReminded: boolean
    readonly hasPassword: boolean
    readonly hasSecondFactor: boolean
  }
  readonly sessions: readonly Pick<Session, 'created' | 'lastSeen' | 'device'>[]
  readonly tokens: readonly Pick<Token, 'name' | 'scopes' | 'created' | 'lastSeen' | 'expires'>[]
  /** With the address only where it is theirs: those they made name others. */
  readonly invitations: readonly (Omit<Invitation, 'id' | 'digest' | 'by' | 'email'> & { readonly email?: string })[]
  /** With the wording that was agreed to. */
  readonly consents: readonly (Omit<Consent, 'person' | 'wording'> & { readonly wording: ConsentText })[]
  readonly lastReminded: string | null
  readonly journal: readonly Written[]
}

const writtenBy = async (id: string, entries: AsyncIterable<Entry>): Promise<readonly Written[]> => {
  const written: Written[] = []
  for await (const { actor, seq, time, organisation, changes } of entries)
    if (actor === id)
      written.push({ seq, time, organisation, records: changes.map((change) => `${change.kind}/${change.id}`) })
  return written
}

/** Null where nobody has this address; `email` as `foldEmail` writes it. */
export const findPersonId = ({ people }: PrivateState, email: string): string | null =>
  people.find((one) => one.email === email)?.id ?? null

type Beside = {
  /** Who was reminded when, by their id. */
  readonly reminded: ReadonlyMap<string, string>
  /** The whole journal. */
  readonly entries: AsyncIterable<Entry>
}

/** `id` is of somebody in this state. */
export const keptOf = async (
  { people, sessions, tokens, invitations, consents }: PrivateState,
  id: string,
  { reminded, entries }: Beside,
): Promise<KeptOfPerson> => {
  const person = people.find((one) => one.id === id)!
  const { password, totp, isReminded = true, ...account } = person
  return {
    account: { ...account, isReminded, hasPassword: password !== '', hasSecondFactor: totp !== null },
    sessions: sessions
      .filter((one) => one.person === id)
      .map(({ created, lastSeen, device }) => ({ created, lastSeen, device })),
    tokens: tokens
      .filter((one) => one.person === id)
      .map(({ name, scopes, created, lastSeen, expires }) => ({ name, scopes, created, lastSeen, expires })),
    invitations: invitations
      .filter((one) => one.email === person.email || one.by === id)
      .map(({ email, role, organisation, created, expires, state }) => ({
        ...(email !== null && email === person.email ? { email } : {}),
        role,
        organisation,
        created,
        expires,
        state,
      })),
    consents: consents
      .filter((one) => one.person === id)
      .map(({ purpose, organisation, wording, given, withdrawn }) => ({
        purpose,
        organisation,
        wording: findConsentText(purpose, wording)!,
        given,
        withdrawn,
      })),
    lastReminded: reminded.get(id) ?? null,
    journal: await writtenBy(id, entries),
  }
}
