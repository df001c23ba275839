import type { CoverageUnit, PlaceAnswer, RegencySummary } from '../../../data/model/answers.ts'
import { includesYear } from '../../../data/model/period.ts'
import type { Verdict } from '../../../data/model/verdict.ts'
import { useYears } from '../../queries.ts'
import type { View } from '../../view.ts'
import { useMatches, useRecord } from '../card/queries.ts'
import type { PartProps } from '../props.ts'

const HISTORY_YEARS = 6

/** Years on record that hold the asked one, the asked one last where there are enough before it. */
export const historyRange = ([first, last]: readonly [number, number], asked: number): readonly [number, number] => {
  const to = Math.max(Math.min(asked, last), Math.min(last, first + HISTORY_YEARS - 1))
  return [Math.max(first, to - HISTORY_YEARS + 1), to]
}

const regencyOf = ({ code }: PlaceAnswer, regencies: readonly RegencySummary[]) =>
  regencies.find((regency) => code === regency.code || code.startsWith(`${regency.code}.`))?.code

/** What is known of the unit for the question: from the answer on screen, else from its own years. */
const verdictOf = (
  unit: CoverageUnit | undefined,
  years: readonly { readonly year: number; readonly verdict?: Verdict }[] | undefined,
  { from, to }: View['period'],
): Verdict | undefined => unit?.verdict ?? (from === to ? years?.find(({ year }) => year === to)?.verdict : undefined)

type Asked = Pick<PartProps, 'view' | 'context' | 'coverage'> & { readonly place: PlaceAnswer }

/** How a place stands before the question: its verdict, the records behind it, and what was before. */
export const useStanding = ({ view, context, coverage, place }: Asked) => {
  const { code, level, targets, activities, authority } = place
  const region = regencyOf(place, context.regencies)
  const years = useYears(
    { ...view, region: region ?? view.region, level: level === 'region' ? view.level : level },
    region ? historyRange(context.years, view.period.to) : undefined,
    code,
  ).data?.years
  const unit = coverage?.units.find((one) => one.code === code)
  const due = targets.filter(({ theme, year }) => theme === view.theme && includesYear(view.period, year))
  const targetIds = unit?.targets ?? due.map(({ id }) => id)
  const first = targetIds[0]
  return {
    years,
    verdict: verdictOf(unit, years, view.period),
    targetIds,
    activityIds: unit?.activities ?? [],
    target: useRecord('target', first).data?.record,
    matches: useMatches(first === undefined ? undefined : { target: first, within: code }).data,
    sample: [...activities, ...targets, ...authority].some(({ origin }) => origin === 'sample'),
  }
}
