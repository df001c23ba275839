import './map.css'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CSSProperties } from 'react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { PALETTES, type Palette } from '../../styles/palette.ts'
import { unitTileset } from '../../styles/sources.ts'
import { mapStyle } from '../../styles/style.ts'
import { drawnVerdicts, targetedUnits } from '../../styles/subject.ts'
import { Controls } from './Controls.tsx'
import { bboxOf } from './camera.ts'
import { Frame } from './Frame.tsx'
import { ASSETS } from './fonts.ts'
import { Pointer } from './Pointer.tsx'
import type { MapProps } from './props.ts'
import { ScaleBar } from './ScaleBar.tsx'
import { MAP_TEXT } from './text.ts'
import { useCamera } from './useCamera.ts'
import { useHand } from './useHand.ts'
import { useLayerTrouble } from './useLayerTrouble.ts'
import { useLookAt } from './useLookAt.ts'
import { useMap } from './useMap.ts'
import { usePaint } from './usePaint.ts'
import { useReveal } from './useReveal.ts'

const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** What the style sheet of the map knows of it: colours, and where panels leave off. */
const cssOf = ({ ground }: Palette, { top, right, bottom, left }: MapProps['padding']) =>
  ({
    '--map-top': `${top}px`,
    '--map-right': `${right}px`,
    '--map-bottom': `${bottom}px`,
    '--map-left': `${left}px`,
    '--map-panel': ground.panel,
    '--map-ink': ground.ink,
    '--map-ink2': ground.ink2,
    '--map-halo': ground.halo,
    '--map-focus': ground.focus,
    '--map-rule': ground.contextLine,
    '--map-sea': ground.sea,
  }) as CSSProperties

type Drawn = { readonly map: MapLibreMap } & Pick<MapProps, 'view' | 'context' | 'padding'> & {
    readonly onFit: () => void
  }

/** The sheet around the map: degrees, scale, north, position. */
const Furniture = ({ map, view, context, padding, onFit }: Drawn) => {
  const regionName = context.regencies.find(({ code }) => code === view.region)?.name ?? view.region
  return (
    <>
      <Frame map={map} padding={padding} language={view.language} />
      <div className="map-corner map-corner-controls">
        <Controls map={map} language={view.language} regionName={regionName} onFit={onFit} />
      </div>
      <div className="map-corner map-corner-scale">
        <ScaleBar map={map} language={view.language} />
      </div>
      <div className="map-corner map-corner-pointer">
        <Pointer map={map} language={view.language} />
      </div>
    </>
  )
}

const MapView = (props: MapProps) => {
  const { view, context, coverage, among, padding } = props
  const container = useRef<HTMLDivElement>(null)
  const instructions = useId()
  const [still] = useState(prefersStillness)
  const palette = PALETTES[props.palette]
  const text = MAP_TEXT[view.language]

  const drawn = useMemo(() => drawnVerdicts(view, coverage), [view, coverage])
  const targeted = useMemo(() => targetedUnits(coverage), [coverage])
  const selected = view.selection
  const estimated = context.boundaries.kind === 'estimated'
  const arrived = coverage !== undefined
  const version = context.asOf.seq
  const subject = useMemo(() => ({ ...view, version }), [view, version])
  const style = useMemo(
    () => mapStyle({ palette, subject, estimated, among, targeted, arrived, still, selected, assets: ASSETS }),
    [palette, subject, estimated, among, targeted, arrived, still, selected],
  )
  const bbox = bboxOf(view.region, context)
  const start = { style, palette, text, still, camera: view.camera, bbox, padding }
  const now = useRef(start)
  now.current = start

  const state = useMap(container, now)
  const map = typeof state === 'object' ? state : null
  useEffect(() => {
    map?.getCanvas().setAttribute('aria-label', text.name)
    map?.getCanvas().setAttribute('aria-describedby', instructions)
  }, [map, text, instructions])
  usePaint(map, {
    style,
    painted: { tileset: unitTileset(view.level), verdicts: drawn },
    arrived,
    onReady: props.onReady,
  })
  const fitRegion = useCamera(map, { ...props, bbox, still })
  useLookAt(map, { ...props, bbox, still })
  useReveal(map, view.selection, padding, still)
  useHand(map, props)
  const { onMap } = props
  useEffect(() => {
    onMap(map)
    return () => onMap(null)
  }, [map, onMap])
  useLayerTrouble(map, text, props.onLayerTrouble)

  return (
    <div className="map" style={cssOf(palette, padding)}>
      <p id={instructions} className="map-instructions">
        {text.instructions}
      </p>
      <div ref={container} className="map-canvas" />
      {state === 'unavailable' && (
        <p className="map-unavailable" role="status">
          {text.unavailable}
        </p>
      )}
      {map && <Furniture map={map} view={view} context={context} padding={padding} onFit={fitRegion} />}
    </div>
  )
}

export default MapView
