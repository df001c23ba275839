import type { LineString, Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { TerraDraw, TerraDrawModeUndoRedo, TerraDrawSessionUndoRedo } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Ground } from '../../styles/palette.ts'
import { lengthMOf } from '../edit/measure.ts'
import type { Area } from './area.ts'
import { CANCEL, FINISH, modesOf } from './modes.ts'
import { areaOf, kmBetween, ringOf, roughHa, type Tool } from './shape.ts'
import { swallowPress } from './swallowPress.ts'

/** Six decimals are a decimetre. */
const DECIMALS = 6

/** What stands on the map while the hand is at work. */
export type Progress = {
  /** Points set by hand; a box and a circle have one until they are finished. */
  readonly points: number
  /** Null before anything has a size. */
  readonly area: Area | null
  readonly areaHa: number
  /** Of a line, on the ellipsoid; 0 of shapes. */
  readonly lengthM: number
  /** A line has been ended: the next press begins another. */
  readonly isEnded: boolean
  readonly canUndo: boolean
}

export const NOTHING_YET: Progress = { points: 0, area: null, areaHa: 0, lengthM: 0, isEnded: false, canUndo: false }

export type Session = {
  readonly undo: () => void
  readonly finish: () => void
  /** Sets a point in the middle of the map, for a hand without a pointer. */
  readonly setPoint: () => void
  readonly stop: () => void
}

type Start = {
  readonly map: MapLibreMap
  readonly kind: Tool
  /** The shape whose corners are to be moved; null draws a new one. */
  readonly edited: Area | null
  readonly ground: Ground
  /** A finger needs larger handles than a mouse. */
  readonly coarse: boolean
  readonly onProgress: (progress: Progress) => void
  readonly onFinish: (area: Area, points: number) => void
}

const pixelKmOf = (map: MapLibreMap): number => {
  const { x, y } = map.project(map.getCenter())
  const beside = map.unproject([x + 100, y])
  return kmBetween([map.getCenter().lng, map.getCenter().lat], [beside.lng, beside.lat]) / 100
}

const isLine = (geometry: { readonly type: string }): geometry is LineString => geometry.type === 'LineString'

const isShape = (geometry: { readonly type: string }): geometry is Polygon => geometry.type === 'Polygon'

/** Draws one shape on the map, moves the corners of one, or measures lines, until it is finished or stopped. */
export const startDrawing = ({ map, kind, edited, ground, coarse, onProgress, onFinish }: Start): Session => {
  const drawn = kind === 'lasso' || kind === 'line' ? 'polygon' : kind
  const { modes, drawing } = modesOf(kind, ground, coarse, pixelKmOf(map))
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS }),
    modes,
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo(), sessionLevel: new TerraDrawSessionUndoRedo() },
  })
  const shapeNow = () => draw.getSnapshot().find(({ geometry }) => isShape(geometry))
  const polygonNow = (): Polygon | null => {
    const geometry = shapeNow()?.geometry
    return geometry && isShape(geometry) ? geometry : null
  }
  let ended: string | number | null = null
  /** Only the line that was begun last stands. */
  const tellLine = () => {
    const lines = draw.getSnapshot().filter(({ geometry }) => isLine(geometry))
    const begun = lines.find(({ id }) => id !== ended)
    if (begun && ended !== null && lines.length > 1) {
      const old = ended
      ended = null
      return draw.removeFeatures([old])
    }
    const line = (begun ?? lines[0])?.geometry
    if (!line || !isLine(line)) return onProgress(NOTHING_YET)
    const { coordinates } = line
    onProgress({
      points: coordinates.length,
      area: null,
      areaHa: coordinates.length > 2 ? roughHa([...coordinates, ...coordinates.slice(0, 1)]) : 0,
      lengthM: lengthMOf(coordinates),
      isEnded: !begun,
      canUndo: begun !== undefined,
    })
  }
  const tell = () => {
    if (kind === 'line') return tellLine()
    const shape = shapeNow()
    const polygon = polygonNow()
    if (!shape || !polygon) return onProgress(NOTHING_YET)
    const set = Number(shape.properties.committedCoordinateCount ?? (kind === 'polygon' ? Number.NaN : 1))
    const areaHa = roughHa(polygon.coordinates[0] ?? [])
    onProgress({
      ...NOTHING_YET,
      points: edited || Number.isNaN(set) ? (polygon.coordinates[0]?.length ?? 1) - 1 : set,
      area: areaHa > 0 ? areaOf(drawn, polygon) : null,
      areaHa,
      canUndo: edited ? draw.canUndo() : true,
    })
  }
  const finish = () => {
    const polygon = polygonNow()
    const points = (polygon?.coordinates[0]?.length ?? 1) - 1
    if (!polygon || roughHa(polygon.coordinates[0] ?? []) === 0) return
    swallowPress(map.getContainer())
    onFinish(areaOf(drawn, polygon), points)
  }
  draw.on('change', tell)
  draw.on('history', tell)
  draw.on('finish', (id) => {
    if (kind === 'line') {
      ended = id
      tell()
    } else if (edited) tell()
    else finish()
  })
  draw.start()

  const ring = edited && ringOf(edited)
  if (ring) {
    const rounded = ring.map((point) => point.map((value) => Number(value.toFixed(DECIMALS))))
    const geometry: Polygon = { type: 'Polygon', coordinates: [rounded] }
    const [added] = draw.addFeatures([{ type: 'Feature', geometry, properties: { mode: drawing.mode } }])
    draw.clearUndoRedoHistory()
    if (added?.id !== undefined) draw.selectFeature(added.id)
    tell()
  } else draw.setMode(drawing.mode)

  const at = (containerX: number, containerY: number, button: 'left' | 'neither') => {
    const { lng, lat } = map.unproject([containerX, containerY])
    const place = { lng: Number(lng.toFixed(DECIMALS)), lat: Number(lat.toFixed(DECIMALS)) }
    return { ...place, containerX, containerY, button, heldKeys: [], isContextMenu: false }
  }
  // A finger comes down without having moved there; a box and a circle take their size from a movement.
  const canvas = map.getCanvas()
  const follow = ({ pointerType, clientX, clientY }: PointerEvent) => {
    const { left, top } = canvas.getBoundingClientRect()
    if (pointerType !== 'mouse' && !edited) drawing.onMouseMove(at(clientX - left, clientY - top, 'neither'))
  }
  canvas.addEventListener('pointerdown', follow)
  const key = (name: string) => drawing.onKeyUp({ key: name, heldKeys: [], preventDefault: () => undefined })
  return {
    undo: () => {
      if (draw.canUndo()) draw.undo()
      else if (!edited) key(CANCEL)
      tell()
    },
    finish: () => (edited ? finish() : key(FINISH)),
    setPoint: () => {
      if (edited || kind === 'lasso') return
      const { x, y } = map.project(map.getCenter())
      drawing.onMouseMove(at(x, y, 'neither'))
      drawing.onClick(at(x, y, 'left'))
    },
    stop: () => {
      canvas.removeEventListener('pointerdown', follow)
      draw.stop()
    },
  }
}
