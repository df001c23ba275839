import { EMBED_HEIGHT, type HeightMessage, isHello } from '../../data/model/embed_messages.ts'

/** `*` or origins separated by blanks, as the server wrote them into the page beside the header that says the same. */
const sitesOf = (): readonly string[] =>
  (document.querySelector<HTMLMetaElement>('meta[name="bentang-sites"]')?.content ?? '*').split(' ')

const isAllowed = (origin: string, sites: readonly string[]): boolean =>
  origin !== 'null' && (sites.includes('*') || sites.includes(origin) || origin === location.origin)

export type Height = {
  /** How tall the widget is, from now on. */
  measure(natural: () => number): void
  tell(): void
}

/**
 * Tells the page around the widget how tall it is, once that page has said hello from an origin that may frame it. Nobody
 * else's hello counts, and nothing is ever said to everyone. Opened before anything is fetched: the hello comes when the page
 * has loaded, which on a slow line is long before there is anything to measure.
 */
export const openHeight = (): Height => {
  const sites = sitesOf()
  let natural: (() => number) | null = null
  let told: string | null = null
  let last = 0
  const tell = () => {
    if (told === null || natural === null) return
    const height = Math.ceil(natural())
    if (height === last) return
    last = height
    parent.postMessage({ type: EMBED_HEIGHT, v: 1, height } satisfies HeightMessage, told)
  }
  addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (parent === window || source !== parent || !isAllowed(origin, sites) || !isHello(data)) return
    told = origin
    last = 0
    tell()
  })
  return {
    measure: (next) => {
      natural = next
    },
    tell,
  }
}
