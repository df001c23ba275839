import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { formatPeriod } from '../../data/model/period.ts'
import { type Against, isOtherRight } from '../../data/view/versus.ts'
import { themeName } from '../panel/card/names.ts'
import { yearsShown } from '../panel/years_shown.ts'
import type { Text } from '../text/useText.ts'
import type { View } from '../view.ts'

/** Of the question and of what it is held against; `left` and `right` as they stand on the screen. */
export type Sided<Of> = { readonly left: Of; readonly right: Of }

export const sided = <Of>(view: Pick<View, 'period'>, against: Against, main: Of, other: Of): Sided<Of> =>
  isOtherRight(view, against) ? { left: main, right: other } : { left: other, right: main }

/** What tells the two sides apart, as short as a tag: the year, the theme, or today and the scenario. */
export const tagsOf = (
  { period, theme }: Pick<View, 'period' | 'theme'>,
  against: Against,
  context: Pick<ContextAnswer, 'themes'>,
  scenario: string,
  { say, language }: Text,
): { readonly main: string; readonly other: string } => {
  if (against.kind === 'year') return { main: formatPeriod(period), other: `${against.year}` }
  if (against.kind === 'theme')
    return { main: themeName(context, theme, language), other: themeName(context, against.theme, language) }
  return { main: say('versus.today'), other: scenario || say('versus.scenarioUnnamed') }
}

/** Everything a question can be held against, years from the latest, without the question itself. */
export const choicesOf = (
  view: Pick<View, 'period' | 'theme'>,
  context: Pick<ContextAnswer, 'themes' | 'asOf'>,
  scenario: string,
  { say, language }: Text,
): readonly { readonly against: Against; readonly label: string }[] => {
  const [from, to] = yearsShown(context.asOf.time, view.period)
  const years = Array.from({ length: to - from + 1 }, (_, at) => to - at)
  return [
    ...years
      .filter((year) => view.period.from !== year || view.period.to !== year)
      .map((year) => ({ against: { kind: 'year', year } as const, label: say('versus.year', { year: `${year}` }) })),
    ...context.themes
      .filter(({ id }) => id !== view.theme)
      .map(({ id, label }) => ({
        against: { kind: 'theme', theme: id } as const,
        label: say('versus.theme', { theme: label[language] }),
      })),
    {
      against: { kind: 'scenario' },
      label: scenario ? say('versus.scenario', { name: scenario }) : say('versus.scenarioUnnamed'),
    },
  ]
}

/** Units that have another verdict on the other side, in the order of the answer. */
export const differing = (
  one: Pick<CoverageAnswer, 'units'>,
  { units }: Pick<CoverageAnswer, 'units'>,
): readonly Code[] => {
  const kinds = new Map(units.map(({ code, verdict }) => [code, verdict.kind]))
  return one.units.filter(({ code, verdict }) => kinds.get(code) !== verdict.kind).map(({ code }) => code)
}
