import { createRoute, z } from '@hono/zod-openapi'
import { renderSVG } from 'uqr'
import { requireRole } from '../access/caller.ts'
import { linkOf } from '../people/invitations.ts'
import type { InvitationMail } from '../people/mail.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import {
  bodyOf,
  DONE,
  invitationMade,
  invitationOpened,
  invitations,
  onlyId,
  role,
  session,
  typed,
} from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { type Door, enter } from './session.ts'

const query = queryOf({})

const made = createRoute({
  method: 'post',
  path: '/api/invitations',
  summary: 'Invites somebody: single use, 72 hours, bound to role and organisation',
  middleware: requireJson,
  request: {
    query,
    body: bodyOf(
      z.strictObject({ organisation: typed.nullable(), role, email: typed.exactOptional() }).openapi('NewInvitation'),
    ),
  },
  responses: { 201: json(invitationMade, 'The link, shown once, and its QR code'), ...REFUSALS },
})
const listed = createRoute({
  method: 'get',
  path: '/api/invitations',
  summary: 'Invitations, newest first',
  request: { query },
  responses: { 200: json(invitations, 'All of them, with their state'), ...REFUSALS },
})
const revoked = createRoute({
  method: 'delete',
  path: '/api/invitations/{id}',
  summary: 'Revokes an open invitation',
  request: { query, params: onlyId },
  responses: { ...DONE, ...REFUSALS },
})
const opened = createRoute({
  method: 'post',
  path: '/api/invitations/open',
  summary: 'What an invitation is for; it stays open',
  middleware: requireJson,
  request: { query, body: bodyOf(z.strictObject({ secret: typed }).openapi('InvitationSecret')) },
  responses: { 200: json(invitationOpened, 'Role and organisation'), ...REFUSALS },
})
const accepted = createRoute({
  method: 'post',
  path: '/api/invitations/accept',
  summary: 'Makes the account of an invitation and signs in',
  middleware: requireJson,
  request: {
    query,
    body: bodyOf(z.strictObject({ secret: typed, name: typed, email: typed, password: typed }).openapi('NewAccount')),
  },
  responses: { 200: json(session, 'Who is signed in here now'), ...REFUSALS },
})

export type Inviting = Door & {
  /** The address people reach the server at, without a slash at its end. */
  readonly baseOf: (url: string) => string
  /** Null where no mail server is configured. */
  readonly mail: InvitationMail | null
}

export const invitationRoutes = ({ people, cookie, baseOf, mail }: Inviting) =>
  createRouter()
    .openapi(made, async (c) => {
      const { person, name } = requireRole(c.get('caller'), 'admin')
      const { organisation, role: invitedAs, email = null } = c.req.valid('json')
      const { invitation, secret } = await people.invitations.make({ organisation, role: invitedAs, email }, person)
      const link = linkOf(baseOf(c.req.url), secret)
      const isMailed = mail !== null && invitation.email !== undefined && (await mail(invitation.email, link, name))
      return c.json({ ...invitation, link, qrSvg: renderSVG(link), isMailed }, 201)
    })
    .openapi(listed, async (c) => c.json(await people.invitations.list(), 200))
    .openapi(revoked, async (c) => {
      await people.invitations.revoke(c.req.valid('param').id)
      return c.body(null, 204)
    })
    .openapi(opened, async (c) => {
      const { organisation, role: invitedAs, email } = await people.invitations.require(c.req.valid('json').secret)
      const known = organisation === null ? null : people.findOrganisation(organisation)
      return c.json({ organisation: known, role: invitedAs, ...(email ? { email } : {}) }, 200)
    })
    .openapi(accepted, async (c) => {
      const person = await people.invitations.accept(c.req.valid('json'))
      return c.json(await enter(c, person.id, { people, cookie }), 200)
    })
