import type { RouteMatchCallbackOptions } from 'workbox-core'

type Asked = Pick<RouteMatchCallbackOptions, 'request' | 'sameOrigin' | 'url'>

/** Addresses of their own: they are not the client, or must not be touched by anything that remembers. */
const NO_PAGES = /^\/(api|tiles|docs|embed|ogc|healthz)(\/|$)/

export const isPage = ({ request, sameOrigin, url }: Asked): boolean =>
  sameOrigin && request.mode === 'navigate' && !NO_PAGES.test(url.pathname)

export const isTile = ({ sameOrigin, url }: Asked): boolean =>
  sameOrigin && /^\/tiles\/[^/]+\/\d+\/\d+\/\d+$/.test(url.pathname)

/** The data version in an address lets a map ask past older tiles; what is kept is the newest one there was. */
export const keyOfTile = (address: string): string => {
  const url = new URL(address)
  url.searchParams.delete('v')
  return url.href
}

/** What the screens that work without a network ask for; nothing about people, and nothing of the review. */
const KEPT =
  /^\/api\/(session|context|coverage(\/years)?|explanation|search|matches|places\/[^/]+|records\/[a-z]+\/[^/]+|profile\/[^/]+|work\/records(\/[a-z]+\/[^/]+)?)$/

/** Whoever asks for the server itself (`no-store`) gets the server itself. */
export const isKeptAnswer = ({ request, sameOrigin, url }: Asked): boolean =>
  sameOrigin && request.cache !== 'no-store' && KEPT.test(url.pathname)

export const changesWhoIsSignedIn = ({ sameOrigin, url }: Asked): boolean =>
  sameOrigin && /^\/api\/(sessions?(\/[^/]+)?|invitations\/accept|account\/erase)$/.test(url.pathname)
