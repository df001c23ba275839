import type { Map as MapLibreMap } from 'maplibre-gl'
import { type GeoJSONStoreFeatures, TerraDraw, TerraDrawModeUndoRedo, TerraDrawSessionUndoRedo } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { SiteGeometry } from '../../../data/model/activity.ts'
import type { Ground } from '../../../styles/palette.ts'
import { swallowPress } from '../../area/swallowPress.ts'
import { metresBetween } from '../measure.ts'
import type { DraftSite } from '../sites.ts'
import { followBorders } from './borders.ts'
import { DECIMALS, rounded } from './corners.ts'
import { createGrip, type Grip, type Held } from './grip.ts'
import { middleOf } from './middle.ts'
import { CANCEL, FINISH, type Look, modeOf, selectOf, type Tool } from './modes.ts'
import { joined, piecesOf, toolsOf } from './pieces.ts'

/** A new shape, or one whose corners move. */
export type Work =
  | { readonly kind: 'draw'; readonly tool: Tool }
  | { readonly kind: 'move'; readonly geometry: SiteGeometry; readonly drawnAs: DraftSite['drawnAs'] }

/** What stands on the map while the hand is at work. */
export type Progress = {
  /** Null before anything has a place. */
  readonly geometry: SiteGeometry | null
  /** Points set by hand. */
  readonly points: number
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly corner: Held | null
}

export const NOTHING_YET: Progress = { geometry: null, points: 0, canUndo: false, canRedo: false, corner: null }

export type Session = {
  /** False where there is nothing of this shape to take back or to do again. */
  readonly undo: () => boolean
  readonly redo: () => boolean
  readonly finish: () => void
  /** Sets a point in the middle of the map, for a hand without a pointer. */
  readonly setPoint: () => void
  readonly grip: Grip
  readonly stop: () => void
}

export type Start = {
  readonly map: MapLibreMap
  readonly work: Work
  /** The other sites: fields side by side share their edge. */
  readonly beside: readonly SiteGeometry[]
  readonly ground: Ground
  readonly coarse: boolean
  /** Asked at every move, because it may be switched while drawing. */
  readonly sticks: () => boolean
  readonly onProgress: (progress: Progress) => void
  readonly onDone: (geometry: SiteGeometry) => void
}

const lookOf = (map: MapLibreMap, ground: Ground, coarse: boolean): Look => {
  const handlePx = coarse ? 11 : 7
  const { x, y } = map.project(map.getCenter())
  const beside = map.unproject([x + handlePx, y])
  return { ground, handlePx, handleKm: metresBetween(map.getCenter().toArray(), beside.toArray()) / 1000 }
}

const GUIDES = ['closingPoint', 'snappingPoint', 'coordinatePoint', 'midPoint', 'selectionPoint', 'edited']
const isGuide = ({ properties }: GeoJSONStoreFeatures): boolean => GUIDES.some((name) => properties[name])

/** Points set so far: a line ends in the one that still follows the pointer, a box and a circle have one. */
const pointsIn = (tool: Tool, { geometry, properties }: GeoJSONStoreFeatures): number => {
  if (geometry.type === 'LineString') return geometry.coordinates.length - 1
  return tool === 'polygon' ? Number(properties.committedCoordinateCount ?? 1) : 1
}

