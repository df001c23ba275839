import { gzipSync } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'
import type { Bounds } from '../bounds.ts'
import type { TileAddress } from '../tiles/cut.ts'

export type PackedTile = TileAddress & { readonly bytes: Uint8Array }
type Entry = { readonly tileId: number; readonly offset: number; readonly length: number }
type Node = Entry & { readonly runLength: number }

const HEADER_BYTES = 127
/** Readers ask for this much first: header and root directory have to lie in it. */
const FIRST_READ_BYTES = 16_384
const GZIP = 2
const MVT = 1

const varint = (value: number, out: number[]): void => {
  let left = value
  while (left > 127) {
    out.push((left % 128) | 128)
    left = Math.floor(left / 128)
  }
  out.push(left)
}

/** A directory as PMTiles 3 has it: ids as steps, then runs, lengths, and offsets that are 0 where they follow on. */
const directory = (nodes: readonly Node[]): Uint8Array => {
  const out: number[] = []
  varint(nodes.length, out)
  for (const [at, { tileId }] of nodes.entries()) varint(tileId - (nodes[at - 1]?.tileId ?? 0), out)
  for (const { runLength } of nodes) varint(runLength, out)
  for (const { length } of nodes) varint(length, out)
  nodes.forEach(({ offset }, at) => {
    const before = nodes[at - 1]
    varint(before && before.offset + before.length === offset ? 0 : offset + 1, out)
  })
  return gzipSync(Uint8Array.from(out), { level: 9 })
}

const LEAF_ENTRIES = 2_048

/** The root alone where it is small enough, else a root of leaves. */
const directories = (entries: readonly Entry[]): { readonly root: Uint8Array; readonly leaves: Uint8Array } => {
  const alone = directory(entries.map((entry) => ({ ...entry, runLength: 1 })))
  if (alone.byteLength <= FIRST_READ_BYTES - HEADER_BYTES) return { root: alone, leaves: new Uint8Array() }
  const parts: Uint8Array[] = []
  const nodes: Node[] = []
  let offset = 0
  for (let from = 0; from < entries.length; from += LEAF_ENTRIES) {
    const leaf = directory(entries.slice(from, from + LEAF_ENTRIES).map((entry) => ({ ...entry, runLength: 1 })))
    nodes.push({ tileId: entries[from]!.tileId, offset, length: leaf.byteLength, runLength: 0 })
    parts.push(leaf)
    offset += leaf.byteLength
  }
  return { root: directory(nodes), leaves: Buffer.concat(parts) }
}

/** Equal tiles are kept once; the order is that of the Hilbert curve, as `clustered` promises. */
const layOut = (tiles: readonly PackedTile[]) => {
  const sorted = tiles
    .map(({ z, x, y, bytes }) => ({ tileId: zxyToTileId(z, x, y), bytes }))
    .sort((a, b) => a.tileId - b.tileId)
  const places = new Map<string, Omit<Entry, 'tileId'>>()
  const contents: Uint8Array[] = []
  let end = 0
  const entries = sorted.map(({ tileId, bytes }): Entry => {
    const packed = gzipSync(bytes, { level: 9 })
    const key = packed.toString('latin1')
    const known = places.get(key)
    if (known) return { tileId, ...known }
    const place = { offset: end, length: packed.byteLength }
    places.set(key, place)
    contents.push(packed)
    end += packed.byteLength
    return { tileId, ...place }
  })
  return { entries, data: Buffer.concat(contents), contents: contents.length }
}

type Archive = {
  readonly tiles: readonly PackedTile[]
  readonly maxZoom: number
  readonly bounds: Bounds
  /** As TileJSON has it: name, description, attribution, vector_layers. */
  readonly metadata: object
}

/** Vector tiles as one PMTiles 3 archive; the same tiles give the same bytes. */
export const writePmtiles = ({ tiles, maxZoom, bounds, metadata }: Archive): Uint8Array => {
  const { entries, data, contents } = layOut(tiles)
  const { root, leaves } = directories(entries)
  const about = gzipSync(JSON.stringify(metadata), { level: 9 })
  const header = Buffer.alloc(HEADER_BYTES)
  header.write('PMTiles', 0, 'latin1')
  header.writeUInt8(3, 7)
  const parts = [root, about, leaves, data]
  let offset = HEADER_BYTES
  parts.forEach((part, at) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + at * 16)
    header.writeBigUInt64LE(BigInt(part.byteLength), 16 + at * 16)
    offset += part.byteLength
  })
  ;[entries.length, entries.length, contents].forEach((count, at) => {
    header.writeBigUInt64LE(BigInt(count), 72 + at * 8)
  })
  header.set([1, GZIP, GZIP, MVT, 0, maxZoom], 96)
  const [west, south, east, north] = bounds
  ;[west, south, east, north].forEach((degrees, at) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + at * 4)
  })
  header.writeUInt8(Math.min(6, maxZoom), 118)
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119)
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123)
  return Buffer.concat([header, ...parts])
}
