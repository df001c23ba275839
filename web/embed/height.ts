import { EMBED_HEIGHT, type HeightMessage, isHello } from '../../data/model/embed_messages.ts'

/** `*` or origins separated by blanks, as the server wrote them into the page beside the header that says the same. */
const sitesOf = (): readonly string[] =>
  (document.querySelector<HTMLMetaElement>('meta[name="bentang-sites"]')?.content ?? '*').split(' ')

const isAllowed = (origin: string, sites: readonly string[]): boolean =>
  origin !== 'null' && (sites.includes('*') || sites.includes(origin) || origin === location.origin)

/**
 * Tells the page around the widget how tall it is, once that page has said hello from an origin that may frame it. Nobody
 * else's hello counts, and nothing is ever said to everyone.
 */
export const tellHeight = (naturalHeight: () => number): (() => void) => {
  const sites = sitesOf()
  let told: string | null = null
  let last = 0
  const tell = () => {
    const height = Math.ceil(naturalHeight())
    if (told === null || height === last) return
    last = height
    parent.postMessage({ type: EMBED_HEIGHT, v: 1, height } satisfies HeightMessage, told)
  }
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (parent === window || source !== parent || !isAllowed(origin, sites) || !isHello(data)) return
    told = origin
    last = 0
    tell()
  })
  return tell
}
