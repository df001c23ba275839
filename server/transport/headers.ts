import type { MiddlewareHandler } from 'hono'
import { asksWho, isPrivatePath } from '../access/rights.ts'

/** Nothing is loaded from elsewhere, nothing runs inline; styles may be inline because the map sets them from script. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  // The preview of a widget; no other page of ours lets itself be framed.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What is only data may do nothing at all, even where somebody opens it as a page; and fifty tiles carry it fifty times. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"

const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=(self)',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}

/** What a widget loads: its worker obeys the policy of its own file and reads tiles and fonts. */
const EMBED_WORKER_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; frame-ancestors 'none'"

/** Pages, and workers, which obey the policy their own file came with; all else is only data. */
const isActive = (path: string, contentType: string): boolean =>
  contentType.startsWith('text/html') || /worker[^/]*\.m?js$/.test(path)
const PASSIVE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': DATA_POLICY,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
}

const OPEN = /^\/((api|tiles|embed\/v1)\/|oembed$|ogc(\/|$)|catalogue\.json$|data\/[^/]+\/metadata\.)/
/** The service of features shows people pages at the addresses where programs get data. */
const isFeaturePage = (path: string, headers: Headers): boolean =>
  path.startsWith('/ogc') && (headers.get('Content-Type') ?? '').startsWith('text/html')
const OPEN_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': DATA_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, Content-Disposition, X-Feature-Count',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match, Accept-Language',
  'Access-Control-Max-Age': '86400',
}

/** The page of widgets and all it loads: other sites frame the one and load the other. Its own policy says which sites. */
const EMBED = /^\/embed(\/|$)/
const EMBED_HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=(), geolocation=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
}
const embedHeaders = (policy: string | null): Readonly<Record<string, string>> => ({
  ...EMBED_HEADERS,
  'Content-Security-Policy': policy ?? EMBED_WORKER_POLICY,
})

const PRIVATE_HEADERS: Readonly<Record<string, string>> = { ...PASSIVE_HEADERS, 'Cache-Control': 'no-store' }

const headersFor = (method: string, path: string, { status, headers }: Response): Readonly<Record<string, string>> => {
  if (asksWho(method, path)) return PRIVATE_HEADERS
  if (OPEN.test(path) && !isFeaturePage(path, headers)) return OPEN_HEADERS
  // "Not modified" has no type to tell a page by, and what it says of the policy would replace that of the page kept.
  if (status === 304) return {}
  if (EMBED.test(path)) return embedHeaders(headers.get('Content-Security-Policy'))
  return isActive(path, headers.get('Content-Type') ?? '') ? PAGE_HEADERS : PASSIVE_HEADERS
}

/**
 * Security headers on every answer, errors included. Anyone may read the open API and the tiles, always without
 * credentials; what depends on who asks is for our own pages and kept nowhere.
 */
export const guardHeaders: MiddlewareHandler = async (c, next) => {
  const { path, method } = c.req
  const open = OPEN.test(path) && !asksWho(method, path)
  if (open && method === 'OPTIONS') c.res = new Response(null, { status: 204, headers: PREFLIGHT_HEADERS })
  else await next()
  const headers = headersFor(method, path, c.res)
  // A photo that everyone sees says itself that it may be kept.
  const kept = c.res.headers.get('Cache-Control')?.startsWith('public') ? c.res.headers.get('Cache-Control') : null
  for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
  if (kept && isPrivatePath(path)) c.res.headers.set('Cache-Control', kept)
}
