import type { PersonRole } from '../../data/model/person.ts'
import type { InvitationSummary } from '../../data/model/work.ts'
import { badRequest, notFound, Refusal } from '../problems.ts'
import { foldEmail, isEmail } from './email.ts'
import type { LeftInvitations } from './left_invitations.ts'
import { findPasswordFault } from './password_rules.ts'
import type { Passwords } from './passwords.ts'
import { type Invitation, type Person, type PrivateState, replace } from './private_state.ts'
import type { PrivateStore } from './private_store.ts'
import { checkMembership, type FindOrganisation } from './register.ts'
import { digestOf, newId, newSecret } from './secrets.ts'
import { isWithin } from './sessions.ts'

const HOUR_MS = 3_600_000
export const INVITATION_MS = 72 * HOUR_MS
/** How long an invitation that is used, revoked or run out stays in the list. */
export const INVITATION_KEPT_MS = 90 * 24 * HOUR_MS

export type Invited = { readonly role: PersonRole; readonly organisation: string | null; readonly email: string | null }
export type Accepting = {
  readonly secret: string
  readonly name: string
  readonly email: string
  readonly password: string
}

const GONE = {
  id: 'Undangan ini tidak berlaku: sudah dipakai, dicabut, atau lewat 72 jam. Mintalah undangan baru.',
  en: 'This invitation is not valid: used, revoked, or older than 72 hours. Ask for a new one.',
}
const OTHER_ADDRESS = {
  id: 'Undangan ini untuk alamat surel lain. Pakai alamat yang diundang.',
  en: 'This invitation is for another mail address. Use the one that was invited.',
}
const NO_ADDRESS = {
  id: 'Alamat surel belum utuh, misalnya nama@lembaga.id.',
  en: 'The mail address is not whole, such as name@organisation.id.',
}
const NO_NAME = { id: 'Tulis nama Anda (1 sampai 120 huruf).', en: 'Give your name (1 to 120 letters).' }
const LONGEST_NAME = 120
const KNOWN_ADDRESS = {
  id: 'Alamat surel ini sudah punya akun. Masuk dengan akun itu, atau pakai alamat lain.',
  en: 'There is an account with this mail address. Sign in with it, or use another address.',
}
const UNKNOWN = {
  id: 'Undangan ini tidak ada. Daftarnya ada di /api/invitations.',
  en: 'There is no such invitation. The list is at /api/invitations.',
}

/** An invitation that nobody has yet, and the secret that opens it. */
export const newInvitation = (invited: Invited, by: string, now: Date): { invitation: Invitation; secret: string } => {
  const secret = newSecret()
  const created = now.toISOString()
  const expires = new Date(now.getTime() + INVITATION_MS).toISOString()
  const { role, organisation, email } = invited
  return {
    secret,
    invitation: {
      id: newId('i'),
      digest: digestOf(secret),
      organisation,
      role,
      email: email && foldEmail(email),
      created,
      expires,
      state: 'open',
      by,
    },
  }
}

/** Where an invitation is opened: the secret stands behind the #, which browsers send to nobody. */
export const linkOf = (url: string, secret: string): string => `${url}/invitation#${secret}`

export const checkEmail = (email: string): string => {
  const folded = foldEmail(email)
  if (!isEmail(folded)) throw badRequest(NO_ADDRESS)
  return folded
}

export type Invitations = {
  make(invited: Invited, by: string): Promise<{ readonly invitation: InvitationSummary; readonly secret: string }>
  /** For the one who starts the server, while there is no admin; it replaces the one of the start before. Null afterwards. */
  makeFirst(): Promise<string | null>
  list(): Promise<readonly InvitationSummary[]>
  /** Brings what was left at the command line on record. */
  takeOver(): Promise<void>
  revoke(id: string): Promise<void>
  /** The open invitation behind a secret; refuses with 404. */
  require(secret: string): Promise<Invitation>
  /** The new person; the invitation is used up. */
  accept(given: Accepting): Promise<Person>
}

type Needs = {
  readonly store: PrivateStore
  readonly left: LeftInvitations
  readonly passwords: Passwords
  readonly find: FindOrganisation
  readonly now: () => Date
}

const summaryOf = ({ id, organisation, role, email, expires, state }: Invitation): InvitationSummary => ({
  id,
  organisation,
  role,
  ...(email ? { email } : {}),
  expires,
  state,
})

