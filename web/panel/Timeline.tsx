import { Pause, Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { figureOf } from '../../data/model/asked_figure.ts'
import { includesYear } from '../../data/model/period.ts'
import { useYears } from '../queries.ts'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { yearsShown } from './years_shown.ts'

type Props = { readonly view: View; readonly context: ContextAnswer; readonly changeView: ChangeView }

const STEP_MS = 1_400

/** The same figure year by year; a pressed year becomes the period of the question. */
export const Timeline = ({ view, context, changeView }: Props) => {
  const { say, count } = useText()
  const [playing, setPlaying] = useState(false)
  const [from, to] = yearsShown(context.asOf.time, view.period)
  const { data } = useYears(view, [from, to])
  const figures = data?.years.map(({ year, counts, targeted }) => {
    const silent = counts.unreported === data.denominator && view.ask !== 'unreported'
    const { count: figure, share } = figureOf({ counts, targeted, denominator: data.denominator }, view.ask)
    return { year, figure: silent || share === null ? null : figure }
  })
  const highest = Math.max(1, ...(figures ?? []).map(({ figure }) => figure ?? 0))

  useEffect(() => {
    if (!playing) return
    const step = () =>
      changeView((v) => {
        const next = v.period.to >= to ? from : v.period.to + 1
        return { ...v, period: { from: next, to: next } }
      })
    const timer = setInterval(step, STEP_MS)
    return () => clearInterval(timer)
  }, [playing, from, to, changeView])

  const years = figures ?? Array.from({ length: to - from + 1 }, (_, index) => ({ year: from + index, figure: null }))
  return (
    <section className="timeline" aria-label={say('panel.timeline')} data-asked={view.ask}>
      <button
        type="button"
        className="timeline-play"
        aria-label={say(playing ? 'panel.pause' : 'panel.play')}
        onClick={() => setPlaying(!playing)}
      >
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <ol className="timeline-years">
        {years.map(({ year, figure }) => (
          <li key={year}>
            <button
              type="button"
              aria-pressed={includesYear(view.period, year)}
              data-compared={view.compare?.kind === 'year' && view.compare.year === year}
              aria-label={
                figure === null
                  ? say('panel.yearNone', { year: `${year}` })
                  : say('panel.yearBar', {
                      year: `${year}`,
                      count: count(figure),
                      units: say(`panel.unit.${view.level}`, { count: figure }),
                      ask: say(`panel.ask.${view.ask}`),
                    })
              }
              onClick={() => {
                setPlaying(false)
                changeView((v) => ({ ...v, period: { from: year, to: year } }))
              }}
            >
              <span className="timeline-year">{year}</span>{' '}
              <span className="timeline-figure">{figure === null ? '–' : count(figure)}</span>
              <span
                className="timeline-bar"
                style={{ height: `${((figure ?? 0) / highest) * 26}px` }}
                hidden={figure === null}
              />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
