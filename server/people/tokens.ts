import type { Scope } from '../../data/model/person.ts'
import type { TokenMade, TokenSummary } from '../../data/model/work.ts'
import { notFound, Refusal } from '../problems.ts'
import type { Person, Token } from './private_state.ts'
import type { PrivateStore } from './private_store.ts'
import { digestOf, newId, newSecret } from './secrets.ts'
import { CLOCK_SLACK_MS } from './sessions.ts'

/** Recognisable by the scanners that look for secrets where they should not lie. */
export const TOKEN_PREFIX = 'bt_'
const DAY_MS = 86_400_000
const MOST = 20

const UNKNOWN = {
  id: 'Token ini tidak ada atau sudah dicabut. Daftarnya ada di /account.',
  en: 'There is no such token, or it was revoked. The list is at /account.',
}
const ENOUGH = {
  id: `Paling banyak ${MOST} token. Cabut dahulu yang tidak dipakai.`,
  en: `There are at most ${MOST} tokens. Revoke those that are not used first.`,
}

export type Tokens = {
  /** The token and its person while both hold. */
  find(secret: string): { readonly token: Token; readonly person: Person } | null
  /** Its secret is in this answer and nowhere else. */
  make(person: string, given: { name: string; scopes: readonly Scope[]; days: number }): Promise<TokenMade>
  list(person: string): readonly TokenSummary[]
  /** Takes those off the disk that have been over for so long. */
  forgetOver(keptMs: number): Promise<void>
  revoke(person: string, id: string): Promise<void>
}

export const createTokens = (store: PrivateStore, now: () => Date): Tokens => {
  const summaryOf = ({ id, name, scopes, created, lastSeen, expires }: Token): TokenSummary => ({
    id,
    name,
    scopes,
    created,
    lastUsed: store.lastSeen(id) ?? lastSeen,
    expires,
  })
  const isOpen = ({ created, expires }: Token): boolean => {
    const nowMs = now().getTime()
    return nowMs >= Date.parse(created) - CLOCK_SLACK_MS && nowMs < Date.parse(expires)
  }
  const ownerOf = ({ person }: Token) => store.state().people.find(({ id, isDisabled }) => id === person && !isDisabled)
  return {
    find(secret) {
      const digest = secret.startsWith(TOKEN_PREFIX) ? digestOf(secret) : null
      const token = store.state().tokens.find((one) => one.digest === digest)
      const person = token && isOpen(token) ? ownerOf(token) : undefined
      if (!token || !person) return null
      store.see(token.id, now().toISOString())
      return { token, person }
    },
    forgetOver: (keptMs) =>
      store.change((state) => {
        const isForgotten = ({ expires }: Token) => now().getTime() >= Date.parse(expires) + keptMs
        if (!state.tokens.some(isForgotten)) return [state, undefined]
        return [{ ...state, tokens: state.tokens.filter((one) => !isForgotten(one)) }, undefined]
      }),
    async make(person, { name, scopes, days }) {
      const secret = `${TOKEN_PREFIX}${newSecret()}`
      const created = now()
      const token: Token = {
        id: newId('t'),
        person,
        digest: digestOf(secret),
        name,
        scopes: [...new Set(scopes)],
        created: created.toISOString(),
        lastSeen: null,
        expires: new Date(created.getTime() + days * DAY_MS).toISOString(),
      }
      await store.change((state) => {
        // Those that ran out make room.
        const others = state.tokens.filter((one) => one.person !== person || isOpen(one))
        if (others.filter((one) => one.person === person).length >= MOST) throw new Refusal('conflict', ENOUGH)
        return [{ ...state, tokens: [...others, token] }, undefined]
      })
      return { ...summaryOf(token), token: secret }
    },
    list: (person) =>
      store
        .state()
        .tokens.filter((one) => one.person === person)
        .map(summaryOf),
    revoke: (person, id) =>
      store.change((state) => {
        const tokens = state.tokens.filter((one) => one.person !== person || one.id !== id)
        if (tokens.length === state.tokens.length) throw notFound(UNKNOWN)
        return [{ ...state, tokens }, undefined]
      }),
  }
}
