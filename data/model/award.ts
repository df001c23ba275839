import { apportion } from './apportion.ts'
import { type AwardEvidence, type AwardRecord, evidenceOf } from './award_evidence.ts'
import { AWARD_CRITERIA, type AwardCriterion, type AwardWeights, awardSharesOf } from './award_weights.ts'
import { type AwardFacts, surveyOf, worksOf } from './award_works.ts'
import type { Organisation } from './organisation.ts'

/** One raw figure: `value` of `of`; `full` is the value that brings all points. */
export type AwardFigure = {
  readonly name: 'places' | 'closed' | 'people' | 'fresh' | 'complete' | 'joint'
  readonly value: number
  readonly of: number
  readonly full: number
}

export type AwardPart = {
  readonly name: AwardCriterion
  readonly figures: readonly AwardFigure[]
  /** 0-100: the mean of value / full over the figures; 0 where nothing could be had. */
  readonly points: number
  /** One decimal: points by the share of the weight, rounded so that those of all parts add up to the score. */
  readonly weighted: number
  /** Every record behind the figures. */
  readonly records: readonly AwardRecord[]
}

export type AwardRow = {
  readonly organisation: string
  readonly name: string
  /** Equal scores share a rank; the next one counts them all. */
  readonly rank: number
  /** 0-100, one decimal. */
  readonly score: number
  readonly parts: readonly AwardPart[]
}

/** Whether 100 points go to the most that any partner has, or to all that it could have. */
const SCALES: { readonly [N in AwardCriterion]: 'most' | 'of' } = {
  contribution: 'most',
  gapsClosed: 'most',
  reach: 'most',
  reporting: 'of',
  collaboration: 'of',
}

const FIGURES: { readonly [N in AwardCriterion]: readonly AwardFigure['name'][] } = {
  contribution: ['places'],
  gapsClosed: ['closed'],
  reach: ['people'],
  reporting: ['fresh', 'complete'],
  collaboration: ['joint'],
}

type Told = {
  readonly organisation: Organisation
  readonly evidence: { readonly [N in AwardCriterion]: AwardEvidence }
}

const sumOf = (evidence: AwardEvidence, at: number): number =>
  evidence.lines.reduce((sum, { adds }) => sum + adds[at]!, 0)

const recordsOf = ({ lines }: AwardEvidence): readonly AwardRecord[] => {
  const all = lines.flatMap(({ kind, id, through }) => (kind === 'place' ? through : [{ kind, id }, ...through]))
  return [...new Map(all.map((record) => [`${record.kind}/${record.id}`, record])).values()]
}

const figuresOf = (name: AwardCriterion, one: Told, all: readonly Told[]): readonly AwardFigure[] =>
  FIGURES[name].map((figure, at) => {
    const { of } = one.evidence[name]
    const full = SCALES[name] === 'of' ? of : Math.max(...all.map(({ evidence }) => sumOf(evidence[name], at)))
    return { name: figure, value: sumOf(one.evidence[name], at), of, full }
  })

const pointsOf = (figures: readonly AwardFigure[]): number =>
  (100 * figures.reduce((sum, { value, full }) => sum + (full > 0 ? value / full : 0), 0)) / figures.length

const rowOf = (one: Told, all: readonly Told[], shares: AwardWeights): Omit<AwardRow, 'rank'> => {
  const parts = AWARD_CRITERIA.map((name) => {
    const figures = figuresOf(name, one, all)
    return { name, figures, points: pointsOf(figures), records: recordsOf(one.evidence[name]) }
  })
  // Counted in whole tenths, as a match is; rounded first for what binary adds of its own.
  const tenths = apportion(parts.map(({ name, points }) => Number((points * shares[name] * 10).toFixed(9))))
  return {
    organisation: one.organisation.id,
    name: one.organisation.name,
    score: tenths.reduce((sum, one) => sum + one, 0) / 10,
    parts: parts.map((part, at) => ({ ...part, weighted: tenths[at]! / 10 })),
  }
}

const byName = (a: Organisation, b: Organisation): number =>
  a.name.localeCompare(b.name, 'id') || (a.id < b.id ? -1 : 1)

type Judged = Told & { readonly row: AwardRow }

const tell = (facts: AwardFacts): readonly Told[] => {
  const survey = surveyOf(facts)
  return worksOf(facts).map((work) => ({
    organisation: work.organisation,
    evidence: Object.fromEntries(
      AWARD_CRITERIA.map((name) => [name, evidenceOf(name, work, survey)]),
    ) as Told['evidence'],
  }))
}

/** Partners with an activity of their own in the region and period, best first; the same facts give the same order. */
export const rankAward = (facts: AwardFacts, weights: AwardWeights): readonly Judged[] => {
  const told = tell(facts)
  const shares = awardSharesOf(weights)
  const rows = told.map((one) => ({ ...one, row: rowOf(one, told, shares) }))
  const rankOf = (score: number) => 1 + rows.filter(({ row }) => row.score > score).length
  return rows
    .sort((a, b) => b.row.score - a.row.score || byName(a.organisation, b.organisation))
    .map((one) => ({ ...one, row: { rank: rankOf(one.row.score), ...one.row } }))
}
