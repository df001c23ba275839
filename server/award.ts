import { isInForce } from '../data/model/agreement.ts'
import { rankAward } from '../data/model/award.ts'
import type { AwardAnswer, AwardDossier, ToldEvidence } from '../data/model/award_answer.ts'
import type { AwardRecord, EvidenceLine } from '../data/model/award_evidence.ts'
import { AWARD_CRITERIA, AWARD_WEIGHTS, type AwardWeights, awardSharesOf } from '../data/model/award_weights.ts'
import type { AwardFacts, AwardPlace } from '../data/model/award_works.ts'
import { type Code, isWithin } from '../data/model/codes.ts'
import { isPartner } from '../data/model/organisation.ts'
import { formatPeriod, meets, type Period } from '../data/model/period.ts'
import type { World } from './world.ts'

export type AwardAsked = {
  readonly region: Code
  readonly period: Period
  readonly weights: AwardWeights | undefined
  /** Whose dossier is told too. */
  readonly partner: string | undefined
  /** ISO date. */
  readonly today: string
}

const placesIn = ({ everyone, themes }: World, { region, period }: AwardAsked): readonly AwardPlace[] =>
  themes.flatMap(({ id: theme }) =>
    everyone.engine
      .coverage({ region, theme, period, level: 'village' })
      .filter(({ targets, activities }) => targets.length + activities.length > 0)
      .map(({ code, targets, activities, verdict }) => ({ code, theme, targets, activities, verdict: verdict.kind })),
  )

/** What the award is judged from, as everyone may know it. */
export const awardFacts = (world: World, asked: AwardAsked): AwardFacts => {
  const { everyone } = world
  const { region, period, today } = asked
  const reaches = (id: string) => everyone.engine.reachedCodes('activity', id).some((code) => isWithin(code, region))
  return {
    partners: everyone.all('organisation').filter(({ kind }) => isPartner(kind)),
    activities: everyone.all('activity').filter((one) => meets(one.period, period) && reaches(one.id)),
    places: placesIn(world, asked),
    agreements: everyone.all('agreement').filter((one) => isInForce(one, period)),
    period,
    today,
  }
}

type Judged = ReturnType<typeof rankAward>[number]

const titleOf = ({ kind, id }: AwardRecord, { everyone }: World): string => {
  const record = everyone.find(kind, id)?.record
  if (!record) return id
  return 'title' in record ? record.title : record.name
}

const toldOf = (line: EvidenceLine, world: World): ToldEvidence => {
  const { kind, id } = line
  return kind === 'place'
    ? { ...line, title: world.geography.nameOf(id), confirmed: null }
    : {
        ...line,
        title: titleOf({ kind, id }, world),
        confirmed: world.everyone.find(kind, id)?.record.confirmed ?? null,
      }
}

const dossierOf = ({ organisation, evidence }: Judged, world: World): AwardDossier => {
  const through = AWARD_CRITERIA.flatMap((name) => evidence[name].lines.flatMap((line) => line.through))
  return {
    organisation: organisation.id,
    criteria: AWARD_CRITERIA.map((name) => ({
      name,
      lines: evidence[name].lines.map((line) => toldOf(line, world)),
    })),
    titles: Object.fromEntries(through.map((one) => [`${one.kind}/${one.id}`, titleOf(one, world)])),
  }
}

/** The ranking of partners with every figure, and where asked for the dossier of one of them. */
export const answerAward = (world: World, asked: AwardAsked): AwardAnswer => {
  const { region, period, partner, today } = asked
  const used = asked.weights ?? world.awardWeightsOf(region)
  const shares = awardSharesOf(used)
  const facts = awardFacts(world, asked)
  const ranked = rankAward(facts, used)
  const chosen = ranked.find(({ organisation }) => organisation.id === partner)
  return {
    asOf: world.everyone.asOf(),
    region,
    period: formatPeriod(period),
    today,
    weights: AWARD_CRITERIA.map((name) => ({ name, given: used[name], share: shares[name] })),
    weightsFrom: asked.weights ? 'asked' : used === AWARD_WEIGHTS ? 'table' : 'regency',
    partners: facts.partners.length,
    ranking: ranked.map(({ row, organisation: { kind, origin } }) => ({ ...row, kind, origin })),
    dossier: chosen ? dossierOf(chosen, world) : null,
    sample: facts.activities.some(({ origin }) => origin === 'sample'),
  }
}
