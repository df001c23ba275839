import type { ReactNode } from 'react'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import { figureOf } from '../../data/model/asked_figure.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import type { ScreenPalette } from '../palette.ts'
import { type Text, useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { wear } from './Swatch.tsx'

/** The two lines beside the large figure: what was counted, and out of what. */
export const figureWords = (
  coverage: Pick<CoverageAnswer, 'counts' | 'targeted' | 'denominator'>,
  { ask, level }: Pick<View, 'ask' | 'level'>,
  text: Text,
) => {
  const { say, count, share } = text
  const figure = figureOf(coverage, ask)
  const units = (value: number) => say(`panel.unit.${level}`, { count: value })
  const total = { total: count(figure.total), units: units(figure.total), share: share(figure.share ?? 0) }
  const denominator =
    figure.share === null
      ? say('panel.noneTargeted', { units: units(2) })
      : say(figure.of === 'targeted' ? 'panel.ofTargeted' : 'panel.ofAll', total)
  const counted = say('panel.figureWords', { units: units(figure.count), ask: say(`panel.ask.${ask}`) })
  return { figure: count(figure.count), counted, denominator }
}

type Props = {
  readonly view: View
  readonly coverage: CoverageAnswer | undefined
  readonly palette: ScreenPalette
  /** Stands at the end of the figure's line. */
  readonly children?: ReactNode
}

/** The answer to the question: one large figure, its denominator in words, and all verdicts as one bar. */
export const Answer = ({ view, coverage, palette, children }: Props) => {
  const text = useText()
  const { say, count } = text
  const words = coverage && figureWords(coverage, view, text)
  return (
    <section className="answer" aria-busy={!coverage}>
      <div className={view.ask === 'gap' ? 'figure figure-gap' : 'figure'}>
        <span className="figure-number">{words?.figure ?? '–'}</span>
        <span className="figure-words">
          <strong>{words?.counted ?? say('panel.loading')}</strong>
          <span>{words?.denominator ?? ' '}</span>
        </span>
        {children}
      </div>
      <div className="verdict-bar" aria-hidden="true">
        {coverage &&
          VERDICT_KINDS.filter((kind) => coverage.counts[kind] > 0).map((kind) => (
            <span key={kind} style={{ ...wear(kind, palette), flexGrow: coverage.counts[kind] }} />
          ))}
      </div>
      <p className="verdict-total">
        <span>{say(`panel.all.${view.level}`)}</span>
        {coverage?.sample && (
          <span className="badge-sample" title={say('shell.sampleAbout')}>
            {say('shell.sample')}
          </span>
        )}
        <span>{coverage ? say('panel.whole', { total: count(coverage.denominator) }) : ' '}</span>
      </p>
    </section>
  )
}
