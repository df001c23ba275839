import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { openCluster } from './openCluster.ts'
import { outlineOf } from './outline.ts'
import { pick } from './pick.ts'
import type { MapProps } from './props.ts'

type HandProps = Pick<MapProps, 'view' | 'hovered' | 'drawing' | 'onHover' | 'onSelect'>

/** What the hand does, told to the view; what the view says is hovered, shown on the map. */
export const useHand = (map: MapLibreMap | null, props: HandProps): void => {
  const now = useRef(props)
  now.current = props
  const { hovered, drawing } = props
  const hoveredKind = hovered?.kind
  const hoveredId = hovered?.id

  useEffect(() => {
    if (!map || drawing) return
    let last = ''
    let frame = 0
    const tell = (x: number, y: number, inside: boolean) => {
      const found = inside ? pick(map, x, y) : null
      map.getCanvas().style.cursor = found ? 'pointer' : ''
      const key = found ? `${found.kind} ${found.id}` : ''
      if (key === last) return
      last = key
      now.current.onHover(found)
    }
    const follow = ({ point }: MapMouseEvent) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => tell(point.x, point.y, true))
    }
    const leave = () => {
      cancelAnimationFrame(frame)
      tell(0, 0, false)
    }
    const choose = ({ point: { x, y } }: MapMouseEvent) => {
      if (!openCluster(map, x, y)) now.current.onSelect(pick(map, x, y))
    }
    map.on('mousemove', follow)
    map.on('mouseout', leave)
    map.on('click', choose)
    return () => {
      cancelAnimationFrame(frame)
      map.off('mousemove', follow)
      map.off('mouseout', leave)
      map.off('click', choose)
      leave()
    }
  }, [map, drawing])

  useEffect(() => {
    if (!map) return
    const selection = hoveredKind && hoveredId ? { kind: hoveredKind, id: hoveredId } : null
    map.getSource<GeoJSONSource>('hovered')?.setData(outlineOf(map, selection))
  }, [map, hoveredKind, hoveredId])
}
