import type { Person, Token } from './private_state.ts'
import type { PrivateStore } from './private_store.ts'
import { digestOf } from './secrets.ts'
import { CLOCK_SLACK_MS } from './sessions.ts'

export const TOKEN_PREFIX = 'bt_'

export type Tokens = {
  /** The token and its person while both hold. */
  find(secret: string): { readonly token: Token; readonly person: Person } | null
  holds(id: string): boolean
}

export const createTokens = (store: PrivateStore, now: () => Date): Tokens => {
  const holds = (id: string): boolean => {
    const token = store.state().tokens.find((one) => one.id === id)
    if (!token) return false
    const nowMs = now().getTime()
    const person = store.state().people.find((one) => one.id === token.person)
    const isOpen = nowMs >= Date.parse(token.created) - CLOCK_SLACK_MS && nowMs < Date.parse(token.expires)
    return isOpen && person !== undefined && !person.isDisabled
  }
  return {
    holds,
    find(secret) {
      if (!secret.startsWith(TOKEN_PREFIX)) return null
      const digest = digestOf(secret)
      const token = store.state().tokens.find((one) => one.digest === digest)
      if (!token || !holds(token.id)) return null
      store.see(token.id, now().toISOString())
      return { token, person: store.state().people.find((one) => one.id === token.person)! }
    },
  }
}
