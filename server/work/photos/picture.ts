/** A picture by its first bytes, whatever its name says. Sizes in pixels. */
export type Picture = {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
  /** What a camera or an editor wrote beside the picture: EXIF and XMP, raw. */
  readonly metadata: readonly Uint8Array[]
  /** Some of it is compressed, and cannot be looked through. */
  readonly isPacked: boolean
}

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Frame headers carry the size; the other three of this range are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const APP_FIRST = 0xe0
const APP_LAST = 0xef
const COMMENT = 0xfe
const SCAN = 0xda
const END = Buffer.from([0xff, 0xd9])

const endsAfter = (bytes: Uint8Array, at: number): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(END, at) > 0

const readJpeg = (bytes: Uint8Array): Picture | null => {
  const view = viewOf(bytes)
  const metadata: Uint8Array[] = []
  let size: readonly [number, number] | null = null
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === SCAN) {
      if (!endsAfter(bytes, at)) return null
      break
    }
    const length = view.getUint16(at + 2)
    if (length < 2 || at + 2 + length > bytes.length) return null
    if (isFrame(marker)) {
      if (length < 7) return null
      size = [view.getUint16(at + 7), view.getUint16(at + 5)]
    }
    if ((marker > APP_FIRST && marker <= APP_LAST) || marker === COMMENT)
      metadata.push(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  return size && { type: 'image/jpeg', width: size[0], height: size[1], metadata, isPacked: false }
}

const PNG_TEXTS = new Set(['eXIf', 'iTXt', 'tEXt'])

/** Text under a keyword that ends with a zero; a one behind it says that the text is compressed. */
const isPackedText = (kind: string, block: Uint8Array): boolean =>
  kind === 'zTXt' || (kind === 'iTXt' && block[block.indexOf(0) + 1] === 1)

const readPng = (bytes: Uint8Array): Picture | null => {
  const view = viewOf(bytes)
  if (bytes.length < 33 || textAt(bytes, 12, 4) !== 'IHDR') return null
  const metadata: Uint8Array[] = []
  let isPacked = false
  let isWhole = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (at + 12 + length > bytes.length) return null
    const kind = textAt(bytes, at + 4, 4)
    const block = bytes.subarray(at + 8, at + 8 + length)
    if (PNG_TEXTS.has(kind)) metadata.push(block)
    isPacked ||= isPackedText(kind, block)
    at += 12 + length
    isWhole = kind === 'IEND'
  }
  return isWhole
    ? { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20), metadata, isPacked }
    : null
}

/** Sizes are written differently by each of the three kinds of WebP. */
const webpSize = (kind: string, view: DataView, at: number): readonly [number, number] | null => {
  const left = view.byteLength - at
  if (kind === 'VP8X' && left >= 10) {
    const of = (offset: number) => 1 + view.getUint16(at + offset, true) + (view.getUint8(at + offset + 2) << 16)
    return [of(4), of(7)]
  }
  if (kind === 'VP8L' && left >= 5) {
    const bits = view.getUint32(at + 1, true)
    return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)]
  }
  if (kind === 'VP8 ' && left >= 10)
    return [view.getUint16(at + 6, true) & 0x3fff, view.getUint16(at + 8, true) & 0x3fff]
  return null
}

const readWebp = (bytes: Uint8Array): Picture | null => {
  const view = viewOf(bytes)
  if (bytes.length < 20 || view.getUint32(4, true) + 8 > bytes.length) return null
  const metadata: Uint8Array[] = []
  let size: readonly [number, number] | null = null
  for (let at = 12; at + 8 <= bytes.length; ) {
    const kind = textAt(bytes, at, 4)
    const length = view.getUint32(at + 4, true)
    if (at + 8 + length > bytes.length) return null
    size ??= webpSize(kind, view, at + 8)
    if (kind === 'EXIF' || kind === 'XMP ') metadata.push(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length + (length % 2)
  }
  return size && { type: 'image/webp', width: size[0], height: size[1], metadata, isPacked: false }
}

/** Null where the bytes are none of the three kinds, or are cut off. */
export const readPicture = (bytes: Uint8Array): Picture | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return readJpeg(bytes)
  if (textAt(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n') return readPng(bytes)
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return readWebp(bytes)
  return null
}
