import { useSyncExternalStore } from 'react'
import { LONGEST_NAME, readScenario, type Scenario } from '../../data/model/scenario.ts'

/** What this device keeps: the scenario that is being thought through, and others under their names. */
export type Shelf = { readonly current: Scenario; readonly kept: readonly Scenario[] }

export const EMPTY: Scenario = { name: '', changes: [] }
const KEY = 'bentang.scenarios'
/** As many as a meeting can tell apart. */
const MOST_KEPT = 30

/** Never fails: what cannot be read is as if it were not there. */
export const parseShelf = (text: string | null): Shelf => {
  try {
    const given = JSON.parse(text ?? '{}') as { readonly current?: unknown; readonly kept?: unknown }
    const kept = Array.isArray(given.kept) ? given.kept.flatMap((one) => readScenario(one) ?? []) : []
    return { current: readScenario(given.current) ?? EMPTY, kept: kept.slice(0, MOST_KEPT) }
  } catch {
    return { current: EMPTY, kept: [] }
  }
}

const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

let shelf: Shelf | null = null
const listeners = new Set<() => void>()
const read = (): Shelf => {
  shelf ??= parseShelf(stored())
  return shelf
}

const change = (next: Shelf): void => {
  shelf = next
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // A full or forbidden store: the scenario lives as long as the page.
  }
  for (const tell of listeners) tell()
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}

export const useShelf = (): Shelf => useSyncExternalStore(subscribe, read)

export const changeScenario = (next: Partial<Scenario>): void => {
  const { current, kept } = read()
  change({ current: { ...current, ...next }, kept })
}

/** Under its name, in place of what had that name. */
export const keep = (scenario: Scenario): void => {
  const { current, kept } = read()
  change({ current, kept: [scenario, ...kept.filter(({ name }) => name !== scenario.name)].slice(0, MOST_KEPT) })
}

export const forget = (name: string): void => {
  const { current, kept } = read()
  change({ current, kept: kept.filter((one) => one.name !== name) })
}

const isSame = (one: Scenario, other: Scenario) => JSON.stringify(one.changes) === JSON.stringify(other.changes)

/** Puts another scenario in place of the present one, which is kept where it would be lost; `unnamed` names what has no name. */
export const openScenario = (scenario: Scenario, unnamed: string): void => {
  const { current, kept } = read()
  const isLost = current.changes.length > 0 && ![scenario, ...kept].some((one) => isSame(one, current))
  if (isLost) keep({ ...current, name: freeName(current.name || unnamed, kept) })
  change({ current: scenario, kept: read().kept })
}

/** The name itself, or with the first number that is free. */
export const freeName = (name: string, kept: readonly Scenario[]): string => {
  const isTaken = (text: string) => kept.some((one) => one.name === text)
  const numbered = (at: number) => `${name.slice(0, LONGEST_NAME - 5)} ${at}`
  let at = 2
  while (isTaken(numbered(at))) at += 1
  return isTaken(name) ? numbered(at) : name
}
