import type { AwardFigure } from '../../data/model/award.ts'
import type { ToldEvidence } from '../../data/model/award_answer.ts'
import type { AwardCriterion } from '../../data/model/award_weights.ts'
import { LOCALES } from '../text/index.ts'
import type { Text } from '../text/useText.ts'
import { DEFAULT_VIEW, formatView, type Selection, type View } from '../view.ts'

/** 69.4 -> "69,4" or "69.4". */
export const formatTenths = (value: number, { language }: Pick<Text, 'language'>): string =>
  value.toLocaleString(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Whole numbers as they are; shares of a village with two decimals. */
const formatValue = (value: number, { language }: Text): string =>
  value.toLocaleString(LOCALES[language], { maximumFractionDigits: 2 })

/** A raw figure with its denominator, in words. */
export const figureOf = ({ name, value, of, full }: AwardFigure, text: Text): string =>
  name === 'complete'
    ? text.say('award.figure.complete', { share: text.share(of > 0 ? value / of : 0), of: text.count(of) })
    : text.say(`award.figure.${name}`, {
        value: formatValue(value, text),
        of: formatValue(of, text),
        full: formatValue(full, text),
      })

/** What one line of evidence adds, in words; `themeName` is that of a village's line. */
export const addsOf = (name: AwardCriterion, line: ToldEvidence, themeName: string, text: Text): string => {
  const { adds, of, confirmed } = line
  const value = formatValue(adds[0] ?? 0, text)
  switch (name) {
    case 'contribution':
      return text.say('award.adds.contribution', { value, of: text.count(of ?? 0) })
    case 'gapsClosed':
      return text.say('award.adds.gapsClosed', { value, theme: themeName })
    case 'reach':
      return of === null ? text.say('award.adds.unstated') : text.say('award.adds.reach', { value })
    case 'reporting':
      return text.say(adds[0] ? 'award.adds.fresh' : 'award.adds.stale', {
        date: text.date(confirmed ?? ''),
        share: text.share(adds[1] ?? 0),
      })
    case 'collaboration':
      return text.say(adds[0] ? 'award.adds.joint' : 'award.adds.alone')
  }
}

/** Where a record, or a village under the verdict of a theme, is seen on the map: in the same region and year. */
export const mapAddress = ({ region, period, language }: View, selection: Selection, theme?: string): string =>
  `/${formatView({ ...DEFAULT_VIEW, region, period, language, selection, theme: theme ?? DEFAULT_VIEW.theme })}`