export const createInvitations = ({ store, left, passwords, find, now }: Needs): Invitations => {
  const isOpen = ({ state, created }: Invitation): boolean =>
    state === 'open' && isWithin(created, now().getTime(), INVITATION_MS)

  /** What ran out stays so, whatever becomes of the clock; of what is long over no address is kept. */
  const settle = (state: PrivateState): PrivateState => {
    const isOver = (one: Invitation) => one.state === 'open' && !isOpen(one)
    const isForgotten = (one: Invitation) =>
      one.state !== 'open' && !isWithin(one.created, now().getTime(), INVITATION_KEPT_MS)
    if (!state.invitations.some((one) => isOver(one) || isForgotten(one))) return state
    const invitations = state.invitations
      .filter((one) => !isForgotten(one))
      .map((one) => (isOver(one) ? { ...one, state: 'expired' as const } : one))
    return { ...state, invitations }
  }

  /** Takes over what was left at the command line; each file goes when its invitation is on record. */
  const takeOver = async (): Promise<void> => {
    const given = await left.read()
    await store.change((state) => {
      const fresh = given.filter(({ id }) => !state.invitations.some((one) => one.id === id))
      const all = fresh.length > 0 ? { ...state, invitations: [...state.invitations, ...fresh] } : state
      return [settle(all), undefined]
    })
    for (const { id } of given) await left.remove(id)
  }

  const findOpen = (state: PrivateState, secret: string): Invitation => {
    const digest = digestOf(secret)
    const found = state.invitations.find((one) => one.digest === digest)
    if (!found || !isOpen(found)) throw notFound(GONE)
    return found
  }

  const requireOpen = async (secret: string): Promise<Invitation> => {
    await takeOver()
    return findOpen(store.state(), secret)
  }

  const keep = (invitation: Invitation) =>
    store.change((state) => [{ ...state, invitations: [...state.invitations, invitation] }, undefined])

  return {
    takeOver,
    require: requireOpen,
    async make(invited, by) {
      checkMembership(invited.role, invited.organisation, find)
      const email = invited.email === null ? null : checkEmail(invited.email)
      const { invitation, secret } = newInvitation({ ...invited, email }, by, now())
      await keep(invitation)
      return { invitation: summaryOf(invitation), secret }
    },
    makeFirst: () =>
      store.change<string | null>((state) => {
        const isFormer = (one: Invitation) => one.by === 'start' && one.state === 'open'
        const left: PrivateState = state.invitations.some(isFormer)
          ? {
              ...state,
              invitations: state.invitations.map((one) => (isFormer(one) ? { ...one, state: 'revoked' } : one)),
            }
          : state
        if (state.people.some(({ role, isDisabled }) => role === 'admin' && !isDisabled)) return [left, null]
        const { invitation, secret } = newInvitation({ role: 'admin', organisation: null, email: null }, 'start', now())
        return [{ ...left, invitations: [...left.invitations, invitation] }, secret]
      }),
    async list() {
      await takeOver()
      return store.state().invitations.map(summaryOf).reverse()
    },
    revoke: (id) =>
      store.change((state) => {
        const found = state.invitations.find((one) => one.id === id)
        if (!found) throw notFound(UNKNOWN)
        if (found.state !== 'open') return [state, undefined]
        return [{ ...state, invitations: replace(state.invitations, id, { state: 'revoked' }) }, undefined]
      }),
    async accept({ secret, name, email: given, password }) {
      const { email: invited } = await requireOpen(secret)
      const email = checkEmail(given)
      if (invited !== null && invited !== email) throw badRequest(OTHER_ADDRESS)
      const called = name
        .normalize('NFKC')
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
      if (called === '' || [...called].length > LONGEST_NAME) throw badRequest(NO_NAME)
      const fault = findPasswordFault(password, [called, email])
      if (fault) throw badRequest(fault)
      const encoded = await passwords.hash(password)
      return store.change((state) => {
        // Hashing takes a while: another may have used it meanwhile.
        const { id, role, organisation } = findOpen(state, secret)
        if (state.people.some((one) => one.email === email)) throw new Refusal('conflict', KNOWN_ADDRESS)
        const person: Person = {
          id: newId('p'),
          name: called,
          email,
          role,
          organisation,
          password: encoded,
          totp: null,
          isDisabled: false,
          created: now().toISOString(),
          lastSeen: null,
        }
        return [
          {
            ...state,
            people: [...state.people, person],
            invitations: replace(state.invitations, id, { state: 'used' }),
          },
          person,
        ]
      })
    },
  }
}
