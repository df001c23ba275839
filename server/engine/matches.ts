import type { Position } from 'geojson'
import { type Activity, implementersOf } from '../../data/model/activity.ts'
import type { MatchAnswer } from '../../data/model/answers.ts'
import { type Code, isWithin, levelOf } from '../../data/model/codes.ts'
import { type MatchFacts, scoreMatch } from '../../data/model/match.ts'
import type { MatchWeights } from '../../data/model/match_weights.ts'
import { isPartner, type Organisation } from '../../data/model/organisation.ts'
import type { Target } from '../../data/model/target.ts'
import type { Theme } from '../../data/model/theme.ts'
import type { Urusan } from '../../data/model/urusan.ts'
import { findCentre } from './centre.ts'
import { distanceM } from './locate.ts'
import { centresOf, nearestYear, type Track, type TrackSources, trackOf } from './track.ts'

/** What matching reads: the engine for places, the records for the rest. */
export type MatchSources = TrackSources & {
  readonly organisations: Iterable<Organisation>
  readonly activities: Iterable<Activity>
  readonly targets: Iterable<Target>
  readonly themes: readonly Theme[]
  readonly urusan: readonly Urusan[]
  /** How the parts of a score are weighed where a department works. */
  readonly weightsOf: (region: Code | undefined) => MatchWeights
}

type Need = {
  readonly target: Target
  readonly codes: readonly Code[]
  /** Of these, the villages; islands lie in them. */
  readonly villages: readonly Code[]
  readonly centres: readonly Position[]
  readonly weights: MatchWeights
}

const weightsFor = ({ organisation }: Target, { organisations, weightsOf }: MatchSources): MatchWeights =>
  weightsOf([...organisations].find(({ id }) => id === organisation)?.region)

/** The target's places, or only those of them that lie in one place. */
const needOf = (target: Target, sources: MatchSources, within?: Code): Need => {
  const reached = sources.engine.reachedCodes('target', target.id)
  const codes = within ? reached.filter((code) => isWithin(code, within)) : reached
  const drawn = 'geometry' in target.area && !within ? findCentre(target.area.geometry) : null
  const centres = [...centresOf(codes, sources), ...(drawn ? [drawn] : [])]
  const villages = codes.filter((code) => levelOf(code) === 'village')
  return { target, codes, villages, centres, weights: weightsFor(target, sources) }
}

const nearestKm = (from: readonly Position[], to: readonly Position[]): number | null => {
  // Ranked on a local plane, the one pair that wins is measured along the geodesic.
  let nearest = { square: Infinity, a: from[0], b: to[0] }
  for (const a of from) {
    const shrink = Math.cos((a[1]! * Math.PI) / 180)
    for (const b of to) {
      const square = ((a[0]! - b[0]!) * shrink) ** 2 + (a[1]! - b[1]!) ** 2
      if (square < nearest.square) nearest = { square, a, b }
    }
  }
  const { a, b } = nearest
  return a && b ? distanceM(a[0]!, a[1]!, b[0]!, b[1]!) / 1000 : null
}

const factsOf = (partner: Track, need: Need, sources: MatchSources): MatchFacts => {
  const { organisation, themes, delivered, stopped, confirmedDaysAgo } = partner
  const { theme, year } = need.target
  const urusanOf = (id: string): readonly string[] => sources.themes.find((known) => known.id === id)?.urusan ?? []
  const related = new Set([...themes, ...organisation.themes].flatMap(urusanOf))
  const shared = urusanOf(theme).find((id) => related.has(id))
  const affair = sources.urusan.find(({ id }) => id === shared)?.label
  return {
    fit: themes.has(theme) ? 'working' : organisation.themes.includes(theme) ? 'declared' : shared ? 'affair' : 'none',
    theme: sources.themes.find(({ id }) => id === theme)?.label ?? { id: theme, en: theme },
    ...(affair ? { affair } : {}),
    villages: { here: need.villages.filter((code) => partner.codes.has(code)).length, of: need.villages.length },
    distanceKm: need.codes.some((code) => partner.codes.has(code)) ? 0 : nearestKm(partner.centres, need.centres),
    year,
    nearestYear: nearestYear(partner, year),
    delivered,
    stopped,
    confirmedDaysAgo,
  }
}

type Row = MatchAnswer[number]
type Ranked = { readonly row: Row; readonly here: number }

const rankedOf = (partner: Track, need: Need, sources: MatchSources): Ranked => {
  const facts = factsOf(partner, need, sources)
  const row = {
    organisation: partner.organisation.id,
    name: partner.organisation.name,
    target: need.target.id,
    ...scoreMatch(facts, need.weights),
    withoutSites: partner.centres.length === 0 && partner.codes.size === 0,
  }
  return { row, here: facts.villages.here }
}

/** The best first; of two with the same score whoever works in more of the villages. */
const inOrder = (ranked: readonly Ranked[]): readonly Row[] =>
  [...ranked]
    .sort(
      (a, b) =>
        b.row.score - a.row.score ||
        b.here - a.here ||
        (a.row.organisation + a.row.target < b.row.organisation + b.row.target ? -1 : 1),
    )
    .map(({ row }) => row)

const activitiesOf = (organisation: string, activities: readonly Activity[]): Activity[] =>
  activities.filter((activity) => implementersOf(activity).includes(organisation))

/** Ranks with what is known now; what is asked of every partner is found once, however many targets are ranked. */
export const createMatcher = (sources: MatchSources) => {
  let known: readonly Track[] | null = null
  const findPartners = (): readonly Track[] => {
    const byOrganisation = new Map<string, Activity[]>()
    for (const activity of sources.activities)
      for (const id of implementersOf(activity)) {
        const own = byOrganisation.get(id)
        if (own) own.push(activity)
        else byOrganisation.set(id, [activity])
      }
    return [...sources.organisations]
      .filter(({ kind }) => isPartner(kind))
      .map((organisation) => trackOf(organisation, byOrganisation.get(organisation.id) ?? [], sources))
  }
  return {
    /** Every partner, the best match first. With `within`, the target is looked at in one place only. */
    forTarget: (target: Target, within?: Code): MatchAnswer => {
      known ??= findPartners()
      const need = needOf(target, sources, within)
      return inOrder(known.map((partner) => rankedOf(partner, need, sources)))
    },
    /** One partner before many targets, in the order given. */
    forPartner: (organisation: Organisation) => {
      const partner = trackOf(organisation, activitiesOf(organisation.id, [...sources.activities]), sources)
      return (target: Target, within?: Code) => rankedOf(partner, needOf(target, sources, within), sources)
    },
  }
}

/**
 * Every partner, the best match first; departments, villages, ministries and agencies are not partners. With `within`,
 * the target is looked at in one place only: who could serve it here.
 */
export const matchesForTarget = (target: Target, sources: MatchSources, within?: Code): MatchAnswer =>
  createMatcher(sources).forTarget(target, within)

/** Every target due this year or later, the best match first. */
export const matchesForOrganisation = (organisation: Organisation, sources: MatchSources): MatchAnswer => {
  const rowFor = createMatcher(sources).forPartner(organisation)
  return inOrder(
    [...sources.targets]
      .filter(({ year }) => year >= Number(sources.today.slice(0, 4)))
      .map((target) => rowFor(target)),
  )
}
