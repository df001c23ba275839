import type { MatchSources } from './engine/matches.ts'
import type { World } from './world.ts'

/** What matching reads, as everyone may know it; `today` is an ISO date. */
export const sourcesOf = ({ geography, everyone, themes, urusan }: World, today: string): MatchSources => ({
  engine: everyone.engine,
  findPlace: geography.find,
  organisations: everyone.all('organisation'),
  activities: everyone.all('activity'),
  targets: everyone.all('target'),
  themes,
  urusan,
  today,
})
