import type { MatchWeights } from '../data/model/match_weights.ts'
import type { MatchSources } from './engine/matches.ts'
import type { World } from './world.ts'

/** What matching reads, as everyone may know it; `today` is an ISO date; `asked` weighs in place of what is configured. */
export const sourcesOf = (
  { geography, everyone, themes, urusan, weightsOf }: World,
  today: string,
  asked?: MatchWeights,
): MatchSources => ({
  engine: everyone.engine,
  findPlace: geography.find,
  organisations: everyone.all('organisation'),
  activities: everyone.all('activity'),
  targets: everyone.all('target'),
  themes,
  urusan,
  today,
  weightsOf: asked ? () => asked : weightsOf,
})
