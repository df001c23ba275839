import { useSyncExternalStore } from 'react'
import type { CoverageAnswer, CoverageUnit } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { newId } from '../edit/new_id.ts'
import { formatView, type View } from '../view.ts'

/** What the question of a view was answered with when somebody last looked at it. */
export type Seen = {
  /** ISO time of the journal entry that the answer stood on. */
  readonly time: string
  /** Units that wore the asked verdict. */
  readonly codes: readonly Code[]
}

export type SavedView = {
  readonly id: string
  readonly name: string
  /** As it stands in the address, with the question in full: what is usual today may not be tomorrow. */
  readonly search: string
  readonly seen: Seen
}

/** More than one person keeps an eye on. */
export const MOST_SAVED = 50
export const LONGEST_NAME = 120
const KEY = 'bentang.saved'

/** Without what belongs to the reader and the moment: language, palette, and a draft under way. */
export const searchOf = (view: View): string => {
  const parameters = new URLSearchParams(formatView({ ...view, edit: null }))
  for (const name of ['lang', 'palette']) parameters.delete(name)
  const { region, theme, level, ask } = view
  const question = { region, theme, period: formatPeriod(view.period), level, ask }
  for (const [name, value] of Object.entries(question)) parameters.set(name, value)
  return `?${parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')}`
}

export const seenOf = ({ units, asOf }: Pick<CoverageAnswer, 'units' | 'asOf'>, ask: View['ask']): Seen => ({
  time: asOf.time,
  codes: units.filter(({ verdict }) => verdict.kind === ask).map(({ code }) => code),
})

/** Which units wear the asked verdict now and did not then, and the other way round. */
export const changeSince = (
  { codes }: Pick<Seen, 'codes'>,
  { units }: Pick<CoverageAnswer, 'units'>,
  ask: View['ask'],
): { readonly added: readonly CoverageUnit[]; readonly gone: readonly CoverageUnit[] } => {
  const before = new Set(codes)
  return {
    added: units.filter(({ code, verdict }) => verdict.kind === ask && !before.has(code)),
    gone: units.filter(({ code, verdict }) => verdict.kind !== ask && before.has(code)),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const readSaved = (given: unknown): readonly SavedView[] => {
  const { id, name, search, seen } = (given ?? {}) as Partial<SavedView>
  const { time, codes } = (seen ?? {}) as Partial<Seen>
  const isWhole = [id, name, search, time].every(isText) && Array.isArray(codes) && codes.every(isText)
  return isWhole && !Number.isNaN(Date.parse(time!)) ? [given as SavedView] : []
}

/** Never fails: an entry that cannot be read is left out, the others stand. */
export const parseSaved = (text: string | null): readonly SavedView[] => {
  try {
    const given: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(given) ? given.flatMap(readSaved).slice(0, MOST_SAVED) : []
  } catch {
    return []
  }
}

const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

let shelf: readonly SavedView[] | null = null
const listeners = new Set<() => void>()
const read = (): readonly SavedView[] => {
  shelf ??= parseSaved(stored())
  return shelf
}

const tellAll = () => {
  for (const tell of listeners) tell()
}

/** False where the device keeps nothing: the shelf is then as it was. */
const change = (next: readonly SavedView[]): boolean => {
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    return false
  }
  shelf = next
  tellAll()
  return true
}

const subscribe = (tell: () => void) => {
  // Another tab of the same device.
  const heard = ({ key }: StorageEvent) => {
    if (key !== KEY && key !== null) return
    shelf = null
    tellAll()
  }
  listeners.add(tell)
  addEventListener('storage', heard)
  return () => {
    listeners.delete(tell)
    removeEventListener('storage', heard)
  }
}

/** The newest first. */
export const useSaved = (): readonly SavedView[] => useSyncExternalStore(subscribe, read)

export const save = (name: string, view: View, coverage: CoverageAnswer): boolean =>
  change([{ id: newId(), name: name.trim(), search: searchOf(view), seen: seenOf(coverage, view.ask) }, ...read()])

export const rename = (id: string, name: string): boolean =>
  change(read().map((one) => (one.id === id ? { ...one, name: name.trim() } : one)))

export const see = (id: string, seen: Seen): boolean =>
  change(read().map((one) => (one.id === id ? { ...one, seen } : one)))

/** Leaves it out and gives back how to put it where it was. */
export const remove = (id: string): (() => void) => {
  const before = read()
  const at = before.findIndex((one) => one.id === id)
  const removed = before[at]
  change(before.filter((one) => one.id !== id))
  return () => {
    if (removed) change(read().toSpliced(at, 0, removed))
  }
}
