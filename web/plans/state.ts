import { useMemo } from 'react'
import { ACTION_FLAGS, type ActionFlag } from '../../data/model/plan_figures.ts'
import { rewriteSearch, useSearch } from '../useView.ts'

export const FACES = ['table', 'timeline', 'map'] as const
export type Face = (typeof FACES)[number]

/** What the screen of plans keeps in the address. */
export type PlanView = {
  readonly region: string | null
  readonly party: string | null
  /** The plan that is open, or the zone whose plan it is. */
  readonly id: string | null
  readonly face: Face
  /** The action that is chosen, the same in all three views. */
  readonly action: string | null
  readonly only: ActionFlag | null
  readonly isNew: boolean
}

/** Their names in the address: other than those of a map view, which stay as they are. */
const NAMES: { readonly [K in keyof PlanView]: string } = {
  region: 'where',
  party: 'with',
  id: 'id',
  face: 'as',
  action: 'action',
  only: 'only',
  isNew: 'new',
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null

export const parsePlanView = (search: string): PlanView => {
  const given = new URLSearchParams(search)
  const text = (key: keyof PlanView) => given.get(NAMES[key]) || null
  return {
    region: text('region'),
    party: text('party'),
    id: text('id'),
    face: oneOf(FACES, text('face')) ?? 'table',
    action: text('action'),
    only: oneOf(ACTION_FLAGS, text('only')),
    isNew: text('isNew') !== null,
  }
}

export const planSearch = (search: string, change: Partial<PlanView>): string => {
  const next = { ...parsePlanView(search), ...change }
  const written: { readonly [K in keyof PlanView]: string | null } = {
    ...next,
    face: next.face === 'table' ? null : next.face,
    isNew: next.isNew ? '1' : null,
  }
  const given = new URLSearchParams(search)
  for (const [key, name] of Object.entries(NAMES)) {
    const value = written[key as keyof PlanView]
    if (value) given.set(name, value)
    else given.delete(name)
  }
  const text = given.toString()
  return text ? `?${text}` : ''
}

export const usePlanView = (): PlanView => {
  const search = useSearch()
  return useMemo(() => parsePlanView(search), [search])
}

/** Choosing an action makes no step in the history; opening a plan or a view does. */
export const changePlanView = (change: Partial<PlanView>): void => {
  const isStep = Object.keys(change).some((key) => key !== 'action')
  rewriteSearch(planSearch(location.search, change), isStep)
}
