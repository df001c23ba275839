import { isModerating, type PersonRole, type PersonSummary, type TrustLine } from '../../data/model/person.ts'
import type { Words } from '../../data/model/words.ts'
import { badRequest, notFound, quote, Refusal } from '../problems.ts'
import { type Person, type PrivateState, replace } from './private_state.ts'
import type { PrivateStore } from './private_store.ts'
import { withoutSessions } from './sessions.ts'

/** What an admin may change of a person. */
export type PersonChange = {
  readonly role?: PersonRole | undefined
  readonly organisation?: string | null | undefined
  readonly isDisabled?: boolean | undefined
  readonly resetTotp?: boolean | undefined
}

/** Organisations of the register, whoever may see them; null when there is none of this id. */
export type FindOrganisation = (id: string) => { readonly id: string; readonly name: string } | null

const NOT_YOURSELF: Words = {
  id: 'Akun Anda sendiri tidak dapat diubah dengan cara ini. Mintalah admin lain.',
  en: 'Your own account cannot be changed this way. Ask another admin.',
}
const NO_ORGANISATION: Words = {
  id: 'Mitra dan perencana bekerja untuk sebuah lembaga: sebutkan "organisation".',
  en: 'Partners and planners work for an organisation: give "organisation".',
}

const LAST_ADMIN: Words = {
  id: 'Anda admin terakhir: tanpa Anda tidak ada yang dapat mengundang orang. Undang admin lain di /people; sesudah ia masuk, ulangi.',
  en: 'You are the last admin: without you nobody could invite people. Invite another admin at /people; once they have signed in, try again.',
}

const unknownPerson = (id: string) =>
  notFound({
    id: `Tidak ada orang dengan id ${quote(id)}. Daftarnya ada di /api/people.`,
    en: `There is nobody with the id ${quote(id)}. The list is at /api/people.`,
  })

/** Refuses a role without the organisation it needs, and an organisation that is not on record. */
export const checkMembership = (role: PersonRole, organisation: string | null, find: FindOrganisation): void => {
  if (organisation === null && !isModerating(role)) throw badRequest(NO_ORGANISATION)
  if (organisation !== null && !find(organisation))
    throw badRequest({
      id: `Lembaga ${quote(organisation)} tidak ada dalam daftar. Catat lembaganya dahulu.`,
      en: `There is no organisation ${quote(organisation)} on record. Enter it first.`,
    })
}

export type Register = {
  summaryOf(person: Person): PersonSummary
  list(): readonly PersonSummary[]
  /** Whoever gets another role, another organisation or is shut out is signed out everywhere; their tokens and open invitations end too. */
  change(id: string, given: PersonChange, by: string): Promise<PersonSummary>
  /** Takes a person's name, address and secrets away for good; their id stays in the journal and says nothing. */
  erase(id: string, by: string): Promise<void>
  /** The same for oneself; refuses the last admin with 409. */
  eraseOwn(id: string): Promise<void>
  /** One's own choice whether to be reminded by mail. */
  setReminded(id: string, isReminded: boolean): Promise<void>
  trust(organisations: readonly { readonly id: string; readonly name: string }[]): readonly TrustLine[]
  setTrust(organisation: string, isTrusted: boolean): Promise<void>
}

const requirePerson = (state: PrivateState, id: string, by: string): Person => {
  const person = state.people.find((one) => one.id === id)
  if (!person) throw unknownPerson(id)
  // Two admins may shut each other out at the same moment; the second finds itself out already.
  const asks = state.people.find((one) => one.id === by)
  if (id === by || asks?.role !== 'admin' || asks.isDisabled) throw new Refusal('conflict', NOT_YOURSELF)
  return person
}

/** The state without anything this person could come in by, invitations that they made among it. */
const withoutAccess = (state: PrivateState, person: string): PrivateState => ({
  ...withoutSessions(state, person),
  tokens: state.tokens.filter((one) => one.person !== person),
  invitations: state.invitations.map((one) =>
    one.by === person && one.state === 'open' ? { ...one, state: 'revoked' } : one,
  ),
})

