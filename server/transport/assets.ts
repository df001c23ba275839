import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { chooseEncoding, compress, type Encoding, isCompressible } from './encoding.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** For what the build did not press: once per process, as hard as a first visitor's patience allows. */
const QUALITY = 9
/** The build leaves the hardest pressing beside each file (see scripts/press.mjs). */
const PRESSED = '.br'
const FOREVER = 'public, max-age=31536000, immutable'
/** Vite writes a content hash into the names under assets/. */
const HASHED = /^(?:\/embed)?\/assets\/.+-[\w-]{8,}\.\w+$/

/**
 * The files of a folder, found by exact name from a list made at the start: no path outside it can be asked for.
 * Null when there is no such file.
 */
export const createAssets = (folder: string, only: (path: string) => boolean = () => true) => {
  const paths = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath.slice(folder.length)}/${entry.name}`.replaceAll('\\', '/'))
      .filter((path) => only(path.endsWith(PRESSED) ? path.slice(0, -PRESSED.length) : path)),
  )
  const encoded = new Map<string, Promise<{ body: Uint8Array<ArrayBuffer>; etag: string; encoding: Encoding }>>()

  const load = async (path: string, wanted: Encoding) => {
    const bytes = new Uint8Array(await readFile(join(folder, path)))
    const encoding = isCompressible(TYPES[extname(path)] ?? '', bytes.byteLength) ? wanted : 'identity'
    const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const pressed = encoding === 'br' && paths.has(path + PRESSED)
    const body = pressed
      ? new Uint8Array(await readFile(join(folder, path + PRESSED)))
      : await compress(bytes, encoding, QUALITY)
    return { body, etag, encoding }
  }

  return {
    has: (path: string): boolean => paths.has(path) && !path.endsWith(PRESSED),
    async find(path: string, request: Request, status = 200): Promise<Response | null> {
      if (!paths.has(path) || path.endsWith(PRESSED)) return null
      const wanted = chooseEncoding(request.headers.get('Accept-Encoding') ?? undefined)
      const key = `${wanted} ${path}`
      const loading = encoded.get(key) ?? load(path, wanted)
      encoded.set(key, loading)
      loading.catch(() => encoded.delete(key))
      const { body, etag, encoding } = await loading
      const headers = {
        'Cache-Control': HASHED.test(path) ? FOREVER : 'no-cache',
        'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
        ETag: etag,
        Vary: 'Accept-Encoding',
        ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      }
      if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304, headers })
      return new Response(body, { status, headers: { ...headers, 'Content-Length': `${body.byteLength}` } })
    },
  }
}
