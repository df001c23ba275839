import { ORGANISATION_KIND_LABELS } from '../../../data/model/organisation.ts'
import type { ProfileAnswer } from '../../../data/model/profile.ts'
import {
  AGREEMENT_KIND_WORDS,
  AGREEMENT_STAGE_WORDS,
  ROLE_WORDS,
  STATUS_WORDS,
} from '../../../data/model/record_words.ts'
import type { Language } from '../../../data/model/words.ts'
import type { World } from '../../world.ts'
import type { Piece } from './pages.ts'
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

const figuresOf = (writing: Writing, answer: ProfileAnswer): readonly Figure[] => {
  const { words, text, stated } = writing
  const { activities, villages, themes, budget, beneficiaries, freshness, completeness } = answer
  const all = words.ofActivities(text.count(activities.length))
  return [
    { value: text.count(activities.length), label: words.activities, of: words.ownActivitiesOf },
    { value: text.count(villages.length), label: words.villages, of: all },
    { value: text.count(themes.length), label: words.themes, of: all },
    stated(words.people, beneficiaries, text.count(beneficiaries.total)),
    stated(words.budget, budget, text.money(budget.total)),
    ...(freshness
      ? [
          {
            value: words.days(text.count(freshness.medianDays)),
            label: words.freshness,
            of: words.freshnessOf(text.count(freshness.of), text.count(freshness.oldestDays)),
          },
        ]
      : []),
    {
      value: text.share(completeness.share),
      label: words.completeness,
      of: words.completenessOf(text.count(completeness.of)),
    },
  ]
}

const tablesOf = (writing: Writing, answer: ProfileAnswer): readonly Piece[] => {
  const { words, text, names, language } = writing
  const { columns } = words
  return [
    ...tableSection(
      writing,
      words.activities,
      [
        { title: columns.title, share: 0.44 },
        { title: columns.role, share: 0.14 },
        { title: columns.status, share: 0.13 },
        { title: columns.period, share: 0.11 },
        { title: columns.villages, share: 0.07, isNumber: true },
        { title: columns.reported, share: 0.11, isNumber: true },
      ],
      answer.activities.map(({ title, role, status, start, end, villages, freshnessDays }) => [
        title,
        ROLE_WORDS[role]?.[language] ?? role,
        STATUS_WORDS[status][language],
        yearsOf(start, end),
        text.count(villages),
        text.count(freshnessDays),
      ]),
    ),
    ...tableSection(
      writing,
      words.themes,
      [
        { title: columns.theme, share: 0.6 },
        { title: columns.activities, share: 0.2, isNumber: true },
      ],
      answer.themes.map(({ theme, activities }) => [names.theme(theme), text.count(activities)]),
    ),
    ...tableSection(
      writing,
      words.villages,
      [
        { title: columns.name, share: 0.4 },
        { title: columns.within, share: 0.4 },
        { title: columns.activities, share: 0.2, isNumber: true },
      ],
      answer.villages.map(({ name, within, activities }) => [name, within, text.count(activities)]),
    ),
    ...tableSection(
      writing,
      words.agreements,
      [
        { title: columns.title, share: 0.46 },
        { title: columns.kind, share: 0.22 },
        { title: columns.stage, share: 0.14 },
        { title: columns.end, share: 0.18 },
      ],
      answer.agreements.map(({ title, kind, stage, end }) => [
        title,
        AGREEMENT_KIND_WORDS[kind][language],
        AGREEMENT_STAGE_WORDS[stage][language],
        end ? text.date(end) : '-',
      ]),
    ),
  ]
}

const mapPieces = async (
  { world, language, words }: Writing,
  { bbox, sites, villages }: ProfileAnswer,
): Promise<readonly Piece[]> => {
  if (!bbox) return []
  const region = regencyOf(villages[0]?.code)
  const view = { language, ...(region ? { region } : {}) }
  return [
    { block: await placeMap(world, { bbox, places: sites, view, caption: words.workCaption, widthPx: INNER_PX }) },
  ]
}

/** What an organisation does, on paper, from the very answer of its profile. */
export const writeOrganisationReport = async (
  world: World,
  answer: ProfileAnswer,
  language: Language,
): Promise<Report> => {
  const writing = writingIn(world, language)
  const { words } = writing
  const { organisation, asOf, isSample, activities } = answer
  const records = activities.flatMap(({ id }) => world.everyone.find('activity', id)?.record ?? [])
  const pieces = [
    ...titlePieces({
      kind: `${words.organisationKind}: ${ORGANISATION_KIND_LABELS[organisation.kind][language]}`,
      title: organisation.name,
      about: [asOfWords(writing, asOf)],
      isSample,
      language,
    }),
    ...(await mapPieces(writing, answer)),
    ...headingPieces(words.figures),
    ...figurePieces(figuresOf(writing, answer)),
    ...tablesOf(writing, answer),
    ...sourcePieces(writing, [organisation, ...records]),
  ]
  return bind(writing, pieces, { title: organisation.name, kind: words.organisationKind, asOf })
}
