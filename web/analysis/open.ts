import type { RegencySummary } from '../../data/model/answers.ts'
import { type Code, isWithin, parentOf } from '../../data/model/codes.ts'
import type { View } from '../view.ts'
import { CORRIDOR_KM } from './keys.ts'

export const closeAnalysis = (view: View): View => ({ ...view, pairs: null, compare: null, corridor: null })

/** An analysis speaks of all its units: what the legend had left out comes back. */
const cleared = (view: View): View => ({ ...closeAnalysis(view), only: [], table: false })

export const openPairs = (view: View): View => ({ ...cleared(view), ask: 'overlap', pairs: { of: null, chosen: null } })

/** One year is held against the one before it; of a range of years the last. */
export const openComparison = (view: View): View => ({
  ...cleared(view),
  period: { from: view.period.to, to: view.period.to },
  compare: { kind: 'year', year: view.period.to - 1 },
})

/** Two regencies are shown by the province they share; of two provinces, the first one's own. */
const regionOf = (a: Code, b: Code): Code => {
  const province = parentOf(a)
  return province !== null && isWithin(b, province) ? province : a
}

export const openCorridor = (view: View, [a, b]: readonly [Code, Code], km: number = CORRIDOR_KM.usual): View => ({
  ...cleared(view),
  region: regionOf(a, b),
  level: 'village',
  camera: null,
  selection: null,
  corridor: { a, b, km },
})

type Boxed = Pick<RegencySummary, 'code' | 'bbox'>

const touch = ({ bbox: a }: Boxed, { bbox: b }: Boxed): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/** Regencies that may share a border, those of the asked region first; null where no two come near. */
export const neighboursOf = (regencies: readonly Boxed[], region: Code): readonly [Code, Code] | null => {
  const pairs = regencies.flatMap((one, index) =>
    regencies
      .slice(index + 1)
      .filter((other) => touch(one, other))
      .map((other) => [one.code, other.code] as const),
  )
  const own = pairs.find(([a, b]) => isWithin(region, a) || isWithin(region, b)) ?? pairs[0]
  return own && isWithin(region, own[1]) ? [own[1], own[0]] : (own ?? null)
}
