import { setTimeout as pause } from 'node:timers/promises'
import { SENDER, type Sender } from './sending.ts'

/** On the public map, and at the sender's desk. */
const PLACES = [`/api/features/activities?organisation=${SENDER}&limit=1`, '/api/work/records?kind=activity&limit=1']

/** The map follows a large batch a moment after its sender was answered. */
const FOLLOWS_MS = 5_000

/** Nobody saw anything between what was there before a batch of so many and all of it. */
export const isWhole = ([before = 0, ...later]: readonly number[], added: number): boolean =>
  later.length === 1 && later[0] === before + added

/**
 * Whoever counts the sender's activities over and over where they are shown, until told to stop and a batch had the time to be
 * followed. For each place every count that was seen, each time it differed from the one before.
 */
export const openCounters = (address: string, { headers }: Pick<Sender, 'headers'>, everyMs: number) => {
  const seen = PLACES.map((): number[] => [])
  let isOpen = true
  const counting = PLACES.map(async (path, at) => {
    for (; isOpen; await pause(everyMs)) {
      const response = await fetch(`${address}${path}`, { headers })
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      const { numberMatched } = (await response.json()) as { numberMatched: number }
      if (seen[at]!.at(-1) !== numberMatched) seen[at]!.push(numberMatched)
    }
  })
  return async (): Promise<readonly (readonly number[])[]> => {
    const deadline = performance.now() + FOLLOWS_MS
    while (seen.some(({ length }) => length < 2) && performance.now() < deadline) await pause(everyMs)
    isOpen = false
    await Promise.all(counting)
    return seen
  }
}
