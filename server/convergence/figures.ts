import { type Code, isWithin } from '../../data/model/codes.ts'
import type { Convergence } from '../../data/model/convergence.ts'
import type { ConvergenceAnswer } from '../../data/model/convergence_answer.ts'
import type { SituatedPlace } from '../places/index.ts'
import type { World } from '../world.ts'

const isInside = (region: Code, { region: whole, places }: Convergence): boolean =>
  region === whole || places.some((place) => isWithin(region, place) || isWithin(place, region))

/** What was reported of the area, topics that do not agree first, and the same counted here. */
export const figuresOf = (
  programme: Convergence,
  places: readonly SituatedPlace[],
  { everyone, geography }: World,
): Pick<ConvergenceAnswer, 'figures' | 'counted'> => {
  const figures = everyone.all('figure').filter(({ region }) => isInside(region, programme))
  const topics = [...new Set(figures.map(({ topic }) => topic))].map((topic) => {
    const same = figures.filter((one) => one.topic === topic).sort((a, b) => a.asOf.localeCompare(b.asOf))
    return { topic, differs: new Set(same.map(({ value, unit }) => `${value} ${unit}`)).size > 1, figures: same }
  })
  const villages = new Set(places.filter(({ island }) => !island).map(({ code }) => code))
  const islands = geography.within(programme.region, 'island').filter(({ village }) => village && villages.has(village))
  return {
    figures: topics.sort((a, b) => Number(b.differs) - Number(a.differs)),
    counted: {
      islands: islands.length,
      inhabited: islands.filter(({ island }) => island?.populated).length,
      landHa: places.reduce((sum, { island, areaHa }) => sum + (island ? 0 : areaHa), 0),
    },
  }
}
