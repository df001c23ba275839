import type { Map as MapLibreMap } from 'maplibre-gl'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Annotation, AnnotationKind, Position, Scene } from '../../data/model/story.ts'
import { useSubset } from '../analysis/useSubset.ts'
import type { ScreenPalette } from '../palette.ts'
import { useCoverage } from '../queries.ts'
import { Boundary } from '../shell/Boundary.tsx'
import { useText } from '../text/useText.ts'
import type { Camera, View } from '../view.ts'
import { Marks } from './Marks.tsx'
import { NEEDED } from './marks.ts'

const MapView = lazy(() => import('../map/MapView.tsx'))

const PADDING = { top: 26, right: 12, bottom: 26, left: 12 }
const nothing = () => undefined

/** What is being set on the map by hand. */
export type Placing = { readonly kind: AnnotationKind; readonly positions: readonly Position[] }

type Props = {
  readonly scene: Scene
  readonly view: View
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly placing: Placing | null
  readonly onPlacing: (placing: Placing) => void
  readonly onPlaced: (kind: AnnotationKind, positions: readonly Position[]) => void
  readonly onMove: ((at: number, annotation: Annotation) => void) | undefined
  /** Where the hand has moved the map to. */
  readonly onCamera: (camera: Camera) => void
}

/** The map of a scene as it will be shown, with its marks; a tap sets the corners of a mark that is being placed. */
export const SceneMap = (props: Props) => {
  const { scene, view, context, palette, placing, onMove } = props
  const { say, language } = useText()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const { data: coverage } = useCoverage(view)
  const { among, lookAt, drawable } = useSubset(view, coverage)
  const { onPlacing, onPlaced, onCamera } = props
  useEffect(() => {
    if (!map || !placing) return
    const put = ({ lngLat: { lng, lat } }: { readonly lngLat: { readonly lng: number; readonly lat: number } }) => {
      const positions = [...placing.positions, [lng, lat] as const]
      if (placing.kind !== 'area' && positions.length >= NEEDED[placing.kind]) onPlaced(placing.kind, positions)
      else onPlacing({ ...placing, positions })
    }
    map.getCanvas().style.cursor = 'crosshair'
    map.on('click', put)
    return () => {
      map.getCanvas().style.cursor = ''
      map.off('click', put)
    }
  }, [map, placing, onPlacing, onPlaced])
  const shown = useMemo((): View => ({ ...view, language }), [view, language])
  const take = useCallback((next: MapLibreMap | null) => setMap(next), [])
  return (
    <section className="story-map" aria-label={say('stories.map')}>
      <Boundary words={say('shell.mapTrouble')} retry={say('shell.retry')}>
        <Suspense>
          <MapView
            view={shown}
            palette={palette}
            context={context}
            coverage={drawable}
            among={among}
            lookAt={view.camera ? null : lookAt}
            hovered={null}
            padding={PADDING}
            flyTo={null}
            drawing
            onMap={take}
            onHover={nothing}
            onSelect={nothing}
            onCamera={onCamera}
            onLayerTrouble={nothing}
            onReady={nothing}
          />
        </Suspense>
      </Boundary>
      {map && <Marks map={map} annotations={scene.annotations} pending={placing?.positions ?? []} onMove={onMove} />}
    </section>
  )
}
