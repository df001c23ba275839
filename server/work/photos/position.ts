import type { Picture } from './picture.ts'

const GPS_TAG = 0x8825
const MOST_ENTRIES = 1_000
const TIFF_HEADS = ['II*\0', 'MM\0*']

/** Whether the first directory of a TIFF block points to a GPS directory; true as well where it cannot be read. */
const tiffTellsWhere = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 8) return true
  const little = view.getUint16(0) === 0x4949
  const at = view.getUint32(4, little)
  if (at + 2 > view.byteLength) return true
  const entries = view.getUint16(at, little)
  if (entries > MOST_ENTRIES || at + 2 + entries * 12 > view.byteLength) return true
  for (let entry = 0; entry < entries; entry += 1)
    if (view.getUint16(at + 2 + entry * 12, little) === GPS_TAG) return true
  return false
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

/** Everywhere in a file: a second picture behind the first carries its own. */
const EXIF = /Exif\0\0(?=II\*\0|MM\0\*)/g
const WRITTEN = /GPS(Latitude|Longitude|Position|Coordinates)/i

/** True where a picture says, or may say, where it was taken. */
export const tellsWhere = (bytes: Uint8Array, { metadata, isPacked }: Picture): boolean => {
  const text = textOf(bytes)
  if (isPacked || WRITTEN.test(text)) return true
  const marked = [...text.matchAll(EXIF)].map(({ index }) => bytes.subarray(index + 6))
  const bare = metadata.filter((block) => TIFF_HEADS.includes(textOf(block.subarray(0, 4))))
  return [...marked, ...bare].some(tiffTellsWhere)
}
