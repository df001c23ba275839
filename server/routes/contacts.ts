import { createRoute, z } from '@hono/zod-openapi'
import type { Contact, ContactConsent } from '../../data/model/person.ts'
import { requireMember } from '../access/caller.ts'
import type { People } from '../people/index.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { bodyOf, consentText, DONE, moment, onlyId } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { list } from './schemas.ts'

const query = queryOf({})
const contacts: z.ZodType<readonly Contact[]> = list(
  z.object({ name: z.string(), email: z.string() }).openapi('Contact'),
)
const consent: z.ZodType<ContactConsent> = z
  .object({
    asked: consentText,
    given: z.object({ wording: consentText, since: moment }).nullable(),
  })
  .openapi('ContactConsent')

const listed = createRoute({
  method: 'get',
  path: '/api/contacts/{id}',
  summary:
    'Who may be reached for an organisation, by their own consent; asked anew each time, because it may be withdrawn',
  request: { query, params: onlyId },
  responses: { 200: json(contacts, 'Empty where nobody agreed to'), ...REFUSALS },
})
const asked = createRoute({
  method: 'get',
  path: '/api/account/contact',
  summary: 'Whether I agreed to be named as a contact, and to which wording',
  request: { query },
  responses: { 200: json(consent, 'The wording asked today, and the consent that stands'), ...REFUSALS },
})
const given = createRoute({
  method: 'put',
  path: '/api/account/contact',
  summary: 'I agree to be named as a contact, to the wording of this version',
  middleware: requireJson,
  request: { query, body: bodyOf(z.strictObject({ wording: z.number().int() }).openapi('ConsentGiven')) },
  responses: { ...DONE, ...REFUSALS },
})
const withdrawn = createRoute({
  method: 'delete',
  path: '/api/account/contact',
  summary: 'I withdraw that consent: from now on no answer has my name and address',
  request: { query },
  responses: { ...DONE, ...REFUSALS },
})

export const contactRoutes = ({ contacts: book }: People) =>
  createRouter()
    .openapi(listed, (c) => c.json(book.of(c.req.valid('param').id), 200))
    .openapi(asked, (c) => c.json(book.consentOf(requireMember(c.get('caller')).person), 200))
    .openapi(given, async (c) => {
      await book.give(requireMember(c.get('caller')).person, c.req.valid('json').wording)
      return c.body(null, 204)
    })
    .openapi(withdrawn, async (c) => {
      await book.withdraw(requireMember(c.get('caller')).person)
      return c.body(null, 204)
    })
