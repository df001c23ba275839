import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { JournalElsewhere } from '../journal/errors.ts'
import { Refusal } from '../problems.ts'
import { type AppEnv, type Caller, forbidden, unauthenticated } from './caller.ts'
import { RIGHTS, type Right } from './rights.ts'

/** A server that takes no changes, and where they go instead; null where that is not known. */
export type ReadOnly = { readonly writer: string | null }

const CHANGING: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

const SET_TOTP = {
  id: 'Akun Sekber dan admin memerlukan faktor kedua. Pasang dahulu di /account, lalu ulangi.',
  en: 'Accounts of Sekber and admins need a second factor. Set it up at /account first, then try again.',
}
const WRONG_SCOPE = {
  id: 'Token ini tidak memuat izin untuk alamat ini. Buat token dengan izin yang sesuai di /account.',
  en: 'This token does not carry the permission for this address. Make one that does at /account.',
}
const BROWSER_ONLY = {
  id: 'Alamat ini hanya untuk peramban yang masuk, bukan untuk token.',
  en: 'This address is for a signed-in browser only, not for tokens.',
}
const FOREIGN = {
  id: 'Permintaan ini tidak datang dari halaman Bentang sendiri, jadi tidak diterima. Buka Bentang di alamatnya (pengelola: BENTANG_URL), atau gunakan token.',
  en: "This request does not come from Bentang's own page and is not accepted. Open Bentang at its address (operator: BENTANG_URL), or use a token.",
}

/** The row of the route that is about to answer; null where nothing is served. */
const findRight = (c: Context): Right | null => {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  const route = matchedRoutes(c).find((one) => one.method === method)
  if (!route) return null
  const right = RIGHTS[`${method} ${route.path}`]
  if (!right) throw new Error(`The table of rights has no row for ${method} ${route.path}`)
  return right
}

const checkRole = ({ roles, scope, beforeTotp }: Right, { role, scopes, mustSetTotp }: Caller): void => {
  if (!roles.includes(role)) throw role === 'public' ? unauthenticated() : forbidden()
  if (mustSetTotp && !beforeTotp) throw forbidden(SET_TOTP)
  if (scopes === null) return
  if (scope === undefined) throw forbidden(BROWSER_ONLY)
  if (!scopes.includes(scope)) throw forbidden(WRONG_SCOPE)
}

/** A browser says where a request comes from by at least one of two headers; whoever says neither is no browser of ours. */
const checkOrigin = (c: Context, publicUrl: string | undefined): void => {
  const [origin, site] = [c.req.header('Origin'), c.req.header('Sec-Fetch-Site')]
  const own = [new URL(c.req.url).origin, ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin])]
  const isOurs = (origin === undefined || own.includes(origin)) && (site === undefined || site === 'same-origin')
  if (!isOurs || (origin === undefined && site === undefined)) throw forbidden(FOREIGN)
}

/** Reading, too, is for our own pages, and for a person who follows a link. */
const checkReader = (c: Context): void => {
  const site = c.req.header('Sec-Fetch-Site') ?? 'none'
  if (site === 'same-origin' || site === 'none' || c.req.header('Sec-Fetch-Mode') === 'navigate') return
  throw forbidden(FOREIGN)
}

const BODIES: Readonly<
  Record<NonNullable<Right['body']>, { readonly types: RegExp; readonly id: string; readonly en: string }>
> = {
  json: {
    types: /^application\/json$/,
    id: 'Kirim badan permintaan sebagai JSON dengan Content-Type application/json.',
    en: 'Send the body as JSON, with the Content-Type application/json.',
  },
  feature: {
    types: /^application\/(json|geo\+json|merge-patch\+json)$/,
    id: 'Kirim fitur sebagai GeoJSON dengan Content-Type application/geo+json.',
    en: 'Send the feature as GeoJSON, with the Content-Type application/geo+json.',
  },
  image: {
    types: /^image\/(jpeg|webp|png)$/,
    id: 'Kirim foto sebagai image/jpeg, image/webp atau image/png.',
    en: 'Send the photo as image/jpeg, image/webp or image/png.',
  },
  file: {
    // The three types that any foreign form may send are kept out.
    types: /^(?!application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)[\w.+-]+\/[\w.+-]+$/,
    id: 'Kirim isi berkas apa adanya dengan Content-Type application/octet-stream dan namanya di kepala X-File-Name.',
    en: 'Send the bytes of the file with the Content-Type application/octet-stream and its name in the X-File-Name header.',
  },
}

const checkBody = (c: Context, { body }: Right): void => {
  if (body === undefined) return
  const { types, id, en } = BODIES[body]
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase()
  const isNamed = body !== 'file' || Boolean(c.req.header('X-File-Name'))
  if (!types.test(type) || !isNamed) throw new Refusal('not-json', { id, en })
}

/** Lets a request in by its row of the table: role, scope, second factor, where it comes from, what it carries. */
export const guard =
  (publicUrl: string | undefined, readOnly: ReadOnly | undefined): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const right = findRight(c)
    if (right && !right.isOpen) {
      const caller = c.get('caller')
      // Before anything else: nobody can sign in here either.
      if (readOnly && CHANGING.has(c.req.method) && !right.isReading) throw new JournalElsewhere(readOnly.writer)
      checkRole(right, caller)
      // A token is never sent by a browser on its own, so a foreign page cannot make one send it.
      if (caller.scopes === null) {
        if (CHANGING.has(c.req.method)) checkOrigin(c, publicUrl)
        else checkReader(c)
      }
      checkBody(c, right)
    }
    await next()
  }
