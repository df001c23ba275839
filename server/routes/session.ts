import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { SessionAnswer } from '../../data/model/work.ts'
import { requireMember } from '../access/caller.ts'
import type { SessionCookie } from '../access/cookie.ts'
import type { People } from '../people/index.ts'
import type { Person } from '../people/private_state.ts'
import { mustSetTotp } from '../people/totp.ts'
import { notFound, quote } from '../problems.ts'
import { requireJson } from './body.ts'
import { queryOf } from './parameters.ts'
import { bodyOf, DONE, onlyId, session, sessions, typed } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'

/** What the routes about people stand on. */
export type Door = { readonly people: People; readonly cookie: SessionCookie }

const query = queryOf({})
const answer = { 200: json(session, 'Who is signed in here'), ...REFUSALS }

const signedIn = createRoute({
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in in this browser',
  request: { query },
  responses: answer,
})
const signIn = createRoute({
  method: 'post',
  path: '/api/session',
  summary: 'Signs in; a 401 of the type code-needed asks for the code of the second factor as well',
  middleware: requireJson,
  request: {
    query,
    body: bodyOf(z.strictObject({ email: typed, password: typed, code: typed.exactOptional() }).openapi('SignIn')),
  },
  responses: answer,
})
const signOut = createRoute({
  method: 'delete',
  path: '/api/session',
  summary: 'Signs out in this browser',
  request: { query },
  responses: { ...DONE, ...REFUSALS },
})
const listed = createRoute({
  method: 'get',
  path: '/api/sessions',
  summary: 'Where I am signed in',
  request: { query },
  responses: { 200: json(sessions, 'My open sessions'), ...REFUSALS },
})
const signOutEverywhere = createRoute({
  method: 'delete',
  path: '/api/sessions',
  summary: 'Signs out in every browser, this one too',
  request: { query },
  responses: { ...DONE, ...REFUSALS },
})
const signOutThere = createRoute({
  method: 'delete',
  path: '/api/sessions/{id}',
  summary: 'Signs out in one browser',
  request: { query, params: onlyId },
  responses: { ...DONE, ...REFUSALS },
})
const NOBODY: SessionAnswer = { person: null, organisation: null, mustSetTotp: false, role: 'public' }

const answerOf = (person: Person, { register, findOrganisation, isTrusted }: People): SessionAnswer => {
  const organisation = person.organisation === null ? null : findOrganisation(person.organisation)
  return {
    person: register.summaryOf(person),
    organisation: organisation && { ...organisation, isTrusted: isTrusted(organisation.id) },
    mustSetTotp: mustSetTotp(person),
    role: person.role,
  }
}

/** Opens a session in this browser in place of the one it had, and says whose it is. */
export const enter = async (c: Context, id: string, { people, cookie }: Door): Promise<SessionAnswer> => {
  const secret = await people.sessions.open(id, c.req.header('User-Agent') ?? '', cookie.read(c))
  cookie.write(c, secret)
  const person = people.store.state().people.find((one) => one.id === id)
  return person ? answerOf(person, people) : NOBODY
}

const noSession = (id: string) =>
  notFound({
    id: `Sesi ${quote(id)} tidak ada atau sudah berakhir. Daftarnya ada di /account.`,
    en: `There is no session ${quote(id)}, or it has ended. The list is at /account.`,
  })

export const sessionRoutes = (door: Door) => {
  const { people, cookie } = door
  return createRouter()
    .openapi(signedIn, (c) => {
      const { person: id } = c.get('caller')
      const person = people.store.state().people.find((one) => one.id === id)
      return c.json(person ? answerOf(person, people) : NOBODY, 200)
    })
    .openapi(signIn, async (c) => {
      const person = await people.credentials.check(c.req.valid('json'), c.get('sender'))
      return c.json(await enter(c, person.id, door), 200)
    })
    .openapi(signOut, async (c) => {
      const secret = cookie.read(c)
      if (secret !== undefined) await people.sessions.end(secret)
      cookie.clear(c)
      return c.body(null, 204)
    })
    .openapi(listed, (c) => {
      const { person, session: current } = requireMember(c.get('caller'))
      return c.json(people.sessions.list(person, current), 200)
    })
    .openapi(signOutEverywhere, async (c) => {
      await people.sessions.endAll(requireMember(c.get('caller')).person)
      cookie.clear(c)
      return c.body(null, 204)
    })
    .openapi(signOutThere, async (c) => {
      const { person, session: current } = requireMember(c.get('caller'))
      const { id } = c.req.valid('param')
      if (!(await people.sessions.endOne(person, id))) throw noSession(id)
      if (id === current) cookie.clear(c)
      return c.body(null, 204)
    })
}
