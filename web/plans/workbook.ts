import type { PlanAction } from '../../data/model/plan.ts'
import { flagsOf, type Share } from '../../data/model/plan_figures.ts'
import type { Text } from '../text/useText.ts'
import type { Names } from './useNames.ts'
import { indicatorWords, resourceWords } from './words.ts'

export type Cell = string | number | null
type Column<Of> = { readonly heading: string; readonly width: number; readonly of: (one: Of) => Cell }

const moneyIn = ({ resources }: PlanAction, isCounted = (_: boolean) => true): number =>
  resources.reduce(
    (total, { kind, amount = 0, secured }) => (kind === 'money' && isCounted(secured) ? total + amount : total),
    0,
  )

const peopleIn = ({ resources }: PlanAction): number =>
  resources.reduce((total, { kind, amount = 0 }) => (kind === 'people' ? total + amount : total), 0)

/** The columns of the actions; sums of money and people are numbers, so that a sheet can add them. */
export const actionColumns = (names: Names, on: string, text: Text): readonly Column<PlanAction>[] => {
  const { say } = text
  return [
    { heading: say('plans.field.part'), width: 44, of: ({ what }) => what },
    { heading: say('plans.field.theme'), width: 22, of: ({ theme }) => theme },
    { heading: say('plans.field.start'), width: 12, of: ({ period }) => period.start },
    { heading: say('plans.field.end'), width: 12, of: ({ period }) => period.end },
    {
      heading: say('plans.field.responsible'),
      width: 30,
      of: ({ responsible }) => (responsible ? names.organisation(responsible.id) : null),
    },
    {
      heading: say('plans.field.supporting'),
      width: 36,
      of: ({ supporting }) => supporting.map(({ id }) => names.organisation(id)).join(', ') || null,
    },
    { heading: say('plans.sheet.money'), width: 18, of: (one) => moneyIn(one) },
    { heading: say('plans.sheet.secured'), width: 18, of: (one) => moneyIn(one, (secured) => secured) },
    { heading: say('plans.sheet.people'), width: 8, of: peopleIn },
    {
      heading: say('plans.field.resources'),
      width: 40,
      of: ({ resources }) => resources.map((one) => resourceWords(one, text)).join('; ') || null,
    },
    {
      heading: say('plans.field.dependsOn'),
      width: 36,
      of: ({ dependsOn }) => dependsOn.map(names.action).join('; ') || null,
    },
    { heading: say('plans.field.indicator'), width: 34, of: (one) => indicatorWords(one, text) },
    { heading: say('plans.progress.percent'), width: 12, of: ({ progress }) => progress?.percent ?? null },
    { heading: say('plans.progress.date'), width: 12, of: ({ progress }) => progress?.date ?? null },
    { heading: say('plans.field.status'), width: 14, of: ({ status }) => say(`panel.status.${status}`) },
    {
      heading: say('plans.sheet.flags'),
      width: 30,
      of: (one) =>
        flagsOf(one, on)
          .map((flag) => say(`plans.flag.${flag}`))
          .join(', ') || null,
    },
    {
      heading: say('plans.field.document'),
      width: 30,
      of: ({ document }) => (document ? `${document.kind}: ${document.item}` : null),
    },
    {
      heading: say('plans.field.places'),
      width: 34,
      of: ({ places }) =>
        places.length === 0
          ? say('plans.everywhereInPlan')
          : places.map((code) => `${names.place(code)} (${code})`).join(', '),
    },
    {
      heading: say('plans.field.activities'),
      width: 34,
      of: ({ activities }) => activities.map(names.activity).join(', ') || null,
    },
  ]
}

export const shareColumns = (names: Names, { say }: Text): readonly Column<Share>[] => [
  {
    heading: say('plans.shares.party'),
    width: 34,
    of: ({ organisation }) => (organisation === null ? say('plans.shares.nobody') : names.organisation(organisation)),
  },
  { heading: say('plans.shares.responsible'), width: 18, of: ({ responsible }) => responsible },
  { heading: say('plans.shares.supporting'), width: 14, of: ({ supporting }) => supporting },
  { heading: say('plans.sheet.money'), width: 18, of: ({ moneyIdr }) => moneyIdr },
  { heading: say('plans.sheet.people'), width: 10, of: ({ people }) => people },
]

/** A heading line and one line for each. */
export const linesOf = <Of>(columns: readonly Column<Of>[], all: readonly Of[]): readonly (readonly Cell[])[] => [
  columns.map(({ heading }) => heading),
  ...all.map((one) => columns.map(({ of }) => of(one))),
]
