import { clientsClaim } from 'workbox-core'
import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { NetworkFirst } from 'workbox-strategies'
import { boundKeys } from './bound_keys.ts'
import { ANSWERS, forgetAnswers, forgetOthers } from './forgetting.ts'
import { changesWhoIsSignedIn, isKeptAnswer, isPage, isTile, keyOfTile } from './kept_paths.ts'

/** Written by the build: every file of the client. */
declare const __CLIENT_FILES__: readonly PrecacheEntry[]

const TILES = 'bentang-tiles'
const MOST_TILES = 8_000
const MOST_ANSWERS = 600

/** A weak network gets this long before what is kept is shown instead. */
const PATIENCE_S = 5
const PAGE_PATIENCE_MS = 4_000

clientsClaim()
cleanupOutdatedCaches()

/** The newest page where there is a network, so that a release is seen at once; the kept one otherwise. */
registerRoute(isPage, async ({ request }) => {
  const fresh = await fetch(request, { signal: AbortSignal.timeout(PAGE_PATIENCE_MS) }).catch(() => null)
  if (fresh && fresh.status < 500) return fresh
  return (await matchPrecache('/index.html')) ?? fresh ?? Response.error()
})

precacheAndRoute([...__CLIENT_FILES__])

/** An empty tile is an answer as well. */
const keepGood = {
  cacheWillUpdate: async ({ response }: { response: Response }) =>
    response.status === 200 || response.status === 204 ? response : null,
}

registerRoute(
  isTile,
  new NetworkFirst({
    cacheName: TILES,
    networkTimeoutSeconds: PATIENCE_S,
    plugins: [
      keepGood,
      { cacheKeyWillBeUsed: async ({ request }) => keyOfTile(request.url) },
      boundKeys(TILES, MOST_TILES),
    ],
  }),
)

registerRoute(
  isKeptAnswer,
  new NetworkFirst({
    cacheName: ANSWERS,
    networkTimeoutSeconds: PATIENCE_S,
    // An answer in the other language is better than none.
    matchOptions: { ignoreVary: true },
    plugins: [forgetOthers, boundKeys(ANSWERS, MOST_ANSWERS)],
  }),
)

for (const method of ['POST', 'DELETE'] as const)
  registerRoute(
    changesWhoIsSignedIn,
    async ({ request }) => {
      const response = await fetch(request)
      if (response.ok) await forgetAnswers()
      return response
    },
    method,
  )
