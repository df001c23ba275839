import type { Hexagon } from '../../data/model/density.ts'
import type { PointsAnswer } from '../../data/model/points.ts'
import type { Text } from '../text/useText.ts'

/** What the sites of a hexagon reach, the place of most sites first. */
export const placesOf = ({ sites }: Pick<Hexagon, 'sites'>, points: PointsAnswer): readonly string[] => {
  const found = new Map<number, number>()
  for (const site of sites)
    for (const place of points.reached[points.sites.reached[site]!]!) found.set(place, (found.get(place) ?? 0) + 1)
  return [...found].sort(([, a], [, b]) => b - a).map(([place]) => points.places[place]!.name)
}

/** Ids of who carries out what lies in a hexagon, the busiest first. */
export const partnersOf = ({ sites }: Pick<Hexagon, 'sites'>, points: PointsAnswer): readonly string[] => {
  const found = new Map<string, number>()
  for (const row of new Set(sites.map((site) => points.sites.activity[site]!)))
    for (const id of points.organisations[points.activities.organisations[row]!]!)
      found.set(id, (found.get(id) ?? 0) + 1)
  return [...found].sort(([, a], [, b]) => b - a).map(([id]) => id)
}

/** "Asam dan 3 tempat lain" */
export const shortly = (places: readonly string[], { say }: Pick<Text, 'say'>): string => {
  const [first = '', ...rest] = places
  return rest.length === 0 ? first : say('density.places.more', { first, count: rest.length })
}
