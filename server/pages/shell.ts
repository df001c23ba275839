import { escaped, type Html, html, jsonLd } from './html.ts'
import type { PublicPage } from './page.ts'
import type { Site } from './site.ts'

/** As social sites cut them. */
export const PICTURE = { widthPx: 1200, heightPx: 630 } as const

/** Plain pages without the client's styles: legible on paper, in the dark, and on the narrowest screen. */
export const PLAIN_STYLE =
  '.plain{max-width:52rem;margin:0 auto;padding:1.25rem;font:16px/1.55 Commissioner,system-ui,sans-serif;overflow-wrap:anywhere}.plain h1,.plain h2{font-family:"Source Serif 4",Georgia,serif;line-height:1.25}.plain h1{font-size:1.75rem;margin:.25em 0}.plain h2{font-size:1.2rem;margin:1.5em 0 .4em}.plain nav,.plain footer,.plain header p{font-size:.9rem}.plain footer{border-top:1px solid;margin-top:2rem}.plain dt{font-size:.85rem;margin-top:.6em}.plain dd{margin:0;font-weight:500}.plain dd ul,.plain section ul{margin:.2em 0;padding-left:1.2em}.plain table{border-collapse:collapse;width:100%;display:block;overflow-x:auto;overflow-wrap:break-word}.plain th,.plain td{text-align:left;vertical-align:top;padding:.3em .8em .3em 0;border-bottom:1px solid}.plain a{color:inherit;text-decoration:underline}.plain em{font-style:normal;border:1px solid;border-radius:3px;padding:0 .4em}'

const absolute = (site: Site, address: string): string => `${site.base}${address}`

/** Everything that search engines and social sites read of a page. */
export const headOf = (page: PublicPage, site: Site): Html => {
  const { path, language, title, description, type, data, links = [] } = page
  const at = (one: 'id' | 'en') => absolute(site, site.pageOf(path, one))
  const picture = absolute(site, site.pictureOf(path, language))
  return html`<title>${title === 'Bentang' || path === '/' ? title : `${title} - Bentang`}</title>
<meta name="description" content="${description}" />
<link rel="canonical" href="${at(language)}" />
<link rel="alternate" hreflang="id" href="${at('id')}" />
<link rel="alternate" hreflang="en" href="${at('en')}" />
<link rel="alternate" hreflang="x-default" href="${at('id')}" />
${links.map((one) => html`<link rel="${one.rel}" type="${one.type}" href="${absolute(site, one.href)}" />\n`)}<meta property="og:site_name" content="Bentang" />
<meta property="og:type" content="${type}" />
<meta property="og:title" content="${title}" />
<meta property="og:description" content="${description}" />
<meta property="og:url" content="${at(language)}" />
<meta property="og:locale" content="${language === 'id' ? 'id_ID' : 'en_GB'}" />
<meta property="og:image" content="${picture}" />
<meta property="og:image:type" content="image/png" />
<meta property="og:image:width" content="${PICTURE.widthPx}" />
<meta property="og:image:height" content="${PICTURE.heightPx}" />
<meta property="og:image:alt" content="${title}" />
<meta name="twitter:card" content="summary_large_image" />
<meta name="twitter:title" content="${title}" />
<meta name="twitter:description" content="${description}" />
<meta name="twitter:image" content="${picture}" />
${data.map(jsonLd)}`
}

/** A page of its own, with nothing to run and nothing to fetch. */
export const wholePage = (page: PublicPage, site: Site): string => {
  const document = html`<html lang="${page.language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
${headOf(page, site)}
`
  return `<!doctype html>\n${document.text}<style>body{margin:0}${PLAIN_STYLE}</style>\n</head>\n<body>\n${page.main.text}\n</body>\n</html>\n`
}

const replaceOnce = (text: string, what: RegExp, by: string): string => {
  if (!what.test(text)) throw new Error(`The client's index.html has nothing like ${what}; look at web/index.html.`)
  return text.replace(what, () => by)
}

/**
 * The client's own page with the content of this one in it: `beside` the app where the app stands at once, else in its
 * place until the client takes over.
 */
export const clientPage = (index: string, page: PublicPage, site: Site): string => {
  const beside = page.path === '/'
  const style = `<style>body:has(#app>.plain){overflow:auto}${beside ? '' : PLAIN_STYLE}</style>`
  const head = `${headOf(page, site).text}${style}`
  const named = replaceOnce(index, /<html lang="\w+">/, `<html lang="${escaped(page.language)}">`)
  const bare = replaceOnce(replaceOnce(named, /<title>[^<]*<\/title>/, ''), /<meta name="description"[^>]*>/, '')
  const headed = replaceOnce(bare, /<\/head>/, `${head}\n</head>`)
  if (!beside) return replaceOnce(headed, /<div id="app"><\/div>/, `<div id="app">${page.main.text}</div>`)
  return replaceOnce(
    headed,
    /<noscript>[\s\S]*?<\/noscript>/,
    `<noscript><style>${PLAIN_STYLE}</style>${page.main.text}</noscript>`,
  )
}
