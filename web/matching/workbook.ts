import type { ContextAnswer } from '../../data/model/answers.ts'
import { MATCH_PART_LABELS } from '../../data/model/match_weights.ts'
import type { MatchDeskAnswer } from '../../data/model/matching.ts'
import { themeName } from '../panel/card/names.ts'
import type { Text } from '../text/useText.ts'
import { placeName, verdictName } from './names.ts'
import type { Proposal } from './proposals.ts'

export type Cell = string | number | null
type Column = { readonly heading: string; readonly width: number; readonly of: (one: Proposal, at: number) => Cell }

const reasonsOf = ({ row }: Proposal, { language }: Text): string =>
  row.parts.map(({ reason }) => reason[language]).join('. ')

/** The columns of the list, in the order they are read aloud. */
export const columnsOf = (desk: MatchDeskAnswer, context: ContextAnswer, text: Text): readonly Column[] => {
  const { say, language, date } = text
  return [
    { heading: say('matching.sheet.number'), width: 5, of: (_, at) => at + 1 },
    { heading: say('matching.sheet.target'), width: 44, of: ({ target }) => target.title },
    { heading: say('matching.sheet.department'), width: 30, of: ({ target }) => target.department },
    { heading: say('matching.sheet.theme'), width: 20, of: ({ target }) => themeName(context, target.theme, language) },
    { heading: say('matching.sheet.year'), width: 7, of: ({ target }) => target.year },
    { heading: say('matching.sheet.document'), width: 20, of: ({ target }) => target.document },
    { heading: say('matching.sheet.villages'), width: 10, of: ({ target }) => target.units },
    { heading: say('matching.sheet.gap'), width: 10, of: ({ target }) => target.counts.gap },
    { heading: say('matching.sheet.verdict'), width: 14, of: ({ target }) => verdictName(target.verdict, language) },
    { heading: say('matching.sheet.rank'), width: 9, of: ({ rank }) => rank },
    { heading: say('matching.sheet.partner'), width: 28, of: ({ row }) => row.name },
    { heading: say('matching.score'), width: 8, of: ({ row }) => row.score },
    ...desk.weights.map(
      ({ name }): Column => ({
        heading: MATCH_PART_LABELS[name][language],
        width: 12,
        of: ({ row }) => row.parts.find((part) => part.name === name)?.points ?? null,
      }),
    ),
    { heading: say('matching.sheet.reasons'), width: 60, of: (one) => reasonsOf(one, text) },
    {
      heading: say('matching.sheet.flag'),
      width: 22,
      of: ({ row }) => (row.withoutSites ? say('matching.noSites') : null),
    },
    {
      heading: say('matching.sheet.decision'),
      width: 14,
      of: ({ decision }) => (decision?.state ? say(`matching.state.${decision.state}`) : null),
    },
    {
      heading: say('matching.sheet.refusal'),
      width: 30,
      of: ({ decision }) => (decision?.state === 'refused' ? decision.reason : null),
    },
    { heading: say('matching.sheet.by'), width: 20, of: ({ decision }) => (decision?.state ? decision.by : null) },
    {
      heading: say('matching.sheet.on'),
      width: 18,
      of: ({ decision }) => (decision?.state ? date(decision.time) : null),
    },
  ]
}

/** What the list stands on: whom it is for, of which day, with which weights. */
export const notesOf = (
  desk: MatchDeskAnswer,
  context: ContextAnswer,
  { say, date, share, language }: Text,
): readonly (readonly [string, Cell])[] => [
  [say('matching.sheet.title'), desk.organisation.name],
  [say('matching.region'), `${placeName(context, desk.region)} (${desk.region})`],
  [say('matching.period'), desk.period],
  [say('matching.sheet.on'), date(desk.asOf.time)],
  ...desk.weights.map(({ name, given, share: part }): readonly [string, Cell] => [
    say('matching.sheet.weight', { name: MATCH_PART_LABELS[name][language] }),
    `${say('matching.weights.given', { given })}, ${say('matching.weights.share', { share: share(part) })}`,
  ]),
  ...(desk.sample ? [[say('matching.sample'), say('matching.sheet.sampleNote')] as const] : []),
]
