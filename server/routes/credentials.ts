import { createRoute, z } from '@hono/zod-openapi'
import { requireMember } from '../access/caller.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { bodyOf, session, totpOffer, typed } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { type Door, enter } from './session.ts'

const query = queryOf({})
const answer = { 200: json(session, 'Who is signed in here, in a new session'), ...REFUSALS }

const newPassword = createRoute({
  method: 'post',
  path: '/api/password',
  summary: 'Changes my password; every other session ends',
  middleware: requireJson,
  request: { query, body: bodyOf(z.strictObject({ current: typed, next: typed }).openapi('NewPassword')) },
  responses: answer,
})
const offerTotp = createRoute({
  method: 'post',
  path: '/api/totp',
  summary: 'Begins to set up a second factor, for the password',
  middleware: requireJson,
  request: { query, body: bodyOf(z.strictObject({ password: typed }).openapi('PasswordAlone')) },
  responses: { 200: json(totpOffer, 'For the authenticator app, shown once'), ...REFUSALS },
})
const confirmTotp = createRoute({
  method: 'post',
  path: '/api/totp/confirm',
  summary: 'Sets the second factor up, with a code that proves the app knows it; every other session ends',
  middleware: requireJson,
  request: { query, body: bodyOf(z.strictObject({ code: typed }).openapi('Code')) },
  responses: answer,
})
const removeTotp = createRoute({
  method: 'post',
  path: '/api/totp/remove',
  summary: 'Removes the second factor; every other session ends',
  middleware: requireJson,
  request: { query, body: bodyOf(z.strictObject({ password: typed, code: typed }).openapi('PasswordAndCode')) },
  responses: answer,
})

/** How somebody proves who they are: password and second factor. Each change gives this browser a new session. */
export const credentialRoutes = (door: Door) => {
  const { people } = door
  return createRouter()
    .openapi(newPassword, async (c) => {
      const { person } = requireMember(c.get('caller'))
      await people.credentials.changePassword(person, c.req.valid('json'), c.get('sender'))
      return c.json(await enter(c, person, door), 200)
    })
    .openapi(offerTotp, async (c) => {
      const { person, session: current } = requireMember(c.get('caller'))
      const offer = await people.credentials.offerTotp(person, current ?? '', c.req.valid('json'), c.get('sender'))
      return c.json(offer, 200)
    })
    .openapi(confirmTotp, async (c) => {
      const { person, session: current } = requireMember(c.get('caller'))
      await people.secondFactor.confirm(person, current ?? '', c.req.valid('json').code)
      return c.json(await enter(c, person, door), 200)
    })
    .openapi(removeTotp, async (c) => {
      const { person } = requireMember(c.get('caller'))
      await people.credentials.removeTotp(person, c.req.valid('json'), c.get('sender'))
      return c.json(await enter(c, person, door), 200)
    })
}
