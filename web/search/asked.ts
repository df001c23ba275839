import type { ContextAnswer, CoverageAnswer, SearchHit } from '../../data/model/answers.ts'
import { isWithin } from '../../data/model/codes.ts'
import { countVerdicts } from '../../data/model/verdict.ts'
import type { Worded } from '../../data/view/worded.ts'
import { closeAnalysis } from '../analysis/open.ts'
import type { View } from '../view.ts'
import { goTo } from './goTo.ts'

/** From the widest to the narrowest: of two places with one name the wider is meant. */
const PLACES: readonly SearchHit['kind'][] = ['region', 'regency', 'district', 'island', 'village']

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The place that is meant by the words left over: the one of exactly that name, else the best hit that is a place. */
export const placeAmong = (hits: readonly SearchHit[], sought: string): SearchHit | null => {
  const places = hits.filter(({ kind }) => PLACES.includes(kind))
  const [exact] = places
    .filter(({ id, title }) => [id, plain(title)].includes(plain(sought)))
    .toSorted((a, b) => PLACES.indexOf(a.kind) - PLACES.indexOf(b.kind))
  return exact ?? places[0] ?? null
}

/** The view that shows the answer to a worded question; what it does not name stays as it is. */
export const viewOf = (
  view: View,
  { theme, ask, period, level }: Worded,
  place: SearchHit | null,
  { regencies }: Pick<ContextAnswer, 'regencies'>,
): View => {
  const there = place
    ? goTo(
        view,
        place,
        regencies.map(({ code }) => code),
      )
    : view
  const own = place?.kind === 'island' ? 'island' : view.level === 'island' ? 'village' : view.level
  return {
    ...closeAnalysis(there),
    theme: theme ?? view.theme,
    ask: ask ?? view.ask,
    period: period ?? view.period,
    level: level ?? (place ? own : view.level),
    only: [],
    area: null,
  }
}

/** The answer for a place inside the region, or the whole of it where none of its units lies there. */
export const answerWithin = (
  coverage: CoverageAnswer,
  place: SearchHit | null,
): Pick<CoverageAnswer, 'counts' | 'targeted' | 'denominator' | 'units'> => {
  const units = coverage.units.filter(({ code }) => place && isWithin(code, place.id))
  if (units.length === 0) return coverage
  return {
    counts: countVerdicts(units.map(({ verdict }) => verdict)),
    targeted: units.filter(({ targets }) => targets.length > 0).length,
    denominator: units.length,
    units,
  }
}
