/** Vector tiles of one tileset in one piece: how many bytes its list takes, the list of addresses and lengths, then the tiles. */
export type Tiles = ReadonlyMap<string, Uint8Array>

const HEAD_BYTES = 4

/** `address` is what follows the tileset's name: `z/x/y`, and the query where it has one. An empty tile is kept as such. */
export const boxTiles = (tiles: Tiles): Uint8Array => {
  const entries = [...tiles].sort(([a], [b]) => (a < b ? -1 : 1))
  const list = new TextEncoder().encode(JSON.stringify(entries.map(([address, { length }]) => [address, length])))
  const total = entries.reduce((sum, [, { length }]) => sum + length, HEAD_BYTES + list.length)
  const box = new Uint8Array(total)
  new DataView(box.buffer).setUint32(0, list.length)
  box.set(list, HEAD_BYTES)
  let at = HEAD_BYTES + list.length
  for (const [, tile] of entries) {
    box.set(tile, at)
    at += tile.length
  }
  return box
}

/** The tiles share the memory of the box. */
export const unboxTiles = (box: Uint8Array): Tiles => {
  const listBytes = new DataView(box.buffer, box.byteOffset).getUint32(0)
  const text = new TextDecoder().decode(box.subarray(HEAD_BYTES, HEAD_BYTES + listBytes))
  let at = HEAD_BYTES + listBytes
  return new Map(
    (JSON.parse(text) as [string, number][]).map(([address, length]) => {
      const tile = box.subarray(at, at + length)
      at += length
      return [address, tile]
    }),
  )
}
