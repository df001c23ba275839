import type { ConsentText } from './consent.ts'
import type { Words } from './words.ts'

/** What a person may do; each includes what stands before it, except that a planner edits targets and a partner activities. */
export const ROLES = ['partner', 'planner', 'moderator', 'admin'] as const
export type PersonRole = (typeof ROLES)[number]

/** Who asks: everyone who is not signed in is `public`. */
export type CallerRole = 'public' | PersonRole

export const ROLE_LABELS: { readonly [R in PersonRole]: Words } = {
  partner: { id: 'Mitra', en: 'Partner' },
  planner: { id: 'Perencana OPD', en: 'Planner' },
  moderator: { id: 'Sekber', en: 'Moderator' },
  admin: { id: 'Admin', en: 'Admin' },
}

export const isPersonRole = (text: string): text is PersonRole => (ROLES as readonly string[]).includes(text)

/** Sekber and admins see and decide for all organisations; they need a second factor. */
export const isModerating = (role: CallerRole): boolean => role === 'moderator' || role === 'admin'

/** What a token of a partner's own system may do; `replicate` gives the whole journal, and only an admin's token can carry it. */
export const SCOPES = ['read', 'write', 'import', 'replicate'] as const
export type Scope = (typeof SCOPES)[number]

export const scopesFor = (role: CallerRole): readonly Scope[] =>
  role === 'admin' ? SCOPES : SCOPES.filter((scope) => scope !== 'replicate')

/** What is told of a person to those who may know; `id` is the only trace in the journal. */
export type PersonSummary = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: PersonRole
  /** Null for those who belong to Sekber alone. */
  readonly organisation: string | null
  readonly hasTotp: boolean
  readonly isDisabled: boolean
  /** ISO, UTC. */
  readonly created: string
  readonly lastSeen: string | null
}

/** Whether an organisation's submissions are published before Sekber has looked at them. `GET /api/organisations/trust` */
export type TrustLine = {
  readonly id: string
  readonly name: string
  readonly isTrusted: boolean
  /** People who can sign in for it. */
  readonly people: number
}

/** `POST /api/totp`: what an authenticator needs, as text, as address and as a picture of it. */
export type TotpOffer = { readonly secret: string; readonly uri: string; readonly qrSvg: string }

/** What an invitation is for, shown before it is accepted. `POST /api/invitations/open` */
export type InvitationOpened = {
  readonly organisation: { readonly id: string; readonly name: string } | null
  readonly role: PersonRole
  /** Where the invitation is for this address alone. */
  readonly email?: string
}

/** Somebody who agreed to be reached about the work of their organisation. `GET /api/contacts/:id` */
export type Contact = { readonly name: string; readonly email: string }

/** What I am asked, and what I agreed to and since when (ISO, UTC) while it stands. `GET /api/account/contact` */
export type ContactConsent = {
  readonly asked: ConsentText
  readonly given: { readonly wording: ConsentText; readonly since: string } | null
}
