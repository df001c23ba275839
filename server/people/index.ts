import type { Words } from '../../data/model/words.ts'
import type { PrivateFile } from './private_file.ts'
import { openPrivateStore, type PrivateStore } from './private_store.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** Everything about people; none of it is in the journal but their ids. */
export type People = {
  readonly store: PrivateStore
  readonly sessions: Sessions
  readonly tokens: Tokens
  /** Who stands behind the id in a journal entry; null when nobody knows any more. */
  nameOf(person: string): string | null
  isTrusted(organisation: string | null): boolean
  /** What an operator should know; empty while all is well. */
  reasons(): readonly Words[]
  close(): Promise<void>
}

export type PeopleOptions = {
  readonly file: PrivateFile
  readonly now: () => Date
  /** Hears of faults that nobody waits for. */
  readonly report?: (error: unknown) => void
}

export const openPeople = async ({ file, now, report }: PeopleOptions): Promise<People> => {
  const store = await openPrivateStore(file, report)
  return {
    store,
    sessions: createSessions(store, now),
    tokens: createTokens(store, now),
    nameOf: (person) => store.state().people.find(({ id }) => id === person)?.name ?? null,
    isTrusted: (organisation) => organisation !== null && store.state().trusted.includes(organisation),
    reasons: () => [store.trouble()].filter((words) => words !== null),
    close: () => store.close(),
  }
}
