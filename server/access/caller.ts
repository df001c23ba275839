import type { CallerRole, Scope } from '../../data/model/person.ts'
import { Refusal } from '../problems.ts'
import type { Sender } from './sender.ts'

/** Who asks. Handlers read it as `c.get('caller')`; on addresses open to everyone it is always `EVERYONE`. */
export type Caller = {
  readonly role: CallerRole
  /** Opaque id, the only trace in the journal; null for everyone who is not signed in. */
  readonly person: string | null
  readonly name: string | null
  /** The organisation that the caller works for; never taken from a body. */
  readonly organisation: string | null
  /** What this organisation submits is published at once. */
  readonly isTrusted: boolean
  /** What a token may do; null for a browser session. */
  readonly scopes: readonly Scope[] | null
  /** A moderator or admin without a second factor, who may do nothing but set one up. */
  readonly mustSetTotp: boolean
  /** Id of the browser session; null for tokens. */
  readonly session: string | null
}

export type Member = Caller & { readonly person: string; readonly name: string }

/** What the doorkeeper leaves on the context of each request. */
export type AppEnv = {
  Variables: {
    sender: Sender
    caller: Caller
    /** Whether what the caller came with still holds: to be asked again by answers that last, such as event streams. */
    holds: () => boolean
    /** Names this request in the log and to whoever asked; absent where nobody watches. */
    request?: string
  }
}

export const EVERYONE: Caller = {
  role: 'public',
  person: null,
  name: null,
  organisation: null,
  isTrusted: false,
  scopes: null,
  mustSetTotp: false,
  session: null,
}

const SIGN_IN = {
  id: 'Masuk dahulu di /sign-in, atau kirim token pribadi di kepala Authorization.',
  en: 'Sign in at /sign-in first, or send a personal token in the Authorization header.',
}
const NOT_YOURS = {
  id: 'Akun Anda tidak boleh melakukan ini. Mintalah kepada Sekber atau admin.',
  en: 'Your account may not do this. Ask Sekber or an admin.',
}

export const unauthenticated = (): Refusal =>
  new Refusal('unauthenticated', SIGN_IN, { 'WWW-Authenticate': 'Bearer realm="Bentang"' })
export const forbidden = (words = NOT_YOURS): Refusal => new Refusal('forbidden', words)

/** The caller as somebody signed in; refuses with 401. */
export const requireMember = (caller: Caller): Member => {
  if (caller.person === null || caller.name === null) throw unauthenticated()
  return { ...caller, person: caller.person, name: caller.name }
}

/** Refuses with 401 whoever is not signed in and with 403 whoever has none of these roles. */
export const requireRole = (caller: Caller, ...roles: readonly CallerRole[]): Member => {
  const member = requireMember(caller)
  if (!roles.includes(member.role)) throw forbidden()
  return member
}
