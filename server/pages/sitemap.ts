import { escaped } from './html.ts'
import type { Site } from './site.ts'

/** Each page once a language, its other language named beside it; `lastmod` is when the data was last changed. */
export const sitemap = (paths: readonly string[], site: Site, time: string): string => {
  const at = (path: string, language: 'id' | 'en') => escaped(`${site.base}${site.pageOf(path, language)}`)
  const links = (path: string) =>
    (['id', 'en'] as const)
      .map((language) => `<xhtml:link rel="alternate" hreflang="${language}" href="${at(path, language)}"/>`)
      .join('')
  const urls = paths.flatMap((path) =>
    (['id', 'en'] as const).map(
      (language) => `<url><loc>${at(path, language)}</loc><lastmod>${time.slice(0, 10)}</lastmod>${links(path)}</url>`,
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`
}

/** Everything that is public may be read; screens of members hold nothing for a search engine. */
export const robots = (base: string, closed: readonly string[] = []): string =>
  [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    ...(closed.length === 0 ? ['Allow: /'] : []),
    '',
    `Sitemap: ${base}/sitemap.xml`,
    '',
  ].join('\n')
