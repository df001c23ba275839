import { createRoute, z } from '@hono/zod-openapi'
import { SCOPES } from '../../data/model/person.ts'
import { requireMember } from '../access/caller.ts'
import { downloadHeaders } from '../formats/download.ts'
import type { Journal } from '../journal/entry.ts'
import { type KeptOfPerson, keptOf } from '../people/kept_of.ts'
import type { Reminded } from '../reminders/memory.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { bodyOf, consentText, DONE, invitationState, moment, role, typed } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { id, list } from './schemas.ts'
import type { Door } from './session.ts'

const query = queryOf({})
const text = z.string()

const kept: z.ZodType<KeptOfPerson> = z
  .object({
    account: z.object({
      id,
      name: text,
      email: text,
      role,
      organisation: id.nullable(),
      isDisabled: z.boolean(),
      isReminded: z.boolean(),
      hasPassword: z.boolean(),
      hasSecondFactor: z.boolean(),
      created: moment,
      lastSeen: moment.nullable(),
    }),
    sessions: list(z.object({ created: moment, lastSeen: moment, device: text })),
    tokens: list(
      z.object({
        name: text,
        scopes: list(z.enum(SCOPES)),
        created: moment,
        lastSeen: moment.nullable(),
        expires: moment,
      }),
    ),
    invitations: list(
      z.object({
        email: text.exactOptional(),
        role,
        organisation: id.nullable(),
        created: moment,
        expires: moment,
        state: invitationState,
      }),
    ),
    consents: list(
      z.object({
        purpose: z.literal('contact'),
        organisation: id,
        wording: consentText,
        given: moment,
        withdrawn: moment.nullable(),
      }),
    ),
    lastReminded: moment.nullable(),
    journal: list(
      z.object({ seq: z.number().int(), time: moment, organisation: id.nullable(), records: list(text) }),
    ).describe('Entries of the journal that are mine'),
  })
  .openapi('KeptOfPerson')

const asked = createRoute({
  method: 'get',
  path: '/api/account',
  summary: 'All that is kept of me, without secrets, as a file',
  request: { query },
  responses: { 200: json(kept, 'JSON, to be saved'), ...REFUSALS },
})
const erased = createRoute({
  method: 'post',
  path: '/api/account/erase',
  summary: 'Erases my name, address and secrets for good, for my password and code; the last admin cannot go',
  middleware: requireJson,
  request: {
    query,
    body: bodyOf(z.strictObject({ password: typed, code: typed.exactOptional() }).openapi('PasswordAndCodeIfSet')),
  },
  responses: { ...DONE, ...REFUSALS },
})

type Needs = Door & {
  readonly journal: Pick<Journal, 'replay'>
  /** When people were last reminded by mail. */
  readonly reminded: () => Promise<Reminded>
}

/** What everybody may ask for of their own data (UU PDP): to see it, and to have it erased. */
export const accountRoutes = ({ people, cookie, journal, reminded }: Needs) =>
  createRouter()
    .openapi(asked, async (c) => {
      const { person } = requireMember(c.get('caller'))
      await people.invitations.takeOver()
      const given = await keptOf(people.store.seenState(), person, {
        reminded: await reminded(),
        entries: journal.replay(),
      })
      return c.json(given, 200, downloadHeaders('application/json', ['akun'], 'json'))
    })
    .openapi(erased, async (c) => {
      const { person } = requireMember(c.get('caller'))
      await people.credentials.eraseOwn(person, c.req.valid('json'), c.get('sender'))
      cookie.clear(c)
      return c.body(null, 204)
    })
