import { hash, parseOptions, verify } from '@node-rs/argon2'
import { Refusal } from '../problems.ts'
import { foldPassword } from './password_rules.ts'
import { newSecret } from './secrets.ts'

/** What one hash costs: kibibytes of memory and passes over it. */
export type HashCost = { readonly memoryCost: number; readonly timeCost: number }

/** OWASP's first choice for argon2id, 2024: 19 MiB and two passes, one lane. */
export const USUAL_COST: HashCost = { memoryCost: 19_456, timeCost: 2 }

/** Hashing takes threads that files need too; who waits longer than this queue is asked to come again. */
const AT_ONCE = 2
const QUEUE = 60

const BUSY = {
  id: 'Terlalu banyak orang masuk pada saat yang sama. Coba lagi beberapa detik lagi.',
  en: 'Too many people are signing in at once. Try again in a few seconds.',
}

/** Runs so many of the given works at once, in order; refuses when too many wait. */
const createTurnstile = () => {
  const waiting: (() => void)[] = []
  let inside = 0
  const enter = async (): Promise<void> => {
    if (inside < AT_ONCE) {
      inside += 1
      return
    }
    if (waiting.length >= QUEUE) throw new Refusal('too-many', BUSY, { 'Retry-After': '5' })
    // The place of whoever leaves is handed on.
    await new Promise<void>((next) => waiting.push(next))
  }
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else inside -= 1
  }
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}

export type Passwords = {
  hash(password: string): Promise<string>
  /** False, after the same time, where there is no such person and therefore no hash. */
  matches(encoded: string | null, password: string): Promise<boolean>
  /** Made at another cost than is usual now. */
  isOutdated(encoded: string): boolean
}

/** Argon2id in threads of its own, never on the main one. */
export const createPasswords = (cost: HashCost = USUAL_COST): Passwords => {
  const turn = createTurnstile()
  const options = { ...cost, parallelism: 1 }
  const make = (password: string) => turn(() => hash(foldPassword(password), options))
  // Made ahead: the first stranger must not wait longer than the others.
  const nobody = make(newSecret())
  nobody.catch(() => {})
  return {
    hash: make,
    async matches(encoded, password) {
      const against = encoded ?? (await nobody)
      const isSame = await turn(() => verify(against, foldPassword(password)))
      return isSame && encoded !== null
    },
    isOutdated(encoded) {
      const { memoryCost, timeCost } = parseOptions(encoded)
      return memoryCost !== cost.memoryCost || timeCost !== cost.timeCost
    },
  }
}
