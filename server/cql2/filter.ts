import { type Judged, type Reading, readPredicate } from './predicate.ts'
import type { Queryables } from './queryables.ts'
import { type HeldGeometry, openSpatial } from './spatial.ts'

export type Filter = {
  /** Whether the filter is true of a feature; unknown is no. */
  passes(feature: Judged): boolean
  release(): void
}

/**
 * What all the expressions say together of features of one collection (CQL2, OGC 21-065r2), judged in memory and never handed
 * to a database. Release it after use.
 */
export const openFilter = async (
  expressions: readonly unknown[],
  queryables: Queryables,
  toDegrees: Reading['toDegrees'] = (geometry) => geometry,
): Promise<Filter> => {
  const spatial = await openSpatial()
  const held: HeldGeometry[] = []
  const release = () => {
    for (const one of held) one.release()
  }
  const keep = (one: HeldGeometry) => {
    held.push(one)
    return one
  }
  try {
    const predicates = expressions.map((one) => readPredicate(one, { queryables, spatial, toDegrees, keep }))
    return { passes: (feature) => predicates.every((predicate) => predicate(feature) === true), release }
  } catch (error) {
    release()
    throw error
  }
}
