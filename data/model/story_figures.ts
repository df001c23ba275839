import type { CoverageAnswer, UnitLevel } from './answers.ts'
import { type AnsweredFigure, amongFor, figureOf } from './asked_figure.ts'
import type { StoryFigure } from './story.ts'

/** A figure with all that has to stand beside it. */
export type CountedFigure = {
  /** Units, also where it is shown as a share. */
  readonly value: number
  /** The denominator, in units. */
  readonly of: number
  readonly among: AnsweredFigure['of']
  readonly level: UnitLevel
  readonly subject: StoryFigure['subject']
  readonly as: StoryFigure['as']
  /** ISO date that the value is of. */
  readonly date: string
  readonly frozen: boolean
}

type Counts = Pick<CoverageAnswer, 'counts' | 'targeted' | 'denominator' | 'level'>
type Asked = Pick<StoryFigure, 'subject' | 'as'>

const countedIn = (
  coverage: Counts,
  subject: StoryFigure['subject'],
): Pick<CountedFigure, 'value' | 'of' | 'among'> => {
  const { targeted, denominator } = coverage
  if (subject === 'all') return { value: denominator, of: denominator, among: 'all' }
  if (subject === 'targeted') return { value: targeted, of: denominator, among: 'all' }
  const { count, total, of } = figureOf(coverage, subject)
  return { value: count, of: total, among: of }
}

/** The figure as the panel beside the map counts it, `date` being the ISO day of the answer. */
export const storyFigureOf = (coverage: Counts, { subject, as }: Asked, date: string): CountedFigure => ({
  ...countedIn(coverage, subject),
  level: coverage.level,
  subject,
  as,
  date,
  frozen: false,
})

/** The figure as it was kept; its question only tells what is counted. */
export const frozenFigureOf = (
  { subject, as, frozen }: StoryFigure & Required<Pick<StoryFigure, 'frozen'>>,
  level: UnitLevel,
): CountedFigure => ({
  ...frozen,
  among: subject === 'all' || subject === 'targeted' ? 'all' : amongFor(subject),
  level,
  subject,
  as,
  frozen: true,
})
