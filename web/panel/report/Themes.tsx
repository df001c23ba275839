import { VERDICT_LEGEND } from '../../../data/layers/verdicts.ts'
import type { AreaReportAnswer, ContextAnswer } from '../../../data/model/answers.ts'
import type { Verdict, VerdictCounts } from '../../../data/model/verdict.ts'
import type { ScreenPalette } from '../../palette.ts'
import { type Text, useText } from '../../text/useText.ts'
import { themeName } from '../card/names.ts'
import { formatHa } from '../card/numbers.ts'
import { Swatch, wear } from '../Swatch.tsx'
import { Lines } from './Lines.tsx'

type Theme = AreaReportAnswer['themes'][number]

const order = ({ kind }: Verdict): number => VERDICT_LEGEND.findIndex(({ value }) => value === kind)

const shortHaOf = (verdict: Verdict): number | undefined => ('shortHa' in verdict ? verdict.shortHa : undefined)

/** What was counted and measured for the theme; nothing that is not there. */
const detailsOf = (theme: Theme, { say, language }: Text): string => {
  const ha = (value: number | undefined, key: 'short' | 'served' | 'overlap') =>
    value ? [say(`report.theme.${key}`, { ha: formatHa(value, language) })] : []
  return [
    say('report.theme.counts', { activities: theme.activities, targets: theme.targets }),
    ...ha(shortHaOf(theme.verdict), 'short'),
    ...ha(theme.servedHa, 'served'),
    ...ha(theme.overlapHa, 'overlap'),
  ].join(' · ')
}

/** The villages' own verdicts, as a bar and in words. */
const Villages = ({ counts, palette }: { readonly counts: VerdictCounts; readonly palette: ScreenPalette }) => {
  const { say, language, count } = useText()
  const present = VERDICT_LEGEND.filter(({ value }) => counts[value] > 0)
  if (present.length === 0) return null
  const words = present.map(({ value, label }) => `${count(counts[value])} ${label[language].toLowerCase()}`)
  return (
    <>
      <span className="report-bar" aria-hidden="true">
        {present.map(({ value, meaning }) => (
          <span key={value} style={{ ...wear(meaning, palette), flexGrow: counts[value] }} />
        ))}
      </span>
      <span className="report-under">{say('report.theme.villages', { counts: words.join(', ') })}</span>
    </>
  )
}

type Props = {
  readonly answer: AreaReportAnswer
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
}

/** The area judged as one unit, theme by theme, from the need to the silence. */
export const Themes = ({ answer, context, palette }: Props) => {
  const text = useText()
  const { say, language } = text
  const named = answer.themes
    .map((theme) => ({ ...theme, name: themeName(context, theme.theme, language) }))
    .sort((a, b) => order(a.verdict) - order(b.verdict) || a.name.localeCompare(b.name, language))
  return (
    <Lines
      title={say('report.themes')}
      items={named}
      most={6}
      keyOf={({ theme }) => theme}
      none={say('report.themes.none', { period: answer.period })}
      render={(theme) => {
        const entry = VERDICT_LEGEND.find(({ value }) => value === theme.verdict.kind)
        return (
          <span className="report-theme">
            {entry && <Swatch meaning={entry.meaning} palette={palette} />}
            <span className="report-theme-name">{theme.name}</span>
            <strong className="report-verdict" data-verdict={entry?.value}>
              {entry?.label[language]}
            </strong>
            <span className="report-under">{detailsOf(theme, text)}</span>
            <Villages counts={theme.villages} palette={palette} />
          </span>
        )
      }}
    />
  )
}
