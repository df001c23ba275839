import './density.css'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { type Hexagon, hexagonAt, isUnderWay } from '../../data/model/density.ts'
import { PALETTES } from '../../styles/palette.ts'
import type { Density } from '../analysis/keys.ts'
import type { ScreenPalette } from '../palette.ts'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { DensityTexts } from './DensityTexts.tsx'
import { hexagonLayers, pointColumns, pointLayers } from './layers.ts'
import { placesOf, shortly } from './names.ts'
import { usePoints } from './queries.ts'
import { type Told, tell } from './told.ts'
import { useOverlay } from './useOverlay.ts'

type Props = {
  readonly map: MapLibreMap
  readonly view: View
  readonly density: Density
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly changeView: ChangeView
}

const REACH_PX = 9

/** Ids of the activities with a point near a pixel, the nearest first. */
const idsNear = (map: MapLibreMap, { point }: MapMouseEvent, { points, spans, months }: Told): readonly string[] => {
  const [west, south] = map.unproject([point.x - REACH_PX, point.y + REACH_PX]).toArray()
  const [east, north] = map.unproject([point.x + REACH_PX, point.y - REACH_PX]).toArray()
  const { activity, lng, lat } = points.sites
  const found = new Map<number, number>()
  for (let site = 0; site < activity.length; site += 1) {
    const [x, y] = [lng[site]! / 1e6, lat[site]! / 1e6]
    if (x < west || x > east || y < south || y > north || !isUnderWay(spans, activity[site]!, months)) continue
    const at = map.project([x, y])
    const px = Math.hypot(at.x - point.x, at.y - point.y)
    if (px <= REACH_PX) found.set(activity[site]!, Math.min(px, found.get(activity[site]!) ?? REACH_PX))
  }
  return [...found].sort(([, a], [, b]) => a - b).map(([row]) => points.activities.id[row]!)
}

const hexagonUnder = (told: Told, { lngLat: { lng, lat } }: MapMouseEvent): Hexagon | null => {
  if (!told.hexagons) return null
  const { q, r } = hexagonAt(lng, lat, told.hexagons.grid)
  return told.hexagons.all.find((one) => one.q === q && one.r === r) ?? null
}

type Hovered = { readonly hexagon: Hexagon; readonly x: number; readonly y: number }

/** What the hand finds: a hexagon to tell of, or an activity to open. Of several at one place the next one each time. */
const useFinding = (map: MapLibreMap, told: Told | null, changeView: ChangeView) => {
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const now = useRef(told)
  now.current = told
  useEffect(() => {
    let frame = 0
    const look = (event: MapMouseEvent) => {
      const { current } = now
      if (!current) return
      const hexagon = hexagonUnder(current, event)
      const isFound = current.hexagons ? hexagon !== null : idsNear(map, event, current).length > 0
      map.getCanvas().style.cursor = isFound ? 'pointer' : ''
      setHovered(hexagon && { hexagon, x: event.point.x, y: event.point.y })
    }
    const follow = (event: MapMouseEvent) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => look(event))
    }
    const leave = () => {
      cancelAnimationFrame(frame)
      map.getCanvas().style.cursor = ''
      setHovered(null)
    }
    const choose = (event: MapMouseEvent) => {
      const { current } = now
      if (!current) return
      const hexagon = hexagonUnder(current, event)
      const chosen = hexagon && { q: hexagon.q, r: hexagon.r }
      if (current.hexagons) changeView((v) => ({ ...v, density: v.density && { ...v.density, chosen } }))
      else {
        const ids = idsNear(map, event, current)
        changeView((v) => {
          const id = ids[(ids.indexOf(v.selection?.id ?? '') + 1) % ids.length]
          return { ...v, selection: id === undefined ? null : { kind: 'activity', id } }
        })
      }
    }
    map.on('mousemove', follow)
    map.on('movestart', leave)
    map.on('mouseout', leave)
    map.on('click', choose)
    return () => {
      leave()
      map.off('mousemove', follow)
      map.off('movestart', leave)
      map.off('mouseout', leave)
      map.off('click', choose)
    }
  }, [map, changeView])
  return hovered
}

const useZoom = (map: MapLibreMap): number => {
  const [zoom, setZoom] = useState(map.getZoom())
  useEffect(() => {
    const follow = () => setZoom(Math.round(map.getZoom() * 4) / 4)
    map.on('zoom', follow)
    return () => {
      map.off('zoom', follow)
    }
  }, [map])
  return zoom
}

const Drawn = ({ map, view, density, context, palette, changeView }: Props) => {
  const text = useText()
  const points = usePoints(view).data
  const told = points ? tell(points, view, density, context) : null
  const hovered = useFinding(map, told, changeView)
  const zoom = useZoom(map)
  const [drawn, setDrawn] = useState<number | null>(null)
  const onDrawn = useCallback((count: number) => setDrawn(count), [])
  const look = PALETTES[palette]
  const hexagons = told?.hexagons ?? null
  const isOfPoints = told !== null && hexagons === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns hold every month, only the filter follows them
  const columns = useMemo(() => (isOfPoints && told ? pointColumns(told, look) : null), [isOfPoints, points, look])
  const { chosen } = density
  const over = hovered?.hexagon
  const from = told?.months.from
  const to = told?.months.to
  const layers = useMemo(() => {
    if (hexagons) return hexagonLayers(hexagons, [...(over ? [over] : []), ...(chosen ? [chosen] : [])], look)
    if (!columns || from === undefined || to === undefined) return []
    return pointLayers(columns, { months: { from, to } }, zoom, onDrawn)
  }, [hexagons, over, chosen, look, columns, from, to, zoom, onDrawn])
  useOverlay(map, layers)

  return (
    <div
      className="density-on-map"
      aria-hidden="true"
      data-hexagons={hexagons?.all.length}
      data-points={isOfPoints ? (drawn ?? undefined) : undefined}
    >
      {hovered && told && (
        <p className="density-told" style={{ left: hovered.x, top: hovered.y }}>
          <strong>{text.say('density.hexagon', { count: hovered.hexagon.activities })}</strong>
          <span>{shortly(placesOf(hovered.hexagon, told.points), text)}</span>
        </p>
      )}
    </div>
  )
}

/** The density of activities on the map. */
const DensityOnMap = (props: Props) => (
  <DensityTexts>
    <Drawn {...props} />
  </DensityTexts>
)
export default DensityOnMap
