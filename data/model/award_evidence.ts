import type { Activity } from './activity.ts'
import type { AwardCriterion } from './award_weights.ts'
import { type AwardPlace, type AwardSurvey, listsBy, type PartnerWork } from './award_works.ts'
import { completenessOf } from './completeness.ts'
import { FRESH_DAYS } from './freshness.ts'
import { type AnyRecord, freshnessDays } from './record.ts'

export type AwardRecord = { readonly kind: 'activity' | 'target' | 'organisation' | 'agreement'; readonly id: string }

/** What one record, or one village and theme, adds to the figures of a criterion; over all lines they add up to them. */
export type EvidenceLine = {
  readonly kind: 'activity' | 'target' | 'organisation' | 'place'
  /** Of a record, or the code of a village. */
  readonly id: string
  readonly theme?: string
  readonly adds: readonly number[]
  /** How much the line could have added at most, where that is known. */
  readonly of: number | null
  /** The records that make it count. */
  readonly through: readonly AwardRecord[]
}

/** `of` is the denominator of every figure of the criterion. */
export type AwardEvidence = { readonly of: number; readonly lines: readonly EvidenceLine[] }

const asActivities = (ids: readonly string[]): readonly AwardRecord[] => ids.map((id) => ({ kind: 'activity', id }))

/**
 * Contribution to targets: villages of targets due in the period where the partner itself works on the theme of the target,
 * a village once for each target however many of its activities reach it. Of: the villages of all those targets.
 */
const contribution = ({ places }: PartnerWork, { villagesOf, targetPlaces }: AwardSurvey): AwardEvidence => {
  const served = listsBy(
    places.flatMap(({ place, own }) => place.targets.map((target) => ({ target, own }))),
    ({ target }) => target,
  )
  const lines = [...served].map(
    ([id, found]): EvidenceLine => ({
      kind: 'target',
      id,
      adds: [found.length],
      of: villagesOf.get(id) ?? null,
      through: asActivities([...new Set(found.flatMap(({ own }) => own))].sort()),
    }),
  )
  return { of: targetPlaces, lines: lines.sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

const isClosed = ({ targets, verdict }: AwardPlace): boolean =>
  targets.length > 0 && (verdict === 'met' || verdict === 'overlap' || verdict === 'coordinated')

/**
 * Gaps closed: villages with a target of a theme that is no gap, and not only partly met, because partners work there; each
 * is shared equally among them, so that all partners together have closed each once. Of: the villages with a target, by theme.
 */
const gapsClosed = ({ places }: PartnerWork, { targeted }: AwardSurvey): AwardEvidence => ({
  of: targeted,
  lines: places
    .filter(({ place }) => isClosed(place))
    .map(({ place: { code, theme }, own, partners }) => ({
      kind: 'place',
      id: code,
      theme,
      adds: [1 / partners],
      of: 1,
      through: asActivities(own),
    })),
})

/**
 * People reached: as stated by the partner's active activities, each once however many villages it reaches; what is not
 * stated adds nothing. Of: the people of all partners' activities, each activity once.
 */
const reach = ({ active }: PartnerWork, { people }: AwardSurvey): AwardEvidence => ({
  of: people,
  lines: active.map(({ id, beneficiaries }) => ({
    kind: 'activity',
    id,
    adds: [beneficiaries ?? 0],
    of: beneficiaries ?? null,
    through: [],
  })),
})

/**
 * Reporting discipline: the mean of two shares of the partner's records (its own, and its activities in the region and period
 * whatever their status): those confirmed within 90 days, and how complete they are (`completeness.ts`).
 */
const reporting = ({ organisation, activities }: PartnerWork, { facts: { today } }: AwardSurvey): AwardEvidence => {
  const lineOf = (entry: AnyRecord & { kind: 'organisation' | 'activity' }): EvidenceLine => ({
    kind: entry.kind,
    id: entry.record.id,
    adds: [freshnessDays(entry.record, today) <= FRESH_DAYS ? 1 : 0, completenessOf(entry).share],
    of: 1,
    through: [],
  })
  return {
    of: activities.length + 1,
    lines: [
      lineOf({ kind: 'organisation', record: organisation }),
      ...activities.map((record) => lineOf({ kind: 'activity', record })),
    ],
  }
}

/** With whom, under what, or beside which work. */
const bondsOf = (
  { organisation, places }: PartnerWork,
  activity: Activity,
  { facts: { agreements } }: AwardSurvey,
): readonly AwardRecord[] => {
  const others = activity.organisations.filter(({ id }) => id !== organisation.id)
  const isParty = ({ parties }: (typeof agreements)[number]) => parties.some(({ id }) => id === organisation.id)
  const hanging = agreements.filter((one) => one.id === activity.agreement && isParty(one))
  const beside = places
    .filter(({ place, own }) => place.verdict === 'coordinated' && own.includes(activity.id))
    .flatMap(({ place, own }) => place.activities.filter((id) => !own.includes(id)))
  return [
    ...others.map(({ id }) => ({ kind: 'organisation' as const, id })),
    ...hanging.map(({ id }) => ({ kind: 'agreement' as const, id })),
    ...asActivities([...new Set(beside)].sort()),
  ]
}

/**
 * Collaboration: active activities that are done with others: the activity names another organisation in any role, or hangs
 * on an agreement in force that the partner is a party of, or stands beside others in a village judged coordinated.
 * Of: the partner's active activities.
 */
const collaboration = (work: PartnerWork, survey: AwardSurvey): AwardEvidence => ({
  of: work.active.length,
  lines: work.active.map((activity) => {
    const through = bondsOf(work, activity, survey)
    return { kind: 'activity', id: activity.id, adds: [through.length > 0 ? 1 : 0], of: 1, through }
  }),
})

const EVIDENCE: { readonly [N in AwardCriterion]: (work: PartnerWork, survey: AwardSurvey) => AwardEvidence } = {
  contribution,
  gapsClosed,
  reach,
  reporting,
  collaboration,
}

export const evidenceOf = (name: AwardCriterion, work: PartnerWork, survey: AwardSurvey): AwardEvidence =>
  EVIDENCE[name](work, survey)
