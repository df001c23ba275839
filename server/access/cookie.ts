import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { ABSOLUTE_MS } from '../people/sessions.ts'

/** The cookie that carries the secret of a session. */
export type SessionCookie = {
  read(c: Context): string | undefined
  write(c: Context, secret: string): void
  clear(c: Context): void
}

/** On https the name itself forbids other hosts and paths to plant one; plain http knows no such names. */
export const sessionCookie = (isSecure: boolean): SessionCookie => {
  const name = isSecure ? '__Host-bentang' : 'bentang'
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const
  return {
    read: (c) => getCookie(c, name),
    write: (c, secret) => setCookie(c, name, secret, { ...options, maxAge: ABSOLUTE_MS / 1000 }),
    clear: (c) => void deleteCookie(c, name, options),
  }
}
