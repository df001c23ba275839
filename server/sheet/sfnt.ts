import { inflateSync } from 'node:zlib'

/** Bytes of a WOFF header, of an entry of its table list, and of those of the plain font file. */
const WOFF = { header: 44, entry: 20 } as const
const SFNT = { header: 12, entry: 16 } as const
const SIGNATURE = 0x774f4646

type Table = { readonly tag: number; readonly checksum: number; readonly bytes: Uint8Array }

const tablesOf = (woff: Buffer): readonly Table[] =>
  Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = WOFF.header + index * WOFF.entry
    const [offset, packed, length] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const stored = woff.subarray(offset, offset + packed)
    return {
      tag: woff.readUInt32BE(at),
      checksum: woff.readUInt32BE(at + 16),
      bytes: packed < length ? inflateSync(stored) : stored,
    }
  })

const aligned = (length: number): number => Math.ceil(length / 4) * 4

/** A web font (WOFF 1) as the plain OpenType file that printing wants. */
export const sfntOf = (woff: Buffer): Uint8Array => {
  if (woff.readUInt32BE(0) !== SIGNATURE) throw new Error('This font is no WOFF file; install the packages anew.')
  const tables = tablesOf(woff)
  const start = SFNT.header + tables.length * SFNT.entry
  const size = tables.reduce((sum, { bytes }) => sum + aligned(bytes.length), start)
  const font = Buffer.alloc(size)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  font.writeUInt32BE(woff.readUInt32BE(4), 0)
  font.writeUInt16BE(tables.length, 4)
  font.writeUInt16BE(power * SFNT.entry, 6)
  font.writeUInt16BE(Math.log2(power), 8)
  font.writeUInt16BE((tables.length - power) * SFNT.entry, 10)
  let offset = start
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = SFNT.header + index * SFNT.entry
    font.writeUInt32BE(tag, at)
    font.writeUInt32BE(checksum, at + 4)
    font.writeUInt32BE(offset, at + 8)
    font.writeUInt32BE(bytes.length, at + 12)
    font.set(bytes, offset)
    offset += aligned(bytes.length)
  }
  return font
}
