import { VERDICT_LEGEND } from '../../../data/layers/verdicts.ts'
import type { AreaReportAnswer } from '../../../data/model/answers.ts'
import type { Code } from '../../../data/model/codes.ts'
import { type Period, parsePeriod } from '../../../data/model/period.ts'
import { AUTHORITY_WORDS, STATUS_WORDS } from '../../../data/model/record_words.ts'
import type { Language } from '../../../data/model/words.ts'
import type { World } from '../../world.ts'
import { flowing, type Piece } from './pages.ts'
import { type Figure, figurePieces, headingPieces, INNER_PX, titlePieces } from './parts.ts'
import { placeMap } from './place_map.ts'
import {
  asOfWords,
  bind,
  type Report,
  regencyOf,
  sourcePieces,
  tableSection,
  type Writing,
  writingIn,
  yearsOf,
} from './writing.ts'

const NAMED = 3

/** More names than this are no title. */
const MOST_NAMED = 6

const titleOf = ({ words, names }: Writing, { villages }: AreaReportAnswer, units: readonly Code[]): string => {
  if (units.length > 0 && units.length <= MOST_NAMED) return units.map(names.place).join(', ')
  const largest = [...villages].sort((a, b) => b.areaHa - a.areaHa).slice(0, NAMED)
  if (largest.length === 0) return words.areaKind
  return words.areaTitle(
    largest.map(({ name }) => name),
    villages.length - largest.length,
  )
}

const hectares = ({ text }: Writing, areaHa: number | null): string =>
  areaHa === null ? '-' : text.count(Math.round(areaHa))

const figuresOf = (writing: Writing, answer: AreaReportAnswer): readonly Figure[] => {
  const { words, text, stated } = writing
  const { villages, activities, organisations, budget, beneficiaries, freshness, period } = answer
  const within = [...new Set(villages.map((one) => one.within))]
  const named = within.length > NAMED ? `${within.slice(0, NAMED).join(', ')}, ...` : within.join(', ')
  return [
    { value: text.count(villages.length), label: words.villages, of: words.villagesOf(named || '-') },
    { value: text.count(activities.length), label: words.activities, of: words.activitiesOf(period) },
    {
      value: text.count(organisations.length),
      label: words.organisations,
      of: words.ofActivities(text.count(activities.length)),
    },
    stated(words.budget, budget, text.money(budget.totalIdr)),
    stated(words.people, beneficiaries, text.count(beneficiaries.total)),
    ...(freshness
      ? [
          {
            value: words.days(text.count(freshness.medianDays)),
            label: words.freshness,
            of: words.freshnessOf(text.count(freshness.of), text.count(freshness.oldestDays)),
          },
        ]
      : []),
  ]
}

const themeRows = (writing: Writing, { themes }: AreaReportAnswer) => {
  const { names, text, language } = writing
  const order = (kind: string) => VERDICT_LEGEND.findIndex(({ value }) => value === kind)
  return [...themes]
    .sort((a, b) => order(a.verdict.kind) - order(b.verdict.kind))
    .map(({ theme, verdict, activities, targets, servedHa }) => [
      names.theme(theme),
      VERDICT_LEGEND.find(({ value }) => value === verdict.kind)?.label[language] ?? verdict.kind,
      text.count(targets),
      text.count(activities),
      hectares(writing, servedHa),
    ])
}

const authorityKind = ({ language }: Writing, kind: string): string =>
  Object.entries(AUTHORITY_WORDS).find(([name]) => name === kind)?.[1][language] ?? kind

