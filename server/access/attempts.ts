import { Refusal } from '../problems.ts'
import type { Sender } from './sender.ts'

/** Guesses that are still allowed, counted by whom they are aimed at and where they come from. */
export type Attempts = {
  /** Counts one more before it is known how it ends, so that many at once are no way around; refuses with 429. */
  begin(account: string, sender: Sender): void
  /** It was no guess: it does not count. */
  forgive(account: string, sender: Sender): void
  /** Drops what counts no longer; how many counts are left. */
  forgetOver(): number
}

/** For so long a guess counts, and its address is known. */
export const ATTEMPTS_MS = 15 * 60_000
/** For one account from one address; for one account from everywhere; for all accounts from one address, which may be a whole office. */
const LIMITS = { pair: 10, account: 40, address: 120 } as const
const MOST_KEPT = 20_000

type Bucket = { count: number; readonly sinceMs: number }

const wait = (seconds: number): Refusal => {
  const minutes = Math.ceil(seconds / 60)
  return new Refusal(
    'too-many',
    {
      id: `Terlalu banyak percobaan. Tunggu ${minutes} menit lalu coba lagi.`,
      en: `Too many attempts. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
    },
    { 'Retry-After': `${seconds}` },
  )
}

/** `clockMs` runs evenly, whatever is done to the clock on the wall. */
export const createAttempts = (clockMs: () => number = () => performance.now()): Attempts => {
  const buckets = new Map<string, Bucket>()

  const keysOf = (
    account: string,
    { address, isShared }: Sender,
  ): readonly (readonly [key: string, limit: number])[] => [
    [`pair ${account} ${address}`, LIMITS.pair],
    [`account ${account}`, LIMITS.account],
    ...(isShared ? [] : [[`address ${address}`, LIMITS.address] as const]),
  ]

  const forgetOver = (): number => {
    const nowMs = clockMs()
    for (const [key, { sinceMs }] of buckets) if (nowMs - sinceMs >= ATTEMPTS_MS) buckets.delete(key)
    return buckets.size
  }

  const prune = (): void => {
    if (buckets.size <= MOST_KEPT || forgetOver() <= MOST_KEPT) return
    for (const key of buckets.keys()) {
      if (buckets.size <= MOST_KEPT) break
      buckets.delete(key)
    }
  }

  const openBucket = (key: string, nowMs: number): Bucket => {
    const known = buckets.get(key)
    if (known && nowMs - known.sinceMs < ATTEMPTS_MS) return known
    const fresh = { count: 0, sinceMs: nowMs }
    buckets.delete(key)
    buckets.set(key, fresh)
    return fresh
  }

  return {
    forgetOver,
    begin(account, sender) {
      const nowMs = clockMs()
      prune()
      const open = keysOf(account, sender).map(([key, limit]) => ({ bucket: openBucket(key, nowMs), limit }))
      const full = open.find(({ bucket, limit }) => bucket.count >= limit)
      if (full) throw wait(Math.ceil((full.bucket.sinceMs + ATTEMPTS_MS - nowMs) / 1000))
      for (const { bucket } of open) bucket.count += 1
    },
    forgive(account, sender) {
      for (const [key] of keysOf(account, sender)) {
        const bucket = buckets.get(key)
        if (bucket) bucket.count = Math.max(0, bucket.count - 1)
      }
    },
  }
}
