import { PbfWriter } from 'pbf'
import { createPen, lift, type Pen, writeCommands } from './pen.ts'

export const POINTS = 1
export const LINES = 2
export const POLYGONS = 3
export type GeometryType = typeof POINTS | typeof LINES | typeof POLYGONS

const VERSION = 2
/** Numbers of the fields in the protobuf schema of vector tiles 2.1. */
const TILE = { layers: 3 } as const
const LAYER = { name: 1, features: 2, keys: 3, values: 4, extent: 5, version: 15 } as const
const FEATURE = { tags: 2, type: 3, geometry: 4 } as const
const VALUE = { text: 1, whole: 5 } as const

const writeText = (text: string, writer: PbfWriter): void => writer.writeStringField(VALUE.text, text)
const writeWhole = (whole: number, writer: PbfWriter): void => writer.writeVarintField(VALUE.whole, whole)

type Feature = { type: GeometryType; readonly tags: number[]; readonly pen: Pen }

const writeTags = (tags: readonly number[], writer: PbfWriter): void => {
  for (let i = 0; i < tags.length; i += 1) writer.writeVarint(tags[i]!)
}
const writeFeature = ({ type, tags, pen }: Feature, writer: PbfWriter): void => {
  writer.writeMessage(FEATURE.tags, writeTags, tags)
  writer.writeVarintField(FEATURE.type, type)
  writer.writeMessage(FEATURE.geometry, writeCommands, pen)
}

/**
 * One layer of a vector tile, written feature by feature: draw with its pen, set its tags (key, value, key, value ... by
 * number), then `add`. It keeps its memory from tile to tile.
 */
export const createMvtLayer = (name: string, keys: readonly string[]) => {
  const writer = new PbfWriter(new Uint8Array(1 << 14))
  const values = new PbfWriter(new Uint8Array(1 << 14))
  const feature: Feature = { type: POINTS, tags: [], pen: createPen() }
  let featureCount = 0
  let valueCount = 0
  return {
    pen: feature.pen,
    tags: feature.tags,
    begin(extent: number): void {
      writer.pos = 0
      values.pos = 0
      featureCount = 0
      valueCount = 0
      writer.writeVarintField(LAYER.version, VERSION)
      writer.writeStringField(LAYER.name, name)
      writer.writeVarintField(LAYER.extent, extent)
      for (const key of keys) writer.writeStringField(LAYER.keys, key)
    },
    /** The number of a value that is new to this tile. */
    text(text: string): number {
      values.writeMessage(LAYER.values, writeText, text)
      return valueCount++
    },
    whole(whole: number): number {
      values.writeMessage(LAYER.values, writeWhole, whole)
      return valueCount++
    },
    /** Writes what the pen drew since the last time; nothing drawn is no feature. */
    add(type: GeometryType): void {
      if (feature.pen.count === 0) return
      feature.type = type
      writer.writeMessage(LAYER.features, writeFeature, feature)
      featureCount += 1
      lift(feature.pen)
    },
    bytes: (): number => writer.pos + values.pos,
    isEmpty: (): boolean => featureCount === 0,
    appendTo(tile: PbfWriter): void {
      writer.realloc(values.pos)
      writer.buf.set(values.buf.subarray(0, values.pos), writer.pos)
      tile.writeBytesField(TILE.layers, writer.buf.subarray(0, writer.pos + values.pos))
    },
  }
}
export type MvtLayer = ReturnType<typeof createMvtLayer>

/** The tile with the layers that hold something; null when none does. */
export const finishTile = (layers: readonly MvtLayer[]): Uint8Array | null => {
  const full = layers.filter((layer) => !layer.isEmpty())
  if (full.length === 0) return null
  const tile = new PbfWriter(new Uint8Array(full.reduce((sum, layer) => sum + layer.bytes() + 16, 0)))
  for (const layer of full) layer.appendTo(tile)
  return tile.finish()
}
