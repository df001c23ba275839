import type { MiddlewareHandler } from 'hono'
import { chooseEncoding, compress, isCompressible } from './encoding.ts'

/** Made anew for each who asks, so as fast as it is small. */
const QUALITY = 4

/** Compresses what is read and kept nowhere. Answers to changes stay as they are: some of them hold a secret. */
export const press: MiddlewareHandler = async (c, next) => {
  await next()
  const type = c.res.headers.get('Content-Type') ?? ''
  if (c.req.method !== 'GET' || c.res.status !== 200 || !type.startsWith('application/json')) return
  const encoding = chooseEncoding(c.req.header('Accept-Encoding'))
  const headers = new Headers(c.res.headers)
  headers.append('Vary', 'Accept-Encoding')
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const worth = encoding !== 'identity' && isCompressible(type, plain.byteLength)
  const body = worth ? await compress(plain, encoding, QUALITY) : plain
  if (worth) headers.set('Content-Encoding', encoding)
  headers.set('Content-Length', `${body.byteLength}`)
  c.res = undefined
  c.res = new Response(body, { status: 200, headers })
}
