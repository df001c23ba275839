import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../problems.ts'
import type { AppEnv } from './caller.ts'
import { asksWho } from './rights.ts'

const WINDOW_MS = 60_000
/** Far more than hands can do; what a program has more of comes as an import, in one piece. */
const CHANGES = 1_000
const READING = ['GET', 'HEAD', 'OPTIONS']

const slowDown = (seconds: number) =>
  new Refusal(
    'too-many',
    {
      id: `Lebih dari ${CHANGES} perubahan dalam satu menit. Tunggu ${seconds} detik, atau kirim sebagai impor.`,
      en: `More than ${CHANGES} changes within a minute. Wait ${seconds} seconds, or send them as an import.`,
    },
    { 'Retry-After': `${seconds}` },
  )

/** Changes that one person, or one address where nobody is signed in, may ask for in a minute. */
export const limitPace = (clockMs: () => number): MiddlewareHandler<AppEnv> => {
  let sinceMs = Number.NEGATIVE_INFINITY
  const counts = new Map<string, number>()
  return async (c, next) => {
    if (!READING.includes(c.req.method) && asksWho(c.req.method, c.req.path)) {
      const nowMs = clockMs()
      if (nowMs - sinceMs >= WINDOW_MS) {
        sinceMs = nowMs
        counts.clear()
      }
      const who = c.get('caller').person ?? c.get('sender').address
      const count = (counts.get(who) ?? 0) + 1
      counts.set(who, count)
      if (count > CHANGES) throw slowDown(Math.ceil((sinceMs + WINDOW_MS - nowMs) / 1000))
    }
    await next()
  }
}
