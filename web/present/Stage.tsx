import type { Map as MapLibreMap } from 'maplibre-gl'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { LayerId } from '../../data/layers/layer.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { ScreenPalette } from '../palette.ts'
import { Boundary } from '../shell/Boundary.tsx'
import { useText } from '../text/useText.ts'
import type { Camera, View } from '../view.ts'
import { Annotations } from './Annotations.tsx'
import { fitCamera, glideMsBetween } from './camera.ts'
import type { Staged } from './pieces.ts'
import { SwipeSide } from './SwipeSide.tsx'
import { useCalm } from './useCalm.ts'
import { useDrawn } from './useDrawn.ts'
import { useSize } from './useSize.ts'

const MapView = lazy(() => import('../map/MapView.tsx'))

const PADDING = { top: 26, right: 14, bottom: 30, left: 26 }
const nothing = () => undefined

/** The map of a story moves by scenes, wheel and two fingers: one finger and the arrow keys turn the pages. */
const quieten = (map: MapLibreMap): void => {
  for (const handler of [map.dragPan, map.dragRotate, map.keyboard, map.boxZoom, map.doubleClickZoom]) handler.disable()
  map.touchZoomRotate.disableRotation()
}

type Props = {
  readonly staged: Staged
  /** The scene that comes after it. */
  readonly next: Staged
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly onMap: (map: MapLibreMap | null) => void
  readonly onTrouble: (id: LayerId) => void
  /** A scene is on screen with all it has. */
  readonly onDrawn: (scene: string) => void
}

/** The map of a scene, with the author's marks over it; one map for all scenes, so that the camera travels between them. */
export const Stage = ({ staged, next, context, palette, onMap, onTrouble, onDrawn }: Props) => {
  const { say } = useText()
  const { scene, view, after, coverage, afterCoverage } = staged
  const box = useRef<HTMLElement>(null)
  const size = useSize(box)
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [other, setOther] = useState<MapLibreMap | null>(null)
  const camera = useMemo(() => (view.camera && size ? fitCamera(view.camera, size) : view.camera), [view.camera, size])
  const fitted = useMemo((): View => ({ ...view, camera }), [view, camera])
  const before = useRef<Camera | null>(null)
  const glideMs = useMemo(() => glideMsBetween(before.current, camera), [camera])
  useEffect(() => {
    before.current = camera
  }, [camera])
  const [rested, setRested] = useState('')
  // The second map is made once the scene before it stands: it must not hold that one up.
  const swipe = after ? staged : next.after && rested === scene.id ? next : null
  const tell = useCallback(
    (id: string) => {
      setRested(id)
      onDrawn(id)
    },
    [onDrawn],
  )
  const take = useCallback(
    (next: MapLibreMap | null) => {
      if (next) quieten(next)
      setMap(next)
      onMap(next)
    },
    [onMap],
  )
  useCalm(map, rested !== scene.id)
  const isAnswered = coverage !== undefined && (after === null || afterCoverage !== undefined)
  useDrawn(
    scene.id,
    isAnswered || staged.missing.some(({ kind }) => kind === 'verdicts'),
    [map, after ? other : map],
    tell,
  )
  return (
    <section className="present-stage" ref={box} aria-label={say('present.map')}>
      <Boundary words={say('shell.mapTrouble')} retry={say('present.retry')}>
        <Suspense>
          {size && (
            <MapView
              view={fitted}
              palette={palette}
              context={context}
              coverage={coverage}
              among={null}
              lookAt={null}
              hovered={null}
              padding={PADDING}
              flyTo={null}
              glideMs={glideMs}
              drawing={true}
              onMap={take}
              onHover={nothing}
              onSelect={nothing}
              onCamera={nothing}
              onLayerTrouble={onTrouble}
              onReady={nothing}
            />
          )}
          {swipe?.after && map && size && (
            <SwipeSide
              key={swipe.scene.id}
              main={map}
              isAhead={swipe !== staged}
              before={swipe.view}
              view={swipe.after}
              start={swipe.view.camera && fitCamera(swipe.view.camera, size)}
              coverage={swipe.afterCoverage}
              context={context}
              palette={palette}
              onMap={setOther}
              onTrouble={onTrouble}
            />
          )}
        </Suspense>
      </Boundary>
      {map && <Annotations map={map} annotations={scene.annotations} />}
    </section>
  )
}
