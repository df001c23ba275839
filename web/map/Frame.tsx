import type { Map as MapLibreMap } from 'maplibre-gl'
import { useMemo, useSyncExternalStore } from 'react'
import type { Language } from '../../data/model/words.ts'
import { degreesText, spacingAt, ticksBetween } from '../../styles/graticule.ts'
import type { MapProps } from './props.ts'

type Tick = { readonly px: number; readonly minutes: number }
type Ticks = { readonly top: readonly Tick[]; readonly left: readonly Tick[] }

/** Ticks closer than this to a corner would run into the other side's labels. */
const CORNER_PX = 28

const ticksAlong = (
  map: MapLibreMap,
  axis: 'lng' | 'lat',
  lengthPx: number,
  crossPx: number,
  startPx: number,
): readonly Tick[] => {
  const at = (px: number) => map.unproject(axis === 'lng' ? [px, crossPx] : [crossPx, px])[axis]
  const [from, to] = [at(startPx), at(lengthPx)].sort((a, b) => a - b) as [number, number]
  return ticksBetween(from, to, spacingAt(map.getZoom()))
    .map((minutes) => {
      const cross = map.unproject([startPx, startPx])
      const { x, y } = map.project(axis === 'lng' ? [minutes / 60, cross.lat] : [cross.lng, minutes / 60])
      return { minutes, px: Math.round(axis === 'lng' ? x : y) }
    })
    .filter(({ px }) => px > startPx + CORNER_PX && px < lengthPx - CORNER_PX)
}

/** Only an upright map has meridians that meet its frame at right angles. */
const ticksOf = (map: MapLibreMap, { top, left }: MapProps['padding']): Ticks => {
  const { clientWidth, clientHeight } = map.getContainer()
  if (Math.abs(map.getBearing()) > 0.5) return { top: [], left: [] }
  return {
    top: ticksAlong(map, 'lng', clientWidth, top, left),
    left: ticksAlong(map, 'lat', clientHeight, left, top),
  }
}

const subscribeTo = (map: MapLibreMap) => (changed: () => void) => {
  map.on('move', changed)
  map.on('resize', changed)
  return () => {
    map.off('move', changed)
    map.off('resize', changed)
  }
}

/** A text that changes exactly when the map's picture of the world does. */
export const useCameraKey = (map: MapLibreMap): string => {
  // One function for good: a new one would be let go and taken on again in every frame of a move.
  const subscribe = useMemo(() => subscribeTo(map), [map])
  return useSyncExternalStore(subscribe, () => {
    const { lng, lat } = map.getCenter()
    const { clientWidth, clientHeight } = map.getContainer()
    return `${lng},${lat},${map.getZoom()},${map.getBearing()},${clientWidth},${clientHeight}`
  })
}

type FrameProps = { readonly map: MapLibreMap; readonly padding: MapProps['padding']; readonly language: Language }

/** Degrees of the graticule along the upper and left edge, as on a printed sheet. */
export const Frame = ({ map, padding, language }: FrameProps) => {
  useCameraKey(map)
  const { top, left } = ticksOf(map, padding)
  return (
    <div className="map-frame" aria-hidden="true" style={{ inset: `${padding.top}px 0 0 ${padding.left}px` }}>
      {top.map(({ px, minutes }) => (
        <span key={`x${minutes}`} className="map-tick map-tick-top" style={{ left: px - padding.left }}>
          <span>{degreesText(minutes, 'lng', language)}</span>
        </span>
      ))}
      {left.map(({ px, minutes }) => (
        <span key={`y${minutes}`} className="map-tick map-tick-left" style={{ top: px - padding.top }}>
          <span>{degreesText(minutes, 'lat', language)}</span>
        </span>
      ))}
    </div>
  )
}
