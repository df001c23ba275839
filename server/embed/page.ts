import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escaped } from '../pages/html.ts'

/** Nothing inline, nothing from elsewhere; the worker is a file of our own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ')

/** The policy of a widget that these origins may frame; our own pages always may, for the preview. */
export const embedPolicy = (sites: readonly string[]): string =>
  `${POLICY}; frame-ancestors ${["'self'", ...sites].join(' ')}`

export type EmbedPage = {
  /** The page for these sites; `discovery` is the address of its oEmbed answer. */
  make(sites: readonly string[], discovery: string): { readonly html: string; readonly etag: string }
}

const MARKED = '<meta name="bentang-sites" content="*" />'
/** The built page of widgets. */
export const openEmbedPage = (webFolder: string): EmbedPage => {
  const built = readFileSync(join(webFolder, 'embed', 'index.html'), 'utf8')
  if (!built.includes(MARKED))
    throw new Error(`The page of widgets has no ${MARKED}; was web/embed/index.html changed?`)
  return {
    make(sites, discovery) {
      const told = `<meta name="bentang-sites" content="${escaped(sites.join(' '))}" />`
      const found = `<link rel="alternate" type="application/json+oembed" href="${escaped(discovery)}" title="Bentang" />`
      const html = built.replace(MARKED, `${told}\n    ${found}`)
      return { html, etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"` }
    },
  }
}
