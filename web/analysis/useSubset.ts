import { useMemo } from 'react'
import type { CorridorAnswer, CoverageAnswer, OverlapsAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Drawable } from '../../styles/subject.ts'
import type { View } from '../view.ts'
import type { Pairs } from './keys.ts'
import { useChange, useCorridor, useOverlaps } from './queries.ts'

/** Units where the pairs of the list meet: of the chosen pair, of one organisation, or of all. */
export const unitsOfPairs = ({ pairs }: OverlapsAnswer, { of, chosen }: Pairs): readonly Code[] => {
  const meant = pairs.filter(({ a, b }) =>
    chosen ? chosen.includes(a) && chosen.includes(b) : of === null || a === of || b === of,
  )
  return [...new Set(meant.flatMap(({ units }) => units))].sort()
}

const drawnInCorridor = ({ villages }: CorridorAnswer): Drawable['units'] =>
  villages.flatMap(({ code, verdict }) => (verdict ? [{ code, verdict, targets: [] }] : []))

/** Two years can be compared, and one period at two moments; a range of years with one year cannot. */
export const isComparable = ({ compare, period }: Pick<View, 'compare' | 'period'>): boolean =>
  compare?.kind !== 'year' || period.from === period.to

export type Subset = {
  /** Null while no analysis is open, or its answer is on its way. */
  readonly among: readonly Code[] | null
  /** What the map should be moved to: a set that was picked out of a longer list. */
  readonly lookAt: readonly Code[] | null
  /** What the map paints: the units of the analysis with their verdicts; the rest stays pale. */
  readonly drawable: Drawable | undefined
}

/** The units that an open analysis is about, and how the map shows them. */
export const useSubset = (view: View, coverage: CoverageAnswer | undefined): Subset => {
  const { pairs, compare, corridor } = view
  const overlaps = useOverlaps(view, pairs !== null).data
  const change = useChange(view, isComparable(view) ? compare : null).data
  const along = useCorridor(corridor, view).data
  return useMemo(() => {
    const only = (among: readonly Code[], moves: boolean): Subset => {
      const known = new Set(among)
      const units = coverage?.units.filter(({ code }) => known.has(code))
      return { among, lookAt: moves ? among : null, drawable: units && { units } }
    }
    if (corridor && along) {
      const among = along.villages.map(({ code }) => code)
      return { among, lookAt: among, drawable: { units: drawnInCorridor(along) } }
    }
    if (compare && change)
      return only(
        change.units.map(({ code }) => code),
        false,
      )
    if (pairs && overlaps) return only(unitsOfPairs(overlaps, pairs), pairs.chosen !== null)
    return { among: null, lookAt: null, drawable: coverage }
  }, [coverage, pairs, overlaps, compare, change, corridor, along])
}
