import type { Item } from './display.ts'

export type Logo = {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

/** Larger ones say no more on paper. */
export const MOST_LOGO_BYTES = 300_000
const MOST_SIDE = 4_000

const pngSize = (bytes: Buffer): readonly [number, number] | null =>
  bytes.length > 24 && bytes.toString('latin1', 1, 4) === 'PNG'
    ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    : null

/** Markers of a JPEG that carry its size; the three left out carry tables. */
const isSizeMarker = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const jpegSize = (bytes: Buffer): readonly [number, number] | null => {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2))
    if (isSizeMarker(bytes[at + 1]!)) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
  return null
}

/** A PNG or JPEG as a data URL; null when it is something else, too large or damaged. */
export const parseLogo = (text: string): Logo | null => {
  const match = /^data:(image\/png|image\/jpeg);base64,([A-Za-z0-9+/]+={0,2})$/.exec(text)
  if (!match) return null
  const bytes = Buffer.from(match[2]!, 'base64')
  const type = match[1] as Logo['type']
  const size = type === 'image/png' ? pngSize(bytes) : jpegSize(bytes)
  if (!size || bytes.length > MOST_LOGO_BYTES) return null
  const [width, height] = size
  return width > 0 && height > 0 && Math.max(width, height) <= MOST_SIDE ? { bytes, type, width, height } : null
}

/** As large as fits a box, its right upper corner at `right`, `top`. */
export const logoItem = (logo: Logo, right: number, top: number, boxWidth: number, boxHeight: number): Item => {
  const share = Math.min(boxWidth / logo.width, boxHeight / logo.height)
  const [width, height] = [logo.width * share, logo.height * share]
  return { kind: 'image', bytes: logo.bytes, type: logo.type, x: right - width, y: top, width, height }
}
