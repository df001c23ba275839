import './versus.css'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type CSSProperties, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { isOtherRight, type Versus } from '../../data/view/versus.ts'
import { cameraOf } from '../map/camera.ts'
import type { MapProps } from '../map/props.ts'
import type { ScreenPalette } from '../palette.ts'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { Selection, View } from '../view.ts'
import { Bar } from './Bar.tsx'
import { Slider } from './Slider.tsx'
import { differing, sided, tagsOf } from './sides.ts'
import { useFollowing } from './useFollowing.ts'
import { useOther } from './useOther.ts'
import { VersusTexts } from './VersusTexts.tsx'

const MapView = lazy(() => import('../map/MapView.tsx'))

const nothing = () => undefined
/** Beside the map's own controls. */
const CONTROLS_PX = 62
/** The ticks of the frame. */
const FRAME_PX = 26

type Props = {
  readonly main: MapLibreMap
  readonly view: View
  /** The view as the main map draws it: with what the legend lifts. */
  readonly shown: View
  readonly versus: Versus
  readonly coverage: CoverageAnswer | undefined
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly padding: MapProps['padding']
  /** Pixels at the right that the card lies over. */
  readonly coveredPx: number
  readonly hovered: Selection | null
  /** Half a phone is no map: there one lies over the other. */
  readonly hasHalves: boolean
  readonly changeView: ChangeView
  readonly onHover: (selection: Selection | null) => void
  /** Units to outline on the main map too. */
  readonly onOutlined: (codes: readonly Code[] | null) => void
  readonly onLayerTrouble: MapProps['onLayerTrouble']
}

/** In the middle of what no panel covers. */
const middleOf = (main: MapLibreMap, { left, right }: MapProps['padding']): number => {
  const { clientWidth } = main.getContainer()
  const free = clientWidth - left - right
  return free > 160 ? ((left + free / 2) / clientWidth) * 100 : 50
}

const Part = (props: Props) => {
  const { main, view, shown, versus, coverage, context, palette, padding, coveredPx, hovered, hasHalves, changeView } =
    props
  const { onOutlined } = props
  const text = useText()
  const { say } = text
  const other = useOther(view, versus, coverage)
  const isHalves = versus.form === 'halves' && hasHalves
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [first] = useState(() => cameraOf(main))
  const [percent, setPercent] = useState(() => middleOf(main, padding))
  const [isOutlined, setOutlined] = useState(false)
  useFollowing(main, map, isHalves)

  const differ = useMemo(
    () => (coverage && other.coverage ? differing(coverage, other.coverage) : undefined),
    [coverage, other.coverage],
  )
  const outlined = isOutlined && differ ? differ : null
  useEffect(() => {
    onOutlined(outlined)
    return () => onOutlined(null)
  }, [outlined, onOutlined])

  const { against } = versus
  const drawn = useMemo(
    (): View => ({ ...other.view, only: shown.only, camera: first }),
    [other.view, shown.only, first],
  )
  const names = tagsOf(view, against, context, other.scenario, text)
  const tags = sided(view, against, names.main, names.other)
  const otherSide = isOtherRight(view, against) ? 'right' : 'left'
  return (
    <>
      {!other.lack && (
        <div
          className="versus"
          data-form={isHalves ? 'halves' : 'swipe'}
          data-other={otherSide}
          style={{ '--swipe': `${isHalves ? 50 : percent}%` } as CSSProperties}
        >
          <section
            className="versus-map"
            aria-label={say('versus.map', { name: names.other })}
            aria-hidden={!isHalves}
            inert={!isHalves}
          >
            <Suspense>
              <MapView
                view={drawn}
                palette={palette}
                context={context}
                coverage={other.coverage}
                among={outlined}
                lookAt={null}
                hovered={hovered}
                padding={padding}
                flyTo={null}
                drawing={!isHalves}
                onMap={setMap}
                onHover={props.onHover}
                onSelect={(selection) => changeView((v) => ({ ...v, selection }))}
                onCamera={isHalves ? (camera) => changeView((v) => ({ ...v, camera })) : nothing}
                onLayerTrouble={props.onLayerTrouble}
                onReady={nothing}
              />
            </Suspense>
          </section>
          {!isHalves && (
            <Slider
              percent={percent}
              name={say('versus.slider', tags)}
              value={say('versus.value', { percent: Math.round(percent), left: tags.left })}
              isReachable
              onSlide={setPercent}
            />
          )}
          <span className="versus-tag" data-side="left" aria-hidden="true">
            {tags.left}
          </span>
          <span className="versus-tag" data-side="right" aria-hidden="true">
            {tags.right}
          </span>
        </div>
      )}
      <div
        className="versus-room"
        style={{ top: padding.top, right: coveredPx + CONTROLS_PX, left: padding.left + FRAME_PX }}
      >
        <Bar
          view={view}
          versus={versus}
          coverage={coverage}
          other={other}
          names={names}
          tags={tags}
          context={context}
          differ={differ}
          isOutlined={isOutlined}
          onOutline={setOutlined}
          hasHalves={hasHalves}
          changeView={changeView}
        />
      </div>
    </>
  )
}

/** A second map of the same place: another year, another theme or a scenario, over the question's map or beside it. */
const VersusMap = (props: Props) => (
  <VersusTexts>
    <Part {...props} />
  </VersusTexts>
)
export default VersusMap
