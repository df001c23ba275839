import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ROLES, SCOPES } from '../../data/model/person.ts'

const role = z.enum(ROLES)
/** ISO, UTC. */
const moment = z.string()
/** SHA-256 of a secret that only its holder has, base64url. */
const digest = z.string()

const person = z
  .object({
    id: z.string(),
    name: z.string(),
    /** As `foldEmail` writes it; no two people share one. */
    email: z.string(),
    role,
    organisation: z.string().nullable(),
    /** Argon2id with its parameters, encoded. */
    password: z.string(),
    /** Base32 secret, and the last counters whose codes were used up. */
    totp: z.object({ secret: z.string(), used: z.array(z.number()).readonly() }).nullable(),
    isDisabled: z.boolean(),
    /** Absent where nobody has chosen: then yes. */
    isReminded: z.boolean().exactOptional(),
    created: moment,
    lastSeen: moment.nullable(),
  })
  .readonly()
export type Person = z.infer<typeof person>

const session = z
  .object({
    id: z.string(),
    person: z.string(),
    digest,
    created: moment,
    lastSeen: moment,
    device: z.string(),
    /** A second factor that was shown and is not confirmed yet. */
    pendingTotp: z.string().nullable(),
  })
  .readonly()
export type Session = z.infer<typeof session>

const token = z
  .object({
    id: z.string(),
    person: z.string(),
    digest,
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)).readonly(),
    created: moment,
    lastSeen: moment.nullable(),
    expires: moment,
  })
  .readonly()
export type Token = z.infer<typeof token>

const invitation = z
  .object({
    id: z.string(),
    digest,
    organisation: z.string().nullable(),
    role,
    email: z.string().nullable(),
    created: moment,
    expires: moment,
    state: z.enum(['open', 'used', 'expired', 'revoked']),
    /** A person's id, `operator` at the command line, or `start`: printed while there is no admin. */
    by: z.string(),
  })
  .readonly()
export type Invitation = z.infer<typeof invitation>

const consent = z
  .object({
    person: z.string(),
    purpose: z.literal('contact'),
    /** Whose page it is about: it means nothing for another. */
    organisation: z.string(),
    /** The version of what was agreed to, see `CONSENT_TEXTS`. */
    wording: z.number().int(),
    given: moment,
    /** Null while it stands. */
    withdrawn: moment.nullable(),
  })
  .readonly()
export type Consent = z.infer<typeof consent>

/** All that is known of people; nothing of it is in the journal but their ids. */
const privateState = z
  .object({
    schema: z.literal(1),
    people: z.array(person).readonly(),
    sessions: z.array(session).readonly(),
    tokens: z.array(token).readonly(),
    invitations: z.array(invitation).readonly(),
    /** Releases up to 0.2 knew none. */
    consents: z.array(consent).readonly().default([]),
    /** Organisations whose records are published when they are submitted, and reviewed after. */
    trusted: z.array(z.string()).readonly(),
  })
  .readonly()
export type PrivateState = z.infer<typeof privateState>

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** As a file keeps it: a line of JSON, and the SHA-256 of that line, without which a flipped bit could make an admin. */
export const formatPrivateState = (state: PrivateState): string => {
  const line = `${JSON.stringify(state)}\n`
  return `${line}${sumOf(line)}\n`
}

/** Null for what is damaged. Releases up to 0.2 wrote no sum. */
export const parsePrivateState = (text: string): PrivateState | null => {
  const [, line = text, sum] = /^(.*\n)([0-9a-f]{64})\n$/s.exec(text) ?? []
  if (sum !== undefined && sum !== sumOf(line)) return null
  try {
    return privateState.parse(JSON.parse(line))
  } catch {
    return null
  }
}

/** The shape of an invitation that the command line leaves for the server. */
export const leftInvitation = invitation

export const EMPTY_STATE: PrivateState = {
  schema: 1,
  people: [],
  sessions: [],
  tokens: [],
  invitations: [],
  consents: [],
  trusted: [],
}

/** A copy of the list with one of its members changed. */
export const replace = <T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  given: Partial<T>,
): readonly T[] => list.map((one) => (one.id === id ? { ...one, ...given } : one))
