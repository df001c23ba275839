import { createRoute, z } from '@hono/zod-openapi'
import { requireRole } from '../access/caller.ts'
import type { People } from '../people/index.ts'
import { notFound, quote } from '../problems.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { bodyOf, DONE, onlyId, person, role, trustLines, typed } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { list } from './schemas.ts'

const query = queryOf({})

const listed = createRoute({
  method: 'get',
  path: '/api/people',
  summary: 'Everybody who can sign in',
  request: { query },
  responses: { 200: json(list(person), 'All people'), ...REFUSALS },
})
const changed = createRoute({
  method: 'patch',
  path: '/api/people/{id}',
  summary: 'Changes role or organisation, disables, or takes a lost second factor away; whoever it is, is signed out',
  middleware: requireJson,
  request: {
    query,
    params: onlyId,
    body: bodyOf(
      z
        .strictObject({
          role: role.exactOptional(),
          organisation: typed.nullable().exactOptional(),
          isDisabled: z.boolean().exactOptional(),
          resetTotp: z.boolean().exactOptional(),
        })
        .openapi('PersonChange'),
    ),
  },
  responses: { 200: json(person, 'As they are now'), ...REFUSALS },
})
const erased = createRoute({
  method: 'delete',
  path: '/api/people/{id}',
  summary: 'Erases name, address and secrets of a person for good; their work stays, under an id that says nothing',
  request: { query, params: onlyId },
  responses: { ...DONE, ...REFUSALS },
})
const trust = createRoute({
  method: 'get',
  path: '/api/organisations/trust',
  summary: 'Organisations, and whether what they submit is published at once',
  request: { query },
  responses: { 200: json(trustLines, 'By name'), ...REFUSALS },
})
const trusted = createRoute({
  method: 'put',
  path: '/api/organisations/{id}/trust',
  summary: 'Trusts an organisation, or no longer',
  middleware: requireJson,
  request: {
    query,
    params: onlyId,
    body: bodyOf(z.strictObject({ isTrusted: z.boolean() }).openapi('Trust')),
  },
  responses: { ...DONE, ...REFUSALS },
})

type Organisations = () => readonly { readonly id: string; readonly name: string }[]

const unknownOrganisation = (id: string) =>
  notFound({
    id: `Lembaga ${quote(id)} tidak ada dalam daftar.`,
    en: `There is no organisation ${quote(id)} on record.`,
  })

export const peopleRoutes = ({ register, findOrganisation }: People, organisations: Organisations) =>
  createRouter()
    .openapi(listed, (c) => c.json(register.list(), 200))
    .openapi(changed, async (c) => {
      const { person: by } = requireRole(c.get('caller'), 'admin')
      return c.json(await register.change(c.req.valid('param').id, c.req.valid('json'), by), 200)
    })
    .openapi(erased, async (c) => {
      const { person: by } = requireRole(c.get('caller'), 'admin')
      await register.erase(c.req.valid('param').id, by)
      return c.body(null, 204)
    })
    .openapi(trust, (c) => {
      const byName = [...organisations()].sort((a, b) => a.name.localeCompare(b.name, 'id'))
      return c.json(register.trust(byName), 200)
    })
    .openapi(trusted, async (c) => {
      const { id } = c.req.valid('param')
      if (!findOrganisation(id)) throw unknownOrganisation(id)
      await register.setTrust(id, c.req.valid('json').isTrusted)
      return c.body(null, 204)
    })
