import { FileRefusal } from './refusal.ts'

/** Bytes as text, and how that was decided. `isSure` is false where another encoding could have written the same bytes. */
export type Decoded = { readonly text: string; readonly encoding: string; readonly isSure: boolean }

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const SAMPLE_BYTES = 4_096
/** Fewer bytes show no pattern. */
const LEAST_WIDE = 8

/** UTF-16 without a mark: every other byte of plain letters is zero. */
const findWide = (bytes: Uint8Array): string | null => {
  const sample = bytes.subarray(0, SAMPLE_BYTES & ~1)
  if (sample.length < LEAST_WIDE) return null
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]! += 1
  })
  const [even = 0, odd = 0] = zeros
  const enough = sample.length / 4
  if (odd > enough && even === 0) return 'utf-16le'
  return even > enough && odd === 0 ? 'utf-16be' : null
}

/** What Windows-1252 has between 0x80 and 0x9f, five of them nothing; Node 20 takes them for the controls of Latin-1. */
const WINDOWS_MARKS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const FIRST_MARK = 0x80

const fromWindows = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (mark) => WINDOWS_MARKS[mark.charCodeAt(0) - FIRST_MARK]!)

/** Text in an encoding, with a mark in place of what it does not know. */
export const decodeLoosely = (bytes: Uint8Array, encoding: string): string =>
  encoding === 'windows-1252' ? fromWindows(bytes) : new TextDecoder(encoding).decode(bytes)

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  if (encoding === 'windows-1252') return fromWindows(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const NOT_TEXT = new FileRefusal({
  id: 'Berkas ini bukan tabel atau peta yang kami kenal. Kirim CSV, XLSX, GeoJSON, KML/KMZ, GPX, zip Shapefile, GeoPackage atau FlatGeobuf.',
  en: 'This file is no table or map that we know. Send CSV, XLSX, GeoJSON, KML/KMZ, GPX, a zipped Shapefile, GeoPackage or FlatGeobuf.',
})
const WRONG_ENCODING = new FileRefusal({
  id: 'Berkas tidak dapat dibaca dengan pengodean itu. Pilih pengodean lain, atau simpan ulang sebagai UTF-8.',
  en: 'The file cannot be read in that encoding. Choose another, or save it again as UTF-8.',
})

/** Encodings that a person may choose for a text that is no UTF-8; the first is the usual one here. */
export const OTHER_ENCODINGS = ['windows-1252', 'macintosh', 'windows-1250'] as const

/** Text of a file by its mark, by being valid UTF-8, or else as Windows-1252; `chosen` overrules. Refuses what is no text. */
export const decodeText = (bytes: Uint8Array, chosen: string | null = null): Decoded => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0] ?? findWide(bytes)
  if (!marked && bytes.subarray(0, SAMPLE_BYTES).includes(0)) throw NOT_TEXT
  // Once only: a map may be a hundred megabytes of text.
  const plain = marked || chosen !== null ? null : decode(bytes, 'utf-8')
  if (plain !== null) return { text: plain, encoding: 'utf-8', isSure: true }
  const encoding = marked ?? chosen ?? OTHER_ENCODINGS[0]
  const text = decode(bytes, encoding)
  if (text === null) throw WRONG_ENCODING
  return { text, encoding, isSure: marked !== null }
}
