import { z } from '@hono/zod-openapi'
import type { ConsentText } from '../../data/model/consent.ts'
import {
  type InvitationOpened,
  type PersonSummary,
  ROLES,
  SCOPES,
  type TotpOffer,
  type TrustLine,
} from '../../data/model/person.ts'
import type {
  InvitationMade,
  InvitationSummary,
  SessionAnswer,
  SessionSummary,
  TokenMade,
  TokenSummary,
} from '../../data/model/work.ts'
import { id, list } from './schemas.ts'

const text = z.string()
export const moment = z.string().openapi({ description: 'ISO, UTC' })
export const role = z.enum(ROLES)
const scope = z.enum(SCOPES)

export const person: z.ZodType<PersonSummary> = z
  .object({
    id,
    name: text,
    email: text,
    role,
    organisation: id.nullable(),
    hasTotp: z.boolean(),
    isDisabled: z.boolean(),
    created: moment,
    lastSeen: moment.nullable(),
  })
  .openapi('Person')

export const session: z.ZodType<SessionAnswer> = z
  .object({
    person: person.nullable(),
    organisation: z.object({ id, name: text, isTrusted: z.boolean() }).nullable(),
    mustSetTotp: z.boolean().describe('Nothing but setting up a second factor is allowed yet'),
    role: z.enum(['public', ...ROLES]),
  })
  .openapi('Session')

export const consentText: z.ZodType<ConsentText> = z
  .object({ version: z.number().int(), since: text, words: z.object({ id: text, en: text }) })
  .openapi('ConsentText')

export const sessions: z.ZodType<readonly SessionSummary[]> = list(
  z.object({ id, created: moment, lastSeen: moment, device: text, isThis: z.boolean() }).openapi('OpenSession'),
)

export const totpOffer: z.ZodType<TotpOffer> = z
  .object({ secret: text, uri: text, qrSvg: text.describe('The address as a QR code, SVG') })
  .openapi('TotpOffer')

export const invitationState = z.enum(['open', 'used', 'expired', 'revoked'])
const invitationFields = {
  id,
  organisation: id.nullable(),
  role,
  email: text.exactOptional(),
  expires: moment,
  state: invitationState,
}
export const invitations: z.ZodType<readonly InvitationSummary[]> = list(
  z.object(invitationFields).openapi('Invitation'),
)
export const invitationMade: z.ZodType<InvitationMade> = z
  .object({
    ...invitationFields,
    link: text.describe('Whole only in this answer'),
    qrSvg: text,
    isMailed: z.boolean(),
  })
  .openapi('InvitationMade')
export const invitationOpened: z.ZodType<InvitationOpened> = z
  .object({ organisation: z.object({ id, name: text }).nullable(), role, email: text.exactOptional() })
  .openapi('InvitationOpened')

const tokenFields = {
  id,
  name: text,
  scopes: list(scope),
  created: moment,
  lastUsed: moment.nullable(),
  expires: moment,
}
export const tokens: z.ZodType<readonly TokenSummary[]> = list(z.object(tokenFields).openapi('Token'))
export const tokenMade: z.ZodType<TokenMade> = z
  .object({ ...tokenFields, token: text.describe('Whole only in this answer') })
  .openapi('TokenMade')

export const trustLines: z.ZodType<readonly TrustLine[]> = list(
  z.object({ id, name: text, isTrusted: z.boolean(), people: z.number().int() }).openapi('TrustLine'),
)

const LONGEST_TEXT = 1_000
/** A short text of a form. */
export const typed = z.string().max(LONGEST_TEXT)
export const scopes = z.array(scope).min(1).max(SCOPES.length).readonly()
/** A JSON body whose every field is known. */
export const bodyOf = <T extends z.ZodType>(schema: T) =>
  ({ content: { 'application/json': { schema } }, required: true }) as const
export const onlyId = z.object({ id: z.string() })
export const DONE = { 204: { description: 'Done' } } as const
