import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { chooseEncoding, compress, isCompressible } from './encoding.ts'

type Delivery = {
  readonly etag: string
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

const CACHE_BYTES = 64 * 1024 * 1024
/** What a kept answer takes besides its body, as heap snapshots show it: an empty tile is not free. */
const ENTRY_BYTES = 4096
/** Brotli 5: nearly gzip's speed and a fifth smaller on our JSON and tiles. */
const QUALITY = 5

/** True when the client already holds this version; `*` names no version of ours. */
const holds = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''))

const weightOf = ({ body }: Delivery): number => body.byteLength + ENTRY_BYTES

/** The last delivery of each question, the least recently used leave first. One of older data is found by nobody and replaced by the next. */
const createShelf = (limitBytes: number) => {
  const shelf = new Map<string, Delivery>()
  let bytes = 0
  const drop = (question: string, delivery: Delivery): void => {
    shelf.delete(question)
    bytes -= weightOf(delivery)
  }
  return {
    find: (question: string, etag: string): Delivery | undefined => {
      const found = shelf.get(question)
      if (found?.etag !== etag) return undefined
      shelf.delete(question)
      shelf.set(question, found)
      return found
    },
    keep: (question: string, delivery: Delivery) => {
      const before = shelf.get(question)
      if (before) drop(question, before)
      shelf.set(question, delivery)
      bytes += weightOf(delivery)
      for (const [oldest, kept] of shelf) {
        if (bytes <= limitBytes) break
        drop(oldest, kept)
      }
    },
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

const encode = async (c: Context, etag: string, encoding: ReturnType<typeof chooseEncoding>): Promise<Delivery> => {
  const headers = new Headers(c.res.headers)
  const plain = new Uint8Array(await c.res.arrayBuffer())
  const worth = isCompressible(headers.get('Content-Type') ?? '', plain.byteLength)
  const body = worth ? await compress(plain, encoding, QUALITY) : plain
  if (worth && encoding !== 'identity') headers.set('Content-Encoding', encoding)
  if (c.res.status !== 204) headers.set('Content-Length', `${body.byteLength}`)
  headers.set('ETag', etag)
  headers.set('Vary', 'Accept-Encoding')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache')
  return { etag, status: c.res.status, headers, body }
}

const respond = ({ status, headers, body }: Delivery): Response =>
  new Response(status === 204 ? null : body, { status, headers: new Headers(headers) })

/**
 * Validation, compression and memory for answers that depend on nothing but the URL and the version of what stands behind
 * it: the same question against the same data is computed and compressed once, however many ask at the same moment. Refusals pass through untouched. `addressOf` leaves out of the URL what the answer does not depend on.
 */
export const deliver = (
  version: (path: string) => string,
  addressOf: (url: string) => string = (url) => url,
): MiddlewareHandler => {
  const shelf = createShelf(CACHE_BYTES)
  const underWay = new Map<string, Promise<Delivery | null>>()
  const seen = new WeakSet<Request>()
  return async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    // A path with a star in it meets the same middleware twice; the second time it would wait for itself.
    if (seen.has(c.req.raw)) return next()
    seen.add(c.req.raw)
    // The whole address with its host: answers may link to themselves.
    const address = addressOf(c.req.url)
    const encoding = chooseEncoding(c.req.header('Accept-Encoding'))
    const question = digestOf(`${encoding} ${address}`)
    const etag = `W/"${digestOf(`${version(c.req.path)} ${address}`)}"`
    const key = `${etag}.${encoding}`
    const kept = shelf.find(question, etag)
    if (holds(c.req.header('If-None-Match'), etag)) {
      const cacheControl = kept?.headers.get('Cache-Control') ?? 'no-cache'
      return new Response(null, {
        status: 304,
        headers: { ETag: etag, Vary: 'Accept-Encoding', 'Cache-Control': cacheControl },
      })
    }
    if (kept) return respond(kept)
    // Nothing may be awaited between looking and taking the place, or all who ask together find it free.
    const making = underWay.get(key)
    const made = making && (await making)
    if (made) return respond(made)
    let settle: (delivery: Delivery | null) => void = () => {}
    underWay.set(
      key,
      new Promise((done) => {
        settle = done
      }),
    )
    try {
      await next()
      if (c.res.status !== 200 && c.res.status !== 204) return
      const delivery = await encode(c, etag, encoding)
      shelf.keep(question, delivery)
      settle(delivery)
      c.res = undefined
      c.res = respond(delivery)
    } finally {
      underWay.delete(key)
      settle(null)
    }
  }
}
