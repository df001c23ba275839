import { type Activity, implementersOf, isActive } from '../data/model/activity.ts'
import { type Code, isWithin, levelOf } from '../data/model/codes.ts'
import type { MatchWeights } from '../data/model/match_weights.ts'
import type { ComparedAnswer, ComparedPartner } from '../data/model/matching.ts'
import type { Organisation } from '../data/model/organisation.ts'
import { formatPeriod, type Period } from '../data/model/period.ts'
import { freshnessDays } from '../data/model/record.ts'
import type { Target } from '../data/model/target.ts'
import { createMatcher } from './engine/index.ts'
import { sourcesOf } from './match_sources.ts'
import type { World } from './world.ts'

export type ComparedAsked = {
  readonly target: Target
  readonly organisations: readonly Organisation[]
  readonly region: Code
  readonly period: Period
  readonly weights: MatchWeights | undefined
  /** ISO date. */
  readonly today: string
}

type Working = { readonly activity: Activity; readonly codes: readonly Code[] }

/** What a partner does in the region in the period, each activity once. */
const workingIn = ({ everyone }: World, id: string, { region, period }: ComparedAsked): readonly Working[] =>
  everyone
    .all('activity')
    .filter((activity) => isActive(activity, period) && implementersOf(activity).includes(id))
    .map((activity) => ({
      activity,
      codes: everyone.engine
        .reachedCodes('activity', activity.id)
        .filter((code) => isWithin(code, region) && levelOf(code) === 'village'),
    }))
    .filter(({ codes }) => codes.length > 0)

const statedIn = (working: readonly Working[], read: (activity: Activity) => number | undefined) => {
  const stated = working.flatMap(({ activity }) => read(activity) ?? [])
  return { total: stated.reduce((sum, one) => sum + one, 0), known: stated.length, of: working.length }
}

const agreementsOf = (id: string, { everyone }: World): ComparedPartner['agreements'] =>
  everyone
    .all('agreement')
    .filter(({ parties }) => parties.some((party) => party.id === id))
    .map(({ id: own, title, kind, stage }) => ({ id: own, title, kind, stage }))

const positionsOf = (code: Code, { geography }: World): ComparedPartner['positions'] => {
  const place = geography.find(code)
  return place ? [place.position] : []
}

/** The day somebody last stood by anything of the partner's. */
const freshestDays = (organisation: Organisation, { everyone }: World, today: string): number =>
  Math.min(
    freshnessDays(organisation, today),
    ...everyone
      .all('activity')
      .filter((activity) => implementersOf(activity).includes(organisation.id))
      .map((activity) => freshnessDays(activity, today)),
  )

/** Partners side by side before one target, in the order asked. */
export const comparePartners = (world: World, asked: ComparedAsked): ComparedAnswer => {
  const { everyone, geography } = world
  const { target, region, period, today } = asked
  const reached = everyone.engine.reachedCodes('target', target.id)
  const here = new Set(reached.filter((code) => isWithin(code, region) && levelOf(code) === 'village'))
  const within = reached.every((code) => isWithin(code, region)) ? undefined : region
  const matcher = createMatcher(sourcesOf(world, today, asked.weights))
  const compare = (organisation: Organisation): ComparedPartner => {
    const working = workingIn(world, organisation.id, asked)
    const codes = [...new Set(working.flatMap((one) => one.codes))]
    const { total: totalIdr, ...budget } = statedIn(working, ({ budgetIdr }) => budgetIdr)
    return {
      row: matcher.forPartner(organisation)(target, within).row,
      kind: organisation.kind,
      origin: organisation.origin,
      villagesInPlace: codes.filter((code) => here.has(code)).length,
      villagesInRegion: codes.length,
      activities: working.length,
      ofTheme: working.filter(({ activity }) => activity.themes.includes(target.theme)).length,
      budget: { totalIdr, ...budget },
      beneficiaries: statedIn(working, ({ beneficiaries }) => beneficiaries),
      agreements: agreementsOf(organisation.id, world),
      freshnessDays: freshestDays(organisation, world, today),
      positions: codes.flatMap((code) => positionsOf(code, world)),
    }
  }
  return {
    asOf: everyone.asOf(),
    target: target.id,
    region,
    period: formatPeriod(period),
    bbox: geography.boundsOf(region),
    units: here.size,
    partners: asked.organisations.map(compare),
  }
}
