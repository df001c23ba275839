import { setImmediate as breathe } from 'node:timers/promises'

/** So many features are written at once: what they are made of is gone before the memory is looked through, more would outlive that. */
const PAGE = 8

/** Pages of a long list, each after the requests of others had their turn; rejects when `signal` fires. */
export async function* pagesOf<T>(items: Iterable<T>, signal: AbortSignal): AsyncGenerator<readonly T[]> {
  let page: T[] = []
  for (const item of items) {
    page.push(item)
    if (page.length < PAGE) continue
    signal.throwIfAborted()
    yield page
    page = []
    await breathe()
  }
  signal.throwIfAborted()
  if (page.length > 0) yield page
}
