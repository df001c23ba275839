import { useSyncExternalStore } from 'react'

/** How it stands with what this device has to send. */
export type OutboxNews = {
  /** Changes that go out by themselves. */
  readonly waiting: number
  /** Changes whose author has to answer. */
  readonly questions: number
  /** Goes up whenever something on this device may have changed. */
  readonly turn: number
}

let news: OutboxNews = { waiting: 0, questions: 0, turn: 0 }
const listeners = new Set<() => void>()

export const tellNews = (waiting: number, questions: number): void => {
  news = { waiting, questions, turn: news.turn + 1 }
  for (const listener of listeners) listener()
}

const follow = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useOutboxNews = (): OutboxNews => useSyncExternalStore(follow, () => news)
