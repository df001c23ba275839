import { TILESETS } from '../../styles/sources.ts'
import type { UnitBox } from '../engine/site_index.ts'
import { unitBoxOf } from '../engine/site_index.ts'
import { BUFFER_SHARE, boundsOfTile, type TileAddress } from './cut.ts'
import { rowOf, WORLD_UNITS } from './mercator.ts'

/** A tile is shown this large. */
const TILE_PIXELS = 512

/** A tile's own grid: x to the east and y to the south in steps from its north-western corner. */
export type Frame = {
  readonly zoom: number
  /** Steps along a side. */
  readonly extent: number
  /** What is drawn lies between these steps, both ways: the tile and its buffer. */
  readonly least: number
  readonly most: number
  /** Steps to a pixel on the screen. */
  readonly pixel: number
  /** Whatever meets the tile or its buffer meets this box. */
  readonly box: UnitBox
  /** Outlines may stray by so many steps. */
  readonly tolerance: number
  readonly stepsPerUnit: number
  /** The x of the meridian of Greenwich. */
  readonly greenwich: number
  /** Steps around the world, and those north of the tile. */
  readonly worldSteps: number
  readonly northSteps: number
}

/** A quarter of a pixel is not seen; but the deepest tiles are enlarged on the screen and stray by nothing. */
const TOLERANCE_PIXELS = 0.25

export const frameOf = (address: TileAddress, extent: number): Frame => {
  const buffer = extent * BUFFER_SHARE
  const pixel = extent / TILE_PIXELS
  const worldSteps = extent * 2 ** address.z
  return {
    zoom: address.z,
    extent,
    least: -buffer,
    most: extent + buffer,
    pixel,
    tolerance: address.z < TILESETS.activities.maxZoom ? TOLERANCE_PIXELS * pixel : 0,
    box: unitBoxOf(boundsOfTile(address, BUFFER_SHARE)),
    stepsPerUnit: worldSteps / WORLD_UNITS,
    greenwich: worldSteps / 2 - extent * address.x,
    worldSteps,
    northSteps: extent * address.y,
  }
}

export const xOf = (lngUnits: number, { stepsPerUnit, greenwich }: Frame): number => lngUnits * stepsPerUnit + greenwich
export const yOf = (latUnits: number, { worldSteps, northSteps }: Frame): number =>
  rowOf(latUnits) * worldSteps - northSteps
