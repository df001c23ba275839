import type { AwardPart } from '../../data/model/award.ts'
import type { AwardAnswer } from '../../data/model/award_answer.ts'
import { AWARD_CRITERIA, type AwardCriterion } from '../../data/model/award_weights.ts'
import { writeTable } from './csv.ts'

const FIGURES = ['value', 'of', 'full'] as const

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const rounded = (value: number): number => Number(value.toFixed(3))

const cellsOf = (part: AwardPart, given: number, share: number): readonly (readonly [string, string | number])[] => {
  const column = (name: string) => `${snake(part.name)}_${name}`
  return [
    ...part.figures.flatMap((figure) =>
      FIGURES.map((name) => [column(`${figure.name}_${name}`), rounded(figure[name])] as const),
    ),
    [column('points'), rounded(part.points)],
    [column('weight_given'), given],
    [column('weight_percent'), rounded(share * 100)],
    [column('weighted'), part.weighted],
    [column('records'), part.records.map(({ kind, id }) => `${kind}/${id}`).join('; ')],
  ]
}

const AFTER = ['score', 'region', 'period', 'today', 'origin', 'as_of'] as const
const BEFORE = ['rank', 'partner', 'name', 'kind'] as const

/** One row a partner, in the order of the ranking; records behind each criterion are joined by "; ". */
export const writeAwardCsv = ({ ranking, weights, region, period, today, asOf }: AwardAnswer): string => {
  const weightOf = (name: AwardCriterion) => weights.find((one) => one.name === name)!
  const rows = ranking.map(({ rank, organisation, name, kind, score, parts, origin }) => ({
    ...{ rank, partner: organisation, name, kind },
    ...Object.fromEntries(parts.flatMap((part) => cellsOf(part, weightOf(part.name).given, weightOf(part.name).share))),
    ...{ score, region, period, today, origin, as_of: asOf.seq },
  }))
  const own = Object.keys(rows[0] ?? {}).filter((column) =>
    AWARD_CRITERIA.some((name) => column.startsWith(`${snake(name)}_`)),
  )
  return writeTable<string>([...BEFORE, ...own, ...AFTER], rows)
}
