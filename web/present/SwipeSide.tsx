import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  type CSSProperties,
  type KeyboardEvent,
  lazy,
  type PointerEvent,
  Suspense,
  useEffect,
  useMemo,
  useState,
} from 'react'
import type { LayerId } from '../../data/layers/layer.ts'
import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Language } from '../../data/model/words.ts'
import type { ScreenPalette } from '../palette.ts'
import { type Text, useText } from '../text/useText.ts'
import type { Camera, View } from '../view.ts'

const MapView = lazy(() => import('../map/MapView.tsx'))

const PADDING = { top: 26, right: 14, bottom: 30, left: 26 }
const STEP_PERCENT = 4
const nothing = () => undefined

/** What tells the two sides apart: their years, else their themes, else only which is which. */
export const sideNames = (
  before: View,
  after: View,
  { themes }: Pick<ContextAnswer, 'themes'>,
  { say, language }: Pick<Text, 'say'> & { readonly language: Language },
): { readonly before: string; readonly after: string } => {
  const [a, b] = [formatPeriod(before.period), formatPeriod(after.period)]
  if (a !== b) return { before: a, after: b }
  const themeOf = ({ theme }: View) => themes.find(({ id }) => id === theme)?.label[language] ?? theme
  if (before.theme !== after.theme) return { before: themeOf(before), after: themeOf(after) }
  return { before: say('present.swipe.before'), after: say('present.swipe.after') }
}

const stepOf = (key: string, percent: number): number | null => {
  if (key === 'ArrowLeft' || key === 'ArrowDown') return Math.max(0, percent - STEP_PERCENT)
  if (key === 'ArrowRight' || key === 'ArrowUp') return Math.min(100, percent + STEP_PERCENT)
  if (key === 'Home') return 0
  return key === 'End' ? 100 : null
}

/** The second map follows every move of the first, once it is seen. */
const useFollowing = (main: MapLibreMap, other: MapLibreMap | null, isAhead: boolean): void => {
  useEffect(() => {
    if (!other || isAhead) return
    const follow = () => {
      other.jumpTo({ center: main.getCenter(), zoom: main.getZoom(), bearing: main.getBearing() })
    }
    follow()
    main.on('move', follow)
    return () => {
      main.off('move', follow)
    }
  }, [main, other, isAhead])
}

type Props = {
  readonly main: MapLibreMap
  /** Its scene comes next: the map is made ready unseen. */
  readonly isAhead: boolean
  readonly before: View
  readonly view: View
  /** Where it begins; null shows the whole region. */
  readonly start: Camera | null
  readonly coverage: CoverageAnswer | undefined
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly onMap: (map: MapLibreMap | null) => void
  readonly onTrouble: (id: LayerId) => void
}

/** The later map over the earlier one, right of a slider that pointer and arrow keys move. */
export const SwipeSide = ({
  main,
  isAhead,
  before,
  view,
  start,
  coverage,
  context,
  palette,
  onMap,
  onTrouble,
}: Props) => {
  const text = useText()
  const [percent, setPercent] = useState(50)
  const [other, setOther] = useState<MapLibreMap | null>(null)
  const [first] = useState(start)
  useFollowing(main, other, isAhead)
  useEffect(() => {
    onMap(other)
    return () => onMap(null)
  }, [other, onMap])
  const shown = useMemo(() => ({ ...view, camera: first }), [view, first])
  const names = sideNames(before, view, context, text)
  const drag = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.parentElement!.getBoundingClientRect()
    if (event.buttons === 1) setPercent(Math.min(100, Math.max(0, ((event.clientX - left) / width) * 100)))
  }
  const press = (event: KeyboardEvent) => {
    const next = stepOf(event.key, percent)
    if (next === null) return
    event.preventDefault()
    setPercent(next)
  }
  return (
    <div className="present-swipe" data-ahead={isAhead} style={{ '--swipe': `${percent}%` } as CSSProperties}>
      <div className="present-after" aria-hidden="true" inert>
        <Suspense>
          <MapView
            view={shown}
            palette={palette}
            context={context}
            coverage={coverage}
            among={null}
            lookAt={null}
            hovered={null}
            padding={PADDING}
            flyTo={null}
            drawing={true}
            onMap={setOther}
            onHover={nothing}
            onSelect={nothing}
            onCamera={nothing}
            onLayerTrouble={onTrouble}
            onReady={nothing}
          />
        </Suspense>
      </div>
      <span className="present-side" data-side="before" aria-hidden="true">
        {names.before}
      </span>
      <span className="present-side" data-side="after" aria-hidden="true">
        {names.after}
      </span>
      <div
        className="present-slider"
        role="slider"
        tabIndex={isAhead ? -1 : 0}
        aria-label={text.say('present.swipe', names)}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(percent)}
        aria-valuetext={text.say('present.swipe.value', { percent: Math.round(percent), before: names.before })}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
      />
    </div>
  )
}
