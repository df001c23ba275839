import type { Map as MapLibreMap } from 'maplibre-gl'
import { type CSSProperties, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { LayerId } from '../../data/layers/layer.ts'
import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Language } from '../../data/model/words.ts'
import type { ScreenPalette } from '../palette.ts'
import { type Text, useText } from '../text/useText.ts'
import { Slider } from '../versus/Slider.tsx'
import { useFollowing } from '../versus/useFollowing.ts'
import type { Camera, View } from '../view.ts'

const MapView = lazy(() => import('../map/MapView.tsx'))

const PADDING = { top: 26, right: 14, bottom: 30, left: 26 }
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
  useFollowing(main, isAhead ? null : other)
  useEffect(() => {
    onMap(other)
    return () => onMap(null)
  }, [other, onMap])
  const shown = useMemo(() => ({ ...view, camera: first }), [view, first])
  const names = sideNames(before, view, context, text)
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
      <Slider
        percent={percent}
        name={text.say('present.swipe', names)}
        value={text.say('present.swipe.value', { percent: Math.round(percent), before: names.before })}
        isReachable={!isAhead}
        onSlide={setPercent}
      />
    </div>
  )
}
