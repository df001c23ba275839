import { PbfWriter } from 'pbf'
import { moveBytes, putBytes, putVarint, varintBytes } from './bytes.ts'
import { createPen, hasDrawn, lift, type Pen } from './pen.ts'

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

/** What stands before a field of bytes, and before one that is a whole number. */
const BYTES = 2
const bytesField = (field: number): number => (field << 3) | BYTES
const wholeField = (field: number): number => field << 3
const FEATURE_FIELD = bytesField(LAYER.features)
const TAGS_FIELD = bytesField(FEATURE.tags)
const TYPE_FIELD = wholeField(FEATURE.type)
const GEOMETRY_FIELD = bytesField(FEATURE.geometry)
const VALUE_FIELD = bytesField(LAYER.values)
const TEXT_FIELD = bytesField(VALUE.text)

const writeText = (text: string, writer: PbfWriter): void => writer.writeStringField(VALUE.text, text)
const writeWhole = (whole: number, writer: PbfWriter): void => writer.writeVarintField(VALUE.whole, whole)

const bytesOf = (tags: readonly number[]): number => {
  let bytes = 0
  for (let i = 0; i < tags.length; i += 1) bytes += varintBytes(tags[i]!)
  return bytes
}

/** More than what stands before the geometry of a feature of 20 tags. */
const ROOM_BEFORE = 128

/**
 * Puts before the geometry that the pen drew what stands before it in a feature, and closes the gap. How long that is nobody
 * knows before the geometry is drawn.
 */
const finishFeature = (type: GeometryType, tags: readonly number[], pen: Pen): void => {
  const { bytes, from, to } = pen
  const geometryLength = to - from
  const tagsLength = bytesOf(tags)
  let at = from - ROOM_BEFORE
  bytes[at++] = FEATURE_FIELD
  at = putVarint(bytes, at, 4 + tagsLength + varintBytes(tagsLength) + geometryLength + varintBytes(geometryLength))
  bytes[at++] = TAGS_FIELD
  at = putVarint(bytes, at, tagsLength)
  for (let i = 0; i < tags.length; i += 1) at = putVarint(bytes, at, tags[i]!)
  bytes[at++] = TYPE_FIELD
  bytes[at++] = type
  bytes[at++] = GEOMETRY_FIELD
  at = putVarint(bytes, at, geometryLength)
  lift(pen, moveBytes(bytes, at, from, to) + ROOM_BEFORE)
}

/** Longer ones take more than a byte for their length. */
const MOST_PLAIN = 0x7f - 2
/** True when a text was so short and plain that it could be written here, as most ids are. */
const writePlain = (text: string, writer: PbfWriter): boolean => {
  const { length } = text
  if (length > MOST_PLAIN) return false
  writer.realloc(length + 4)
  const { buf, pos } = writer
  for (let i = 0; i < length; i += 1) {
    const code = text.charCodeAt(i)
    if (code > 0x7f) return false
    buf[pos + 4 + i] = code
  }
  buf[pos] = VALUE_FIELD
  buf[pos + 1] = length + 2
  buf[pos + 2] = TEXT_FIELD
  buf[pos + 3] = length
  writer.pos = pos + 4 + length
  return true
}

const append = (tile: PbfWriter, bytes: Uint8Array, length: number): void => {
  tile.realloc(length)
  tile.pos = putBytes(tile.buf, tile.pos, bytes, 0, length)
}

/**
 * One layer of a vector tile, written feature by feature: draw with its pen, set its tags (key, value, key, value ... by
 * number), then `add`. It keeps its memory from tile to tile.
 */
export const createMvtLayer = (name: string, keys: readonly string[]) => {
  const head = new PbfWriter(new Uint8Array(1 << 8))
  const values = new PbfWriter(new Uint8Array(1 << 14))
  const pen = createPen()
  const tags: number[] = []
  let featureCount = 0
  let valueCount = 0
  return {
    pen,
    tags,
    begin(extent: number): void {
      head.pos = 0
      values.pos = 0
      featureCount = 0
      valueCount = 0
      lift(pen, ROOM_BEFORE)
      head.writeVarintField(LAYER.version, VERSION)
      head.writeStringField(LAYER.name, name)
      head.writeVarintField(LAYER.extent, extent)
      for (const key of keys) head.writeStringField(LAYER.keys, key)
    },
    /** The number of a value that is new to this tile. */
    text(text: string): number {
      if (!writePlain(text, values)) values.writeMessage(LAYER.values, writeText, text)
      return valueCount++
    },
    whole(whole: number): number {
      values.writeMessage(LAYER.values, writeWhole, whole)
      return valueCount++
    },
    /** Writes what the pen drew since the last time; nothing drawn is no feature. */
    add(type: GeometryType): void {
      if (!hasDrawn(pen)) return
      finishFeature(type, tags, pen)
      featureCount += 1
    },
    bytes: (): number => head.pos + pen.from - ROOM_BEFORE + values.pos,
    isEmpty: (): boolean => featureCount === 0,
    appendTo(tile: PbfWriter): void {
      const features = pen.from - ROOM_BEFORE
      tile.writeTag(TILE.layers, BYTES)
      tile.writeVarint(head.pos + features + values.pos)
      append(tile, head.buf, head.pos)
      append(tile, pen.bytes, features)
      append(tile, values.buf, values.pos)
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
