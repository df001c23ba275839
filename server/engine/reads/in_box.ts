import type { Polygon } from 'geojson'
import type { Code } from '../../../data/model/codes.ts'
import type { Box } from '../locate.ts'
import { unitBoxOf } from '../site_index.ts'
import { createGathering, sitesNaming } from './gathering.ts'
import type { Holding } from './holding.ts'
import { slotsInArea } from './in_area.ts'
import type { Sieve } from './sieve.ts'

const NOWHERE: ReadonlySet<Code> = new Set()

/**
 * Activities with a site whose own box meets the given one (degrees; west is not east of east), or that names one of the
 * places that `codes` says it reaches. As rising slots.
 */
export const slotsInBox = (
  box: Box,
  sieve: Sieve,
  { register, sites }: Holding,
  codes: ReadonlySet<Code> = NOWHERE,
): number[] => {
  const gathering = createGathering(sieve, register)
  gathering.take(sitesNaming(codes, register))
  gathering.take(sites.inBox(unitBoxOf(box)))
  return gathering.slots()
}

export const idsInBox = (...asked: Parameters<typeof slotsInBox>): string[] =>
  slotsInBox(...asked).map(asked[2].register.idOf)

const polygonOf = ([west, south, east, north]: Box): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})

/** The same for activities whose points, lines or areas themselves meet the box. */
export const slotsReachingBox = (box: Box, ...asked: [Sieve, Holding, ReadonlySet<Code>?]): number[] =>
  slotsInArea(polygonOf(box), ...asked)

export const idsReachingBox = (...asked: Parameters<typeof slotsReachingBox>): string[] =>
  slotsReachingBox(...asked).map(asked[2].register.idOf)

/** How many activities pass, in a box or of all; without a box every activity is looked at. */
export const count = (sieve: Sieve, holding: Holding, box?: Box): number => {
  if (box) return slotsInBox(box, sieve, holding).length
  let passing = 0
  for (const slot of holding.register.slots()) if (sieve(slot)) passing += 1
  return passing
}
