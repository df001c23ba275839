import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../access/caller.ts'

/** One answered request, without anything of who asked or what for. */
export type Answered = {
  /** Sent to whoever asked as `X-Request-Id`. */
  readonly id: string
  /** As in the table of rights, such as `/api/records/:kind/:id`; `other` for files of the client and for what is nowhere. */
  readonly route: string
  /** `OTHER` for methods that nothing is served with. */
  readonly method: string
  readonly status: number
  /** Until the last byte was handed over, or whoever asked had left. */
  readonly ms: number
  readonly isWhole: boolean
}

/** Who hears of requests; each `opened` is followed by one `answered`. */
export type Watch = { opened(route: string): void; answered(answer: Answered): void }

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const NO_ROUTE = 'other'

/** Tells of every request that came by a socket; what the server asks itself is nobody's request. */
export const watchRequests =
  (watch: Watch): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const id = randomBytes(8).toString('hex')
    c.set('request', id)
    const begun = performance.now()
    const outgoing = (c.env as { readonly outgoing?: ServerResponse } | undefined)?.outgoing
    const served = c.req.method === 'HEAD' ? 'GET' : c.req.method
    const route = matchedRoutes(c).find((one) => one.method === served)?.path ?? NO_ROUTE
    const method = METHODS.has(c.req.method) ? c.req.method : 'OTHER'
    if (outgoing) {
      watch.opened(route)
      outgoing.once('close', () => {
        const isWhole = outgoing.writableFinished
        watch.answered({ id, route, method, status: outgoing.statusCode, ms: performance.now() - begun, isWhole })
      })
    }
    await next()
    c.res.headers.set('X-Request-Id', id)
  }
