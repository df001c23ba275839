/** What a camera wrote into a picture besides the picture. */
export type Exif = {
  /** Degrees; null where the camera did not know, or was told not to say. */
  readonly position: { readonly lng: number; readonly lat: number } | null
  /** The camera's own day, ISO `YYYY-MM-DD`. */
  readonly takenOn: string | null
}

const NOTHING: Exif = { position: null, takenOn: null }

const word = (view: DataView, at: number, length: number): string =>
  Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(at + index))).join('')

const JPEG = 0xffd8
const APP1 = 0xffe1
const START_OF_SCAN = 0xffda

/** Segments follow each other up to the picture itself; each says how long it is. */
const inJpeg = (view: DataView): DataView | null => {
  for (let at = 2; at + 10 < view.byteLength; ) {
    const marker = view.getUint16(at)
    const length = view.getUint16(at + 2)
    if (marker === START_OF_SCAN || marker >> 8 !== 0xff || length < 2) return null
    if (marker === APP1 && word(view, at + 4, 6) === 'Exif\0\0')
      return new DataView(view.buffer, view.byteOffset + at + 10, Math.min(length - 8, view.byteLength - at - 10))
    at += 2 + length
  }
  return null
}

/** Chunks of RIFF: name, length, content padded to an even length. Some writers keep the JPEG's own heading inside. */
const inWebp = (view: DataView): DataView | null => {
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const length = view.getUint32(at + 4, true)
    if (word(view, at, 4) === 'EXIF' && at + 8 + length <= view.byteLength) {
      const skip = length > 6 && word(view, at + 8, 4) === 'Exif' ? 6 : 0
      return new DataView(view.buffer, view.byteOffset + at + 8 + skip, length - skip)
    }
    at += 8 + length + (length % 2)
  }
  return null
}

const blockOf = (view: DataView): DataView | null => {
  if (view.byteLength < 16) return null
  if (view.getUint16(0) === JPEG) return inJpeg(view)
  return word(view, 0, 4) === 'RIFF' && word(view, 8, 4) === 'WEBP' ? inWebp(view) : null
}

const SIZES: { readonly [type: number]: number } = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 }
const GPS_DIRECTORY = 0x8825
const EXIF_DIRECTORY = 0x8769
const DATE_TAKEN = 0x9003
const GPS = { latSide: 1, lat: 2, lngSide: 3, lng: 4 } as const

type Entry = { readonly type: number; readonly count: number; readonly at: number }
type Block = { readonly view: DataView; readonly little: boolean }

/** Entries of twelve bytes; values longer than four stand elsewhere. */
const directoryAt = ({ view, little }: Block, start: number): ReadonlyMap<number, Entry> => {
  const entries = new Map<number, Entry>()
  const count = view.getUint16(start, little)
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + 12 * index
    const type = view.getUint16(at + 2, little)
    const length = view.getUint32(at + 4, little)
    const isHere = (SIZES[type] ?? 1) * length <= 4
    entries.set(view.getUint16(at, little), {
      type,
      count: length,
      at: isHere ? at + 8 : view.getUint32(at + 8, little),
    })
  }
  return entries
}

const textOf = ({ view }: Block, entry: Entry | undefined): string => (entry ? word(view, entry.at, entry.count) : '')

/** Degrees, minutes and seconds, each a fraction. */
const anglesOf = ({ view, little }: Block, { at, count, type }: Entry): number | null => {
  if (type !== 5 || count !== 3) return null
  const [degrees = Number.NaN, minutes = Number.NaN, seconds = Number.NaN] = [0, 8, 16].map(
    (skip) => view.getUint32(at + skip, little) / view.getUint32(at + skip + 4, little),
  )
  return degrees + minutes / 60 + (Number.isFinite(seconds) ? seconds : 0) / 3600
}

const positionOf = (block: Block, gps: ReadonlyMap<number, Entry>): Exif['position'] => {
  const [lngEntry, latEntry] = [gps.get(GPS.lng), gps.get(GPS.lat)]
  if (!lngEntry || !latEntry) return null
  const [lng, lat] = [anglesOf(block, lngEntry), anglesOf(block, latEntry)]
  if (lng === null || lat === null || !(lng <= 180) || !(lat <= 90) || (lng === 0 && lat === 0)) return null
  const west = textOf(block, gps.get(GPS.lngSide)).startsWith('W')
  const south = textOf(block, gps.get(GPS.latSide)).startsWith('S')
  return { lng: Number((west ? -lng : lng).toFixed(6)), lat: Number((south ? -lat : lat).toFixed(6)) }
}

const dayOf = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4}):(\d{2}):(\d{2}) /.exec(text) ?? []
  const iso = `${year}-${month}-${day}`
  return year && !Number.isNaN(Date.parse(iso)) ? iso : null
}

const read = (view: DataView): Exif => {
  const order = word(view, 0, 2)
  if (order !== 'II' && order !== 'MM') return NOTHING
  const block: Block = { view, little: order === 'II' }
  const first = directoryAt(block, view.getUint32(4, block.little))
  const [gps, exif] = [first.get(GPS_DIRECTORY), first.get(EXIF_DIRECTORY)].map((entry) =>
    entry ? directoryAt(block, view.getUint32(entry.at, block.little)) : null,
  )
  return {
    position: gps ? positionOf(block, gps) : null,
    takenOn: exif ? dayOf(textOf(block, exif.get(DATE_TAKEN))) : null,
  }
}

/** Position and day of a JPEG or WebP; a picture that is damaged or says neither gives nulls. */
export const exifOf = (bytes: Uint8Array): Exif => {
  try {
    const block = blockOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return block ? read(block) : NOTHING
  } catch (error) {
    // Offsets that lead out of a damaged file.
    if (error instanceof RangeError) return NOTHING
    throw error
  }
}
