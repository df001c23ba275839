import type { RegencySummary } from '../../data/model/answers.ts'
import { type Code, isWithin, parentOf } from '../../data/model/codes.ts'
import type { Against, VersusForm } from '../../data/view/versus.ts'
import type { View } from '../view.ts'
import { CORRIDOR_KM } from './keys.ts'

export const closeAnalysis = (view: View): View => ({
  ...view,
  pairs: null,
  compare: null,
  corridor: null,
  versus: null,
  density: null,
})

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

/** A second map beside the question; a scenario is counted by village, of everybody's work. */
export const openVersus = (view: View, against: Against, form: VersusForm = view.versus?.form ?? 'swipe'): View => ({
  ...closeAnalysis(view),
  versus: { against, form },
  ...(against.kind === 'scenario' ? { level: 'village' as const, organisations: [], statuses: [] } : {}),
})

/** Of a question of one year, the year before its own. */
export const openYearVersus = (view: View): View => openVersus(view, { kind: 'year', year: view.period.to - 1 })

type Boxed = Pick<RegencySummary, 'code' | 'bbox'>

const touch = ({ bbox: a }: Boxed, { bbox: b }: Boxed): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/**
 * Regencies that may share a border, of one province first, those of the asked region before others; null where no two
 * come near. Boxes that meet are no proof: the answer says where there is no common border.
 */
export const neighboursOf = (regencies: readonly Boxed[], region: Code): readonly [Code, Code] | null => {
  const asked = ({ code }: Boxed) => isWithin(region, code) || isWithin(code, region)
  const pairs = regencies
    .flatMap((a, index) =>
      regencies.slice(index + 1).map((b) => (asked(b) && !asked(a) ? [b, a] : [a, b]) as [Boxed, Boxed]),
    )
    .filter(([a, b]) => touch(a, b))
  const strange = ([a, b]: readonly [Boxed, Boxed]) =>
    (parentOf(a.code) === parentOf(b.code) ? 0 : 2) + (asked(a) ? 0 : 1)
  const [first] = pairs.toSorted((one, other) => strange(one) - strange(other))
  return first ? [first[0].code, first[1].code] : null
}

/** The middle width, of the theme asked about, over the whole period. */
export const openDensity = (view: View): View => ({
  ...cleared(view),
  selection: null,
  area: null,
  density: { km: 5, allThemes: false, month: null, chosen: null },
})
