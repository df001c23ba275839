import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ScenarioAnswer, ScenarioFigures } from '../../data/model/scenario_answer.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import { formatHa } from '../panel/card/numbers.ts'
import { LOCALES } from '../text/index.ts'
import type { Text } from '../text/useText.ts'

/** One measure, with the words for a value and for what it is out of. */
export type Measure = {
  readonly key: string
  readonly label: string
  readonly read: (figures: ScenarioFigures) => number
  readonly format: (value: number) => string
  readonly of: (figures: ScenarioFigures) => string
  /** The verdict that the figure counts, so that it leads to its villages on the map. */
  readonly verdict?: VerdictKind
}

const verdictMeasures = (answer: ScenarioAnswer, { say, count, language }: Text): readonly Measure[] =>
  VERDICT_LEGEND.filter(({ value }) => answer.today.counts[value] > 0 || answer.scenario.counts[value] > 0).map(
    ({ value, label }) => ({
      key: value,
      label: label[language],
      read: ({ counts }) => counts[value],
      format: count,
      of: ({ targeted }) =>
        value === 'gap'
          ? say('scenario.of.targeted', { total: count(targeted) })
          : say('scenario.of.units', { total: count(answer.denominator) }),
      verdict: value,
    }),
  )

const hectareMeasures = ({ today, scenario }: ScenarioAnswer, { say, language }: Text): readonly Measure[] => {
  const ha = (value: number) => say('scenario.ha', { value: formatHa(value, language) })
  const ofTarget = ({ targetHectares }: ScenarioFigures) =>
    say('scenario.of.targetHa', { total: formatHa(targetHectares?.targetHa ?? 0, language) })
  const targets: readonly Measure[] =
    today.targetHectares || scenario.targetHectares
      ? (['servedHa', 'shortHa'] as const).map((name) => ({
          key: name,
          label: say(`scenario.figure.${name}`),
          read: ({ targetHectares }) => targetHectares?.[name] ?? 0,
          format: ha,
          of: ofTarget,
        }))
      : []
  const overlap: Measure = {
    key: 'overlapHa',
    label: say('scenario.figure.overlapHa'),
    read: ({ overlapHa }) => overlapHa,
    format: ha,
    of: () => '',
  }
  return today.overlapHa > 0 || scenario.overlapHa > 0 ? [...targets, overlap] : targets
}

/** 30125000000 -> "Rp 30,13 miliar" or "Rp 30.13 billion": two sums stand side by side on a phone. */
const roundRupiah = (rupiah: number, { language }: Text): string => {
  const options = { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 } as const
  return `Rp ${rupiah.toLocaleString(LOCALES[language], options)}`
}

/** Everything that is counted of both sides, verdicts first. */
export const measuresOf = (answer: ScenarioAnswer, text: Text): readonly Measure[] => {
  const { say, count } = text
  const known = (of: { readonly known: number; readonly of: number }) =>
    say('scenario.of.known', { known: count(of.known), of: count(of.of) })
  return [
    ...verdictMeasures(answer, text),
    {
      key: 'served',
      label: say('scenario.figure.served'),
      read: ({ served }) => served,
      format: count,
      of: () => say('scenario.of.units', { total: count(answer.denominator) }),
    },
    ...hectareMeasures(answer, text),
    {
      key: 'partners',
      label: say('scenario.figure.partners'),
      read: (one) => one.partners,
      format: count,
      of: () => '',
    },
    {
      key: 'activities',
      label: say('scenario.figure.activities'),
      read: (one) => one.activities,
      format: count,
      of: () => '',
    },
    {
      key: 'budget',
      label: say('scenario.figure.budget'),
      read: ({ budget }) => budget.totalIdr,
      format: (value) => roundRupiah(value, text),
      of: ({ budget }) => known(budget),
    },
    {
      key: 'people',
      label: say('scenario.figure.people'),
      read: ({ beneficiaries }) => beneficiaries.total,
      format: count,
      of: ({ beneficiaries }) => known(beneficiaries),
    },
  ]
}

/** 5 -> "+5", -5 -> "−5", nothing -> "0". */
export const signed = (value: number, format: (value: number) => string): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'}${format(Math.abs(value))}`
