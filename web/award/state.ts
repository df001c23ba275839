import { useMemo } from 'react'
import { type AwardWeights, formatAwardWeights, parseAwardWeights } from '../../data/model/award_weights.ts'
import { rewriteSearch, useSearch } from '../useView.ts'
import { VIEW_NAMES } from '../view.ts'

/** What the screen of the award keeps in the address beside region and period, which are those of the view. */
export type AwardView = {
  /** Whose dossier is open. */
  readonly partner: string | null
  /** In place of the configured weights. */
  readonly weights: AwardWeights | null
}

const ID = /^[a-z0-9][a-z0-9._-]{0,79}$/

/** Never fails: what cannot be read is as if it were not there. */
export const parseAward = (search: string): AwardView => {
  const given = new URLSearchParams(search)
  const partner = given.get('partner')
  return {
    partner: partner !== null && ID.test(partner) ? partner : null,
    weights: parseAwardWeights(given.get('weights') ?? ''),
  }
}

/** The search with another state in it; what belongs to the view stays as it is. */
export const formatAward = (search: string, { partner, weights }: AwardView): string => {
  const kept = [...new URLSearchParams(search)].filter(([name]) => VIEW_NAMES.has(name))
  const parameters = new URLSearchParams(kept)
  if (partner !== null) parameters.set('partner', partner)
  if (weights !== null) parameters.set('weights', formatAwardWeights(weights))
  const text = parameters.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
  return text && `?${text}`
}

/** What the hand slides through makes no step in the history. */
export const changeAward = (change: Partial<AwardView>, isStep = true): void => {
  const { search } = location
  rewriteSearch(formatAward(search, { ...parseAward(search), ...change }), isStep)
}

export const useAward = (): AwardView => {
  const search = useSearch()
  return useMemo(() => parseAward(search), [search])
}
