import { Hono } from 'hono'
import type { AppEnv } from '../access/caller.ts'

export const SECURITY_TEXT = '/.well-known/security.txt'
/** RFC 9116 asks for less than a year: whoever keeps a copy looks again before long. */
const GOOD_FOR_MS = 90 * 86_400_000

export type SecurityContact = {
  /** Where a weakness is told: `mailto:` or `https:`. Null: there is no such page. */
  readonly contact: string | null
  readonly now: () => Date
  /** The address people reach the server at, without a slash at its end. */
  readonly baseOf: (url: string) => string
}

/** Whom to tell of a weakness, where RFC 9116 has programs look for it. */
export const securityTextRoutes = ({ contact, now, baseOf }: SecurityContact) =>
  new Hono<AppEnv>().get(SECURITY_TEXT, (c) => {
    if (contact === null) return c.notFound()
    const expires = new Date(now().getTime() + GOOD_FOR_MS).toISOString()
    const canonical = `${baseOf(c.req.url)}${SECURITY_TEXT}`
    const lines = [
      `Contact: ${contact}`,
      `Expires: ${expires}`,
      'Preferred-Languages: id, en',
      `Canonical: ${canonical}`,
    ]
    return c.text(`${lines.join('\n')}\n`, 200, { 'Cache-Control': 'public, max-age=86400' })
  })
