/** Counting what is kept takes longer than keeping it: it is done once in so many times. */
const EVERY = 100

/** Keeps a cache at no more than about `most` answers: the oldest go first. */
export const boundKeys = (cacheName: string, most: number) => {
  let times = 0
  return {
    cacheDidUpdate: async () => {
      times += 1
      if (times % EVERY !== 0) return
      const cache = await caches.open(cacheName)
      const keys = await cache.keys()
      await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)))
    },
  }
}