/** The state without anything that anybody could come in by, but their password and second factor. */
export const withoutAnyAccess = (state: PrivateState): PrivateState => ({
  ...state,
  sessions: [],
  tokens: [],
  invitations: state.invitations.map((one) => (one.state === 'open' ? { ...one, state: 'revoked' } : one)),
})

const changed = (state: PrivateState, person: Person, given: PersonChange): readonly [PrivateState, Person] => {
  const next: Person = {
    ...person,
    role: given.role ?? person.role,
    organisation: given.organisation === undefined ? person.organisation : given.organisation,
    isDisabled: given.isDisabled ?? person.isDisabled,
    totp: given.resetTotp ? null : person.totp,
  }
  const isMoved = next.role !== person.role || next.organisation !== person.organisation
  const kept =
    isMoved || next.isDisabled
      ? withoutAccess(state, person.id)
      : given.resetTotp
        ? withoutSessions(state, person.id)
        : state
  return [{ ...kept, people: replace(kept.people, person.id, next) }, next]
}

/** The state without anything of this person. */
const withoutPerson = (state: PrivateState, { id, email }: Person): PrivateState => {
  const left = withoutAccess(state, id)
  return {
    ...left,
    people: left.people.filter((one) => one.id !== id),
    invitations: left.invitations.filter((one) => one.email !== email),
    consents: left.consents.filter((one) => one.person !== id),
  }
}

/** Another admin who can come in: whoever has no second factor yet still sets it up alone. */
const hasOtherAdmin = ({ people }: PrivateState, id: string): boolean =>
  people.some((one) => one.id !== id && one.role === 'admin' && !one.isDisabled)

type Needs = {
  readonly store: PrivateStore
  readonly find: FindOrganisation
  /** Brings invitations that were left at the command line on record: they may name whoever is erased. */
  readonly takeOver: () => Promise<void>
}

export const createRegister = ({ store, find, takeOver }: Needs): Register => {
  const summaryOf = ({ id, name, email, role, organisation, totp, isDisabled, created, lastSeen }: Person) => ({
    id,
    name,
    email,
    role,
    organisation,
    hasTotp: totp !== null,
    isDisabled,
    created,
    lastSeen: store.lastSeen(id) ?? lastSeen,
  })
  return {
    summaryOf,
    list: () => store.state().people.map(summaryOf),
    async change(id, given, by) {
      const person = await store.change((state) => {
        const [next, after] = changed(state, requirePerson(state, id, by), given)
        checkMembership(after.role, after.organisation, find)
        return [next, after]
      })
      return summaryOf(person)
    },
    async erase(id, by) {
      await takeOver()
      await store.change((state) => [withoutPerson(state, requirePerson(state, id, by)), undefined])
    },
    async eraseOwn(id) {
      await takeOver()
      await store.change((state) => {
        const person = state.people.find((one) => one.id === id)
        if (!person) throw unknownPerson(id)
        if (person.role === 'admin' && !hasOtherAdmin(state, id)) throw new Refusal('conflict', LAST_ADMIN)
        return [withoutPerson(state, person), undefined]
      })
    },
    setReminded: (id, isReminded) =>
      store.change((state) => [{ ...state, people: replace(state.people, id, { isReminded }) }, undefined]),
    trust: (organisations) => {
      const { trusted, people } = store.state()
      return organisations.map(({ id, name }) => ({
        id,
        name,
        isTrusted: trusted.includes(id),
        people: people.filter((one) => one.organisation === id && !one.isDisabled).length,
      }))
    },
    setTrust: (organisation, isTrusted) =>
      store.change((state) => {
        const others = state.trusted.filter((one) => one !== organisation)
        return [{ ...state, trusted: isTrusted ? [...others, organisation] : others }, undefined]
      }),
  }
}
