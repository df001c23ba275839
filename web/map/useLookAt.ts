import type { Position } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import type { Code } from '../../data/model/codes.ts'
import { unitTileset } from '../../styles/sources.ts'
import { FITTING, showBox } from './camera.ts'
import type { Bbox, MapProps } from './props.ts'

const PHONE_PX = 768

const positionsOf = (coordinates: Position | readonly unknown[]): readonly Position[] =>
  typeof coordinates[0] === 'number' ? [coordinates as Position] : (coordinates as Position[]).flatMap(positionsOf)

/** The box around units as the tiles on hand draw them, and how many of them were found there. */
const boxOf = (map: MapLibreMap, tileset: string, codes: readonly Code[]): { box: Bbox | null; found: number } => {
  const features = map.querySourceFeatures(tileset, {
    sourceLayer: tileset,
    filter: ['in', ['get', 'code'], ['literal', [...codes]]],
  })
  const positions = features.flatMap(({ geometry }) =>
    'coordinates' in geometry ? positionsOf(geometry.coordinates) : [],
  )
  const box = positions.reduce<Bbox | null>((around, [lng = 0, lat = 0]) => {
    const [west, south, east, north] = around ?? [lng, lat, lng, lat]
    return [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)]
  }, null)
  return { box, found: new Set(features.map(({ properties }) => properties.code)).size }
}

/** On a phone the list that names the units, or the report of an area, covers the lower half. */
export const besideSheet = (map: MapLibreMap, padding: MapProps['padding']): MapProps['padding'] => {
  const { clientWidth, clientHeight } = map.getContainer()
  return clientWidth < PHONE_PX ? { ...padding, bottom: clientHeight * 0.56 } : padding
}

type Look = Pick<MapProps, 'view' | 'padding' | 'lookAt'> & { readonly bbox: Bbox | null; readonly still: boolean }

/** Brings a set of units into sight once it is named; a link's own camera is left as it is. */
export const useLookAt = (map: MapLibreMap | null, props: Look): void => {
  const now = useRef(props)
  now.current = props
  const { camera, corridor, pairs } = props.view
  const linked = useRef(camera !== null && (corridor !== null || pairs !== null))
  const wanted = props.lookAt?.join() ?? ''
  useEffect(() => {
    if (!map) return
    if (!wanted) return
    const given = linked.current
    linked.current = false
    if (given) return
    const codes = wanted.split(',')
    const tileset = unitTileset(now.current.view.level)
    const look = () => {
      const { box } = boxOf(map, tileset, codes)
      if (box) showBox(map, box, besideSheet(map, now.current.padding), !now.current.still)
    }
    if (boxOf(map, tileset, codes).found === codes.length) {
      look()
      return
    }
    // Units out of sight have no tiles on hand: the whole region first, then closer.
    const { bbox, padding } = now.current
    if (bbox) showBox(map, bbox, padding, false, FITTING)
    map.once('idle', look)
    return () => {
      map.off('idle', look)
    }
  }, [map, wanted])
}
