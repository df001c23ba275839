import { useMemo } from 'react'
import { formatMatchWeights, type MatchWeights, parseMatchWeights } from '../../data/model/match_weights.ts'
import { MOST_COMPARED } from '../../data/model/matching.ts'
import { rewriteSearch, useSearch } from '../useView.ts'
import { VIEW_NAMES } from '../view.ts'

/** What the matching screen keeps in the address beside region and period, which are those of the view. */
export type Matching = {
  /** At most one of the two is asked about. */
  readonly department: string | null
  readonly partner: string | null
  readonly target: string | null
  /** Only targets with a village that has no partner. */
  readonly gaps: boolean
  /** Only targets of this theme. */
  readonly about: string | null
  /** Partners side by side. */
  readonly picked: readonly string[]
  /** In place of the configured weights. */
  readonly weights: MatchWeights | null
  /** All ranked partners, not only the best. */
  readonly all: boolean
  readonly meeting: boolean
  /** The partner that the meeting is about to decide on. */
  readonly chosen: string | null
}

const ID = /^[a-z0-9][a-z0-9._-]{0,79}$/
const idIn = (text: string | null): string | null => (text !== null && ID.test(text) ? text : null)

/** Never fails: what cannot be read is as if it were not there. */
export const parseMatching = (search: string): Matching => {
  const given = new URLSearchParams(search)
  const department = idIn(given.get('department'))
  const picked = (given.get('pick') ?? '').split(',').filter((id) => ID.test(id))
  return {
    department,
    partner: department === null ? idIn(given.get('partner')) : null,
    target: idIn(given.get('target')),
    gaps: given.get('gaps') === '1',
    about: idIn(given.get('about')),
    picked: [...new Set(picked)].slice(0, MOST_COMPARED),
    weights: parseMatchWeights(given.get('weights') ?? ''),
    all: given.get('all') === '1',
    meeting: given.get('meeting') === '1',
    chosen: idIn(given.get('chosen')),
  }
}

/** The search with another state in it; what belongs to the view stays as it is. */
export const formatMatching = (search: string, state: Matching): string => {
  const kept = [...new URLSearchParams(search)].filter(([name]) => VIEW_NAMES.has(name))
  const own: readonly (readonly [string, string | null])[] = [
    ['department', state.department],
    ['partner', state.partner],
    ['target', state.target],
    ['gaps', state.gaps ? '1' : null],
    ['about', state.about],
    ['pick', state.picked.join() || null],
    ['weights', state.weights && formatMatchWeights(state.weights)],
    ['all', state.all ? '1' : null],
    ['meeting', state.meeting ? '1' : null],
    ['chosen', state.chosen],
  ]
  const parameters = new URLSearchParams(kept)
  for (const [name, value] of own) if (value !== null) parameters.set(name, value)
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
  return text && `?${text}`
}

/** What the hand slides through makes no step in the history. */
export const changeMatching = (change: Partial<Matching>, isStep = true): void => {
  const { search } = location
  rewriteSearch(formatMatching(search, { ...parseMatching(search), ...change }), isStep)
}

export const useMatching = (): Matching => {
  const search = useSearch()
  return useMemo(() => parseMatching(search), [search])
}
