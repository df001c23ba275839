import type { Code } from '../../data/model/codes.ts'
import type { Period } from '../../data/model/period.ts'
import {
  MOST_PLACES,
  readScenario,
  type Scenario,
  type ScenarioChange,
  type ScenarioKind,
} from '../../data/model/scenario.ts'

/** A change that is being written, maybe not whole yet; `at` is its number in the list, null for a new one. */
export type Draft = { readonly at: number | null; readonly change: ScenarioChange }

export const yearsOf = (from: number, to: number) => ({ start: `${from}-01-01`, end: `${to}-12-31` })

type About = { readonly theme: string; readonly period: Period }

export const beginDraft = (kind: ScenarioKind, { theme, period }: About, places: readonly Code[] = []): Draft => {
  const changes: { readonly [K in ScenarioKind]: Extract<ScenarioChange, { kind: K }> } = {
    add: { kind: 'add', organisation: '', theme, places, period: yearsOf(period.from, period.to) },
    move: { kind: 'move', activity: '', places },
    extend: { kind: 'extend', activity: '', period: yearsOf(period.from, period.to) },
    drop: { kind: 'drop', activity: '' },
    bind: { kind: 'bind', parties: [], places },
    unbind: { kind: 'unbind', agreement: '' },
  }
  return { at: null, change: changes[kind] }
}

export const isWhole = ({ change }: Draft): boolean => readScenario({ name: '', changes: [change] }) !== null

/** The changes with the one that is being written, once it is whole. */
export const withDraft = ({ changes }: Scenario, draft: Draft | null): readonly ScenarioChange[] => {
  if (!draft) return changes
  const written = isWhole(draft) ? [draft.change] : []
  return draft.at === null ? [...changes, ...written] : changes.toSpliced(draft.at, 1, ...written)
}

export const placesOf = (change: ScenarioChange): readonly Code[] | null => ('places' in change ? change.places : null)

/** A place put in, or taken out again. */
export const togglePlace = (draft: Draft, code: Code): Draft => {
  const places = placesOf(draft.change)
  if (!places) return draft
  const next = places.includes(code) ? places.filter((one) => one !== code) : [...places, code]
  return next.length > MOST_PLACES ? draft : { ...draft, change: { ...draft.change, places: next } as ScenarioChange }
}
