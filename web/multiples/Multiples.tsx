import './multiples.css'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import { figureOf } from '../../data/model/asked_figure.ts'
import { api } from '../api.ts'
import type { ScreenPalette } from '../palette.ts'
import { figureWords } from '../panel/Answer.tsx'
import { Window } from '../panel/about/Window.tsx'
import { named } from '../panel/named.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { Trouble } from '../panel/Trouble.tsx'
import { yearsShown } from '../panel/years_shown.ts'
import { keyOf } from '../queries.ts'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { MultiplesTexts } from './MultiplesTexts.tsx'
import { regionBox } from './region_box.ts'
import { Stamp } from './Stamp.tsx'
import { type Stamps, useStamps } from './useStamps.ts'
import { VerdictPatterns } from './VerdictPatterns.tsx'

/** Patterns are finer on small maps. */
const STAMP_SCALE = 0.55

type By = 'year' | 'theme'

type Props = {
  readonly view: View
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly changeView: ChangeView
  readonly onClose: () => void
}

type One = { readonly key: string; readonly title: string; readonly view: View }

const onesOf = (by: By, view: View, context: ContextAnswer, language: View['language']): readonly One[] => {
  if (by === 'theme')
    return context.themes.map(({ id, label }) => ({ key: id, title: label[language], view: { ...view, theme: id } }))
  const [from, to] = yearsShown(context.asOf.time, view.period)
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    key: `${from + at}`,
    title: `${from + at}`,
    view: { ...view, period: { from: from + at, to: from + at } },
  }))
}

/** Nobody has a target or an activity there: a map of nothing would only take room. */
const isSilent = ({ counts, denominator }: CoverageAnswer): boolean =>
  counts.no_target + counts.unreported === denominator

type TileProps = Pick<Props, 'view' | 'changeView' | 'onClose'> & {
  readonly one: One
  readonly coverage: CoverageAnswer | undefined
  readonly stamps: Stamps | undefined
}

const Tile = ({ view, one, coverage, stamps, changeView, onClose }: TileProps) => {
  const text = useText()
  const { say } = text
  const words = coverage && figureWords(coverage, one.view, text)
  const isOfNothing = coverage !== undefined && figureOf(coverage, view.ask).share === null
  const told = words ? `${words.figure} ${words.counted} ${words.denominator}` : say('panel.loading')
  const { theme, period } = one.view
  const isShown = theme === view.theme && period.from === view.period.from && period.to === view.period.to
  return (
    <li>
      <button
        type="button"
        className="stamp-tile"
        aria-pressed={isShown}
        onClick={() => {
          onClose()
          changeView((v) => ({ ...v, theme, period }))
        }}
      >
        <strong>{one.title}</strong>
        {stamps && coverage ? (
          <Stamp stamps={stamps} coverage={coverage} words={`${one.title}: ${told}`} />
        ) : (
          <span className="stamp-waits" />
        )}
        <span className="stamp-figure" data-asked={view.ask}>
          <b>{isOfNothing ? '–' : (words?.figure ?? '–')}</b> {words?.denominator}
        </span>
      </button>
    </li>
  )
}

const Page = ({ view, context, palette, changeView, onClose }: Props) => {
  const text = useText()
  const { say, language, date, count } = text
  const [by, setBy] = useState<By>('year')
  const { stamps, error } = useStamps(view.level, regionBox(view.region, context))
  const ones = onesOf(by, view, context, language)
  const answers = useQueries({
    queries: ones.map((one) => ({
      queryKey: ['coverage', ...keyOf(one.view)],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.coverage(one.view, signal),
    })),
  })
  const told = ones.map((one, at) => ({ one, coverage: answers[at]?.data }))
  const shown = told.filter(({ coverage }) => by === 'year' || !coverage || !isSilent(coverage))
  const silent = told.filter((one) => !shown.includes(one))
  const ordered =
    by === 'theme'
      ? shown.toSorted((a, b) => (b.coverage?.counts[view.ask] ?? 0) - (a.coverage?.counts[view.ask] ?? 0))
      : shown
  const trouble = error ?? answers.find((one) => one.error && !one.data)?.error
  const names = { ...named(view, context, text), ask: say(`panel.ask.${view.ask}`) }
  return (
    <Window open onClose={onClose} title={say(`multiples.title.${by}`, names)} close={say('shell.close')} look="wide">
      <VerdictPatterns palette={palette} scale={STAMP_SCALE} />
      <fieldset className="multiples-by">
        <legend className="unseen">{say('multiples.by')}</legend>
        {(['year', 'theme'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="button-quiet"
            aria-pressed={by === each}
            onClick={() => setBy(each)}
          >
            {say(`multiples.by.${each}`)}
          </button>
        ))}
      </fieldset>
      {trouble && (
        <Trouble
          error={trouble}
          onRetry={() => {
            for (const one of answers) if (one.error) void one.refetch()
          }}
        />
      )}
      <ol className="stamps">
        {ordered.map(({ one, coverage }) => (
          <Tile
            key={one.key}
            view={view}
            one={one}
            coverage={coverage}
            stamps={stamps}
            changeView={changeView}
            onClose={onClose}
          />
        ))}
      </ol>
      {silent.length > 0 && (
        <p className="quiet">
          {say('multiples.silent', { ...names, themes: silent.map(({ one }) => one.title).join(', ') })}
        </p>
      )}
      <ul className="stamps-legend">
        {VERDICT_LEGEND.map(({ value, meaning, label }) => (
          <li key={value}>
            <Swatch meaning={meaning} palette={palette} /> {label[language]}
          </li>
        ))}
      </ul>
      <p className="quiet">{say('about.asOf', { seq: count(context.asOf.seq), date: date(context.asOf.time) })}</p>
    </Window>
  )
}

/** The same question year by year or theme by theme, as small maps of one scale and one legend. */
const Multiples = (props: Props) => (
  <MultiplesTexts>
    <Page {...props} />
  </MultiplesTexts>
)
export default Multiples
