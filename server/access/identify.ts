import type { MiddlewareHandler } from 'hono'
import type { People } from '../people/index.ts'
import type { Person } from '../people/private_state.ts'
import { mustSetTotp } from '../people/totp.ts'
import { type AppEnv, type Caller, EVERYONE, unauthenticated } from './caller.ts'
import type { SessionCookie } from './cookie.ts'
import { asksWho } from './rights.ts'

type Presence = { readonly caller: Caller; readonly holds: () => boolean }

const NOBODY: Presence = { caller: EVERYONE, holds: () => true }

const callerOf = (person: Person, people: People, scopes: Caller['scopes'], session: string | null): Caller => ({
  role: person.role,
  person: person.id,
  name: person.name,
  organisation: person.organisation,
  isTrusted: people.isTrusted(person.organisation),
  scopes,
  mustSetTotp: mustSetTotp(person),
  session,
})

/** The token of an Authorization header; null without one. A header that carries none of ours is never overlooked. */
const bearerOf = (header: string | undefined): string | null =>
  header === undefined ? null : (/^Bearer +([\w-]+)$/i.exec(header.trim())?.[1] ?? '')

const byToken = (bearer: string, people: People): Presence => {
  const found = people.tokens.find(bearer)
  if (!found) throw unauthenticated()
  const { token, person } = found
  const holds = (): boolean => {
    const still = people.tokens.find(bearer)
    return still !== null && !mustSetTotp(still.person)
  }
  return { caller: callerOf(person, people, token.scopes, null), holds }
}

const byCookie = (secret: string | undefined, people: People): Presence => {
  const found = secret === undefined ? null : people.sessions.find(secret)
  if (!found) return NOBODY
  const { session, person } = found
  return { caller: callerOf(person, people, null, session.id), holds: () => people.sessions.holds(session.id) }
}

/** Puts the caller on the context. Open addresses see everyone alike, so their answers cannot depend on who asks. */
export const identify =
  (people: People, cookie: SessionCookie): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const bearer = bearerOf(c.req.header('Authorization'))
    const presence = !asksWho(c.req.method, c.req.path)
      ? NOBODY
      : bearer === null
        ? byCookie(cookie.read(c), people)
        : byToken(bearer, people)
    c.set('caller', presence.caller)
    c.set('holds', presence.holds)
    await next()
  }