/** Drawing or moving one site on the map until `stop`. */
export const startSession = ({ map, work, beside, ground, coarse, sticks, onProgress, onDone }: Start): Session => {
  const look = lookOf(map, ground, coarse)
  const borders = followBorders(map, coarse, beside)
  const toCustom = ({ lng, lat }: { readonly lng: number; readonly lat: number }) => {
    const at = sticks() ? borders.stickAt([lng, lat]) : null
    return at ? rounded(at) : undefined
  }
  const pieces = work.kind === 'move' ? piecesOf(work.geometry, work.drawnAs) : []
  const tools = work.kind === 'draw' ? [work.tool] : toolsOf(pieces)
  const modes = tools.map((tool) => modeOf(tool, look, toCustom))
  const drawing = modes[0]!
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS }),
    modes: work.kind === 'move' ? [...modes, selectOf(look, tools.includes('circle'), toCustom)] : modes,
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo(), sessionLevel: new TerraDrawSessionUndoRedo() },
  })
  draw.start()
  const ids = draw
    .addFeatures(pieces.map(({ mode, path }) => ({ type: 'Feature', geometry: path, properties: { mode } })))
    .flatMap(({ id }) => (id === undefined ? [] : [id]))
  const grip = createGrip(draw, map, ids)

  const drawnNow = () =>
    draw.getSnapshot().find((feature) => feature.properties.mode === drawing.mode && !isGuide(feature))
  const geometryNow = (): SiteGeometry | null => {
    if (work.kind === 'draw') return drawnNow()?.geometry ?? null
    return joined(
      work.geometry,
      ids.flatMap((id) => draw.getSnapshotFeature(id)?.geometry ?? []),
    )
  }
  const pointsNow = (): number => {
    const feature = work.kind === 'draw' ? drawnNow() : undefined
    return work.kind === 'draw' && feature ? pointsIn(work.tool, feature) : 0
  }
  const tell = () => {
    const points = pointsNow()
    const canUndo = draw.canUndo() || points > 0
    onProgress({ geometry: geometryNow(), points, canUndo, canRedo: draw.canRedo(), corner: grip.held() })
  }
  const done = () => {
    const geometry = geometryNow()
    if (!geometry) return
    swallowPress(map.getContainer())
    onDone(geometry)
  }
  draw.on('change', tell)
  draw.on('history', tell)
  draw.on('finish', () => (work.kind === 'draw' ? done() : tell()))
  if (work.kind === 'draw') draw.setMode(drawing.mode)
  else {
    draw.clearUndoRedoHistory()
    if (ids[0] !== undefined) draw.selectFeature(ids[0])
    tell()
  }

  const at = (containerX: number, containerY: number, button: 'left' | 'neither') => {
    const [lng = 0, lat = 0] = rounded(map.unproject([containerX, containerY]).toArray())
    return { lng, lat, containerX, containerY, button, heldKeys: [], isContextMenu: false }
  }
  // A finger comes down without having moved there; a box and a circle take their size from a movement.
  const canvas = map.getCanvas()
  const follow = ({ pointerType, clientX, clientY }: PointerEvent) => {
    const { left, top } = canvas.getBoundingClientRect()
    if (pointerType !== 'mouse' && work.kind === 'draw')
      drawing.onMouseMove(at(clientX - left, clientY - top, 'neither'))
  }
  canvas.addEventListener('pointerdown', follow)
  const key = (name: string) => drawing.onKeyUp({ key: name, heldKeys: [], preventDefault: () => undefined })
  const told =
    <A extends readonly unknown[]>(act: (...given: A) => void) =>
    (...given: A) => {
      act(...given)
      tell()
    }
  return {
    undo: () => {
      const isOwn = draw.canUndo()
      const isLone = !isOwn && pointsNow() > 0
      if (isOwn) draw.undo()
      if (isLone) key(CANCEL)
      tell()
      return isOwn || isLone
    },
    redo: () => {
      const redone = draw.canRedo() && draw.redo()
      tell()
      return redone
    },
    finish: () => (work.kind === 'move' ? done() : key(FINISH)),
    setPoint: () => {
      if (work.kind === 'move') return
      const [x, y] = middleOf(map)
      drawing.onMouseMove(at(x, y, 'neither'))
      drawing.onClick(at(x, y, 'left'))
    },
    grip: {
      held: grip.held,
      hold: told(grip.hold),
      move: told(grip.move),
      remove: told(grip.remove),
      add: told(grip.add),
    },
    stop: () => {
      canvas.removeEventListener('pointerdown', follow)
      borders.stop()
      draw.stop()
    },
  }
}
