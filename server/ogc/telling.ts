import { languageOf } from '../problems.ts'
import type { SeenAt } from '../routes/router.ts'
import type { Link } from './collections.ts'
import type { Told } from './pages.ts'
import type { Asked } from './parameters.ts'

export const OGC_PATH = '/ogc'
export const OGC_CACHE = { 'Cache-Control': 'public, max-age=60', Vary: 'Accept, Accept-Language' }

/** How every address under `/ogc` tells of itself: in whose words, where its siblings are, and as a page. */
export const createTelling = (seenAt: SeenAt) => {
  const rootOf = (c: Asked): string => `${seenAt(c.req.url).origin}${OGC_PATH}`
  return {
    rootOf,
    toldOf(c: Asked): Told {
      const language = languageOf(new URL(c.req.url), c.req.header('Accept-Language'))
      const other = seenAt(c.req.url)
      other.searchParams.set('lang', language === 'id' ? 'en' : 'id')
      other.searchParams.set('f', 'html')
      return { language, root: rootOf(c), other: other.href }
    },
    selfLinks(c: Asked, type: string): Link[] {
      const page = seenAt(c.req.url)
      page.searchParams.set('f', 'html')
      return [
        { rel: 'self', type, href: seenAt(c.req.url).href },
        { rel: 'alternate', type: 'text/html', href: page.href },
      ]
    },
    page: (c: Asked, text: string) => c.html(text, 200, OGC_CACHE),
  }
}
