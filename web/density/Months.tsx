import './density.css'
import { Pause, Play } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Density } from '../analysis/keys.ts'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { DensityTexts } from './DensityTexts.tsx'
import { usePoints } from './queries.ts'
import { countsThrough, monthsThrough, tell } from './told.ts'
import { monthName } from './when.ts'

type Props = {
  readonly view: View
  readonly density: Density
  readonly context: ContextAnswer
  readonly changeView: ChangeView
}

/** Slow enough to be seen; without motion slow enough to be read. */
const STEP_MS = { moving: 450, still: 1_400 } as const
/** Browsers hold back whoever rewrites the address more often. */
const SLIDE_MS = 90

const HEIGHT = 28

/** How many are under way in each month, as a line of steps. */
const Steps = ({ counts, at }: { readonly counts: Int32Array; readonly at: number | null }) => {
  const most = Math.max(1, ...counts)
  const path = useMemo(() => {
    const heights = Array.from(counts, (count) => HEIGHT - (count / most) * HEIGHT)
    return `M0 ${HEIGHT}${heights.map((y, month) => `L${month} ${y.toFixed(2)}H${month + 1}`).join('')}V${HEIGHT}Z`
  }, [counts, most])
  return (
    <svg
      className="months-steps"
      viewBox={`0 0 ${counts.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={path} />
      {at !== null && <rect x={at} y="0" width="1" height={HEIGHT} />}
    </svg>
  )
}

const Bar = ({ view, density, context, changeView }: Props) => {
  const { say, count, language } = useText()
  const points = usePoints(view).data
  const [playing, setPlaying] = useState(false)
  const [slid, setSlid] = useState<number | null>(null)
  const timer = useRef(0)
  const latest = useRef<number | null>(null)
  const { month } = density
  const through = points ? monthsThrough(points) : null
  const from = through?.from ?? 0
  const to = through?.to ?? 0

  useEffect(() => {
    if (!playing) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const step = () =>
      changeView((v) => {
        if (!v.density) return v
        const next = v.density.month === null || v.density.month >= to ? from : v.density.month + 1
        return { ...v, density: { ...v.density, month: next } }
      })
    const every = setInterval(step, still ? STEP_MS.still : STEP_MS.moving)
    return () => clearInterval(every)
  }, [playing, from, to, changeView])
  useEffect(() => () => clearTimeout(timer.current), [])

  const show = (next: number | null) =>
    changeView((v) => ({ ...v, density: v.density && { ...v.density, month: next } }))
  const slide = (next: number) => {
    setPlaying(false)
    setSlid(next)
    latest.current = next
    if (timer.current !== 0) return
    timer.current = window.setTimeout(() => {
      timer.current = 0
      show(latest.current)
      setSlid(null)
    }, SLIDE_MS)
  }

  const shown = slid ?? month
  const counts = points ? countsThrough(points) : new Int32Array(1)
  const counted = points ? tell(points, view, { ...density, km: null, month: shown }, context).counted : null
  const when = shown === null ? formatPeriod(view.period) : monthName(shown, language)
  const thumb = Math.min(to, Math.max(from, shown ?? 12 * view.period.to))
  const said = counted ? say('density.month.said', { month: when, count: count(counted.drawn) }) : when
  return (
    <section className="timeline months" aria-label={say('density.months')}>
      <button
        type="button"
        className="timeline-play"
        aria-label={say(playing ? 'density.pause' : 'density.play')}
        onClick={() => setPlaying(!playing)}
      >
        {playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      <div className="months-slide">
        <Steps counts={counts} at={shown === null ? null : thumb - from} />
        <input
          type="range"
          min={from}
          max={to}
          value={thumb}
          disabled={!points}
          data-idle={shown === null}
          aria-label={say('density.month')}
          aria-valuetext={said}
          onChange={({ target }) => slide(Number(target.value))}
        />
        <span className="months-ends" aria-hidden="true">
          <span>{through && monthName(from, language, 'short')}</span>
          <span>{through && monthName(to, language, 'short')}</span>
        </span>
      </div>
      <div className="months-shown">
        <strong>{when}</strong>
        <span>{counted ? say('density.hexagon', { count: counted.drawn }) : '–'}</span>
        <button
          type="button"
          className="link"
          aria-pressed={shown === null}
          onClick={() => {
            setPlaying(false)
            show(null)
          }}
        >
          {say('density.whole', { period: formatPeriod(view.period) })}
        </button>
      </div>
    </section>
  )
}

/** The month whose activities are shown, or the whole period of the question. */
const Months = (props: Props) => (
  <DensityTexts>
    <Bar {...props} />
  </DensityTexts>
)
export default Months