const tablesOf = (writing: Writing, answer: AreaReportAnswer): readonly Piece[] => {
  const { words, text, names, language } = writing
  const { columns } = words
  return [
    ...tableSection(
      writing,
      words.themes,
      [
        { title: columns.theme, share: 0.34 },
        { title: columns.verdict, share: 0.24 },
        { title: columns.targets, share: 0.12, isNumber: true },
        { title: columns.activities, share: 0.14, isNumber: true },
        { title: columns.served, share: 0.16, isNumber: true },
      ],
      themeRows(writing, answer),
      words.inArea,
    ),
    ...tableSection(
      writing,
      words.activities,
      [
        { title: columns.title, share: 0.4 },
        { title: columns.organisation, share: 0.28 },
        { title: columns.status, share: 0.12 },
        { title: columns.period, share: 0.1 },
        { title: columns.reported, share: 0.1, isNumber: true },
      ],
      answer.activities.map(({ title, organisations, status, start, end, freshnessDays }) => [
        title,
        organisations.map(names.organisation).join(', '),
        STATUS_WORDS[status][language],
        yearsOf(start, end),
        text.count(freshnessDays),
      ]),
    ),
    ...tableSection(
      writing,
      words.targets,
      [
        { title: columns.title, share: 0.42 },
        { title: columns.theme, share: 0.2 },
        { title: columns.organisation, share: 0.28 },
        { title: columns.year, share: 0.1, isNumber: true },
      ],
      answer.targets.map(({ title, theme, organisation, year }) => [
        title,
        names.theme(theme),
        names.organisation(organisation),
        `${year}`,
      ]),
    ),
    ...tableSection(
      writing,
      words.authority,
      [
        { title: columns.name, share: 0.3 },
        { title: columns.kind, share: 0.2 },
        { title: columns.holder, share: 0.26 },
        { title: columns.inside, share: 0.13, isNumber: true },
        { title: columns.share, share: 0.11, isNumber: true },
      ],
      answer.authority.map(({ name, kind, holder, areaHa, share }) => [
        name,
        authorityKind(writing, kind),
        holder,
        hectares(writing, areaHa),
        text.share(share),
      ]),
    ),
    ...tableSection(
      writing,
      words.villages,
      [
        { title: columns.name, share: 0.36 },
        { title: columns.within, share: 0.34 },
        { title: columns.inside, share: 0.16, isNumber: true },
        { title: columns.share, share: 0.14, isNumber: true },
      ],
      answer.villages.map(({ name, within, areaHa, share }) => [
        name,
        within,
        hectares(writing, areaHa),
        text.share(share),
      ]),
    ),
  ]
}

/** Records behind the answer, for their sources. */
const recordsOf = ({ activities, targets, authority }: AreaReportAnswer, { everyone }: World) => [
  ...activities.flatMap(({ id }) => everyone.find('activity', id)?.record ?? []),
  ...targets.flatMap(({ id }) => everyone.find('target', id)?.record ?? []),
  ...authority.flatMap(({ id }) => everyone.find('authority', id)?.record ?? []),
]

/** The report of an area on paper, from the very answer that the screen shows; `units` are those it was asked of by name. */
export const writeAreaReport = async (
  world: World,
  answer: AreaReportAnswer,
  units: readonly Code[],
  language: Language,
): Promise<Report> => {
  const writing = writingIn(world, language)
  const { words, text } = writing
  const title = titleOf(writing, answer, units)
  const region = regencyOf(answer.villages[0]?.code)
  const period: Period | null = parsePeriod(answer.period)
  const map = await placeMap(world, {
    bbox: answer.bbox,
    places: [{ type: 'Feature', properties: {}, geometry: answer.geometry }],
    view: { language, ...(region ? { region } : {}), ...(period ? { period } : {}) },
    caption: words.areaCaption,
    widthPx: INNER_PX,
  })
  const about = [
    `${words.measured(text.count(Math.round(answer.areaHa)))}. ${words.period(answer.period)}. ${asOfWords(writing, answer.asOf)}`,
    ...(answer.repaired ? [words.repaired] : []),
  ]
  const pieces = [
    ...titlePieces({ kind: words.areaKind, title, about, isSample: answer.sample, language }),
    { block: map },
    ...headingPieces(words.figures),
    ...figurePieces(figuresOf(writing, answer)),
    ...flowing(words.wholes, INNER_PX, 'note'),
    ...tablesOf(writing, answer),
    ...sourcePieces(writing, recordsOf(answer, world)),
  ]
  return bind(writing, pieces, { title, kind: words.areaKind, asOf: answer.asOf })
}
